import { askAep } from "./askAep";
import { type Claim, confirmations, connectorById, isAllowedBy } from "../../connectors";
import type { AnyDefinition } from "../../resources/definition";
import type { Session } from "../../api/session";
import { sandboxPattern } from "../../api/config";
import { describeSubject, type Validation } from "./validate";
import { get, isObject, type JsonObject } from "../../values/propertyPath";

/**
 * The problems that remain after the sandbox was asked about those that only the catalogue of connectors has found. The
 * connection spec of the sandbox decides. It is read once per run, and only if there is such a problem.
 */
export async function verifyClaims(
  definition: AnyDefinition,
  session: Session,
  { inputs, problems, claims }: Validation,
): Promise<string[]> {
  const [first] = claims.values();
  if (first === undefined) return problems;
  const spec = await connectionSpec(definition, session, inputs, first.claim.id);
  const accepted: string[] = [];
  const remaining = problems.flatMap((problem) => {
    const claimed = claims.get(problem);
    if (claimed === undefined) return [problem];
    const allowed = spec !== undefined && isAllowedBy(spec, claimed.claim);
    if (allowed) accepted.push(claimed.field);
    const sentence = /[.?]$/.test(problem) ? problem : `${problem}.`;
    return allowed ? [] : [`${sentence} ${ending(claimed.claim, spec, inputs["sandbox"])}`];
  });
  if (accepted.length > 0) session.warn(newerSpec(definition, inputs, first.claim, accepted));
  return remaining;
}

/** Undefined if AEP does not return it. */
async function connectionSpec(
  definition: AnyDefinition,
  session: Session,
  inputs: JsonObject,
  id: string,
): Promise<JsonObject | undefined> {
  if (typeof inputs["sandbox"] !== "string" || !sandboxPattern.test(inputs["sandbox"])) return undefined;
  const path = `/data/foundation/flowservice/connectionSpecs/${id}`;
  const body = await askAep(definition, session, inputs, { path: () => path });
  const items = get(body, ["items"]);
  return Array.isArray(items) ? items.filter(isObject).find((item) => item["id"] === id) : undefined;
}

/** What the sandbox says about a problem, and what to write if the catalogue is wrong. */
function ending(claim: Claim, spec: JsonObject | undefined, sandbox: unknown): string {
  const escape = `connectionSpec: { id: "${claim.id}", unchecked: true }`;
  if (spec === undefined) {
    return `AEP did not return the connection spec, so the catalogue decides; if it is out of date, write ${escape}`;
  }
  const fact = `The connection spec in sandbox "${String(sandbox)}" ${confirmations[claim.kind]}`;
  // The source parameters and formats in a connection spec may be incomplete.
  const isIncomplete = claim.specName === undefined && claim.kind !== "account needed";
  return isIncomplete ? `${fact}; if AEP accepts it, write ${escape}` : fact;
}

function newerSpec(
  definition: AnyDefinition,
  inputs: JsonObject,
  { id }: Claim,
  fields: readonly string[],
): string {
  const title = connectorById(id)?.title ?? id;
  return (
    `${describeSubject(definition, inputs)}: the connection spec of ${title} in sandbox "${String(inputs["sandbox"])}" is ` +
    `newer than the catalogue and allows ${fields.join(", ")}. Unknown parameters of auth are stored as secrets.`
  );
}
