import type { Connector, Params } from "./connector";

/** One difference between the connection specs of a sandbox and the catalogue. */
export interface Difference {
  kind:
    | "new connector"
    | "connector not served"
    | "new auth spec"
    | "auth spec not served"
    | "new parameter"
    | "parameter not served"
    | "required"
    | "secret";
  /** Name in the catalogue, or AEP's name if the catalogue has none. */
  connector: string;
  id: string;
  specName?: string;
  param?: string;
  /** The difference as a sentence. */
  text: string;
}

/**
 * The differences between `GET /connectionSpecs` of the sandbox and the catalogue. The specs of the sandbox are right. A
 * sandbox returns only the connectors that its organisation can use, so that a connector that is not served may be right too.
 */
export function compareConnectors(items: readonly unknown[], catalogue: readonly Connector[]): Difference[] {
  const specs = items.filter(isObject).filter((item) => isObject(item["sourceSpec"]));
  const byId = new Map(specs.map((spec) => [String(spec["id"]), spec]));
  const known = new Set(catalogue.map(({ id }) => id));
  return [
    ...catalogue.flatMap((connector) => {
      const spec = byId.get(connector.id);
      return spec ? authDifferences(connector, spec) : [notServed(connector)];
    }),
    ...specs.filter((spec) => !known.has(String(spec["id"]))).map(newConnector),
  ];
}

/** The secret parameters of one auth spec in the sandbox; undefined if the sandbox does not have the auth spec. */
export function liveSecrets(items: readonly unknown[], id: string, specName: string): string[] | undefined {
  const spec = items.filter(isObject).find((item) => item["id"] === id);
  const live = spec && liveAuth(spec).get(specName);
  return live && [...live].filter(([, param]) => param.secret).map(([name]) => name);
}

function notServed({ name, id, title }: Connector): Difference {
  return difference("connector not served", { name, id }, `this sandbox does not offer ${title}`);
}

function newConnector(spec: JsonObject): Difference {
  const name = String(spec["name"] ?? spec["id"]);
  const about = `this sandbox offers it; write connectionSpec: { id: "${String(spec["id"])}" }`;
  return difference("new connector", { name, id: String(spec["id"]) }, about);
}

function authDifferences(connector: Connector, spec: JsonObject): Difference[] {
  const live = liveAuth(spec);
  const known = Object.keys(connector.auth);
  return [
    ...[...live.keys()]
      .filter((specName) => !known.includes(specName))
      .map((specName) =>
        difference(
          "new auth spec",
          connector,
          `auth spec "${specName}" is missing in the catalogue`,
          specName,
        ),
      ),
    ...known.flatMap((specName) => {
      const params = live.get(specName);
      if (params) return paramDifferences(connector, specName, params);
      const text = `this sandbox has no auth spec "${specName}"`;
      return [difference("auth spec not served", connector, text, specName)];
    }),
  ];
}

function paramDifferences(connector: Connector, specName: string, live: LiveParams): Difference[] {
  const known: Params = connector.auth[specName] ?? {};
  const report = (kind: Difference["kind"], param: string, text: string): Difference => ({
    ...difference(kind, connector, `${param} of "${specName}" ${text}`, specName),
    param,
  });
  const names = [...new Set([...Object.keys(known), ...live.keys()])];
  return names.flatMap((name) => {
    const ours = Object.hasOwn(known, name) ? known[name] : undefined;
    const theirs = live.get(name);
    if (!ours) return [report("new parameter", name, "is missing in the catalogue")];
    if (!theirs) return [report("parameter not served", name, "is not known to this sandbox")];
    return (["required", "secret"] as const)
      .filter((fact) => (ours[fact] === true) !== theirs[fact])
      .map((fact) => {
        const [inSandbox, inCatalogue] = theirs[fact] ? [fact, `not ${fact}`] : [`not ${fact}`, fact];
        return report(fact, name, `is ${inSandbox}, but ${inCatalogue} in the catalogue`);
      });
  });
}

export type LiveParams = Map<string, LiveParam>;

interface LiveParam {
  required: boolean;
  secret: boolean;
  /** The allowed values, if the spec lists them. */
  choices: readonly string[] | undefined;
}

/** The parameters of each auth spec of a connection spec: JSON Schemas, in which secrets have the format "password". */
export function liveAuth(spec: JsonObject): Map<string, LiveParams> {
  const authSpecs = Array.isArray(spec["authSpec"]) ? spec["authSpec"].filter(isObject) : [];
  return new Map(authSpecs.map((authSpec) => [String(authSpec["name"]), liveParams(authSpec["spec"])]));
}

/** The parameters of a JSON Schema. */
export function liveParams(schema: unknown): LiveParams {
  if (!isObject(schema) || !isObject(schema["properties"])) return new Map();
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  const params = Object.entries(schema["properties"]);
  return new Map(params.map(([name, property]) => [name, liveParam(property, required.includes(name))]));
}

function liveParam(property: unknown, required: boolean): LiveParam {
  const { format, enum: choices } = isObject(property) ? property : {};
  return {
    required,
    secret: format === "password",
    choices: Array.isArray(choices) ? choices.map(String) : undefined,
  };
}

function difference(
  kind: Difference["kind"],
  { name, id }: { name: string; id: string },
  text: string,
  specName?: string,
): Difference {
  return {
    kind,
    connector: name,
    id,
    ...(specName === undefined ? {} : { specName }),
    text: `${name}: ${text}`,
  };
}

type JsonObject = Record<string, unknown>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
