import type { ApiResponse } from "../api/response";
import type { AnyDefinition } from "../resources/definition";
import type { JsonObject } from "../values/propertyPath";
import { send, type Operation } from "./operation";

/** The field of a kind that is not in the body, because a request of its own changes it. */

export function actionField({ override }: AnyDefinition): string | undefined {
  return override?.action?.field;
}

/** The value in a new object, which no read has shown yet. */
export function initialAction({ override }: AnyDefinition): JsonObject {
  const action = override?.action;
  return action ? { [action.field]: action.initial } : {};
}

export function actionIn(definition: AnyDefinition, args: JsonObject): JsonObject {
  const field = actionField(definition);
  return field !== undefined && args[field] !== undefined ? { [field]: args[field] } : {};
}

/** The value to set; undefined where the object has it already. */
export function wantedAction(
  definition: AnyDefinition,
  live: JsonObject,
  inputs: JsonObject,
): string | undefined {
  const field = actionField(definition);
  if (field === undefined || live[field] === inputs[field]) return undefined;
  const value = inputs[field];
  return typeof value === "string" ? value : undefined;
}

export function act(operation: Operation, id: string, value: string, etag: unknown): Promise<ApiResponse> {
  const { path } = operation.definition.override!.action!;
  return send(operation, { method: "POST", path: path(id, value), ifMatch: ifMatch(etag) });
}

/** Undefined where the etag is not known. */
export function ifMatch(etag: unknown): string | undefined {
  return typeof etag === "string" && etag !== "" ? etag : undefined;
}
