import { z } from "zod";
import { nearestName } from "../../connectors";
import { isObject, type JsonObject } from "../../values/propertyPath";

/** Fields by name, each a JSON Schema, as classes and field groups declare them. */
export function fieldDefinitions() {
  return z.record(z.string(), z.unknown()).check(({ value, issues }) => {
    for (const { path, type } of typesIn(value)) {
      if (!known.includes(type)) issues.push({ code: "custom", path, message: wrongType(type), input: type });
    }
  });
}

/** What JSON Schema knows, and with it the Schema Registry. */
const known = ["string", "number", "integer", "boolean", "object", "array", "null"];

/** Types of other languages, and those that XDM writes as a format, as limits or as `meta:xdmType`. */
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

/** The types of fields by name. A field may be called `type`, as any other word. */
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

/**
 * The outermost names of fields that the tenant's own object does not hold: neither they nor what lies below them. (A field
 * group may add `person._acme.nick` to a standard object.) What is only referred to may hold it.
 */
export function outsideTenant(properties: unknown): string[] {
  const fields = isObject(properties) ? Object.entries(properties) : [];
  return fields
    .filter(([name, field]) => !name.startsWith("_") && !reachesTenant(field))
    .map(([name]) => name);
}

function reachesTenant(field: unknown): boolean {
  if (!isObject(field)) return true;
  const { properties, items, allOf, $ref } = field;
  if ($ref !== undefined || allOf !== undefined) return true;
  if (items !== undefined) return reachesTenant(items);
  return (
    isObject(properties) &&
    Object.entries(properties).some(
      ([name, below]) => name.startsWith("_") || (isObject(below) && reachesTenant(below)),
    )
  );
}

export const outsideTenantText =
  "lies outside of the tenant's own object, where AEP wants own fields: put it below `_` and the tenant id (see getTenant)";
