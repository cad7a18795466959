import {
  type ApiError,
  AlreadyExists,
  Ambiguous,
  Busy,
  InUse,
  InvalidInput,
  NotFound,
  Rejected,
  Stale,
  Unavailable,
  Unsupported,
} from "./errors";
import { isObject, type JsonObject } from "../values/propertyPath";
import type { FailureClass } from "./retry";

export interface Failure {
  method: string;
  sandbox: string;
  status: number;
  /** Parsed JSON, or the raw text. */
  body: unknown;
  headers: Record<string, string | undefined>;
  class: FailureClass;
}

/** What error bodies say: RFC 7807 (Catalog, Schema Registry), Flow Service, the gateway and IMS each have their own shape. */
interface ErrorBody {
  text: string;
  code: string;
  requestId: string;
}

function firstText(body: JsonObject, keys: readonly string[]): string {
  for (const key of keys) {
    const value = body[key];
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return "";
}

export function parseErrorBody(body: unknown, headers: Record<string, string | undefined>): ErrorBody {
  const fromHeader = headers["x-request-id"] ?? "";
  if (!isObject(body)) {
    const text =
      typeof body === "string"
        ? body
            .replace(/<[^>]*>/g, " ")
            .replace(/\s+/g, " ")
            .trim()
        : "";
    return { text: text || "no explanation was given", code: "", requestId: fromHeader };
  }
  const report = isObject(body["report"]) ? body["report"] : {};
  const lines = [
    firstText(body, ["detail", "title", "errorMessage", "message", "error_description", "error"]),
    firstText(report, ["detailed-message", "message"]) || firstText(body, ["errorDetails"]),
  ];
  const type = firstText(body, ["type"]);
  return {
    text: [...new Set(lines.filter((line) => line !== ""))].join(": ") || "no explanation was given",
    code: firstText(body, ["error_code", "errorCode", "code"]) || (/[^/]*\d[^/]*$/.exec(type)?.[0] ?? ""),
    requestId: firstText(report, ["registryRequestId"]) || firstText(body, ["requestId"]) || fromHeader,
  };
}

const missingSandbox = /^(2100|2101|2103|2106)-404$/;
const inTransition = /^(1409|1416|1417|1420|1421|1422|1456|1457|1458)-400$/;
const needed = /^(1418|1447)-400$/;
const neededText = /\b(in use|being used|is used by|referenced by|still references|has dependent)/i;

type ApiErrorClass = new (errorBody: string, reference: string, remedy: string) => ApiError;

/** The error's class by meaning. The one place, with retry.ts and auth.ts, that knows status numbers. */
function meaning(failure: Failure, { code, text }: ErrorBody): [ApiErrorClass, string] {
  const { status, method } = failure;
  if (failure.class === "notApplied")
    return [Unavailable, "Nothing was changed; run the command again later."];
  if (failure.class === "ambiguous") {
    return method === "GET"
      ? [Unavailable, "Run the command again later."]
      : [Ambiguous, "AEP may have applied the change all the same; run the command again to find out."];
  }
  if (status === 412) return [Stale, "Run `pulumi up --refresh` to work with what AEP holds now."];
  if (status >= 300 && status < 400)
    return [Rejected, "Redirects are not followed: check aep:endpoint and the proxy."];
  // A page of a proxy, or the gateway saying that it has no such service, says nothing about the object.
  if (status === 404 && !isAboutObject(failure.body)) {
    return [Rejected, "That is not an answer about this object: check aep:endpoint and the proxy."];
  }
  if (status === 404 || code === "1439-400") {
    // A create cannot miss its own object.
    return method === "POST"
      ? [NotFound, `Check the ids in the args: one is of no object in sandbox "${failure.sandbox}".`]
      : [NotFound, "Run `pulumi up --refresh` if it was deleted outside of this program."];
  }
  if (status === 405 || status === 501) return [Unsupported, "This API has no such operation."];
  if (inTransition.test(code))
    return [Busy, "Wait until the object's state has settled and run the command again."];
  if (needed.test(code) || (method === "DELETE" && neededText.test(text))) {
    return [
      InUse,
      "Delete what uses it first, or take it out of the program's control with `retainOnDelete`.",
    ];
  }
  if (status === 409 || code === "XDM-1521-400") return [AlreadyExists, remedyFor(status, code)];
  return [Rejected, remedyFor(status, code)];
}

function isAboutObject(body: unknown): boolean {
  return body === undefined || (isObject(body) && body["error_code"] === undefined);
}

function remedyFor(status: number, code: string): string {
  if (status === 403 && /^403(000|003|025|027)$/.test(code)) {
    return "Check aep:clientId (or aep:apiKey) and aep:orgId: the credential must belong to that organisation.";
  }
  if (status === 403)
    return "Ask an administrator to give the credential's role the permission for this sandbox.";
  if (code === "1300-400" || code === "1445-400") {
    return "AEP cannot change connections of this connector: give the resource a new logical name, so that a new one is made.";
  }
  if (status === 409) return "Choose another name, or bring the existing object into the stack.";
  if (code === "XDM-1528-400") {
    return "Give the schema a primary identity (SchemaDescriptor) and write a ProfileEnablement after it, instead of `union` in immutableTags.";
  }
  if (code === "XDM-1521-400")
    return "Titles are unique in a sandbox across schemas, classes and field groups: choose another.";
  return "Correct the program and run the command again.";
}

/** The message, with its code where the message does not name it. */
export function reasonOf({ text, code }: ErrorBody): string {
  return code === "" || text.includes(code) ? text : `${text} [${code}]`;
}

export function referenceOf(status: number, { requestId }: ErrorBody): string {
  return `HTTP ${status}${requestId === "" ? "" : `, request ${requestId}`}`;
}

export function apiError(failure: Failure): ApiError | InvalidInput {
  const errorBody = parseErrorBody(failure.body, failure.headers);
  const [reason, reference] = [reasonOf(errorBody), referenceOf(failure.status, errorBody)];
  if (
    missingSandbox.test(errorBody.code) ||
    (failure.status === 404 && /\bsandbox\b/i.test(errorBody.text))
  ) {
    return new InvalidInput(
      `${reason} (${reference}). Sandbox "${failure.sandbox}" does not exist in this organisation or the ` +
        "credential cannot see it: correct `sandbox` or `pulumi config set aep:sandbox NAME`.",
    );
  }
  const [ErrorClass, remedy] = meaning(failure, errorBody);
  return new ErrorClass(reason, reference, remedy);
}
