import { withoutPeriod } from "./errorBody";
import { errorTable } from "./errorTable";
import { errorText, fill } from "./errorText";
import type { JsonObject } from "../values/propertyPath";

/** Every error that a method of the provider throws on purpose. Any other error is a bug of the provider. */
export abstract class ProviderError extends Error {
  abstract override readonly name: string;
}

/** The program or the config is wrong. The text says what to change. */
export class InvalidInput extends ProviderError {
  override readonly name = "InvalidInput";
}

/** An object in AEP is in a state that the operation cannot continue with. No input caused it. */
export class UnexpectedState extends ProviderError {
  override readonly name = "UnexpectedState";
}

/** What a response of AEP, or the lack of one, means for the caller. */
export abstract class ApiError extends ProviderError {
  constructor(
    /** AEP's message, or that of the network. */
    readonly reason: string,
    /** Such as "HTTP 404, request 4f2a". Empty if there was no response. */
    readonly reference: string,
    /** What to do. */
    readonly remedy: string,
  ) {
    super(reference === "" ? `${reason}. ${remedy}` : `${reason} (${reference}). ${remedy}`);
  }
}

/** The object does not exist. */
export class NotFound extends ApiError {
  override readonly name = "NotFound";
}
/** The object changed since it was read. */
export class Stale extends ApiError {
  override readonly name = "Stale";
}
/** AEP still works on the object and accepts no change now. */
export class Busy extends ApiError {
  override readonly name = "Busy";
}
/** Another object still uses this one. */
export class InUse extends ApiError {
  override readonly name = "InUse";
}
/** The API has no such operation. */
export class Unsupported extends ApiError {
  override readonly name = "Unsupported";
}
/** AEP refuses the request. The same request would be refused again. */
export class Rejected extends ApiError {
  override readonly name = "Rejected";
}
/** AEP refuses the access token. */
export class Unauthorized extends Rejected {}
/** The role of the credential does not permit the request. */
export class Forbidden extends Rejected {}
/** An object with the same name, title or key exists. */
export class AlreadyExists extends ApiError {
  override readonly name = "AlreadyExists";
}
/** A write may have been applied or not. */
export class Ambiguous extends ApiError {
  override readonly name = "Ambiguous";
}
/** Not applied, also after the allowed number of attempts. */
export class Unavailable extends ApiError {
  override readonly name = "Unavailable";
}

/** A response without the documented form. It proves nothing, above all not that the object is gone. */
export class Malformed extends ApiError {
  override readonly name = "Malformed";
  constructor(part: string) {
    super(fill(errorTable.malformed.text, { part }), "HTTP 200", errorTable.malformed.remedy);
  }
}

/** The run was interrupted: no request is sent any more. */
export class Interrupted extends ApiError {
  override readonly name = "Interrupted";
  constructor() {
    super(errorTable.interrupted.text, "", errorTable.interrupted.remedy);
  }
}

/** The object did not reach its target state in time, or AEP reports that it failed. */
export class NotReady extends ProviderError {
  override readonly name = "NotReady";
}

/** The same fields were changed outside of the program. */
export class Conflict extends ProviderError {
  override readonly name = "Conflict";
  constructor(readonly paths: readonly string[]) {
    super(errorText(errorTable.changedOutside, { paths: paths.join(", ") }));
  }
}

/** Created or changed, but not finished. The object stays in state with these properties, and the next update finishes it. */
export class Unfinished extends ProviderError {
  override readonly name = "Unfinished";
  constructor(
    readonly objectId: string,
    readonly state: JsonObject,
    override readonly cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

const lengthLimit = 600;

/** The form of every error text: `<verb> <Kind> "<name>": <reason> (<reference>). <remedy>`. */
export function describe(
  verb: string,
  type: string,
  name: string,
  error: unknown,
  hide: (text: string) => string = (text) => text,
): string {
  const subject = `${verb} ${type}${name === "" ? "" : ` "${name}"`}`;
  if (error instanceof ApiError) {
    const reference = error.reference === "" ? "" : ` (${error.reference})`;
    return fit(hide(`${subject}: ${withoutPeriod(error.reason)}`), hide(`${reference}. ${error.remedy}`));
  }
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ProviderError) return fit(hide(`${subject}: ${message}`), "");
  return fit(hide(`${subject}: ${withoutPeriod(message)}`), `. ${errorText(errorTable.bug, {})}`);
}

/** Only the reason is cut: the reference and the remedy behind it stay whole. */
function fit(reason: string, rest: string): string {
  const room = lengthLimit - rest.length;
  return (reason.length > room ? `${reason.slice(0, room - 4)} ...` : reason) + rest;
}
