import { z } from "zod";
import { nearestName } from "../../connectors";
import { isObject, type JsonObject } from "../../values/propertyPath";
import { problem } from "./problem";

/** Fields by name, each a JSON Schema, as classes and field groups declare them. */
export function fieldDefinitions() {
  return z.record(z.string(), z.unknown()).check(({ value, issues }) => {
    for (const { path, type } of typesIn(value)) {
      if (!known.includes(type)) issues.push(problem(path, wrongType(type), type));
    }
  });
}

/** The types of JSON Schema, and so of the Schema Registry. */
const known = ["string", "number", "integer", "boolean", "object", "array", "null"];

/** Types of other languages, and types that XDM expresses by a format, by limits or by `meta:xdmType`. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  string: ["text", "varchar", "date", "datetime", "date-time", "timestamp"],
  integer: ["int", "long", "short", "byte", "bigint"],
  number: ["double", "float", "decimal"],
  object: ["map", "struct"],
  array: ["list"],
};

function wrongType(type: string): string {
  const lower = type.toLowerCase();
  const [meant] = Object.entries(spellings).find(([, names]) => names.includes(lower)) ?? [];
  const nearest = meant ?? nearestName(type, known);
  const hint = nearest === undefined ? "" : `; did you mean "${nearest}"?`;
  return `must be one of ${known.map((name) => `"${name}"`).join(", ")}${hint}`;
}

interface TypeAt {
  readonly path: (string | number)[];
  readonly type: string;
}

/** The types of fields by name. A field may have any name, also `type`. */
function typesIn(fields: JsonObject, path: (string | number)[] = []): TypeAt[] {
  return Object.entries(fields).flatMap(([name, field]) => typesOf(field, [...path, name]));
}

function typesOf(field: unknown, path: (string | number)[]): TypeAt[] {
  if (!isObject(field)) return [];
  const { type } = field;
  const own = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
  return [
    ...own.map((name) => ({ path: [...path, "type"], type: name })),
    ...["properties", "patternProperties", "definitions"].flatMap((key) =>
      isObject(field[key]) ? typesIn(field[key], [...path, key]) : [],
    ),
    ...["items", "additionalProperties"].flatMap((key) => typesOf(field[key], [...path, key])),
    ...["allOf", "anyOf", "oneOf"].flatMap((key) =>
      listIn(field[key]).flatMap((part, index) => typesOf(part, [...path, key, index])),
    ),
  ];
}

function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Custom fields are in the tenant's own object, here or deeper: a field group may add `person._acme.nick`. */
export function tenantProblems(properties: unknown, path: PropertyKey[]): z.core.$ZodRawIssue[] {
  return outsideTenant(properties).map((name) =>
    problem(
      [...path, name],
      "must be nested under your tenant's namespace: `_` and the tenant id (see getTenant)",
    ),
  );
}

function outsideTenant(properties: unknown): string[] {
  const fields = isObject(properties) ? Object.entries(properties) : [];
  return fields
    .filter(([name, field]) => !name.startsWith("_") && !reachesTenant(field))
    .map(([name]) => name);
}

function reachesTenant(field: unknown): boolean {
  if (!isObject(field)) return true;
  const { properties, items, allOf, $ref } = field;
  // A schema that is only referred to may have such an object.
  if ($ref !== undefined || allOf !== undefined) return true;
  if (items !== undefined) return reachesTenant(items);
  return (
    isObject(properties) &&
    Object.entries(properties).some(
      ([name, below]) => name.startsWith("_") || (isObject(below) && reachesTenant(below)),
    )
  );
}
