import { formats, nearestName, type Param } from "../../connectors";
import { isObject } from "../../values/propertyPath";
import { containsUnknown } from "../../values/unknown";

/** The values of parameters, and the words that errors about them share. */

/** What is wrong with the value of a parameter; undefined if nothing is. */
export function mismatch(param: Param, value: unknown): string | undefined {
  if (containsUnknown(value)) return undefined;
  if (param.enum) return param.enum.includes(String(value)) ? undefined : wrongChoice(param.enum, value);
  if (!fits[param.type](value)) return `must be ${typeNames[param.type]}`;
  return typeof value === "string" ? misspelt(param, value) : undefined;
}

/** The text may be a secret, so the message has an example instead. */
function misspelt({ format, example }: Param, text: string): string | undefined {
  if (format === undefined || text === "" || formats[format].fits(text.trim())) return undefined;
  return `must be ${formats[format].description}, such as ${example ?? formats[format].example}`;
}

/** A value of an enum is never secret, so the message may have it. */
function wrongChoice(choices: readonly string[], value: unknown): string {
  const nearest = typeof value === "string" ? nearestName(value, choices) : undefined;
  const hint = nearest === undefined ? "" : `; did you mean "${nearest}"?`;
  return `must be one of ${listOf(choices)}${hint}`;
}

const fits: Record<Param["type"], (value: unknown) => boolean> = {
  string: (value) => typeof value === "string",
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
  object: isObject,
  columns: (value) =>
    Array.isArray(value) && value.every((column) => isObject(column) && typeof column["name"] === "string"),
};

const typeNames: Record<Param["type"], string> = {
  string: "a string",
  integer: "an integer",
  boolean: "true or false",
  object: "an object",
  columns: "a list of { name, type }",
};

export function advice(text: string, known: readonly string[]): string {
  const nearest = nearestName(text, known);
  return nearest === undefined ? `use ${listOf(known)}` : `did you mean "${nearest}"?`;
}

export function listOf(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(" or ");
}
