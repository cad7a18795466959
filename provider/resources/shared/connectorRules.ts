import { z } from "zod";
import {
  type Claim,
  type ConnectorName,
  type Connector,
  connectorById,
  connectorByName,
  connectors,
  nearestName,
  type Params,
  secretParams,
  statusWarning,
} from "../../connectors";
import { get, isObject, type JsonObject } from "../../values/propertyPath";
import { isUnknown } from "../../values/unknown";
import { field } from "../fields";
import { advice, listOf, mismatch } from "./paramValues";
import { problem } from "./problem";
import { specReference } from "./flowService";

/** Rules for the args of connections, from the connector catalogue. */

const names = connectors.map(({ name }) => name as ConnectorName);

/** A connector's name in the catalogue, or the spec of any connector. It is stored as the latter. */
export const connectionSpec = field(
  z.union([
    z.enum(names, { error: ({ input }) => wrongConnector(input) }),
    // Read from the inputs as written; the stored form is without it.
    specReference().extend({ unchecked: z.boolean().optional() }),
  ]),
  { coerce: byName, replaces: true },
);

function wrongConnector(input: unknown): string {
  const others = "Any other connector is written as { id, version }";
  const known = `known are ${names.slice(0, 2).join(", ")} and ${names.length - 2} more, which \`npx pulumi-aep connectors\` lists`;
  if (input === undefined) return `is missing; ${known}. ${others}`;
  if (typeof input !== "string") return `must be a connector's name or { id, version }; ${known}`;
  const nearest = nearestName(input, names);
  const hint = nearest === undefined ? `${known}.` : `did you mean "${nearest}"?`;
  return `"${input}" is not a connector of the catalogue; ${hint} ${others}`;
}

export function byName(value: unknown): unknown {
  const connector = typeof value === "string" ? connectorByName(value) : undefined;
  if (connector) return { id: connector.id, version: connector.version };
  if (!isObject(value) || typeof value["unchecked"] !== "boolean") return value;
  const { unchecked: _, ...reference } = value;
  return reference;
}

function connectorOf(args: JsonObject): Connector | undefined {
  const id = get(args, ["connectionSpec", "id"]);
  return typeof id === "string" ? connectorById(id) : undefined;
}

/** The names of the secret auth parameters: by the catalogue, or by a rule for connectors that it does not know. */
export function secretAuthParams(args: JsonObject): string[] {
  const specName = get(args, ["auth", "specName"]);
  const params = get(args, ["auth", "params"]);
  if (!isObject(params)) return [];
  return secretParams(connectorOf(args), typeof specName === "string" ? specName : undefined, params);
}

/** The names of all parameters that the catalogue knows for this connector and auth spec, set or not. */
export function knownAuthParams(args: JsonObject): string[] {
  const specName = get(args, ["auth", "specName"]);
  const specs = connectorOf(args)?.auth ?? {};
  const params = typeof specName === "string" && Object.hasOwn(specs, specName) ? specs[specName] : {};
  return Object.keys(params ?? {});
}

type Problems<T> = (context: { value: T; issues: z.core.$ZodRawIssue[] }) => void;

type Issues = z.core.$ZodRawIssue[];

/** A problem that only the catalogue has found: the connection spec of the sandbox may allow the value. */
function claimed(issue: z.core.$ZodRawIssue, claim: Claim): z.core.$ZodRawIssue {
  return { ...issue, params: { claim } };
}

export const authProblems: Problems<object> = ({ value, issues }) => {
  const args = value as JsonObject;
  const connector = connectorOf(args);
  if (!connector) return;
  const { id, title } = connector;
  const auth = args["auth"];
  statusWarnings(connector, get(auth, ["specName"]), issues);
  const specNames = Object.keys(connector.auth);
  if (specNames.length === 0) {
    const text = `must be omitted: ${title} has no authentication`;
    if (isObject(auth))
      issues.push(claimed(problem(["auth"], text, auth), { id, kind: "account not needed" }));
  } else if (auth === undefined) {
    const text = `is missing; ${title} needs ${listOf(specNames)}`;
    issues.push(claimed(problem(["auth"], text, auth), { id, kind: "account needed" }));
  } else if (isObject(auth)) specProblems(connector, auth, issues);
};

/** A preview warns of what Adobe has ended or replaced. */
function statusWarnings({ title, status, authStatus }: Connector, specName: unknown, issues: Issues): void {
  const warn = (path: string[], text: string) =>
    issues.push({ ...problem(path, text), params: { isWarning: true } });
  const ofConnector = statusWarning(status);
  if (ofConnector !== undefined) warn(["connectionSpec"], `names ${title}, which ${ofConnector}`);
  const ofSpec = typeof specName === "string" ? statusWarning(authStatus?.[specName]) : undefined;
  if (ofSpec !== undefined) warn(["auth", "specName"], `"${String(specName)}" ${ofSpec}`);
}

