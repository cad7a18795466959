import { ServiceError, type ServiceResponse } from "../service";

const TITLES: Record<number, string> = {
  400: "BadRequestError",
  403: "ForbiddenError",
  404: "NotFoundError",
  405: "MethodNotAllowedError",
  412: "PreconditionFailedError",
  415: "UnsupportedMediaTypeError",
  422: "UnprocessableEntityError",
};

export function badRequest(message: string): ServiceError {
  return new ServiceError(400, "", message);
}

export function notFound(kind: string, id: string): ServiceError {
  return new ServiceError(404, "", `The ${kind} ${id} was not found.`);
}

/** Adobe publishes no whole error body of Catalog. Recorded are titles such as ForbiddenError, and a `detail`. */
export function catalogError(
  status: number,
  code: string,
  message: string,
  requestId: string,
): ServiceResponse {
  const type = code === "" ? "/placeholder/type/uri" : `http://ns.adobe.com/aep/errors/${code}`;
  const title = TITLES[status] ?? "InternalServerError";
  return { status, body: { type, title, status, detail: message, report: { requestId } } };
}
