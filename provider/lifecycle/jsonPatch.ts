import type { JsonObject, Segment } from "../values/propertyPath";
import { get, isObject } from "../values/propertyPath";

/** One operation of RFC 6902, of the three that Flow Service takes (Adobe: "Update a connection", JSON Patch). */
export interface Operation {
  op: "add" | "replace" | "remove";
  path: string;
  value?: unknown;
}

function pointer(path: readonly (string | number)[]): string {
  return path.map((part) => `/${String(part).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

/**
 * The operations that carry `changes` from the live body to the wanted one. A keyed item is patched as a whole, at the
 * position where AEP holds it; `add` takes the topmost missing parent with it, since AEP refuses to add below nothing.
 */
export function patch(live: JsonObject, wanted: JsonObject, changes: readonly Segment[][]): Operation[] {
  const operations = new Map<string, Operation>();
  for (const [index, change] of changes.entries()) {
    const operation = operationFor(live, wanted, change);
    if (!operation) continue;
    // Several changes may meet in one operation; each item at the end of a list is one of its own.
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
  let held: unknown = live;
  for (const [index, segment] of change.entries()) {
    const place = change.slice(0, index + 1);
    const isItem = typeof segment === "object";
    const position = isItem ? positionOf(held, segment) : segment;
    const parent = held;
    held = get(held, [segment]);
    const value = get(wanted, place);
    if (held === undefined || held === null) {
      if (value === undefined) return removal(parent, segment, at);
      return {
        op: parentTakes(parent, segment) ? "replace" : "add",
        path: pointer([...at, position]),
        value,
      };
    }
    at.push(position);
    if (isItem || index === change.length - 1 || !(isObject(held) || Array.isArray(held))) {
      return value === undefined
        ? { op: "remove", path: pointer(at) }
        : { op: "replace", path: pointer(at), value };
    }
  }
  return undefined;
}

/** A null stands where a value could: it is replaced, not added. */
function parentTakes(parent: unknown, segment: Segment): boolean {
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

/** Removals come last and from the back, so that no operation moves the place of a later one. */
function inOrder(operations: Operation[]): Operation[] {
  const removals = operations.filter(({ op }) => op === "remove");
  const position = ({ path }: Operation) => Number(/(\d+)$/.exec(path)?.[1] ?? -1);
  return [
    ...operations.filter(({ op }) => op !== "remove"),
    ...removals.sort((one, other) => position(other) - position(one)),
  ];
}
