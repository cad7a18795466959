/** The lists of Flow Service: property filters, order, count and pages. */

import { ServiceError, type Call, type ServiceResponse, type Switches, type World } from "../service";

type Item = Record<string, unknown>;

interface Filter {
  path: string;
  operator: string;
  values: string[];
}

/** The largest values of limit, in a list and in a search. */
const [largestPage, largestSearch] = [100, 1000];

/** The response to a list call. `items` are the objects as a GET shows them; filters apply to this form. */
export function listResponse(
  call: Call,
  name: string,
  items: Item[],
  { switches }: World,
  defaultPageSize?: number,
): ServiceResponse {
  const token = call.query.get("continuationToken");
  const query = token === null ? call.query : tokenQuery(token);
  const largest = call.method === "POST" ? largestSearch : largestPage;
  const limit = limitOf(query, largest, switches);
  const wantsCount = /^true$/i.test(query.get("count") ?? "");
  if (wantsCount && limit !== undefined) {
    throw new ServiceError(
      400,
      "1401-400",
      "The limit and count parameters cannot be given together in the same request.",
    );
  }
  const found = items.filter((item) => filtersOf(query).every((filter) => passes(item, filter)));
  if (wantsCount) return { status: 200, body: { count: found.length } };
  const sorted = sort(found, query.get("orderby"));
  const projected = projectionOf(query);
  const size = Math.min(limit ?? defaultPageSize ?? switches.defaultPageSize, largest);
  const start = startOf(query, sorted);
  const page = sorted.slice(start, start + size);
  const isLast = start + size >= sorted.length;
  const href = isLast ? undefined : nextHref(name, query, start + size, page.at(-1));
  return {
    status: 200,
    body: {
      items: projected.length === 0 ? page : page.map((item) => project(item, projected)),
      _links: href === undefined ? {} : { next: { href } },
    },
  };
}

/** The parameters in the body of a `POST .../search`, as a query. */
export function searchQuery(body: unknown): URLSearchParams {
  const fields = typeof body === "object" && body !== null ? (body as Item) : {};
  const query = new URLSearchParams(typeof fields["queryString"] === "string" ? fields["queryString"] : "");
  for (const name of ["limit", "orderby", "count"]) {
    const value = fields[name];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      query.set(name, String(value));
  }
  return query;
}

function limitOf(query: URLSearchParams, largest: number, switches: Switches): number | undefined {
  const text = query.get("limit");
  if (text === null) return undefined;
  if (!/^\d+$/.test(text) || Number(text) < 1) {
    throw new ServiceError(400, "1394-400", "The minimum value for a parameter limit is one.");
  }
  if (Number(text) > largest && switches.limitTooHigh === "refuse") {
    throw new ServiceError(400, "1394-400", `The maximum value for a parameter limit is ${largest}.`);
  }
  return Number(text);
}

function filtersOf(query: URLSearchParams): Filter[] {
  return expressionsOf(query)
    .filter((expression) => /[=<>~!]/.test(expression))
    .map(parseFilter);
}

/** `property=name,id` without an operator requests these fields only. */
function projectionOf(query: URLSearchParams): string[] {
  return expressionsOf(query)
    .filter((expression) => !/[=<>~!]/.test(expression))
    .flatMap((expression) => expression.split(","));
}

function expressionsOf(query: URLSearchParams): string[] {
  return query
    .getAll("property")
    .flatMap((text) => text.split("&"))
    .filter((text) => text !== "");
}

function parseFilter(expression: string): Filter {
  const match = /^([^=<>~!]+)([=<>~!]+)(.*)$/.exec(expression);
  const [, path = "", operator = "", text = ""] = match ?? [];
  if (operator.includes("~")) throw new ServiceError(400, "1440-400", "Operator '~' not implemented.");
  if (!["==", "!=", ">", "<", ">=", "<="].includes(operator)) {
    throw new ServiceError(400, "1450-400", `Invalid operator ${operator} in filter params.`);
  }
  if (text === "")
    throw new ServiceError(400, "1453-400", `Invalid query value ${expression} provided in query param.`);
  const values = splitValues(text);
  if (values.length > 1 && operator !== "==" && operator !== "!=") {
    throw new ServiceError(400, "1443-400", `Operator '${operator}' is not allowed for multiple values.`);
  }
  return { path: path.trim(), operator, values };
}

