/** The JSON Patch operations that Flow Service accepts, and If-Match. */

import { applyPatch, isOperationList, PatchFailure, pointerTokens, type Operation } from "../jsonPatch";
import { ServiceError, type Call } from "../service";
import type { Entity, Fields } from "./entity";

/** Refuses a stale etag, and an etag without its double quotes. */
export function checkIfMatch(call: Call, entity: Entity, isRequired: boolean): void {
  const supplied = call.headers["if-match"];
  if (supplied === undefined || supplied === "") {
    if (!isRequired) return;
    throw new ServiceError(400, "1403-400", "The header 'If-Match' is missing in the request.");
  }
  if (supplied === entity.etag) return;
  const message = `Supplied version=[${supplied}] does not match the current version on entity=[${entity.etag}]`;
  throw new ServiceError(412, "1404-412", message);
}

/** The object after the operations of the call, which may change only the given top-level fields. */
export function patched(call: Call, object: Fields, patchable: readonly string[]): Fields {
  const operations = operationsOf(call);
  for (const operation of operations) checkOperation(operation, patchable);
  try {
    return applyPatch(object, operations) as Fields;
  } catch (error) {
    if (!(error instanceof PatchFailure)) throw error;
    throw serviceErrorOf(error);
  }
}

/** The OpenAPI file writes operations in upper case, every sample in lower case. */
export function operationsOf(call: Call): Operation[] {
  const { body } = call;
  if (!isOperationList(body) || body.length === 0) {
    throw new ServiceError(
      400,
      "1405-400",
      "The request body cannot be null or empty: a list of patch instructions is needed.",
    );
  }
  return body.map((operation) => ({ ...operation, op: operation.op.toLowerCase() }));
}

function checkOperation(operation: Operation, patchable: readonly string[]): void {
  const { op, path } = operation;
  if (!["add", "replace", "remove"].includes(op)) {
    throw new ServiceError(400, "1434-400", `Unsupported operation '${op}' received.`);
  }
  const field = pointerTokens(path)[0];
  if (field === "connectionSpec") {
    throw new ServiceError(400, "1414-400", "The connection spec of a connection cannot be updated.");
  }
  if (field === undefined || !patchable.includes(field)) throw invalidPath(path);
}

function serviceErrorOf(failure: PatchFailure): ServiceError {
  const { op, path } = failure.operation;
  if (failure.reason !== "missing" || op === "add") return invalidPath(path);
  const field = pointerTokens(path).at(-1) ?? "";
  return new ServiceError(
    400,
    "1455-400",
    `An error has occurred while validating patch instructions: Missing field "${field}".`,
  );
}

function invalidPath(path: string): ServiceError {
  return new ServiceError(400, "1365-400", `The path ${path} provided in ops is invalid.`);
}
