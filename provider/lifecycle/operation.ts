import { errorTable } from "../api/errorTable";
import { errorText } from "../api/errorText";
import type { ApiRequest } from "../api/aepClient";
import { InvalidInput } from "../api/errors";
import type { ApiResponse } from "../api/response";
import type { Session } from "../api/session";
import type { AnyDefinition, Context } from "../resources/definition";
import type { JsonObject } from "../values/propertyPath";

/** One verb on one object. */
export interface Operation {
  definition: AnyDefinition;
  session: Session;
  sandbox: string;
  /** Epoch milliseconds. */
  deadline: number;
}

/** An object belongs to its organisation and sandbox for life, whatever the present config is. */
export function begin(definition: AnyDefinition, session: Session, values: JsonObject): Operation {
  const sandbox = String(values["sandbox"] ?? session.config.sandbox ?? "");
  const { orgId } = values;
  if (typeof orgId === "string" && orgId !== session.config.orgId) {
    throw new InvalidInput(
      errorText(errorTable.ownedByOther, { owner: orgId, configured: session.config.orgId }),
    );
  }
  if (sandbox === "") throw new InvalidInput("sandbox is missing: `pulumi config set aep:sandbox NAME`");
  return { definition, session, sandbox, deadline: session.clock.now() + session.config.operationTimeoutMs };
}

export function send(
  { session, sandbox, deadline }: Operation,
  request: Omit<ApiRequest, "sandbox" | "deadline">,
): Promise<ApiResponse> {
  return session.client.send({ ...request, sandbox, deadline });
}

export function contextOf({ session }: Operation, state: JsonObject = {}): Context {
  return { now: session.client.now(), state };
}

export function secondsSince({ session }: Operation, startMs: number): number {
  return Math.round((session.clock.now() - startMs) / 1000);
}
