import type { JsonObject } from "../../provider/values/propertyPath";
import type { PropertyMap } from "../wire/propertyValue";
import { RpcFailure, type InitFailure } from "../wire/rpcFailure";

/** Values are sent as a protobuf Struct, which cannot contain undefined. */
export function copied(values: unknown): JsonObject {
  const text = JSON.stringify(values, (_key, entry: unknown) => {
    if (entry === undefined) throw new Error("Unexpected struct type.");
    return entry;
  });
  return JSON.parse(text) as JsonObject;
}

export function withProvider(values: JsonObject, { __provider }: PropertyMap): PropertyMap {
  return copied({ ...values, __provider }) as PropertyMap;
}

interface ErrorWithState {
  readonly id?: unknown;
  readonly properties?: unknown;
  readonly reasons?: unknown;
}

export function rpcFailureOf(method: string, error: unknown): RpcFailure {
  const message = error instanceof Error ? error.message : String(error);
  const { id, properties, reasons } = error as ErrorWithState;
  const keepsObject = typeof id === "string" && (method === "create" || method === "update");
  const initFailure: InitFailure | undefined = keepsObject
    ? { id, properties: copied(properties) as PropertyMap, reasons: reasons as string[] }
    : undefined;
  return new RpcFailure(message, method, "UNKNOWN", initFailure);
}
