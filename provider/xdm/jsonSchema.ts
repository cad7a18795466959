import { merged, unknownField, type Field, type FieldType } from "./field";

/** A JSON Schema, as far as the Schema Registry uses it. */
export interface JsonSchema {
  readonly [key: string]: unknown;
}

/** The resource behind a `$ref`: its JSON Schema, a field that is known already, or undefined. */
export type Resolve = (id: string) => { schema: JsonSchema } | { field: Field } | undefined;

interface Scope {
  /** The resource in which references such as `#/definitions/customFields` are looked up. */
  readonly root: JsonSchema;
  readonly resolve: Resolve;
  /** The types that contain the current one. A type that contains itself is not followed again. */
  readonly open: readonly JsonSchema[];
  readonly depth: number;
}

/** No field of XDM is that deep. Deeper fields are not converted, so that the stack does not overflow. */
const depthLimit = 100;

export function fieldOf(schema: JsonSchema, resolve: Resolve): Field {
  return convert(schema, { root: schema, resolve, open: [], depth: 0 });
}

function convert(schema: JsonSchema, outer: Scope): Field {
  if (outer.depth >= depthLimit) return unknownField;
  const scope = { ...outer, depth: outer.depth + 1 };
  const parts = records(schema["allOf"]).map((part) => convert(part, scope));
  if (typeof schema["$ref"] === "string") parts.push(referred(schema["$ref"], scope));
  if (schema["oneOf"] !== undefined || schema["anyOf"] !== undefined) parts.push(unknownField);
  const required = strings(schema["required"]);
  return parts.reduce(merged, { ...own(schema, scope), ...(required.length > 0 ? { required } : {}) });
}

/** The fields of the schema itself, without its parts. */
function own(schema: JsonSchema, scope: Scope): Field {
  const properties = record(schema["properties"]);
  const composed = schema["allOf"] !== undefined || schema["$ref"] !== undefined;
  const values = record(schema["additionalProperties"]);
  const type = typeOf(schema);
  if (type === "array") {
    const items = record(schema["items"]);
    return { type, items: items ? convert(items, scope) : unknownField };
  }
  // The registry returns an object without fields if it does not return its fields.
  const empty = schema["type"] === "object" && Object.keys(properties ?? {}).length === 0;
  if (properties && !empty) return objectOf(schema, properties, scope);
  if (type === "map" || (type === "object" && values)) {
    return { type: "map", values: values ? convert(values, scope) : unknownField };
  }
  if (type === "object") return composed ? { type } : { type, open: true };
  return type === undefined ? (composed ? {} : unknownField) : leaf(schema, type);
}

function objectOf(schema: JsonSchema, properties: JsonSchema, scope: Scope): Field {
  const fields = Object.entries(properties).map(([name, child]) => [
    name,
    convert(record(child) ?? {}, scope),
  ]) satisfies [string, Field][];
  const more = schema["additionalProperties"];
  return {
    type: "object",
    properties: Object.fromEntries(fields),
    // AEP renames the object of an ad hoc class: no path below it is known before.
    ...(more === true || record(more) || "_adhoc" in properties ? { open: true } : {}),
  };
}

function leaf(schema: JsonSchema, type: FieldType): Field {
  const { format } = schema;
  const values = strings(schema["enum"]);
  return {
    type,
    ...(format === "date" || format === "date-time" ? { format } : {}),
    ...(values.length > 0 ? { enum: values } : {}),
  };
}

function typeOf(schema: JsonSchema): FieldType | undefined {
  const { type } = schema;
  if (schema["meta:xdmType"] === "map") return "map";
  if (type === undefined && schema["properties"] !== undefined) return "object";
  if (type === undefined && schema["items"] !== undefined) return "array";
  if (type === undefined && strings(schema["enum"]).length > 0) return "string";
  if (type === "object" || type === "array" || type === "boolean") return type;
  return type === "string" || type === "integer" || type === "number" ? type : undefined;
}

function referred(reference: string, scope: Scope): Field {
  const [id = "", pointer = ""] = reference.split("#");
  const found = id === "" ? { schema: scope.root } : scope.resolve(id);
  if (found === undefined) return unknownField;
  if ("field" in found) return pointer === "" ? found.field : unknownField;
  const target = pointer.split("/").slice(1).reduce<JsonSchema | undefined>(child, found.schema);
  if (target === undefined || scope.open.includes(target)) return unknownField;
  return convert(target, { ...scope, root: found.schema, open: [...scope.open, target] });
}

function child(schema: JsonSchema | undefined, token: string): JsonSchema | undefined {
  return record(schema?.[token.replaceAll("~1", "/").replaceAll("~0", "~")]);
}

function record(value: unknown): JsonSchema | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as JsonSchema)
    : undefined;
}

function records(value: unknown): JsonSchema[] {
  return Array.isArray(value) ? value.map(record).filter((item) => item !== undefined) : [];
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
