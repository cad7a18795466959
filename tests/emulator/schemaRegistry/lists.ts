import { acceptList } from "./accept";
import { badRequest } from "./errors";
import { listOf } from "./library";
import { shown } from "./resources";
import type { Call, ServiceResponse, World } from "../service";
import type { ResourceKind, XdmResource } from "../xdm/global";

/** The largest page, as Adobe documents it. */
const PAGE = 300;

export interface Page<T> {
  items: T[];
  orderby: string;
  /** The value of the first sort field with which the next page starts; null on the last page. */
  next: string | null;
}

export function list(call: Call, world: World, container: string, kind: ResourceKind): ServiceResponse {
  const { form } = acceptList(call, world);
  const { items, orderby, next } = pageOf(
    listOf(world, call.sandbox, { container, kind }, "list"),
    call,
    world,
  );
  const results = items.map((resource) => shown(resource, form, call, world));
  const path = `${BASE}/${container}/${kind}`;
  return { status: 200, body: enveloped(results, { orderby, next }, path, kind === "schemas") };
}

const BASE = "https://platform.adobe.io/data/foundation/schemaregistry";

export function enveloped(
  results: unknown[],
  page: Omit<Page<never>, "items">,
  path: string,
  ofSchemas = false,
): object {
  const { orderby, next } = page;
  const link =
    next === null ? null : `${path}?orderby=${encodeURIComponent(orderby)}&start=${encodeURIComponent(next)}`;
  return {
    results,
    _page: { orderby, next, count: results.length },
    _links: { next: link, ...(ofSchemas ? { global_schemas: { href: `${BASE}/global/schemas` } } : {}) },
  };
}

/**
 * Filters, sorts and pages a list. `start` is a value of the first sort field; the page begins after it. A page never ends
 * between two items with the same value, so that it may be longer than `limit`.
 */
export function pageOf<T extends object>(all: T[], call: Call, world: World): Page<T> {
  const { limit, start, orderby } = paging(call, world);
  const [field = "", ...more] = orderby.split(",");
  const sorted = matching(all, call.query.getAll("property")).sort((left, right) =>
    order(left, right, [field, ...more]),
  );
  const behind =
    start === null
      ? sorted
      : sorted.filter((item) => compare(valueOf(item, name(field)), start) * sign(field) > 0);
  let end = Math.min(limit, behind.length);
  while (end > 0 && end < behind.length && sameValue(behind[end - 1]!, behind[end]!, name(field))) end += 1;
  const items = behind.slice(0, end);
  const next = end < behind.length && end > 0 ? String(valueOf(items.at(-1)!, name(field))) : null;
  return { items, orderby, next };
}

function paging(call: Call, world: World) {
  const { query } = call;
  const orderby = query.get("orderby");
  const alone = orderby === null && (query.has("limit") || query.has("start"));
  if (alone && world.switches.registryOrderbyMandatory) {
    throw badRequest("The parameters limit and start can only be used together with orderby.");
  }
  const limit = Number(query.get("limit") ?? PAGE);
  if (!Number.isInteger(limit) || limit < 0 || limit > 500) {
    throw badRequest("The parameter limit must be a whole number from 0 to 500.");
  }
  const start = query.get("start");
  // Clients that count pages from zero send 0.
  return {
    limit: limit === 0 ? PAGE : limit,
    start: start === "0" || start === "" ? null : start,
    orderby: orderby ?? "updated",
  };
}

function order(left: object, right: object, fields: string[]): number {
  for (const field of fields) {
    const result = compare(valueOf(left, name(field)), valueOf(right, name(field))) * sign(field);
    if (result !== 0) return result;
  }
  return 0;
}

function name(field: string): string {
  return field.replace(/^[-+]/, "");
}

function sign(field: string): number {
  return field.startsWith("-") ? -1 : 1;
}

function sameValue(left: object, right: object, field: string): boolean {
  return compare(valueOf(left, field), valueOf(right, field)) === 0;
}

function compare(left: unknown, right: unknown): number {
  const [one, other] = [Number(left), Number(right)];
  if (!Number.isNaN(one) && !Number.isNaN(other)) return one - other;
  return String(left) < String(right) ? -1 : String(left) > String(right) ? 1 : 0;
}

/** The sort fields `updated` and `created` exist only in the metadata. */
function valueOf(item: object, field: string): unknown {
  const metadata = (item as Partial<XdmResource>)["meta:registryMetadata"] as
    Record<string, unknown> | undefined;
  if (field === "updated") return metadata?.["repo:lastModifiedDate"] ?? 0;
  if (field === "created") return metadata?.["repo:createdDate"] ?? 0;
  return (item as Record<string, unknown>)[field] ?? "";
}

/** Forms of `property`: `title==A`, `!=`, `<`, `>`, `<=`, `>=`, `~` (regular expression), and `title` (the field exists). */
function matching<T extends object>(all: T[], filters: string[]): T[] {
  const conditions = filters.flatMap((filter) => filter.split(BETWEEN_CONDITIONS));
  return all.filter((item) => conditions.every((condition) => matches(item, condition)));
}

/** A comma before another comparison. Other commas belong to a value. */
const BETWEEN_CONDITIONS = /,(?=[^,=!<>~]+(?:==|!=|<|>|~))/;

function matches(item: object, condition: string): boolean {
  const [, field = "", operator = "", text = ""] =
    /^([^=!<>~]+)(==|=|!=|<=|>=|<|>|~)?(.*)$/.exec(condition) ?? [];
  const value = valueOf(item, field.trim());
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const wanted = text.trim();
  if (operator === "") return value !== "";
  if (operator === "!=") return values.every((one) => String(one) !== wanted);
  return values.some((one) => holds(one, operator, wanted));
}

function holds(value: unknown, operator: string, wanted: string): boolean {
  if (operator === "~") return regexOf(wanted).test(String(value));
  const difference = compare(value, wanted);
  if (operator === "<") return difference < 0;
  if (operator === "<=") return difference <= 0;
  if (operator === ">") return difference > 0;
  return operator === ">=" ? difference >= 0 : String(value) === wanted;
}

function regexOf(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    throw badRequest(`The regular expression ${text} is not valid.`);
  }
}
