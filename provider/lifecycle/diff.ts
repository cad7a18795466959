import { argsIn } from "./args";
import { same } from "./canonical";
import type { AnyDefinition, Context } from "../resources/definition";
import { factsOf } from "../resources/fields";
import { InvalidInput } from "../api/errors";
import { get, getAt, isObject, type JsonObject, leadsTo, parse, type Segment } from "../values/propertyPath";
import { containsUnknown, isUnknown } from "../values/unknown";

export interface Difference {
  replaces: string[];
  deleteBeforeReplace?: boolean;
}

/**
 * Finds the changes that replace the object. The engine finds the other changes itself: it compares inputs field by field and
 * honours `ignoreChanges`. No HTTP, because the engine runs diffs one after another.
 */
export function diff(
  definition: AnyDefinition,
  now: number,
  olds: JsonObject,
  news: JsonObject,
  mayRefuse = true,
): Difference {
  const context: Context = { now, state: olds };
  const [before, after] = [argsIn(definition, olds), argsIn(definition, news)];
  const replaces = [...factsOf(definition, "replaces").keys(), "sandbox"].filter((place) =>
    differs(definition, parse(place), getAt(before, place), placeIn(after, parse(place)), context),
  );
  const refusal = mayRefuse ? definition.refuseChange?.(before, after, replaces, context) : undefined;
  if (refusal !== undefined) throw new InvalidInput(refusal);
  const first = replaces.length > 0 && definition.deleteBeforeReplace === true;
  return first ? { replaces, deleteBeforeReplace: true } : { replaces };
}

/** The value at the place, or the unknown value that contains the place. */
function placeIn(values: unknown, path: readonly Segment[]): unknown {
  for (let length = 0; length < path.length; length++) {
    const above = get(values, path.slice(0, length));
    if (isUnknown(above)) return above;
  }
  return get(values, path);
}

function linkAtOrBelow(definition: AnyDefinition, path: readonly Segment[]): boolean {
  return [...factsOf(definition, "linksTo").keys()].some((place) => leadsTo(place, path));
}

/** An id becomes unknown when its object is created or replaced. Other unknown values may turn out to be unchanged. */
function differs(
  definition: AnyDefinition,
  path: readonly Segment[],
  old: unknown,
  value: unknown,
  context: Context,
): boolean {
  // If the engine deletes before it replaces, the whole field of a dependent is unknown, not only the id inside it.
  if (isUnknown(value)) return old !== undefined && linkAtOrBelow(definition, path);
  if (!containsUnknown(value)) return !same(definition, path, value, old, context);
  if (Array.isArray(value)) {
    const olds: unknown[] = Array.isArray(old) ? old : [];
    if (olds.length !== value.length) return true;
    return value.some((entry, index) => differs(definition, [...path, index], olds[index], entry, context));
  }
  const [before, after] = [isObject(old) ? old : {}, isObject(value) ? value : {}];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].some((key) => differs(definition, [...path, key], before[key], after[key], context));
}
