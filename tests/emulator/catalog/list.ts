import { badRequest } from "./errors";

type Entry<T> = [id: string, object: T];

const DEFAULT_LIMIT = 20;
const MAXIMUM_LIMIT = 100;

/** Query parameters with a meaning of their own. Every other parameter filters by the field of its name. */
const LIST_PARAMETERS = new Set([
  "limit",
  "start",
  "orderBy",
  "sort",
  "property",
  "properties",
  "tags",
  "expansion",
  "createdAfter",
  "createdBefore",
]);

/** Filters, sorts and pages a list, as Adobe's guide to filtering Catalog data describes. */
export function pageOf<T extends object>(
  listed: Entry<T>[],
  query: URLSearchParams,
  special: ReadonlySet<string> = new Set(),
): Entry<Partial<T>>[] {
  const properties = query.get("properties");
  const limit = limitOf(query, properties);
  const start = wholeNumber(query.get("start") ?? "0", "start");
  const filtered = listed.filter(([, object]) => matchesAll(object, query, special));
  const sorted = filtered.sort(byOrder(query.get("orderBy") ?? query.get("sort") ?? "desc:created"));
  return sorted.slice(start, start + limit).map(([id, object]) => [id, picked(object, properties)]);
}

/** The top-level fields that the caller requested. */
export function picked<T extends object>(object: T, properties: string | null): Partial<T> {
  if (properties === null || properties === "") return object;
  const names = properties.split(",").map((name) => name.trim());
  return Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name))) as Partial<T>;
}

function limitOf(query: URLSearchParams, properties: string | null): number {
  const limit = wholeNumber(query.get("limit") ?? String(DEFAULT_LIMIT), "limit");
  const maximum = properties?.includes("observableSchema") ? DEFAULT_LIMIT : MAXIMUM_LIMIT;
  if (limit === 0) throw badRequest("The limit must be at least 1.");
  return Math.min(limit, maximum);
}

function wholeNumber(text: string, name: string): number {
  if (!/^\d+$/.test(text)) throw badRequest(`The parameter ${name} must be a whole number, not "${text}".`);
  return Number(text);
}

function matchesAll(object: object, query: URLSearchParams, special: ReadonlySet<string>): boolean {
  return [...query].every(([name, value]) => {
    if (name === "property") return value.split(",").every((filter) => matchesProperty(object, filter));
    if (name === "tags") return value.split(",").every((tag) => hasTag(object, tag));
    if (name === "createdAfter") return Number(fieldOf(object, "created")) > Number(value);
    if (name === "createdBefore") return Number(fieldOf(object, "created")) < Number(value);
    return LIST_PARAMETERS.has(name) || special.has(name) || matchesSimple(fieldOf(object, name), value);
  });
}

/** `name=a,b` keeps objects with either value, `name=!a,b` objects with neither; `*` matches any text. */
function matchesSimple(actual: unknown, wanted: string): boolean {
  const negated = wanted.startsWith("!");
  const values = wanted.slice(negated ? 1 : 0).split(",");
  const found = values.some((value) => matchesText(actual, value.replace(/^!/, "")));
  return found !== negated;
}

function matchesText(actual: unknown, wanted: string): boolean {
  if (typeof actual === "object" || actual === undefined) return false;
  const pattern = wanted.split("*").map(escaped).join(".*");
  return new RegExp(`^${pattern}$`, "s").test(String(actual));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Forms of `property`: `name` (the field exists), `!name`, and the comparisons ==, !=, <, <=, >, >=, ~ and !~. */
function matchesProperty(object: object, filter: string): boolean {
  const [, not = "", name = "", operator = "", wanted = ""] =
    /^(!?)([^=!<>~]+)(==|=|!=|<=|>=|<|>|!~|~)?(.*)$/s.exec(filter) ?? [];
  const actual = fieldOf(object, name);
  if (operator === "") return (actual !== undefined) !== (not === "!");
  if (operator === "~" || operator === "!~")
    return regexOf(wanted).test(String(actual)) === (operator === "~");
  if (operator === "==" || operator === "=") return matchesText(actual, wanted);
  if (operator === "!=") return !matchesText(actual, wanted);
  const [left, right] = [Number(actual), Number(wanted)];
  if (operator === "<") return left < right;
  if (operator === "<=") return left <= right;
  return operator === ">" ? left > right : left >= right;
}

function regexOf(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    throw badRequest(`The regular expression ${text} is not valid.`);
  }
}

/** `name:value`; the value may be `*`. */
function hasTag(object: object, tag: string): boolean {
  const [name = "", value = "*"] = tag.split(/:(.*)/s);
  const values = (object as { tags?: Record<string, string[]> }).tags?.[name];
  return values !== undefined && (value === "*" || values.some((one) => matchesText(one, value)));
}

/** Dots lead into nested objects. */
function fieldOf(object: object, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], object);
}

/** Such as "asc:created,desc:name". A field without a direction has the direction of the field before it. */
function byOrder(orderBy: string): (left: Entry<object>, right: Entry<object>) => number {
  let sign = 1;
  const fields = orderBy.split(",").map((part) => {
    const [, direction, name = ""] = /^(?:(asc|desc):)?(.*)$/.exec(part.trim()) ?? [];
    if (direction !== undefined) sign = direction === "desc" ? -1 : 1;
    return { name, sign };
  });
  return ([, left], [, right]) => {
    for (const field of fields) {
      const result = compare(fieldOf(left, field.name), fieldOf(right, field.name)) * field.sign;
      if (result !== 0) return result;
    }
    return 0;
  };
}

function compare(left: unknown, right: unknown): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return String(left ?? "") < String(right ?? "") ? -1 : String(left ?? "") > String(right ?? "") ? 1 : 0;
}