function specProblems(connector: Connector, auth: JsonObject, issues: Issues): void {
  const specName = auth["specName"];
  if (typeof specName !== "string" || isUnknown(specName)) return;
  const { id } = connector;
  const known = Object.hasOwn(connector.auth, specName) ? connector.auth[specName] : undefined;
  if (known) {
    const owner = `the auth spec "${specName}"`;
    paramProblems({ path: ["auth", "params"], owner, known, id, specName }, auth["params"], issues);
    return;
  }
  const hint = advice(specName, Object.keys(connector.auth));
  const message = `"${specName}" is not an auth spec of ${connector.title}; ${hint}`;
  const issue = problem(["auth", "specName"], message, specName);
  issues.push(claimed(issue, { id, kind: "unknown auth spec", specName }));
}

export const sourceProblems: Problems<object> = ({ value, issues }) => {
  const args = value as JsonObject;
  const connector = connectorOf(args);
  if (!connector) return;
  const { id, title } = connector;
  const { params, open } = connector.source;
  baseProblems(connector, args, issues);
  dataProblems(connector, args, issues);
  if (open) return;
  paramProblems({ path: ["params"], owner: title, known: params, id }, args["params"] ?? {}, issues);
};

/** AEP refuses a base connection for a source that has no account (1332-400). */
function baseProblems(connector: Connector, args: JsonObject, issues: Issues): void {
  const base = args["baseConnectionId"];
  if (base === undefined || Object.keys(connector.auth).length > 0) return;
  const message = `must be omitted: ${connector.title} has no base connection (1332-400)`;
  const claim: Claim = { id: connector.id, kind: "account not needed" };
  issues.push(claimed(problem(["baseConnectionId"], message, base), claim));
}

function dataProblems(connector: Connector, args: JsonObject, issues: Issues): void {
  if (args["data"] === undefined && connector.category !== "streaming") {
    const message = `is missing; ${connector.title} needs data.format: ${listOf(connector.source.formats)}`;
    issues.push(problem(["data"], message));
  }
  const format = get(args, ["data", "format"]);
  if (typeof format !== "string" || isUnknown(format)) return;
  const { formats, properties } = connector.source;
  const claim: Claim = { id: connector.id, kind: "unknown format" };
  if (!formats.includes(format)) {
    const message = `"${format}" is not a format of ${connector.title}; use ${listOf(formats)}`;
    issues.push(claimed(problem(["data", "format"], message, format), claim));
    return;
  }
  const given = get(args, ["data", "properties"]);
  if (!isObject(given)) return;
  for (const name of Object.keys(given)) {
    if (given[name] === undefined || properties[name]?.includes(format)) continue;
    const message = `must be omitted: ${connector.title} does not support it with the format "${format}"`;
    issues.push(claimed(problem(["data", "properties", name], message, given[name]), claim));
  }
}

/** One place with parameters: an auth spec, or `params` of a source connection. */
interface Place {
  readonly path: string[];
  /** The place in sentences. */
  readonly owner: string;
  readonly known: Params;
  readonly id: string;
  readonly specName?: string;
}

function paramProblems({ path, owner, known, ...spec }: Place, given: unknown, issues: Issues): void {
  if (!isObject(given)) return;
  // The value may be a secret, so it is not part of the issue.
  const issueAt = (name: string, text: string) => problem([...path, name], text, undefined);
  const absent = (name: string) => given[name] === undefined || given[name] === "";
  for (const [name, value] of Object.entries(given)) {
    const param = Object.hasOwn(known, name) ? known[name] : undefined;
    if (param?.required && absent(name)) continue;
    const text = param ? mismatch(param, value) : unknownParam(name, owner, Object.keys(known));
    if (text === undefined) continue;
    const issue = issueAt(name, text);
    if (!param) issues.push(claimed(issue, { ...spec, kind: "unknown parameter", param: name }));
    else if (!param.enum) issues.push(issue);
    else issues.push(claimed(issue, { ...spec, kind: "value not allowed", param: name, value }));
  }
  for (const [name, param] of Object.entries(known)) {
    if (!param.required || !absent(name)) continue;
    const issue = issueAt(name, `is missing; ${owner} needs it: ${param.doc}`);
    issues.push(claimed(issue, { ...spec, kind: "missing parameter", param: name }));
  }
}

function unknownParam(name: string, owner: string, known: string[]): string {
  if (known.length === 0) return `is not a parameter of ${owner}; it takes none`;
  const nearest = nearestName(name, known);
  const hint = nearest === undefined ? `it takes ${known.join(", ")}` : `did you mean "${nearest}"?`;
  return `is not a parameter of ${owner}; ${hint}`;
}
