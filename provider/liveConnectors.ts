import { compareConnectors, connectors, type Difference, liveSecrets } from "./connectors";
import { describe } from "./errors";
import { nextPage } from "./http/paging";
import { listAll } from "./listAll";
import { get, type Json } from "./propertyPath";
import type { Session } from "./session";

/** A comparison that takes longer is not worth the wait. */
const patienceMs = 30_000;
const mostLines = 20;

/**
 * With `aep:connectors` set to `live`, says once per process where the sandbox's own connection specs and the catalogue
 * differ. Whatever goes wrong is said as well, and fails nothing.
 */
export async function reportLiveConnectors(
  session: Session,
  values: Json,
  say: (text: string) => unknown = (text) => process.stderr.write(text),
): Promise<void> {
  const sandbox = values["sandbox"] ?? session.config.sandbox;
  if (session.config.connectors !== "live" || typeof sandbox !== "string" || sandbox === "") return;
  await session.once("live connectors", async () => {
    const text = await compared(session, sandbox);
    if (text !== "") say(`${text}\n`);
  });
}

async function compared(session: Session, sandbox: string): Promise<string> {
  try {
    return report(sandbox, await connectionSpecs(session, sandbox));
  } catch (error) {
    const hide = (text: string) => session.redact(text);
    const failure = describe("compare", "connectors with sandbox", sandbox, error, hide);
    return `pulumi-aep: ${failure}\nThe deployment goes on with the catalogue.`;
  }
}

function connectionSpecs(session: Session, sandbox: string): Promise<Json[]> {
  const { clock, config } = session;
  const deadline = clock.now() + Math.min(patienceMs, config.operationTimeoutMs);
  const items = (body: unknown) => {
    const list = get(body, ["items"]);
    return Array.isArray(list) ? list : undefined;
  };
  const path = "/data/foundation/flowservice/connectionSpecs?limit=100";
  return listAll(session, path, { items, next: nextPage }, { sandbox, deadline });
}

/** Empty where the catalogue is current. A connector that the sandbox does not offer is a matter of licences. */
function report(sandbox: string, specs: readonly Json[]): string {
  const differences = compareConnectors(specs, connectors);
  const news = differences.filter(({ kind }) => kind === "new connector");
  const behind = differences
    .filter(({ kind }) => kind !== "new connector" && kind !== "connector not served")
    .map((difference) => lineOf(difference, secretsIn(difference, specs)));
  if (news.length + behind.length === 0) return "";
  // What would stay readable in state comes before all else.
  const lines = [...behind.filter(({ secret }) => secret), ...behind.filter(({ secret }) => !secret)];
  return [
    `pulumi-aep: sandbox "${sandbox}" and the catalogue of connectors differ:`,
    ...some(lines.map(({ text }) => `  ${text}`)),
    ...(news.length > 0 ? ["  not in the catalogue, to be written as connectionSpec: { id }:"] : []),
    ...some(news.map(({ connector, id }) => `    ${connector} (${id})`)),
    ...(behind.some(({ secret }) => secret) ? [secretRemedy] : []),
  ].join("\n");
}

const secretRemedy =
  "Wrap the values of these secret parameters in pulumi.secret(...), as the catalogue cannot do it for you.";

function some(lines: readonly string[]): string[] {
  const left = lines.length - mostLines;
  return left > 0 ? [...lines.slice(0, mostLines), `  and ${left} more`] : [...lines];
}

/** The parameters that are secret in the sandbox and that the catalogue does not know as such. */
function secretsIn({ kind, id, specName, param }: Difference, specs: readonly Json[]): string[] {
  if (specName === undefined || kind === "required") return [];
  const secrets = liveSecrets(specs, id, specName) ?? [];
  return kind === "new auth spec" ? secrets : secrets.filter((name) => name === param);
}

function lineOf({ kind, text }: Difference, secrets: readonly string[]): { text: string; secret: boolean } {
  const told = secrets.length === 0 || kind === "secret";
  return { text: told ? text : `${text}; secret: ${secrets.join(", ")}`, secret: secrets.length > 0 };
}
