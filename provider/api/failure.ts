import {
  type ApiError,
  AlreadyExists,
  Ambiguous,
  Busy,
  Forbidden,
  InUse,
  InvalidInput,
  NotFound,
  Rejected,
  Stale,
  Unauthorized,
  Unavailable,
  Unsupported,
} from "./errors";
import { parseErrorBody, reasonOf, referenceOf, type ErrorBody } from "./errorBody";
import type { ErrorEntry } from "./errorEntry";
import { errorTable } from "./errorTable";
import { errorText, fill } from "./errorText";
import { isObject } from "../values/propertyPath";
import type { FailureClass, NoResponse } from "./retry";

/** A response that is an error, or a 2xx response whose body is not JSON. */
export interface Failure {
  method: string;
  sandbox: string;
  status: number;
  /** Parsed JSON, or the raw text. */
  body: unknown;
  headers: Record<string, string | undefined>;
  class: FailureClass;
}

type ApiErrorClass = new (reason: string, reference: string, remedy: string) => ApiError;
type Meaning = [ApiErrorClass, ErrorEntry];

/** Codes of Flow Service and of the sandboxes, without their prefix. */
const sandboxCodes = /^(2100|2101|2103|2106)-404$/;
const busyCodes = /^(1409|1416|1417|1420|1421|1422|1456|1457|1458)-400$/;
const inUseCodes = /^(1418|1447)-400$/;
const unchangeableCodes = /^(1300|1445)-400$/;
const notFoundCodes = /^1439-40[04]$/;
const inUseMessage = /\b(in use|being used|is used by|referenced by|still references|has dependent)/i;

const existingDescriptor = /\bdescriptor\b.*\balready exists\b/i;

/** Flow Service writes its codes with a prefix, such as FLOW-1420-400, and its error catalogue without one. */
function numberOf(code: string): string {
  return code.replace(/^(FLOW|SMS)-/, "");
}

export function apiError(failure: Failure): ApiError | InvalidInput {
  const { status, sandbox } = failure;
  const errorBody = isSuccess(status) ? notJson(failure) : parseErrorBody(failure.body, failure.headers);
  const [reason, reference] = [reasonOf(errorBody), referenceOf(status, errorBody)];
  if (status === 401) return new Unauthorized(reason, reference, errorTable.unauthorized.remedy);
  if (isSandboxMissing(status, errorBody)) {
    const text = errorText(errorTable.sandboxNotFound, { sandbox });
    return new InvalidInput(`${reason} (${reference}). ${text}`);
  }
  const [ErrorClass, entry] = meaning(failure, errorBody);
  return new ErrorClass(reason, reference, fill(entry.remedy, { sandbox }));
}

/** The error of a request without a response. */
export function noResponseError(
  { method, url }: { method: string; url: string },
  { code }: NoResponse,
  failure: FailureClass,
): ApiError {
  const { noResponse, certificateNotTrusted, outcomeUnknown } = errorTable;
  const reason = fill(noResponse.text, { host: new URL(url).host, code });
  if (failure === "rejected") return new Rejected(reason, "", certificateNotTrusted.remedy);
  if (failure === "ambiguous" && method !== "GET") return new Ambiguous(reason, "", outcomeUnknown.remedy);
  return new Unavailable(reason, "", noResponse.remedy);
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function notJson({ headers }: Failure): ErrorBody {
  return { ...parseErrorBody(undefined, headers), message: errorTable.notJson.text };
}

function isSandboxMissing(status: number, { code, message }: ErrorBody): boolean {
  return sandboxCodes.test(numberOf(code)) || (status === 404 && /\bsandbox\b/i.test(message));
}

/** The class of the error and its entry. Only this file, httpClient.ts and retry.ts know status numbers. */
function meaning(failure: Failure, { code, message }: ErrorBody): Meaning {
  const { status, method } = failure;
  if (failure.class !== "rejected") return withoutVerdict(failure);
  if (status === 412) return [Stale, errorTable.stale];
  if (status >= 300 && status < 400) return [Rejected, errorTable.redirect];
  if (status === 404 && !isAboutObject(failure.body)) return [Rejected, errorTable.notFromAep];
  if (status === 404 || notFoundCodes.test(numberOf(code))) {
    return [NotFound, isAboutReference(method, code) ? errorTable.referenceNotFound : errorTable.notFound];
  }
  if (status === 405 || status === 501) return [Unsupported, errorTable.unsupported];
  if (busyCodes.test(numberOf(code))) return [Busy, errorTable.busy];
  if (inUseCodes.test(numberOf(code)) || (method === "DELETE" && inUseMessage.test(message))) {
    return [InUse, errorTable.inUse];
  }
  return refusal(status, code, message);
}

/**
 * Whether "not found" is about an object that the args name. The object of a create does not exist yet, and every other write
 * follows a read of the object. Flow Service and Catalog do not look up references when an object is changed by PATCH.
 */
function isAboutReference(method: string, code: string): boolean {
  return method === "POST" || method === "PUT" || (method === "PATCH" && code.startsWith("XDM-"));
}

/** AEP did not decide about the request: it is not available, or the outcome is unknown. */
function withoutVerdict({ class: failure, method, status }: Failure): Meaning {
  if (failure === "notApplied") return [Unavailable, errorTable.unavailable];
  if (method !== "GET") return [Ambiguous, errorTable.outcomeUnknown];
  return [Unavailable, isSuccess(status) ? errorTable.notJson : errorTable.readFailed];
}

/** A response of a proxy, or of a gateway that has no such service, is not about the object. */
function isAboutObject(body: unknown): boolean {
  return body === undefined || (isObject(body) && body["error_code"] === undefined);
}

function refusal(status: number, code: string, message: string): Meaning {
  if (status === 403 && /^403(000|003|025|027)$/.test(code)) return [Forbidden, errorTable.otherOrganisation];
  if (status === 403) return [Forbidden, errorTable.noPermission];
  if (unchangeableCodes.test(numberOf(code))) return [Rejected, errorTable.connectorFixed];
  if (status === 409) return [AlreadyExists, errorTable.nameTaken];
  if (code === "XDM-1521-400") return [AlreadyExists, errorTable.titleTaken];
  if (code === "XDM-1811-400" || (status === 400 && existingDescriptor.test(message))) {
    return [AlreadyExists, errorTable.descriptorExists];
  }
  if (code === "XDM-1528-400") return [Rejected, errorTable.unionNeedsIdentity];
  return [Rejected, errorTable.rejected];
}

/** XDM-1528-400: the registry does not see the primary identity of the schema. */
const missingObject = /not (be )?found|(does not|doesn't) exist|could not be resolved|XDM-1528-400/i;

/** Whether AEP refuses a write because it does not see an object that the write names. */
export function isAboutMissingObject(error: unknown): boolean {
  return error instanceof NotFound || (error instanceof Rejected && missingObject.test(error.reason));
}
