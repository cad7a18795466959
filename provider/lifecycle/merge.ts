import { hiddenPlaces } from "./args";
import { find, isEmpty, itemOf, keyOf, project, same } from "./canonical";
import type { AnyDefinition, Context } from "../resources/definition";
import type { JsonObject, Segment } from "../values/propertyPath";
import { covers, fits, get, isObject, set, show } from "../values/propertyPath";

export interface Merge {
  /** Places where the program changed something that AEP does not hold yet. */
  changes: Segment[][];
  /** Places that the program and somebody else changed to different values. */
  conflicts: string[];
  /** What AEP holds, with our changes in it. */
  merged: JsonObject;
}

/** The paths of all leaves of either value. Lists without a key are leaves, and so is whatever is empty. */
function leafPaths(
  definition: AnyDefinition,
  base: unknown,
  ours: unknown,
  writeOnly: readonly string[],
  path: Segment[] = [],
): Segment[][] {
  // AEP may mask an object as a whole: what stands inside could not be put into it.
  if (writeOnly.some((pattern) => covers(pattern, path))) return [path];
  // Where a rule of its own says what is equal, the parts say nothing.
  if (Object.keys(definition.same ?? {}).some((pattern) => fits(pattern, path))) return [path];
  // In a PUT, what the server added below goes with what the program removes.
  if (definition.update === "put" && path.length > 1 && ours === undefined) return [path];
  const key = keyOf(definition, path);
  if (key !== undefined && (Array.isArray(base) || Array.isArray(ours))) {
    const lists = [base, ours].map((list) => (Array.isArray(list) ? (list as unknown[]) : []));
    const values = new Set(lists.flat().map((entry) => itemOf(entry, key).value));
    return [...values].flatMap((value) => {
      const item = { key, value };
      const [was, wanted] = [find(lists[0], item), find(lists[1], item)];
      // An item comes and goes as a whole.
      if (was === undefined || wanted === undefined) return [[...path, item]];
      return leafPaths(definition, was, wanted, writeOnly, [...path, item]);
    });
  }
  const objects = [base, ours].filter(isObject);
  if (objects.length === 0 || [base, ours].some((value) => !isObject(value) && !isEmpty(value)))
    return [path];
  const keys = new Set(objects.flatMap((value) => Object.keys(value)));
  return [...keys].flatMap((name) =>
    leafPaths(definition, get(base, [name]), get(ours, [name]), writeOnly, [...path, name]),
  );
}

/**
 * Three-way: `base` is what we last saw, `theirs` what AEP holds now, `ours` what the program wants. Only places where
 * ours differs from base count; write-only places cannot be seen in theirs and compare ours with base alone.
 */
export function threeWay(
  definition: AnyDefinition,
  base: JsonObject,
  theirs: JsonObject,
  ours: JsonObject,
  context: Context,
): Merge {
  const writeOnly = [base, ours].flatMap((args) => hiddenPlaces(definition, args));
  const seen = (shape: unknown, path: Segment[]): unknown => {
    const value = get(theirs, path);
    if (!isObject(shape) && !Array.isArray(shape)) return value;
    return get(project(definition, set({}, path, shape), set({}, path, value), context, []), path);
  };
  const result: Merge = { changes: [], conflicts: [], merged: theirs };
  for (const path of leafPaths(definition, base, ours, writeOnly)) {
    const [was, wanted] = [get(base, path), get(ours, path)];
    const hidden = writeOnly.some((pattern) => covers(pattern, path));
    // A PUT sends everything: what says the same goes in the program's spelling, of which AEP's may be a poorer one.
    if (
      definition.update === "put" &&
      !hidden &&
      same(definition, path, wanted, seen(wanted, path), context)
    ) {
      result.merged = set(result.merged, path, wanted);
    }
    if (same(definition, path, wanted, was, context)) continue;
    if (!hidden) {
      if (same(definition, path, wanted, seen(wanted, path), context)) continue;
      // What the program never spoke of was AEP's to fill.
      const untouched = isEmpty(was) || same(definition, path, was, seen(was, path), context);
      if (!untouched) result.conflicts.push(show(path));
    }
    result.changes.push(path);
    result.merged = set(result.merged, path, wanted);
  }
  // A PUT sends its lists whole, and so in the order of the program.
  if (definition.update === "put") result.merged = inOrderOf(definition, ours, result.merged);
  return result;
}

/** What the program does not speak of comes last. */
function inOrderOf({ keyed = {} }: AnyDefinition, ours: JsonObject, merged: JsonObject): JsonObject {
  return Object.entries(keyed).reduce((values, [name, key]) => {
    const [wanted, list] = [ours[name], values[name]];
    if (!Array.isArray(wanted) || !Array.isArray(list)) return values;
    const keys = wanted.map((entry) => itemOf(entry, key).value);
    const rank = (entry: unknown) => {
      const at = keys.indexOf(itemOf(entry, key).value);
      return at < 0 ? keys.length : at;
    };
    return { ...values, [name]: [...(list as unknown[])].sort((one, other) => rank(one) - rank(other)) };
  }, merged);
}
