/** An error response of services that follow RFC 7807. */

import type { ServiceResponse } from "./service";

export function problemResponse(
  status: number,
  code: string,
  message: string,
  requestId: string,
): ServiceResponse {
  return {
    status,
    body: {
      type: `http://ns.adobe.com/aep/errors/${code}`,
      title: title(status),
      status,
      detail: message,
      report: { registryRequestId: requestId },
    },
  };
}

function title(status: number): string {
  if (status === 404) return "NotFoundError";
  return status < 500 ? "BadRequestError" : "InternalServerError";
}
