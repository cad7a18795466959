import type { Field, Shape } from "../xdm";
import type { Value } from "./expression";
import { mappingFunctions, mappingMethods, type ValueKind } from "./functions";
import { listed, type Problem } from "./problem";
import { sourceField } from "./sources";
import { fieldNames } from "./suggestion";
import type { Target } from "./targets";

/** The problem of a value that does not fit its target field. Data Prep converts texts, numbers, booleans and dates itself. */
export function valueProblem(
  { index, path, place }: Target,
  value: Value,
  source: Shape | undefined,
): Problem | undefined {
  if (place.kind !== "found") return undefined;
  const { field, perItem } = place;
  const kind = kindOf(value, source);
  const target = path.map(({ name }) => name).join(".");
  const clash = kind && clashOf(kind, field, perItem);
  if (clash !== undefined) {
    const message = `is ${words[kind!]}, but ${target} ${clash}`;
    return { index, field: "source", kind: "typeClash", message };
  }
  const refusal = value.kind === "text" ? refusalOf(value.text, field) : undefined;
  if (refusal === undefined || value.kind !== "text") return undefined;
  const message = `is "${value.text}", but ${target} ${refusal}`;
  return { index, field: "source", kind: "refusedValue", message };
}

const words: Readonly<Record<ValueKind, string>> = {
  leaf: "a single value",
  array: "a list",
  object: "an object",
};

function kindOf(value: Value, source: Shape | undefined): ValueKind | undefined {
  if (value.kind === "text" || value.kind === "number" || value.kind === "boolean") return "leaf";
  if (value.kind === "array" || value.kind === "object") return value.kind;
  if (value.kind === "call") {
    return (value.call.method ? mappingMethods : mappingFunctions).get(value.call.name)?.returns;
  }
  if (value.kind !== "field" || source === undefined) return undefined;
  const from = sourceField(source, value.use.path);
  return from && !from.perItem ? kindOfField(from.field) : undefined;
}

function kindOfField({ type }: Field): ValueKind | undefined {
  if (type === undefined || type === "array") return type;
  return type === "object" || type === "map" ? "object" : "leaf";
}

/** Why a field cannot hold a value of this kind. A single value is accepted for a list: it may become its only item. */
function clashOf(kind: ValueKind, field: Field, perItem: boolean): string | undefined {
  const target = kindOfField(field);
  if (target === undefined || target === kind) return undefined;
  if (target === "object")
    return `is an object${fieldsOf(field)}; map to its fields, or create one with to_object`;
  if (target === "array") {
    const item = field.items && kindOfField(field.items);
    if (item === undefined || item === kind) return undefined;
    return item === "array" || perItem
      ? undefined
      : `is a list of ${item === "object" ? "objects" : "single values"}`;
  }
  if (kind === "array" && perItem) return undefined;
  return `is a single value (${field.format ?? field.type})`;
}

function fieldsOf(field: Field): string {
  return field.properties ? ` with ${listed(fieldNames(field))}` : "";
}

/** Data Prep: "Handling data formats", booleans. */
const booleans = new Set(["y", "yes", "on", "true", "n", "no", "off", "false"]);

/** Why a field cannot hold a constant text. */
function refusalOf(text: string, field: Field): string | undefined {
  if (field.enum && !field.enum.includes(text)) return `must be one of ${field.enum.join(", ")}`;
  if (field.type === "boolean" && !booleans.has(text.toLowerCase())) return "is a boolean: true or false";
  if ((field.type === "integer" || field.type === "number") && !/\d/.test(text))
    return `is a number (${field.type})`;
  if (field.format !== undefined && !/\d/.test(text)) return `is a ${field.format}`;
  return undefined;
}
