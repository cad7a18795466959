/** JSON Patch as Flow Service allows it, and If-Match. */

import { applyPatch, isOperationList, PatchFailure, pointerTokens, type Operation } from "../jsonPatch";
import { Refusal, type Call } from "../service";
import type { Entity, Fields } from "./entity";

/** Refuses a stale etag, and one without the double quotes that belong to it. */
export function checkIfMatch(call: Call, entity: Entity, isRequired: boolean): void {
  const supplied = call.headers["if-match"];
  if (supplied === undefined || supplied === "") {
    if (!isRequired) return;
    throw new Refusal(400, "1403-400", "The header 'If-Match' is missing in the request.");
  }
  if (supplied === entity.etag) return;
  const message = `Supplied version=[${supplied}] does not match the current version on entity=[${entity.etag}]`;
  throw new Refusal(412, "1404-412", message);
}

/** The object with the call's operations applied; only the named top-level fields may be touched. */
export function patched(call: Call, object: Fields, patchable: readonly string[]): Fields {
  const operations = operationsOf(call);
  for (const operation of operations) checkOperation(operation, patchable);
  try {
    return applyPatch(object, operations) as Fields;
  } catch (error) {
    if (!(error instanceof PatchFailure)) throw error;
    throw refusalOf(error);
  }
}

/** OpenAPI spells operations in upper case, every sample in lower case. */
export function operationsOf(call: Call): Operation[] {
  const { body } = call;
  if (!isOperationList(body) || body.length === 0) {
    throw new Refusal(
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
    throw new Refusal(400, "1434-400", `Unsupported operation '${op}' received.`);
  }
  const field = pointerTokens(path)[0];
  if (field === "connectionSpec") {
    throw new Refusal(400, "1414-400", "The connection spec of a connection cannot be updated.");
  }
  if (field === undefined || !patchable.includes(field)) throw invalidPath(path);
}

function refusalOf(failure: PatchFailure): Refusal {
  const { op, path } = failure.operation;
  if (failure.reason !== "missing" || op === "add") return invalidPath(path);
  const field = pointerTokens(path).at(-1) ?? "";
  return new Refusal(
    400,
    "1455-400",
    `An error has occurred while validating patch instructions: Missing field "${field}".`,
  );
}

function invalidPath(path: string): Refusal {
  return new Refusal(400, "1365-400", `The path ${path} provided in ops is invalid.`);
}
