import type { PatchOperation as Operation } from "../resources/override";
import type { JsonObject, Segment } from "../values/propertyPath";
import { get, isObject } from "../values/propertyPath";

function pointer(path: readonly (string | number)[]): string {
  return path.map((part) => `/${String(part).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

/**
 * The operations that apply `changes` of the wanted body to the live one. A keyed item is patched as a whole, at the position
 * that it has in AEP. `add` includes the topmost missing parent, because AEP refuses to add below a missing parent.
 */
export function patch(live: JsonObject, wanted: JsonObject, changes: readonly Segment[][]): Operation[] {
  const operations = new Map<string, Operation>();
  for (const [index, change] of changes.entries()) {
    const operation = operationFor(live, wanted, change);
    if (!operation) continue;
    // Several changes may need one operation, but each item that is appended to a list needs its own.
    operations.set(operation.path.endsWith("/-") ? `${operation.path}${index}` : operation.path, operation);
  }
  return inOrder([...operations.values()]);
}

function operationFor(
  live: JsonObject,
  wanted: JsonObject,
  change: readonly Segment[],
): Operation | undefined {
  const at: (string | number)[] = [];
  let current: unknown = live;
  for (const [index, segment] of change.entries()) {
    const place = change.slice(0, index + 1);
    const isItem = typeof segment === "object";
    const position = isItem ? positionOf(current, segment) : segment;
    const parent = current;
    current = get(current, [segment]);
    const value = get(wanted, place);
    if (current === undefined || current === null) {
      if (value === undefined) return removal(parent, segment, at);
      return {
        op: hasKey(parent, segment) ? "replace" : "add",
        path: pointer([...at, position]),
        value,
      };
    }
    at.push(position);
    if (isItem || index === change.length - 1 || !(isObject(current) || Array.isArray(current))) {
      return value === undefined
        ? { op: "remove", path: pointer(at) }
        : { op: "replace", path: pointer(at), value };
    }
  }
  return undefined;
}

/** True if the key is there, even with null: then its value is replaced, not added. */
function hasKey(parent: unknown, segment: Segment): boolean {
  return typeof segment === "string" && isObject(parent) && segment in parent;
}

function removal(parent: unknown, segment: Segment, at: (string | number)[]): Operation | undefined {
  return typeof segment === "string" && isObject(parent) && segment in parent && parent[segment] !== null
    ? { op: "remove", path: pointer([...at, segment]) }
    : undefined;
}

function positionOf(list: unknown, item: { key: string; value: string }): string | number {
  if (!Array.isArray(list)) return 0;
  const index = list.findIndex((entry) => isObject(entry) && entry[item.key] === item.value);
  return index < 0 ? "-" : index;
}

/** Removals come last, from the end of each list, so that no operation shifts the position of a later one. */
function inOrder(operations: Operation[]): Operation[] {
  const removals = operations.filter(({ op }) => op === "remove");
  const position = ({ path }: Operation) => Number(/(\d+)$/.exec(path)?.[1] ?? -1);
  return [
    ...operations.filter(({ op }) => op !== "remove"),
    ...removals.sort((one, other) => position(other) - position(one)),
  ];
}
