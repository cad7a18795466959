/** The error bodies of Flow Service. */

import type { ErrorDetails, ServiceResponse } from "../service";
import type { Switches } from "../switches";

const titles: Record<number, string> = {
  400: "Bad Request",
  403: "Forbidden",
  404: "Resource not found",
  405: "Method Not Allowed",
  412: "Precondition Failed",
  415: "Unsupported Media Type",
  422: "Unprocessable Entity",
};

/** Adobe has published complete bodies with the statuses 404 and 403. The titles of other statuses are HTTP's names. */
export function flowError(
  status: number,
  code: string,
  message: string,
  requestId: string,
  switches: Switches,
  details: ErrorDetails,
): ServiceResponse {
  const texts = { errorMessage: message, errorDetails: message };
  if (switches.flowErrorShape === "bare") return { status, body: texts };
  if (switches.flowErrorShape === "code") return { status, body: { errorCode: code, ...texts, requestId } };
  const report = { "detailed-message": message, "request-id": requestId, ...details };
  const type = `https://ns.adobe.com/aep/errors/FLOW-${code}`;
  return {
    status,
    body: { type, title: titles[status] ?? "Internal Server Error", status, report, ...texts },
  };
}
