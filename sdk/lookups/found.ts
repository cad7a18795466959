import { nearestName } from "../../provider/connectors";
import { InvalidInput, Malformed } from "../../provider/api/errors";
import type { JsonObject } from "../../provider/values/propertyPath";

/** What is looked for, in the words of errors: "dataset", "name", "CRM customers". */
export interface Sought {
  noun: string;
  by: string;
  value: string;
  sandbox: string;
}

export function notFound({ noun, by, sandbox }: Sought, near?: string): InvalidInput {
  const hint = near === undefined ? "" : `; did you mean "${near}"?`;
  const check = `Check the ${by} and the sandbox${by.startsWith("id") ? "" : ", or pass the id"}`;
  return new InvalidInput(`sandbox "${sandbox}" shows no ${noun} of that ${by}${hint || "."} ${check}.`);
}

/** The one that fits: names and titles need not be unique. */
export function only(
  sought: Sought,
  fitting: readonly JsonObject[],
  foundId: (item: JsonObject) => string,
): JsonObject {
  const [item] = fitting;
  if (item && fitting.length === 1) return item;
  if (!item) throw notFound(sought);
  const { noun, by, sandbox } = sought;
  throw new InvalidInput(
    `sandbox "${sandbox}" has ${fitting.length} ${noun}s of that ${by}: ${fitting.map(foundId).join(", ")}. Pass the id of the one that is meant.`,
  );
}

/** The one with that name; where there is none, the error says which name is near. */
export function named(
  sought: Sought,
  all: readonly JsonObject[],
  nameOf: (item: JsonObject) => unknown,
  foundId: (item: JsonObject) => string,
): JsonObject {
  const fitting = all.filter((item) => nameOf(item) === sought.value);
  if (fitting.length > 0) return only(sought, fitting, foundId);
  const names = all.map(nameOf).filter((name) => typeof name === "string");
  throw notFound(sought, nearestName(sought.value, names));
}

/** A text that AEP documents for every object of the kind. */
export function requiredText(live: JsonObject, key: string): string {
  const value = live[key];
  if (typeof value === "string" && value !== "") return value;
  throw new Malformed(key);
}

/** The fields that a result takes over as they are; AEP leaves out, or fills with null, what an object does not have. */
export function picked<Result>(live: JsonObject, ...keys: (keyof Result & string)[]): Partial<Result> {
  const given = keys.filter((key) => live[key] !== undefined && live[key] !== null);
  return structuredClone(Object.fromEntries(given.map((key) => [key, live[key]]))) as Partial<Result>;
}
