import { Refusal, type Reply, type Switches } from "../service";

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

/** Marks a refusal that is answered in the generic shape of before 2021. */
const GENERIC = "generic";

/** Refuses a call for a reason to which Adobe has published no code; the generic shape has none. */
export function badRequest(message: string): Refusal {
  return new Refusal(400, GENERIC, message);
}

export function notFound(kind: string, id: string): Refusal {
  const singular =
    { classes: "class", fieldgroups: "fieldgroup", datatypes: "datatype", schemas: "schema" }[kind] ?? kind;
  return new Refusal(
    404,
    "XDM-1010-404",
    `The requested ${singular} resource ${id} with version 1 is not found.`,
  );
}

/** Body of the XDM troubleshooting guide for failures with a code, of the older guides for those without. */
export function registryError(
  status: number,
  code: string,
  message: string,
  requestId: string,
  switches: Switches,
): Reply {
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
