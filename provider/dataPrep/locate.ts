import type { Field, Shape } from "../xdm";
import type { Path, Segment } from "./path";

/** The result of following a path. */
export type Place = Found | Missing | { readonly kind: "unknown" };

export interface Found {
  readonly kind: "found";
  readonly field: Field;
  /** The path passes a list: the field exists once for each item. */
  readonly perItem: boolean;
}

export interface Missing {
  readonly kind: "missing";
  /** Position of the name that is missing, or that is not a list. */
  readonly position: number;
  readonly parent: Field;
  readonly notAList: boolean;
}

/** Follows a path. A list needs no index: `productListItems.SKU` means the field of each item. */
export function locate(shape: Shape, path: Path): Place {
  let field = shape;
  let perItem = false;
  for (const [position, segment] of path.entries()) {
    const list = itemsBehind(field);
    perItem ||= list !== field || segment.indexes.includes("*");
    const next = below(list, segment.name);
    if (next === undefined) {
      return isOpen(list)
        ? { kind: "unknown" }
        : { kind: "missing", position, parent: list, notAList: false };
    }
    const item = indexed(next, segment);
    if (item === undefined) return { kind: "missing", position, parent: next, notAList: true };
    field = item;
  }
  return { kind: "found", field, perItem };
}

/** The field with a name; undefined if there is none. */
export function below(field: Field, name: string): Field | undefined {
  if (field.properties && Object.hasOwn(field.properties, name)) return field.properties[name];
  return field.type === "map" ? (field.values ?? {}) : undefined;
}

function indexed(field: Field, { indexes }: Segment): Field | undefined {
  let item = field;
  for (const _index of indexes) {
    if (item.type !== "array" && !isOpen(item)) return undefined;
    item = item.type === "array" ? (item.items ?? {}) : item;
  }
  return item;
}

function itemsBehind(field: Field): Field {
  let item = field;
  while (item.type === "array") item = item.items ?? {};
  return item;
}

function isOpen(field: Field): boolean {
  return field.open === true || field.type === undefined;
}
