import { ServiceError, type ServiceResponse } from "../service";

const TITLES: Record<number, string> = {
  400: "Bad Request",
  403: "ForbiddenError",
  404: "Not Found",
  405: "Method Not Allowed",
  412: "Precondition Failed",
  415: "Unsupported Media Type",
};

export function badRequest(message: string): ServiceError {
  return new ServiceError(400, "", message);
}

export function notFound(kind: string, id: string): ServiceError {
  return new ServiceError(404, "", `The ${kind} ${id} was not found.`);
}

/** Adobe publishes no error body of Catalog. Newer services use problem details as in RFC 7807. */
export function catalogError(
  status: number,
  code: string,
  message: string,
  requestId: string,
): ServiceResponse {
  const type = code === "" ? "about:blank" : `http://ns.adobe.com/aep/errors/${code}`;
  const title = TITLES[status] ?? "Internal Server Error";
  return { status, body: { type, title, status, detail: message, report: { requestId } } };
}
