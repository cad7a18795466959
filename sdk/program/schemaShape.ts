import { createRequire } from "node:module";
import type * as xdm from "../../provider/xdm";
import type { Shape, SchemaParts } from "../../provider/xdm";
import { valueAt, type Declared, declaredBy, isPending, isPlainObject, listAt } from "./declared";

const load = createRequire(__filename);

/** The parts of a schema of the program: its class and field groups. */
export interface Composition {
  readonly parts: SchemaParts;
  /** A part is not known. It may add any field to any object. */
  readonly unknown: boolean;
  /** A class or field group of the program has fields that are not known yet. */
  readonly ownUnknown: boolean;
}

type JsonSchema = Readonly<Record<string, unknown>>;

interface Part {
  readonly id: string;
  /** The fields, if the program declares the part. */
  readonly own?: JsonSchema;
  readonly unknown?: true;
  readonly ownUnknown?: boolean;
}

/** Undefined for a schema that the program does not declare: the provider reads it from the Schema Registry. */
export function compositionOf(schema: Declared | undefined): Composition | undefined {
  return schema?.kind === "Schema" ? composeParts(schema.args) : undefined;
}

export function shapeOf(composition: Composition | undefined): Shape {
  if (composition === undefined) return { open: true };
  const shape = xdmFacts().shapeOf(composition.parts);
  return composition.unknown ? withOpenObjects(shape) : shape;
}

let facts: typeof xdm | undefined;

function xdmFacts(): typeof xdm {
  return (facts ??= load("../../provider/xdm") as typeof xdm);
}

function composeParts(schema: unknown): Composition {
  const fieldGroups = listAt(schema, "fieldGroups");
  const allOf = listAt(schema, "allOf");
  const parts = [
    ...(valueAt(schema, "class") === undefined ? [] : [valueAt(schema, "class")]),
    ...(fieldGroups ?? []),
    ...(allOf ?? []).map((item) => valueAt(item, "$ref")),
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

/** A class or field group: a standard one by its `$id`, one of the program by `key`, since it has no `$id` yet. */
function partOf(reference: unknown, key: string): Part {
  const standard = typeof reference === "string" && xdmFacts().standardField(reference) !== undefined;
  if (standard) return { id: reference };
  const { kind, args } = declaredBy(reference) ?? {};
  const behavior = valueAt(args, "behavior");
  const properties = valueAt(args, "properties");
  const fields = open({ properties });
  if (kind === "FieldGroup") return { id: key, own: fields, ownUnknown: hasPending(properties) };
  if (kind === "SchemaClass" && (behavior === "record" || behavior === "time-series")) {
    const own = { allOf: [{ $ref: `https://ns.adobe.com/xdm/data/${behavior}` }, fields] };
    return { id: key, own, ownUnknown: hasPending(properties) };
  }
  return { id: key, unknown: true };
}

/** A JSON Schema in which a field that is not known has an empty schema, which allows any value. */
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

/** The same shape, but each object may have other fields too. */
function withOpenObjects(shape: Shape, made = new Map<Shape, Shape>()): Shape {
  const known = made.get(shape);
  if (known) return known;
  const { properties, items, values } = shape;
  const below = (field: Shape) => withOpenObjects(field, made);
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
