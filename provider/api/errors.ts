import type { JsonObject } from "../values/propertyPath";

/** Everything that may leave a method of the provider. Anything else is a bug of ours and is reported as one. */
export abstract class ProviderError extends Error {
  abstract override readonly name: string;
}

/** The program or the config is wrong; the text says what to change. */
export class InvalidInput extends ProviderError {
  override readonly name = "InvalidInput";
}

/** What an answer of AEP, or the lack of one, means for the caller. */
export abstract class ApiError extends ProviderError {
  constructor(
    /** AEP's own words, or those of the network. */
    readonly reason: string,
    /** Such as "HTTP 404, request 4f2a"; empty if AEP never answered. */
    readonly reference: string,
    /** One sentence: what to do. */
    readonly remedy: string,
  ) {
    super(reference === "" ? `${reason}. ${remedy}` : `${reason} (${reference}). ${remedy}`);
  }
}

/** The object is not there. */
export class NotFound extends ApiError {
  override readonly name = "NotFound";
}
/** The object changed since it was read. */
export class Stale extends ApiError {
  override readonly name = "Stale";
}
/** The object is between two states and takes no change right now. */
export class Busy extends ApiError {
  override readonly name = "Busy";
}
/** Something else still needs the object. */
export class InUse extends ApiError {
  override readonly name = "InUse";
}
/** The API has no such operation. */
export class Unsupported extends ApiError {
  override readonly name = "Unsupported";
}
/** AEP refuses the request as it is; sending it again would not help. */
export class Rejected extends ApiError {
  override readonly name = "Rejected";
}
/** Something of the same name, title or key is there already. */
export class AlreadyExists extends ApiError {
  override readonly name = "AlreadyExists";
}
/** A write may or may not have been applied. */
export class Ambiguous extends ApiError {
  override readonly name = "Ambiguous";
}
/** Not applied, and still not after the allowed number of attempts. */
export class Unavailable extends ApiError {
  override readonly name = "Unavailable";
}

/** An answer that does not have the documented shape. Nothing may be concluded from it, least of all that the object is gone. */
export class Malformed extends ApiError {
  override readonly name = "Malformed";
  constructor(what: string) {
    super(
      `the answer has no ${what}`,
      "HTTP 200",
      "Run the command again; if it stays so, report the answer to Adobe.",
    );
  }
}

/** The run was interrupted: nothing is sent any more. */
export class Interrupted extends ApiError {
  override readonly name = "Interrupted";
  constructor() {
    super("the run was interrupted", "", "Run the command again; it goes on from here.");
  }
}

/** The object did not reach the wished state in time, or failed to. */
export class NotReady extends ProviderError {
  override readonly name = "NotReady";
}

/** Somebody else changed the same fields. */
export class Conflict extends ProviderError {
  override readonly name = "Conflict";
  constructor(readonly paths: readonly string[]) {
    super(
      `${paths.join(", ")} ${paths.length === 1 ? "was" : "were"} changed outside of this program since the last update. ` +
        "Run `pulumi up --refresh` to see the live values and decide.",
    );
  }
}

/** Made or changed, but not finished: the object stays in state with these properties, and the next update finishes it. */
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

const limit = 600;

/** The one shape of an error text: `<verb> <Kind> "<name>": <what was said>. <what to do>`. */
export function describe(
  verb: string,
  type: string,
  name: string,
  error: unknown,
  hide: (text: string) => string = (text) => text,
): string {
  const subject = `${verb} ${type}${name === "" ? "" : ` "${name}"`}`;
  if (!(error instanceof ProviderError)) {
    const reason = error instanceof Error ? error.message : String(error);
    return fit(
      hide(`${subject}: ${reason}`),
      " This is a bug in pulumi-aep; please report it with this text.",
    );
  }
  if (!(error instanceof ApiError)) return fit(hide(`${subject}: ${error.message}`), "");
  const reference = error.reference === "" ? "" : ` (${error.reference})`;
  return fit(
    hide(`${subject}: ${error.reason.replace(/[.\s]+$/, "")}`),
    hide(`${reference}. ${error.remedy}`),
  );
}

/** What AEP said is cut, never the evidence and the remedy behind it. */
function fit(reason: string, rest: string): string {
  const room = limit - rest.length;
  return (reason.length > room ? `${reason.slice(0, room - 4)} ...` : reason) + rest;
}
