import { hiddenPlaces } from "./args";
import type { AnyDefinition, Context } from "../resources/definition";
import { factsOf } from "../resources/fields";
import { withoutMark } from "./mark";
import type { JsonObject, Segment } from "../values/propertyPath";
import { covers, fits, isObject, replaceAt, setDefault } from "../values/propertyPath";
import { containsUnknown, isUnknown } from "../values/unknown";

/** AEP does not distinguish absent values, null, and empty texts, lists and objects. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.values(value).every(isEmpty);
}

/** Inputs in their stored form: with defaults, converted, without nulls. Unknown values stay as they are. */
export function canonical(definition: AnyDefinition, inputs: JsonObject): JsonObject {
  const { by } = definition.find;
  const text = typeof by === "string" ? inputs[by] : undefined;
  // A text that was copied from the AEP UI may carry the mark of another resource.
  const unmarked = typeof text === "string" ? { ...inputs, [by as string]: withoutMark(text) } : inputs;
  const coerced = coerce(definition, unmarked);
  return [...factsOf(definition, "default")].reduce(
    (values, [place, value]) => setDefault(values, place, value),
    coerced,
  );
}

/** Args from a program or from AEP in the stored spelling, without nulls. */
export function coerce(definition: AnyDefinition, values: JsonObject): JsonObject {
  const given = withoutNulls(values);
  return [...factsOf(definition, "coerce")].reduce(
    (all, [place, change]) =>
      replaceAt(all, place, (value) => (isUnknown(value) ? value : change(value))) as JsonObject,
    definition.override?.coerce?.(given) ?? given,
  );
}

function withoutNulls(value: JsonObject): JsonObject {
  const clean = (entry: unknown): unknown => {
    if (Array.isArray(entry)) return entry.map(clean);
    return isObject(entry) ? withoutNulls(entry) : entry;
  };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== null && entry !== undefined)
      .map(([key, entry]) => [key, clean(entry)]),
  );
}

export function keyOf(definition: AnyDefinition, path: readonly Segment[]): string | undefined {
  return factAt(factsOf(definition, "key"), path);
}

function isUnordered(definition: AnyDefinition, path: readonly Segment[]): boolean {
  return factAt(factsOf(definition, "unordered"), path) === true;
}

function factAt<Fact>(facts: ReadonlyMap<string, Fact>, path: readonly Segment[]): Fact | undefined {
  for (const [place, fact] of facts) if (fits(place, path)) return fact;
  return undefined;
}

/** The entries of a list by their author. Every entry of another value is the program's. */
function byAuthor(definition: AnyDefinition, path: readonly Segment[], value: unknown) {
  const fact = [...factsOf(definition, "addedByAep")].find(([place]) => covers(place, path));
  if (!fact || !Array.isArray(value)) return { ofProgram: value, ofAep: [] };
  const isAdded = (entry: unknown) => fact[1](entry, path);
  return { ofProgram: value.filter((entry) => !isAdded(entry)), ofAep: value.filter(isAdded) };
}

/** The program's value for a write, with the entries that AEP has added to its own list. */
export function withAdded(
  definition: AnyDefinition,
  path: readonly Segment[],
  written: unknown,
  live: unknown,
): unknown {
  const { ofAep } = byAuthor(definition, path, live);
  if (ofAep.length === 0 || !(written === undefined || Array.isArray(written))) return written;
  const { ofProgram } = byAuthor(definition, path, written ?? []);
  return [...(ofProgram as unknown[]), ...ofAep];
}

/** Whether two values are equal, by the rules of the field at that path. */
export function same(
  definition: AnyDefinition,
  path: readonly Segment[],
  one: unknown,
  other: unknown,
  context: Context,
): boolean {
  const [written, live] = [one, other].map((value) => byAuthor(definition, path, value).ofProgram);
  if (isEmpty(written) && isEmpty(live)) return true;
  const rule = factAt(factsOf(definition, "same"), path);
  if (rule && !containsUnknown(written) && rule(written, live, context)) return true;
  if (Array.isArray(written) && Array.isArray(live))
    return sameList(definition, path, written, live, context);
  if (isObject(written) && isObject(live)) {
    const keys = new Set([...Object.keys(written), ...Object.keys(live)]);
    return [...keys].every((key) => same(definition, [...path, key], written[key], live[key], context));
  }
  return written === live;
}

function sameList(
  definition: AnyDefinition,
  path: readonly Segment[],
  written: unknown[],
  live: unknown[],
  context: Context,
): boolean {
  if (written.length !== live.length) return false;
  if (isUnordered(definition, path)) {
    const rest = [...live];
    return written.every((entry) => {
      const at = rest.findIndex((other) => same(definition, [...path, 0], entry, other, context));
      return at >= 0 && rest.splice(at, 1).length === 1;
    });
  }
  const key = keyOf(definition, path);
  if (key === undefined) {
    return written.every((entry, index) => same(definition, [...path, index], entry, live[index], context));
  }
  return written.every((entry) => {
    const item = itemOf(entry, key);
    return same(definition, [...path, item], entry, itemIn(live, item), context);
  });
}

export function itemOf(entry: unknown, key: string): { key: string; value: string } {
  return { key, value: isObject(entry) ? String(entry[key]) : "" };
}

export function itemIn(list: unknown, item: { key: string; value: string }): unknown {
  if (!Array.isArray(list)) return undefined;
  return list.find((entry) => isObject(entry) && String(entry[item.key]) === item.value) as unknown;
}

/**
 * The values of AEP for the fields that the program wrote. Fields that only AEP has are omitted, hidden values stay as the
 * program wrote them, and equal values keep the program's spelling.
 */
export function project(
  definition: AnyDefinition,
  written: JsonObject,
  live: JsonObject,
  context: Context,
  keptPatterns: readonly string[] = hiddenPlaces(definition, written),
): JsonObject {
  const at = (path: readonly Segment[], mine: unknown, theirs: unknown): unknown => {
    if (keptPatterns.some((pattern) => covers(pattern, path))) return mine;
    if (same(definition, path, mine, theirs, context)) return mine;
    if (isObject(mine)) {
      if (theirs !== undefined && !isObject(theirs)) return theirs;
      const entries = Object.entries(mine)
        .map(
          ([key, value]) =>
            [key, at([...path, key], value, isObject(theirs) ? theirs[key] : undefined)] as const,
        )
        .filter(([, value]) => value !== undefined);
      return entries.length === 0 && theirs === undefined ? undefined : Object.fromEntries(entries);
    }
    if (Array.isArray(mine) && Array.isArray(theirs)) return list(path, mine, theirs);
    // A value of another type, or none, is no reason to replace the object.
    const replaces = [...factsOf(definition, "replaces").keys()].some((place) => covers(place, path));
    return replaces && (theirs === undefined || typeof theirs !== typeof mine) ? mine : theirs;
  };
  const list = (path: readonly Segment[], mine: unknown[], theirs: unknown[]): unknown => {
    const key = keyOf(definition, path);
    if (key !== undefined) {
      const kept = mine.map((entry) => {
        const item = itemOf(entry, key);
        return at([...path, item], entry, itemIn(theirs, item));
      });
      const added = theirs.filter((entry) => itemIn(mine, itemOf(entry, key)) === undefined);
      return [...kept.filter((entry) => entry !== undefined), ...added];
    }
    const known = byAuthor(definition, path, theirs).ofProgram as unknown[];
    if (mine.length !== known.length || isUnordered(definition, path)) return known;
    return mine.map((entry, index) => at([...path, index], entry, known[index]));
  };
  return (at([], written, live) ?? {}) as JsonObject;
}
