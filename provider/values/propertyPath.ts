/**
 * Paths into args, in the spelling of definitions and error texts: `auth.params.password`,
 * `transformations[name=Mapping].params`. In a pattern, `*` stands for any key and `[]` for any item.
 */
export interface Item {
  key: string;
  value: string;
}
export type Segment = string | number | Item;

export type JsonObject = Record<string, unknown>;

/** The value without undefined, as a protobuf Struct and a state file contain it. */
export function plain<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function show(path: readonly Segment[]): string {
  return path
    .map((segment) => {
      if (typeof segment === "number") return `[${segment}]`;
      if (typeof segment === "string") return `.${segment}`;
      return `[${segment.key}=${segment.value}]`;
    })
    .join("")
    .replace(/^\./, "");
}

type Step = { any: "key" | "item" } | { segment: Segment };

const parsed = new Map<string, Step[]>();

function steps(pattern: string): Step[] {
  const known = parsed.get(pattern);
  if (known) return known;
  const found: Step[] = [];
  for (const [, key, item] of pattern.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)) {
    if (key !== undefined) found.push(key === "*" ? { any: "key" } : { segment: key });
    else if (!item) found.push({ any: "item" });
    else found.push({ segment: { key: item.split("=")[0]!, value: item.split("=")[1]! } });
  }
  parsed.set(pattern, found);
  return found;
}

function stepFits(step: Step, segment: Segment): boolean {
  if ("any" in step) return step.any === "key" ? typeof segment === "string" : typeof segment !== "string";
  if (typeof step.segment === "object") {
    return (
      typeof segment === "object" && step.segment.key === segment.key && step.segment.value === segment.value
    );
  }
  return step.segment === segment;
}

/** True if the pattern matches the whole path. */
export function fits(pattern: string, path: readonly Segment[]): boolean {
  const wanted = steps(pattern);
  return wanted.length === path.length && wanted.every((step, index) => stepFits(step, path[index]!));
}

/** True if the pattern matches the path or its beginning. */
export function covers(pattern: string, path: readonly Segment[]): boolean {
  return fits(pattern, path.slice(0, steps(pattern).length));
}

/** True if the path matches the pattern or its beginning. */
export function leadsTo(pattern: string, path: readonly Segment[]): boolean {
  const wanted = steps(pattern);
  return path.length <= wanted.length && path.every((segment, index) => stepFits(wanted[index]!, segment));
}

function indexOf(list: unknown[], item: Item): number {
  return list.findIndex((entry) => isObject(entry) && entry[item.key] === item.value);
}

export function get(value: unknown, path: readonly Segment[]): unknown {
  let at = value;
  for (const segment of path) {
    if (typeof segment === "object") at = Array.isArray(at) ? at[indexOf(at, segment)] : undefined;
    else if (typeof segment === "number") at = Array.isArray(at) ? at[segment] : undefined;
    else at = isObject(at) ? at[segment] : undefined;
  }
  return at;
}

/** The segments of a path without wildcards. */
export function parse(place: string): Segment[] {
  return steps(place).map((step) => {
    if ("segment" in step) return step.segment;
    throw new Error(`"${place}" contains a wildcard, but must name one path`);
  });
}

export function getAt(value: unknown, place: string): unknown {
  return get(value, parse(place));
}

/** A copy with the value set at the path, or removed if it is undefined. Missing parents are created. */
export function set<T>(value: T, path: readonly Segment[], to: unknown): T {
  const [segment, ...rest] = path;
  if (segment === undefined) return to as T;
  if (typeof segment === "string") {
    const object: JsonObject = isObject(value) ? value : {};
    const next = set(object[segment], rest, to);
    if (next !== undefined) return { ...object, [segment]: next } as T;
    return Object.fromEntries(Object.entries(object).filter(([key]) => key !== segment)) as T;
  }
  const list: unknown[] = Array.isArray(value) ? [...(value as unknown[])] : [];
  const index = typeof segment === "number" ? segment : indexOf(list, segment);
  const next = set(list[index], rest, to);
  if (next === undefined) return list.filter((_, at) => at !== index) as T;
  if (index < 0) list.push(next);
  else list[index] = next;
  return list as T;
}

/** A copy in which `change` has replaced every existing value whose path matches the pattern. */
export function replaceAt(value: unknown, pattern: string, change: (value: unknown) => unknown): unknown {
  const walk = (at: unknown, wanted: readonly Step[]): unknown => {
    const [step, ...rest] = wanted;
    if (!step) return at === undefined || at === null ? at : change(at);
    if (Array.isArray(at)) {
      return at.map((entry, index) => {
        const here = "any" in step ? step.any === "item" : entryFits(step.segment, entry, index);
        return here ? walk(entry, rest) : (entry as unknown);
      });
    }
    if (!isObject(at)) return at;
    return Object.fromEntries(
      Object.entries(at).map(([key, entry]) => [key, stepFits(step, key) ? walk(entry, rest) : entry]),
    );
  };
  return walk(value, steps(pattern));
}

function entryFits(segment: Segment, entry: unknown, index: number): boolean {
  if (typeof segment === "object") return isObject(entry) && entry[segment.key] === segment.value;
  return segment === index;
}

/** A copy with a default: set only if there is no value at the path and no parent is unknown or missing. */
export function setDefault(value: JsonObject, place: string, to: unknown): JsonObject {
  const path = parse(place);
  if (get(value, path) !== undefined) return value;
  const parent = get(value, path.slice(0, -1));
  return isObject(parent) ? set(value, path, to) : value;
}
