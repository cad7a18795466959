import { ServiceError, type ServiceResponse, type Switches } from "../service";

const TITLES: Record<string, string> = {
  "XDM-1006-400": "Accept header invalid",
  "XDM-1007-400": "Accept header invalid",
  "XDM-1008-400": "Accept header invalid",
  "XDM-1009-400": "Accept header invalid",
  "XDM-1010-404": "Resource not found",
  "XDM-1021-400": "Namespace validation error",
  "XDM-1413-400": "Merge Schema Error",
  "XDM-1521-400": "Title not unique",
  "XDM-1526-400": "Union descriptor validation error",
  "XDM-1527-400": "Union descriptor validation error",
  "XDM-1528-400": "Union descriptor validation error",
};

const GENERIC_TITLES: Record<number, string> = {
  400: "BadRequestError",
  404: "NotFoundError",
  405: "MethodNotAllowedError",
  406: "NotAcceptableError",
  412: "PreconditionFailedError",
  415: "UnsupportedMediaTypeError",
};

/** Code of an error in the generic format from before 2021. */
const GENERIC = "generic";

/** An error for which Adobe has published no code. Its response has the generic format, which has no code. */
export function badRequest(message: string): ServiceError {
  return new ServiceError(400, GENERIC, message);
}

export function notFound(kind: string, id: string): ServiceError {
  const singular =
    { classes: "class", fieldgroups: "fieldgroup", datatypes: "datatype", schemas: "schema" }[kind] ?? kind;
  return new ServiceError(
    404,
    "XDM-1010-404",
    `The requested ${singular} resource ${id} with version 1 is not found.`,
  );
}

/** Errors with a code have the body of the XDM troubleshooting guide, others that of the older guides. */
export function registryError(
  status: number,
  code: string,
  message: string,
  requestId: string,
  switches: Switches,
): ServiceResponse {
  const generic = GENERIC_TITLES[status] ?? "InternalServerError";
  if (!code.startsWith("XDM-") || switches.registryErrorShape === "generic") {
    return { status, body: { type: "/placeholder/type/uri", status, title: generic, detail: message } };
  }
  const report = {
    registryRequestId: requestId,
    timestamp: timestamp(new Date()),
    "detailed-message": message,
    "sub-errors": [],
  };
  return {
    status,
    body: {
      type: `http://ns.adobe.com/aep/errors/${code}`,
      title: TITLES[code] ?? generic,
      status,
      report,
      detail: message,
    },
  };
}

/** Such as "06-01-2021 04:11:06". */
function timestamp(date: Date): string {
  const [day = "", time = ""] = date.toISOString().split("T");
  const [year, month, dayOfMonth] = day.split("-");
  return `${month}-${dayOfMonth}-${year} ${time.slice(0, 8)}`;
}
