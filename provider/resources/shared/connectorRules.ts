import { z } from "zod";
import {
  authName,
  type ConnectorName,
  type Connector,
  connectorById,
  connectorByName,
  connectors,
  formats,
  nearestName,
  type Param,
  type Params,
  secretParams,
} from "../../connectors";
import { get, isObject, type JsonObject } from "../../values/propertyPath";
import { containsUnknown, isUnknown } from "../../values/unknown";
import { field } from "../fields";
import { problem } from "./problem";
import { specReference } from "./flowService";

/** Rules for the args of connections, from the connector catalogue. */

const names = connectors.map(({ name }) => name as ConnectorName);

/** A connector's name in the catalogue, or the spec of any connector. It is stored as the latter. */
export const connectionSpec = field(
  z.union([z.enum(names, { error: ({ input }) => wrongConnector(input) }), specReference()]),
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
  return connector ? { id: connector.id, version: connector.version } : value;
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

export const authProblems: Problems<object> = ({ value, issues }) => {
  const args = value as JsonObject;
  const connector = connectorOf(args);
  if (!connector) return;
  const auth = args["auth"];
  const specNames = Object.keys(connector.auth);
  if (specNames.length === 0) {
    if (isObject(auth)) issues.push(problem(["auth"], `must be left out: ${connector.title} has none`, auth));
  } else if (auth === undefined) {
    issues.push(problem(["auth"], `is missing; ${connector.title} needs ${listOf(specNames)}`, auth));
  } else if (isObject(auth)) specProblems(connector, auth, issues);
};

function specProblems(connector: Connector, auth: JsonObject, issues: Issues): void {
  const specName = auth["specName"];
  if (typeof specName !== "string" || isUnknown(specName)) return;
  const params = Object.hasOwn(connector.auth, specName) ? connector.auth[specName] : undefined;
  if (params) {
    const unlisted = (param: string) => authName({ id: connector.id, specName, param });
    paramProblems(
      ["auth", "params"],
      `the auth spec "${specName}"`,
      params,
      auth["params"],
      issues,
      unlisted,
    );
    return;
  }
  const hint = advice(specName, Object.keys(connector.auth));
  const message = `"${specName}" is not an auth spec of ${connector.title}; ${hint}`;
  const unlisted = authName({ id: connector.id, specName });
  issues.push({ ...problem(["auth", "specName"], message, specName), params: { unlisted } });
}

export const sourceProblems: Problems<object> = ({ value, issues }) => {
  const args = value as JsonObject;
  const connector = connectorOf(args);
  if (!connector) return;
  const { params, open } = connector.source;
  baseProblems(connector, args, issues);
  dataProblems(connector, args, issues);
  if (!open) paramProblems(["params"], connector.title, params, args["params"] ?? {}, issues);
};

/** AEP refuses a base connection for a source that has no account (1332-400). */
function baseProblems(connector: Connector, args: JsonObject, issues: Issues): void {
  const base = args["baseConnectionId"];
  if (base === undefined || Object.keys(connector.auth).length > 0) return;
  const message = `must be left out: ${connector.title} has no base connection (1332-400)`;
  issues.push(problem(["baseConnectionId"], message, base));
}

function dataProblems(connector: Connector, args: JsonObject, issues: Issues): void {
  const format = get(args, ["data", "format"]);
  if (typeof format !== "string" || isUnknown(format)) return;
  const { formats, properties } = connector.source;
  if (!formats.includes(format)) {
    const message = `"${format}" is not a format of ${connector.title}; use ${listOf(formats)}`;
    issues.push(problem(["data", "format"], message, format));
    return;
  }
  const given = get(args, ["data", "properties"]);
  if (!isObject(given)) return;
  for (const name of Object.keys(given)) {
    if (given[name] === undefined || properties[name]?.includes(format)) continue;
    const message = `must be left out: ${connector.title} does not take it with the format "${format}"`;
    issues.push(problem(["data", "properties", name], message, given[name]));
  }
}

function paramProblems(
  path: string[],
  owner: string,
  known: Params,
  given: unknown,
  issues: Issues,
  unlisted: (name: string) => string | undefined = () => undefined,
): void {
  if (!isObject(given)) return;
  const absent = (name: string) => given[name] === undefined || given[name] === "";
  for (const [name, value] of Object.entries(given)) {
    const param = Object.hasOwn(known, name) ? known[name] : undefined;
    if (param?.required && absent(name)) continue;
    const text = param ? mismatch(param, value) : unknownParam(name, owner, Object.keys(known));
    if (text === undefined) continue;
    // The value may be a secret, so it is not part of the issue.
    const issue = problem([...path, name], text, undefined);
    issues.push(param ? issue : { ...issue, params: { unlisted: unlisted(name) } });
  }
  for (const [name, param] of Object.entries(known)) {
    if (param.required && absent(name)) {
      issues.push(problem([...path, name], `is missing; ${owner} needs it: ${param.doc}`, undefined));
    }
  }
}

function unknownParam(name: string, owner: string, known: string[]): string {
  if (known.length === 0) return `is not a parameter of ${owner}; it takes none`;
  const nearest = nearestName(name, known);
  const hint = nearest === undefined ? `it takes ${known.join(", ")}` : `did you mean "${nearest}"?`;
  return `is not a parameter of ${owner}; ${hint}`;
}

function mismatch(param: Param, value: unknown): string | undefined {
  if (containsUnknown(value)) return undefined;
  if (param.enum) return param.enum.includes(String(value)) ? undefined : wrongChoice(param.enum, value);
  if (!fits[param.type](value)) return `must be ${typeNames[param.type]}`;
  return typeof value === "string" ? misspelt(param, value) : undefined;
}

/** The text may be a secret, so the message has an example instead. */
function misspelt({ format, example }: Param, text: string): string | undefined {
  if (format === undefined || text === "" || formats[format].fits(text.trim())) return undefined;
  return `must be ${formats[format].description}, such as ${example ?? formats[format].example}`;
}

/** A value of an enum is never secret, so the message may have it. */
function wrongChoice(choices: readonly string[], value: unknown): string {
  const nearest = typeof value === "string" ? nearestName(value, choices) : undefined;
  const hint = nearest === undefined ? "" : `; did you mean "${nearest}"?`;
  return `must be one of ${listOf(choices)}${hint}`;
}

const fits: Record<Param["type"], (value: unknown) => boolean> = {
  string: (value) => typeof value === "string",
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
  object: isObject,
  columns: (value) =>
    Array.isArray(value) && value.every((column) => isObject(column) && typeof column["name"] === "string"),
};

const typeNames: Record<Param["type"], string> = {
  string: "a string",
  integer: "an integer",
  boolean: "true or false",
  object: "an object",
  columns: "a list of { name, type }",
};

function advice(text: string, known: readonly string[]): string {
  const nearest = nearestName(text, known);
  return nearest === undefined ? `use ${listOf(known)}` : `did you mean "${nearest}"?`;
}

function listOf(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(" or ");
}
