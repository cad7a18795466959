import type { AnyDefinition } from "../resources/definition";
import { type JsonObject, parse, set } from "../values/propertyPath";

/** Keys that the sdk class adds to the inputs of every kind. */
const addedKeys = ["sandbox", "pulumi"];

/** The args and the added keys of a set of outputs or inputs: what the program wrote, in canonical form. */
export function argsIn(definition: AnyDefinition, values: JsonObject): JsonObject {
  const keys = new Set<string>([...Object.keys(definition.args.shape), ...addedKeys]);
  return Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key)));
}

/** Args without the keys that the sdk class adds to every kind. */
export function bodyArgs(definition: AnyDefinition, values: JsonObject): JsonObject {
  const { sandbox: _sandbox, pulumi: _pulumi, ...args } = argsIn(definition, values);
  return args;
}

/** What a state's entry remembers of how it came to be. */
export function ageIn({ createdAt, adoptedAt }: JsonObject): JsonObject {
  return {
    ...(typeof createdAt === "number" ? { createdAt } : {}),
    ...(typeof adoptedAt === "number" ? { adoptedAt } : {}),
  };
}

/** Places of which AEP shows nothing that could be compared: what it hides, and what it is never told. */
export function hiddenPlaces(
  { writeOnly, stateOnly: local = [] }: AnyDefinition,
  args: JsonObject,
): string[] {
  return [...(writeOnly?.(args) ?? []), ...local];
}

/** The args with nothing at these places. */
export function without(places: readonly string[], args: JsonObject): JsonObject {
  return places.reduce((values, place) => set(values, parse(place), undefined), args);
}
