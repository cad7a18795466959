import { createRequire } from "node:module";
import type * as xdm from "../../provider/xdm";
import type { Shape, SchemaParts } from "../../provider/xdm";
import { at, type Declared, declaredBy, isPending, isPlainObject, listAt } from "./declared";

const load = createRequire(__filename);

/** What a schema of the program is composed of. */
export interface Composition {
  readonly parts: SchemaParts;
  /** A part of which nothing is known may add any field to any object. */
  readonly unknown: boolean;
  /** A class or field group of the program has fields that only the run can tell. */
  readonly ownUnknown: boolean;
}

type JsonSchema = Readonly<Record<string, unknown>>;

interface Part {
  readonly id: string;
  /** The fields of a part that the program declares itself. */
  readonly own?: JsonSchema;
  readonly unknown?: true;
  readonly ownUnknown?: boolean;
}

/** Nothing of what is no schema of the program: the registry may know it, which only the provider asks. */
export function compositionOf(schema: Declared | undefined): Composition | undefined {
  return schema?.kind === "Schema" ? composed(schema.args) : undefined;
}

export function shapeOf(composition: Composition | undefined): Shape {
  if (composition === undefined) return { open: true };
  const shape = xdmFacts().shapeOf(composition.parts);
  return composition.unknown ? loosened(shape) : shape;
}

let facts: typeof xdm | undefined;

function xdmFacts(): typeof xdm {
  return (facts ??= load("../../provider/xdm") as typeof xdm);
}

function composed(schema: unknown): Composition {
  const fieldGroups = listAt(schema, "fieldGroups");
  const allOf = listAt(schema, "allOf");
  const parts = [
    ...(at(schema, "class") === undefined ? [] : [at(schema, "class")]),
    ...(fieldGroups ?? []),
    ...(allOf ?? []).map((item) => at(item, "$ref")),
  ].map((reference, index) => partOf(reference, `part:${index}`));
  return {
    parts: {
      allOf: parts.map(({ id }) => ({ $ref: id })),
      resources: Object.fromEntries(parts.flatMap(({ id, own }) => (own ? [[id, own]] : []))),
    },
    unknown: fieldGroups === undefined || allOf === undefined || parts.some(({ unknown }) => unknown),
    ownUnknown: parts.some(({ ownUnknown }) => ownUnknown),
  };
}

/** A class or field group by its `$id` or, as the program's own has none yet, under `key`. */
function partOf(reference: unknown, key: string): Part {
  const standard = typeof reference === "string" && xdmFacts().standardField(reference) !== undefined;
  if (standard) return { id: reference };
  const { kind, args } = declaredBy(reference) ?? {};
  const behavior = at(args, "behavior");
  const properties = at(args, "properties");
  const fields = open({ properties });
  if (kind === "FieldGroup") return { id: key, own: fields, ownUnknown: hasPending(properties) };
  if (kind === "SchemaClass" && (behavior === "record" || behavior === "time-series")) {
    const own = { allOf: [{ $ref: `https://ns.adobe.com/xdm/data/${behavior}` }, fields] };
    return { id: key, own, ownUnknown: hasPending(properties) };
  }
  return { id: key, unknown: true };
}

/** A JSON Schema in which each field that is not known says nothing, so that it may be anything. */
function open(schema: unknown): JsonSchema {
  if (!isPlainObject(schema)) return {};
  const entries = Object.entries(schema).filter(([key]) => key !== "title" && key !== "description");
  if (entries.some(([, value]) => isPending(value) || (Array.isArray(value) && value.some(isPending)))) {
    return {};
  }
  return Object.fromEntries(entries.map(([key, value]) => [key, openBelow(key, value)]));
}

function openBelow(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => (isPlainObject(item) ? open(item) : item));
  if (!isPlainObject(value)) return value;
  if (key !== "properties" && key !== "definitions") return open(value);
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, open(field)]));
}

function hasPending(value: unknown): boolean {
  if (isPending(value)) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hasPending);
}

/** The same fields, in each object of which there may be others. */
function loosened(shape: Shape, made = new Map<Shape, Shape>()): Shape {
  const known = made.get(shape);
  if (known) return known;
  const { properties, items, values } = shape;
  const below = (field: Shape) => loosened(field, made);
  const loose: Shape = {
    ...shape,
    ...(properties
      ? {
          open: true,
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, field]) => [name, below(field)]),
          ),
        }
      : {}),
    ...(items ? { items: below(items) } : {}),
    ...(values ? { values: below(values) } : {}),
  };
  made.set(shape, loose);
  return loose;
}
