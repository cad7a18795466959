import { z } from "zod";
import {
  type ConnectorName,
  type Connector,
  connectorById,
  connectorByName,
  connectors,
  nearestName,
  type Param,
  type Params,
  secretParams,
} from "../connectors";
import { get, isObject, type Json } from "../propertyPath";
import { containsUnknown, isUnknown } from "../unknown";
import { specReference } from "./flowService";

/** What the connector catalogue says about a connection, as rules of its args. */

const names = connectors.map(({ name }) => name) as [ConnectorName, ...ConnectorName[]];

/** A connector's name in the catalogue, or the spec of any connector; stored as the latter. */
export const connectionSpec = z.union([
  z.enum(names, {
    error: ({ input }) => {
      const nearest = typeof input === "string" ? nearestName(input, names) : undefined;
      const hint = nearest === undefined ? `known are ${names.join(", ")}.` : `did you mean "${nearest}"?`;
      return `"${String(input)}" is not a connector of the catalogue; ${hint} Any other connector is written as { id, version }`;
    },
  }),
  specReference,
]);

export function byName(value: unknown): unknown {
  const connector = typeof value === "string" ? connectorByName(value) : undefined;
  return connector ? { id: connector.id, version: connector.version } : value;
}

function connectorOf(args: Json): Connector | undefined {
  const id = get(args, ["connectionSpec", "id"]);
  return typeof id === "string" ? connectorById(id) : undefined;
}

/** The places of secret auth parameters: the catalogue's, or by name for connectors that it does not know. */
export function secretPaths(args: Json): string[] {
  const specName = get(args, ["auth", "specName"]);
  const params = get(args, ["auth", "params"]);
  if (!isObject(params)) return [];
  const secret = secretParams(connectorOf(args), typeof specName === "string" ? specName : undefined, params);
  return secret.map((name) => `auth.params.${name}`);
}

type Problems<T> = (context: { value: T; issues: z.core.$ZodRawIssue[] }) => void;

export const authProblems: Problems<object> = ({ value, issues }) => {
  const args = value as Json;
  const connector = connectorOf(args);
  const auth = args["auth"];
  if (!connector || !isObject(auth)) {
    if (connector && auth === undefined && Object.keys(connector.auth).length > 0) {
      issues.push(
        problem(
          ["auth"],
          `is missing; ${connector.title} needs ${listOf(Object.keys(connector.auth))}`,
          auth,
        ),
      );
    }
    return;
  }
  const specName = auth["specName"];
  if (typeof specName !== "string" || isUnknown(specName)) return;
  const params = connector.auth[specName];
  if (!params) {
    const known = Object.keys(connector.auth);
    const nearest = nearestName(specName, known);
    const hint = nearest === undefined ? `use ${listOf(known)}` : `did you mean "${nearest}"?`;
    issues.push(
      problem(
        ["auth", "specName"],
        `"${specName}" is not an auth spec of ${connector.title}; ${hint}`,
        specName,
      ),
    );
    return;
  }
  paramProblems(["auth", "params"], `the auth spec "${specName}"`, params, auth["params"], issues);
};

export const sourceProblems: Problems<object> = ({ value, issues }) => {
  const args = value as Json;
  const connector = connectorOf(args);
  if (!connector) return;
  const format = get(args, ["data", "format"]);
  const { formats, params } = connector.source;
  if (typeof format === "string" && !isUnknown(format) && !formats.includes(format)) {
    issues.push(
      problem(
        ["data", "format"],
        `"${format}" is not a format of ${connector.title}; use ${listOf(formats)}`,
        format,
      ),
    );
  }
  paramProblems(["params"], connector.title, params, args["params"] ?? {}, issues);
};

function paramProblems(
  path: string[],
  owner: string,
  known: Params,
  given: unknown,
  issues: z.core.$ZodRawIssue[],
): void {
  if (!isObject(given)) return;
  for (const [name, value] of Object.entries(given)) {
    const param = Object.hasOwn(known, name) ? known[name] : undefined;
    const text = param ? mismatch(param, value) : unknownParam(name, owner, Object.keys(known));
    // The value stays out of the issue: it may be a secret.
    if (text !== undefined) issues.push(problem([...path, name], text, undefined));
  }
  for (const [name, param] of Object.entries(known)) {
    if (param.required && (given[name] === undefined || given[name] === "")) {
      issues.push(problem([...path, name], `is missing; ${owner} needs it: ${param.doc}`, undefined));
    }
  }
}

function unknownParam(name: string, owner: string, known: string[]): string {
  const nearest = nearestName(name, known);
  return `is not a parameter of ${owner}; ${nearest === undefined ? `it takes ${known.join(", ")}` : `did you mean "${nearest}"?`}`;
}

function mismatch(param: Param, value: unknown): string | undefined {
  if (containsUnknown(value)) return undefined;
  if (param.enum && !param.enum.includes(String(value))) return `must be one of ${listOf(param.enum)}`;
  const fits = {
    string: typeof value === "string",
    integer: Number.isInteger(value),
    boolean: typeof value === "boolean",
    object: isObject(value),
    columns:
      Array.isArray(value) && value.every((column) => isObject(column) && typeof column["name"] === "string"),
  }[param.type];
  if (fits) return undefined;
  return param.type === "columns" ? "must be a list of { name, type }" : `must be a ${param.type}`;
}

function listOf(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(" or ");
}

function problem(path: string[], message: string, input: unknown): z.core.$ZodRawIssue {
  return { code: "custom", path, message, input };
}
