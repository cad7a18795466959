import { ServiceError, type ErrorDetails, type ServiceResponse, type Switches } from "../service";

const TITLES: Record<string, string> = {
  "XDM-1006-400": "Accept header invalid",
  "XDM-1007-400": "Accept header invalid",
  "XDM-1008-400": "Accept header invalid",
  "XDM-1009-400": "Accept header invalid",
  "XDM-1010-404": "Resource not found",
  "XDM-1021-400": "Namespace validation error",
  "XDM-2010-403": "Permission management access denied",
  "XDM-1413-400": "Merge Schema Error",
  "XDM-1521-400": "Title not unique",
  "XDM-1526-400": "Union descriptor validation error",
  "XDM-1527-400": "Union descriptor validation error",
  "XDM-1528-400": "Union descriptor validation error",
  "XDM-1810-400": "Descriptor validation error",
  "XDM-1811-400": "Descriptor validation error",
  "XDM-4000-400": "Validation error",
};

const GENERIC_TITLES: Record<number, string> = {
  400: "BadRequestError",
  404: "NotFoundError",
  405: "MethodNotAllowedError",
  406: "NotAcceptableError",
  412: "PreconditionFailedError",
  415: "UnsupportedMediaTypeError",
};

/** An error for which Adobe has published no code. */
export function badRequest(message: string): ServiceError {
  return new ServiceError(400, "", message);
}

/** One violation of the JSON schema of a body. The response names it only in `report.sub-errors`. */
export interface Violation {
  path: string;
  type: "required" | "enum";
  arguments: string[];
  message: string;
}

export function invalidBody(violations: Violation[]): ServiceError {
  const details = { "sub-errors": violations };
  return new ServiceError(400, "XDM-4000-400", "An error occurred validating the schema.", details);
}

/** The response names the cause only in `report.additionalDetails`. */
export function refusedDescriptor(code: string, cause: string): ServiceError {
  return new ServiceError(400, code, "The descriptor is not valid.", {
    additionalDetails: [{ errorReason: cause }],
  });
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

/** The recorded form, which has a code of the registry in `type`, or the generic form of older guides, which has no code. */
export function registryError(
  status: number,
  code: string,
  message: string,
  requestId: string,
  switches: Switches,
  details: ErrorDetails,
): ServiceResponse {
  const generic = GENERIC_TITLES[status] ?? "InternalServerError";
  if (switches.registryErrorShape === "generic") {
    return { status, body: { type: "/placeholder/type/uri", status, title: generic, detail: message } };
  }
  const report = {
    registryRequestId: requestId,
    timestamp: timestamp(new Date()),
    "detailed-message": message,
    "sub-errors": [],
    ...details,
  };
  const type = `http://ns.adobe.com/aep/errors/${registryCode(status, code)}`;
  return { status, body: { type, title: TITLES[code] ?? generic, status, report, detail: message } };
}

/** Every recorded error has a code. An error without a published one has the general code here. */
function registryCode(status: number, code: string): string {
  if (code.startsWith("XDM-")) return code;
  return code === "" ? `XDM-1500-${status}` : `XDM-${code}`;
}

/** Such as "06-01-2021 04:11:06". */
function timestamp(date: Date): string {
  const [day = "", time = ""] = date.toISOString().split("T");
  const [year, month, dayOfMonth] = day.split("-");
  return `${month}-${dayOfMonth}-${year} ${time.slice(0, 8)}`;
}
