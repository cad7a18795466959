import type { AnyDefinition, Context } from "../resources/definition";
import { factsOf } from "../resources/fields";
import { type JsonObject, parse, set } from "../values/propertyPath";

/** Keys that the sdk class adds to the inputs of every kind. */
const addedKeys = ["sandbox", "pulumi"];

/** The args in outputs or inputs, with the added keys: the values of the program in their stored form. */
export function argsIn(definition: AnyDefinition, values: JsonObject): JsonObject {
  const keys = new Set<string>([...Object.keys(definition.args.shape), ...addedKeys]);
  return Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key)));
}

/** Args without the keys that the sdk class adds to every kind. */
export function bodyArgs(definition: AnyDefinition, values: JsonObject): JsonObject {
  const { sandbox: _sandbox, pulumi: _pulumi, ...args } = argsIn(definition, values);
  return args;
}

/** When the object was created or adopted, as the state keeps it. */
export function ageIn({ createdAt, adoptedAt }: JsonObject): JsonObject {
  return {
    ...(typeof createdAt === "number" ? { createdAt } : {}),
    ...(typeof adoptedAt === "number" ? { adoptedAt } : {}),
  };
}

/** The body of a request. It has no args that are kept in the state only. */
export function encoded(
  definition: AnyDefinition,
  args: JsonObject,
  context: Context,
  live?: JsonObject,
): JsonObject {
  const sent = without(stateOnlyPlaces(definition), args);
  return definition.encode ? definition.encode(sent, context, live) : sent;
}

export function secretPlaces(definition: AnyDefinition, args: JsonObject): string[] {
  return [...factsOf(definition, "secretKeys")].flatMap(([place, keysOf]) =>
    keysOf(args).map((key) => `${place}.${key}`),
  );
}

export function stateOnlyPlaces(definition: AnyDefinition): string[] {
  return [...factsOf(definition, "stateOnly").keys()];
}

/** Places that AEP never fills with a value of its own. */
export function programPlaces(definition: AnyDefinition, args: JsonObject): string[] {
  return [...factsOf(definition, "onlyWrittenByPrograms")].flatMap(([place, keysOf]) =>
    keysOf === true ? [place] : keysOf(args).map((key) => `${place}.${key}`),
  );
}

/** Places that cannot be compared with AEP: it never returns them, or never receives them. */
export function hiddenPlaces(definition: AnyDefinition, args: JsonObject): string[] {
  const writeOnly = factsOf(definition, "writeOnly").keys();
  return [...secretPlaces(definition, args), ...writeOnly, ...stateOnlyPlaces(definition)];
}

/** The args without the values at these places. */
export function without(places: readonly string[], args: JsonObject): JsonObject {
  return places.reduce((values, place) => set(values, parse(place), undefined), args);
}
