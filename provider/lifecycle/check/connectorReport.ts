import {
  compareConnectors,
  connectorByName,
  connectors,
  type Difference,
  liveSecrets,
  newNames,
} from "../../connectors";
import { describe } from "../../api/errors";
import { nextPage } from "../../api/paging";
import { listAll } from "../../api/listAll";
import { get, type JsonObject } from "../../values/propertyPath";
import type { Session } from "../../api/session";
import { isUnknown } from "../../values/unknown";

/** A comparison that takes longer is not worth the wait. */
const patienceMs = 30_000;
const mostLines = 20;

const none: ReadonlySet<string> = new Set();

/**
 * With `aep:connectors` set to `live`, says once per process where the sandbox's own connection specs and the catalogue
 * differ; whoever comes meanwhile waits for it. Whatever goes wrong is said as well, and fails nothing. Values that only the
 * sandbox knows to be secret are kept out of errors from then on. Answers the names that the catalogue lacks.
 */
export async function reportLiveConnectors(
  session: Session,
  values: JsonObject,
): Promise<ReadonlySet<string>> {
  const sandbox = values["sandbox"] ?? session.config.sandbox;
  if (session.config.connectors !== "live" || typeof sandbox !== "string" || sandbox === "") return none;
  if (isUnknown(sandbox)) return none;
  const { specs, news } = await session.cache.once("live connectors", () => compared(session, sandbox));
  for (const value of secretTexts(specs, values)) session.secrets.add(value);
  return news;
}

interface Compared {
  /** The connection specs of the sandbox; none where they could not be read. */
  specs: readonly JsonObject[];
  /** What the catalogue lacks of them. */
  news: ReadonlySet<string>;
}

async function compared(session: Session, sandbox: string): Promise<Compared> {
  try {
    const specs = await connectionSpecs(session, sandbox);
    const text = report(sandbox, specs);
    if (text !== "") session.warn(text);
    return { specs, news: newNames(specs, connectors) };
  } catch (error) {
    const hide = (text: string) => session.secrets.redact(text);
    const failure = describe("compare", "connectors with sandbox", sandbox, error, hide);
    session.warn(`${failure}\nThe deployment goes on with the catalogue.`);
    return { specs: [], news: none };
  }
}

/** What the args hold in parameters that the sandbox calls secret. */
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
  const deadline = clock.now() + Math.min(patienceMs, config.operationTimeoutMs);
  const items = (body: unknown) => {
    const list = get(body, ["items"]);
    return Array.isArray(list) ? list : undefined;
  };
  const path = "/data/foundation/flowservice/connectionSpecs?limit=100";
  return listAll(session.client, path, { items, next: nextPage }, { sandbox, deadline });
}

/** Empty where the catalogue is current. A connector that the sandbox does not offer is a matter of licences. */
function report(sandbox: string, specs: readonly JsonObject[]): string {
  const differences = compareConnectors(specs, connectors);
  const news = differences.filter(({ kind }) => kind === "new connector");
  const behind = differences
    .filter(({ kind }) => kind !== "new connector" && kind !== "connector not served")
    .map((difference) => lineOf(difference, secretsIn(difference, specs)));
  if (news.length + behind.length === 0) return "";
  // What would stay readable in state comes before all else.
  const lines = [...behind.filter(({ secret }) => secret), ...behind.filter(({ secret }) => !secret)];
  return [
    `sandbox "${sandbox}" and the catalogue of connectors differ:`,
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
function secretsIn({ kind, id, specName, param }: Difference, specs: readonly JsonObject[]): string[] {
  if (specName === undefined || kind === "required") return [];
  const secrets = liveSecrets(specs, id, specName) ?? [];
  return kind === "new auth spec" ? secrets : secrets.filter((name) => name === param);
}

function lineOf({ kind, text }: Difference, secrets: readonly string[]): { text: string; secret: boolean } {
  const told = secrets.length === 0 || kind === "secret";
  return { text: told ? text : `${text}; secret: ${secrets.join(", ")}`, secret: secrets.length > 0 };
}