/** A comma outside double quotes separates values. */
function splitValues(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|[^,]+/g)].map((match) => match[1] ?? match[0].trim());
}

function passes(item: Item, filter: Filter): boolean {
  const actual = valuesAt([item], filter.path.split("."));
  const isEqual = actual.some((value) => filter.values.includes(asText(value)));
  if (filter.operator === "==") return isEqual;
  if (filter.operator === "!=") return !isEqual;
  const limit = Number(filter.values[0]);
  return actual.some((value) => compares(Number(value), filter.operator, limit));
}

function compares(actual: number, operator: string, limit: number): boolean {
  if (operator === ">") return actual > limit;
  if (operator === "<") return actual < limit;
  return operator === ">=" ? actual >= limit : actual <= limit;
}

/** All values at a path; `name[]` means every element of the list. */
function valuesAt(values: unknown[], path: string[]): unknown[] {
  const [segment, ...rest] = path;
  if (segment === undefined) return values;
  const isList = segment.endsWith("[]");
  const name = isList ? segment.slice(0, -2) : segment;
  const next = values.flatMap((value) => {
    const child = typeof value === "object" && value !== null ? (value as Item)[name] : undefined;
    if (isList) return Array.isArray(child) ? (child as unknown[]) : [];
    return child === undefined ? [] : [child];
  });
  return valuesAt(next, rest);
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** In a query, `+name` arrives as " name". */
function sort(items: Item[], orderBy: string | null): Item[] {
  if (orderBy === null || orderBy === "") return items;
  const keys = orderBy.split(",").map((key) => {
    const name = key.replace(/^[-+ ]/, "");
    if (!/^[\w.]+$/.test(name))
      throw new ServiceError(400, "1433-400", `Incorrect field=${name} passed in orderBy.`);
    return { path: name.split("."), sign: key.startsWith("-") ? -1 : 1 };
  });
  return items.toSorted((left, right) => {
    for (const { path, sign } of keys) {
      const order = compareValues(valuesAt([left], path)[0], valuesAt([right], path)[0]);
      if (order !== 0) return sign * order;
    }
    return 0;
  });
}

function compareValues(left: unknown, right: unknown): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const [a, b] = [left, right].map((value) => (value === undefined ? "" : asText(value)));
  return (a ?? "") < (b ?? "") ? -1 : Number(a !== b);
}

function project(item: Item, names: string[]): Item {
  return Object.fromEntries(names.filter((name) => name in item).map((name) => [name, item[name]]));
}

/** The token contains the whole query. It ends in "=", as tokens of AEP can. */
function nextHref(name: string, query: URLSearchParams, offset: number, last: Item | undefined): string {
  const next = new URLSearchParams(query);
  next.set("offset", String(offset));
  if (typeof last?.["id"] === "string") next.set("after", last["id"]);
  const token = Buffer.from(next.toString()).toString("base64url");
  return `/${name}?continuationToken=${token}==`;
}

function tokenQuery(token: string): URLSearchParams {
  const query = new URLSearchParams(Buffer.from(token.replace(/=+$/, ""), "base64url").toString("utf8"));
  if (!query.has("offset"))
    throw new ServiceError(400, "1451-400", "Invalid params continuationToken provided in query params.");
  return query;
}

/** The page starts after the last item of the page before, even if that item has moved. */
function startOf(query: URLSearchParams, sorted: Item[]): number {
  const last = sorted.findIndex((item) => item["id"] === query.get("after"));
  return last < 0 ? Number(query.get("offset") ?? 0) : last + 1;
}
