import { isObject, type JsonObject } from "../values/propertyPath";

/**
 * What an error response contains. RFC 7807 (Catalog, Schema Registry), Flow Service, the gateway and IMS each have a body of
 * their own.
 */
export interface ErrorBody {
  message: string;
  code: string;
  requestId: string;
}

type Headers = Record<string, string | undefined>;

const noMessage = "AEP gave no reason";

export function parseErrorBody(body: unknown, headers: Headers): ErrorBody {
  const requestId = headers["x-request-id"] ?? "";
  if (!isObject(body)) return { message: plainText(body) || noMessage, code: "", requestId };
  const report = isObject(body["report"]) ? body["report"] : {};
  const lines = [
    firstText(body, ["detail", "title", "errorMessage", "message", "error_description", "error"]),
    firstText(report, ["detailed-message", "message"]) || firstText(body, ["errorDetails"]),
    ...causesIn(report),
  ];
  const type = firstText(body, ["type"]);
  return {
    message: joined(lines) || noMessage,
    code: firstText(body, ["error_code", "errorCode", "code"]) || (/[^/]*\d[^/]*$/.exec(type)?.[0] ?? ""),
    requestId:
      firstText(report, ["registryRequestId", "request-id"]) || firstText(body, ["requestId"]) || requestId,
  };
}

/** The lists of a report that hold the causes of the error. Each cause may have causes of its own. */
const causeLists = ["sub-errors", "additionalDetails", "details"];

function causesIn(report: JsonObject): string[] {
  return causeLists
    .flatMap((list) => report[list])
    .filter(isObject)
    .flatMap((cause) => [causeText(cause), ...causesIn(cause)]);
}

/** The text of a cause, with its path unless the text contains it. `$` is the whole body. */
function causeText(cause: JsonObject): string {
  const text = firstText(cause, ["message", "errorReason", "detailed-message"]);
  const path = firstText(cause, ["path"]);
  return text === "" || path === "" || path === "$" || text.includes(path) ? text : `${path}: ${text}`;
}

/** The different texts in one line, from the outermost to the innermost. */
function joined(lines: readonly string[]): string {
  const texts = [...new Set(lines.filter((line) => line !== ""))];
  const last = texts.pop();
  return last === undefined ? "" : [...texts.map(withoutPeriod), last].join(": ");
}

/** The message, with its code unless the message contains it. */
export function reasonOf({ message, code }: ErrorBody): string {
  return code === "" || message.includes(code) ? message : `${message} [${code}]`;
}

export function referenceOf(status: number, { requestId }: ErrorBody): string {
  return `HTTP ${status}${requestId === "" ? "" : `, request ${requestId}`}`;
}

/** The text of an HTML page, such as one of a proxy. */
function plainText(body: unknown): string {
  if (typeof body !== "string") return "";
  return body
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

export function withoutPeriod(text: string): string {
  return text.replace(/[.\s]+$/, "");
}

function firstText(body: JsonObject, keys: readonly string[]): string {
  for (const key of keys) {
    const value = body[key];
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return "";
}
