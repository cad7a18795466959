import {
  compareConnectors,
  connectorByName,
  connectors,
  type Difference,
  liveSecrets,
} from "../../connectors";
import { describe } from "../../api/errors";
import { nextPage } from "../../api/paging";
import { listAll } from "../../api/listAll";
import { get, type JsonObject } from "../../values/propertyPath";
import type { Session } from "../../api/session";
import { isUnknown } from "../../values/unknown";

/** How long a deployment waits for the comparison. */
const waitLimitMs = 30_000;
const mostLines = 20;

/**
 * With `aep:connectors` set to `live`, reports once per process how the sandbox's connection specs differ from the catalogue.
 * Concurrent calls wait for the one comparison. A failure prints a warning, and the deployment continues. From then on, errors
 * also hide values that only the sandbox declares secret.
 */
export async function reportLiveConnectors(session: Session, values: JsonObject): Promise<void> {
  const sandbox = values["sandbox"] ?? session.config.sandbox;
  if (session.config.connectors !== "live" || typeof sandbox !== "string" || sandbox === "") return;
  if (isUnknown(sandbox)) return;
  const specs = await session.cache.once("live connectors", () => compared(session, sandbox));
  for (const value of secretTexts(specs, values)) session.secrets.add(value);
}

/** The connection specs of the sandbox. Empty if they could not be read. */
async function compared(session: Session, sandbox: string): Promise<readonly JsonObject[]> {
  try {
    const specs = await connectionSpecs(session, sandbox);
    const text = report(sandbox, specs);
    if (text !== "") session.warn(text);
    return specs;
  } catch (error) {
    const hide = (text: string) => session.secrets.redact(text);
    const failure = describe("compare", "connectors with sandbox", sandbox, error, hide);
    session.warn(`${failure}\nThe deployment continues with the catalogue.`);
    return [];
  }
}

/** The values of parameters that the sandbox declares secret. */
function secretTexts(specs: readonly JsonObject[], values: JsonObject): string[] {
  const spec = values["connectionSpec"];
  const id = typeof spec === "string" ? connectorByName(spec)?.id : get(spec, ["id"]);
  const specName = get(values, ["auth", "specName"]);
  if (typeof id !== "string" || typeof specName !== "string") return [];
  const params = (liveSecrets(specs, id, specName) ?? []).map((name) =>
    get(values, ["auth", "params", name]),
  );
  return params.filter((param) => typeof param === "string");
}

function connectionSpecs(session: Session, sandbox: string): Promise<JsonObject[]> {
  const { clock, config } = session;
  const deadline = clock.now() + Math.min(waitLimitMs, config.operationTimeoutMs);
  const items = (body: unknown) => {
    const list = get(body, ["items"]);
    return Array.isArray(list) ? list : undefined;
  };
  const path = "/data/foundation/flowservice/connectionSpecs?limit=100";
  return listAll(session.client, path, { items, next: nextPage }, { sandbox, deadline });
}

/** Empty if the catalogue is current. Connectors that the sandbox does not offer are not reported: they depend on licences. */
function report(sandbox: string, specs: readonly JsonObject[]): string {
  const differences = compareConnectors(specs, connectors);
  const added = differences.filter(({ kind }) => kind === "new connector");
  const behind = differences
    .filter(({ kind }) => kind !== "new connector" && kind !== "connector not served")
    .map((difference) => lineOf(difference, secretsIn(difference, specs)));
  if (added.length + behind.length === 0) return "";
  // Secrets that would be stored in plain text come first.
  const lines = [...behind.filter(({ secret }) => secret), ...behind.filter(({ secret }) => !secret)];
  return [
    `sandbox "${sandbox}" and the catalogue of connectors differ:`,
    ...firstLines(lines.map(({ text }) => `  ${text}`)),
    ...(added.length > 0 ? ["  not in the catalogue (write connectionSpec: { id } for them):"] : []),
    ...firstLines(added.map(({ connector, id }) => `    ${connector} (${id})`)),
    ...(behind.some(({ secret }) => secret) ? [secretRemedy] : []),
  ].join("\n");
}

const secretRemedy =
  "Wrap the values of these secret parameters in pulumi.secret(...): the catalogue does not mark them as secret.";

function firstLines(lines: readonly string[]): string[] {
  const left = lines.length - mostLines;
  return left > 0 ? [...lines.slice(0, mostLines), `  and ${left} more`] : [...lines];
}

/** The parameters that the sandbox declares secret and the catalogue does not. */
function secretsIn({ kind, id, specName, param }: Difference, specs: readonly JsonObject[]): string[] {
  if (specName === undefined || kind === "required") return [];
  const secrets = liveSecrets(specs, id, specName) ?? [];
  return kind === "new auth spec" ? secrets : secrets.filter((name) => name === param);
}

function lineOf({ kind, text }: Difference, secrets: readonly string[]): { text: string; secret: boolean } {
  const complete = secrets.length === 0 || kind === "secret";
  return { text: complete ? text : `${text}; secret: ${secrets.join(", ")}`, secret: secrets.length > 0 };
}
