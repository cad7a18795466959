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
  ];
  const type = firstText(body, ["type"]);
  return {
    message: [...new Set(lines.filter((line) => line !== ""))].join(": ") || noMessage,
    code: firstText(body, ["error_code", "errorCode", "code"]) || (/[^/]*\d[^/]*$/.exec(type)?.[0] ?? ""),
    requestId: firstText(report, ["registryRequestId"]) || firstText(body, ["requestId"]) || requestId,
  };
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

function firstText(body: JsonObject, keys: readonly string[]): string {
  for (const key of keys) {
    const value = body[key];
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return "";
}
