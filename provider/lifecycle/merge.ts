import { hiddenPlaces } from "./args";
import { itemIn, isEmpty, itemOf, keyOf, project, same, withAdded } from "./canonical";
import type { AnyDefinition, Context } from "../resources/definition";
import { factsOf } from "../resources/fields";
import type { JsonObject, Segment } from "../values/propertyPath";
import { covers, fits, get, isObject, set, show } from "../values/propertyPath";

/** Three states of an object's args: the last known args, those in AEP now, and those of the program. */
export interface ThreeWay {
  base: JsonObject;
  theirs: JsonObject;
  ours: JsonObject;
}

export interface Comparison {
  /** Paths that the program changed and that AEP does not have yet. */
  changes: Segment[][];
  /** Paths at which AEP already has the value of the program, perhaps in another spelling. */
  equal: Segment[][];
  /** Paths that the program and somebody else changed to different values. */
  conflicts: string[];
}

/**
 * Compares each path of `base` and `ours`. Only paths at which they differ are changes. AEP does not show hidden places, so
 * `theirs` does not contain them.
 */
export function compare(
  definition: AnyDefinition,
  { base, theirs, ours }: ThreeWay,
  context: Context,
): Comparison {
  const hiddenPatterns = [base, ours].flatMap((args) => hiddenPlaces(definition, args));
  const inTheirs = (args: JsonObject) => {
    const projected = project(definition, args, theirs, context, []);
    return (path: Segment[]) => {
      const value = get(args, path);
      return get(isObject(value) || Array.isArray(value) ? projected : theirs, path);
    };
  };
  const [liveForBase, liveForOurs] = [inTheirs(base), inTheirs(ours)];
  const result: Comparison = { changes: [], equal: [], conflicts: [] };
  for (const path of leafPaths(definition, base, ours, hiddenPatterns)) {
    const [was, wanted] = [get(base, path), get(ours, path)];
    const hidden = hiddenPatterns.some((pattern) => covers(pattern, path));
    if (!hidden && same(definition, path, wanted, liveForOurs(path), context)) result.equal.push(path);
    else if (!same(definition, path, wanted, was, context)) {
      result.changes.push(path);
      // An arg that the program never set was AEP's to fill.
      const unchanged = hidden || isEmpty(was) || same(definition, path, was, liveForBase(path), context);
      if (!unchanged) result.conflicts.push(show(path));
    }
  }
  return result;
}

/** For a PATCH: the args that AEP has, with the program's changes. */
export function merge(
  definition: AnyDefinition,
  { theirs, ours }: ThreeWay,
  { changes }: Comparison,
): JsonObject {
  return withPathsOf(definition, ours, changes, theirs);
}

/**
 * For a PUT, which sends all args: those that AEP has, with the program's changes, in the program's spelling (AEP's may have
 * less) and with keyed lists in the program's order.
 */
export function overlay(
  definition: AnyDefinition,
  { theirs, ours }: ThreeWay,
  { changes, equal }: Comparison,
): JsonObject {
  const args = withPathsOf(definition, ours, [...equal, ...changes], theirs);
  return [...factsOf(definition, "key")].reduce((values, [name, key]) => {
    const [wanted, list] = [ours[name], values[name]];
    if (!Array.isArray(wanted) || !Array.isArray(list)) return values;
    return { ...values, [name]: inOrderOf(wanted, list, key) };
  }, args);
}

function withPathsOf(
  definition: AnyDefinition,
  ours: JsonObject,
  paths: readonly Segment[][],
  theirs: JsonObject,
): JsonObject {
  const valueAt = (path: Segment[]) => withAdded(definition, path, get(ours, path), get(theirs, path));
  return paths.reduce((values, path) => set(values, path, valueAt(path)), theirs);
}

/** Items that the program does not have come last. */
function inOrderOf(wanted: readonly unknown[], list: readonly unknown[], key: string): unknown[] {
  const keys = wanted.map((entry) => itemOf(entry, key).value);
  const rank = (entry: unknown) => {
    const index = keys.indexOf(itemOf(entry, key).value);
    return index < 0 ? keys.length : index;
  };
  return [...list].sort((one, other) => rank(one) - rank(other));
}

/** The paths of all leaves of either value. A list without a key is a leaf, and so is an empty value. */
function leafPaths(
  definition: AnyDefinition,
  base: unknown,
  ours: unknown,
  hiddenPatterns: readonly string[],
  path: Segment[] = [],
): Segment[][] {
  // AEP may mask an object as a whole: nothing can be put into a mask.
  if (hiddenPatterns.some((pattern) => covers(pattern, path))) return [path];
  // A kind's own rule compares the whole value.
  if ([...factsOf(definition, "same").keys()].some((place) => fits(place, path))) return [path];
  // A PUT removes an object together with what AEP added to it.
  if (definition.update.method === "PUT" && path.length > 1 && ours === undefined) return [path];
  const below = (segment: Segment) =>
    leafPaths(definition, get(base, [segment]), get(ours, [segment]), hiddenPatterns, [...path, segment]);
  const key = keyOf(definition, path);
  if (key !== undefined && (Array.isArray(base) || Array.isArray(ours))) {
    return itemsOf([base, ours], key).flatMap((item) => {
      // An item is added or removed as a whole.
      if (itemIn(base, item) === undefined || itemIn(ours, item) === undefined) return [[...path, item]];
      return below(item);
    });
  }
  const objects = [base, ours].filter(isObject);
  if (objects.length === 0 || [base, ours].some((value) => !isObject(value) && !isEmpty(value)))
    return [path];
  return [...new Set(objects.flatMap((value) => Object.keys(value)))].flatMap(below);
}

function itemsOf(lists: readonly unknown[], key: string): { key: string; value: string }[] {
  const entries = lists.flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  return [...new Set(entries.map((entry) => itemOf(entry, key).value))].map((value) => ({ key, value }));
}
