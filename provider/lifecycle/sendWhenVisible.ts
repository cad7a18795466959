import type { ApiRequest } from "../api/aepClient";
import { isAboutMissingObject } from "../api/failure";
import type { ApiResponse } from "../api/response";
import type { JsonObject } from "../values/propertyPath";
import { send, type Operation } from "./operation";
import { newestNamed } from "./ownWrites";
import { lagWindowMs, poll } from "./wait";

/** Sends a write. AEP may refuse it because it does not see an object of this run yet: then the write is repeated for a while. */
export async function sendWhenVisible(
  operation: Operation,
  inputs: JsonObject,
  request: Omit<ApiRequest, "sandbox" | "deadline">,
): Promise<ApiResponse> {
  const until = (newestNamed(operation, [inputs, request.body]) ?? 0) + lagWindowMs;
  let refusal: unknown;
  const response = await poll(
    operation,
    () => until,
    async () => {
      try {
        return await send(operation, request);
      } catch (error) {
        if (!isAboutMissingObject(error)) throw error;
        refusal = error;
        return undefined;
      }
    },
  );
  if (response) return response;
  throw refusal;
}
