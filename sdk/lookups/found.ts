import { nearestName } from "../../provider/connectors";
import { InvalidInput, Malformed } from "../../provider/api/errors";
import type { JsonObject } from "../../provider/values/propertyPath";

/** What a look-up searches for, in the words of errors: "dataset", "name", "CRM customers". */
export interface Sought {
  noun: string;
  by: string;
  value: string;
  sandbox: string;
}

export function notFound({ noun, by, sandbox }: Sought, near?: string): InvalidInput {
  const hint = near === undefined ? "" : `; did you mean "${near}"?`;
  const check = `Check the ${by} and the sandbox${by.startsWith("id") ? "" : ", or pass the id"}`;
  return new InvalidInput(`sandbox "${sandbox}" has no ${noun} with this ${by}${hint || "."} ${check}.`);
}

/** The only match. Names and titles need not be unique, so several matches are an error. */
export function only(
  sought: Sought,
  matches: readonly JsonObject[],
  foundId: (item: JsonObject) => string,
): JsonObject {
  const [item] = matches;
  if (item && matches.length === 1) return item;
  if (!item) throw notFound(sought);
  const { noun, by, sandbox } = sought;
  throw new InvalidInput(
    `sandbox "${sandbox}" has ${matches.length} ${noun}s with this ${by}: ${matches.map(foundId).join(", ")}. Pass the id of one of them.`,
  );
}

/** The only item with the name. If there is none, the error suggests the nearest name. */
export function named(
  sought: Sought,
  all: readonly JsonObject[],
  nameOf: (item: JsonObject) => unknown,
  foundId: (item: JsonObject) => string,
): JsonObject {
  const matches = all.filter((item) => nameOf(item) === sought.value);
  if (matches.length > 0) return only(sought, matches, foundId);
  const names = all.map(nameOf).filter((name) => typeof name === "string");
  throw notFound(sought, nearestName(sought.value, names));
}

/** A text that every object of the kind has, by Adobe's documents. */
export function requiredText(live: JsonObject, key: string): string {
  const value = live[key];
  if (typeof value === "string" && value !== "") return value;
  throw new Malformed(key);
}

/** The fields of a result that are copied unchanged. AEP omits a field that an object does not have, or sets it to null. */
export function picked<Result>(live: JsonObject, ...keys: (keyof Result & string)[]): Partial<Result> {
  const given = keys.filter((key) => live[key] !== undefined && live[key] !== null);
  return structuredClone(Object.fromEntries(given.map((key) => [key, live[key]]))) as Partial<Result>;
}
