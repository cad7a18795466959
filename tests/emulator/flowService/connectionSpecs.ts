/** The connection specifications of `GET /connectionSpecs`. */

import {
  batchProviderId,
  connectors,
  streamingProviderId,
  type Connector,
  type SourceKind,
} from "./connectors";

/** The specification of every target connection for ingestion. */
export const dataLakeSpecId = "c604ff05-7f1a-43c0-8e18-33bf874cb11c";

export interface ParamSchema {
  type?: string;
  format?: "password";
}

export interface ParamsSchema {
  $schema: string;
  type: "object";
  description: string;
  properties: Record<string, ParamSchema>;
  required: string[];
}

export interface AuthSpec {
  name: string;
  type: string;
  spec: ParamsSchema;
}

export interface ConnectionSpec {
  id: string;
  name: string;
  providerId: string;
  version: string;
  authSpec: AuthSpec[];
  sourceSpec?: { name: string; type: string; spec: ParamsSchema };
  targetSpec?: { name: string; type: string; spec: ParamsSchema };
  attributes: Record<string, unknown>;
  permissionsInfo: Record<string, unknown>;
}

const sourceParams: Record<SourceKind, string> = {
  files: "path type? recursive!? fileType?",
  table: "tableName columns?",
  stream: "",
  rest: "",
};

const sourceTypes: Record<SourceKind, string> = {
  files: "CloudStorage",
  table: "Tabular",
  stream: "Streaming",
  rest: "Rest",
};

export const connectionSpecs: ReadonlyMap<string, ConnectionSpec> = new Map(
  [...connectors.map(sourceSpec), dataLakeSpec()].map((spec) => [spec.id, spec]),
);

export function isSecretParam(schema: ParamsSchema, name: string): boolean {
  return schema.properties[name]?.format === "password";
}

const declared = [...connectionSpecs.values()].flatMap((spec) =>
  spec.authSpec.flatMap((auth) => Object.entries(auth.spec.properties)),
);
const secretNames = new Set(
  declared.filter(([, schema]) => schema.format === "password").map(([name]) => name),
);
const openNames = new Set(declared.map(([name]) => name).filter((name) => !secretNames.has(name)));

/** Whether an auth parameter of that name may be secret. A name that no specification declares may be secret. */
export function isSecretName(name: string): boolean {
  return secretNames.has(name) || !(openNames.has(name) || name === "specName" || name === "params");
}

function sourceSpec(connector: Connector): ConnectionSpec {
  const { id, name, kind, params = sourceParams[kind], more = "" } = connector;
  const spec = paramsSchema(`${params} ${more}`, `Source parameters of ${name}.`);
  const isStreaming = kind === "stream";
  return {
    id,
    name,
    providerId: isStreaming ? streamingProviderId : batchProviderId,
    version: "1.0",
    authSpec: Object.entries(connector.auth).map(([authName, params]) => ({
      name: authName,
      type: "KeyBased",
      spec: paramsSchema(params, `Authentication parameters of ${name}.`),
    })),
    sourceSpec: { name: sourceTypes[kind], type: sourceTypes[kind], spec },
    attributes: { category: sourceTypes[kind], isSource: true, connectorName: name },
    permissionsInfo: permissions("EnterpriseSource"),
  };
}

function dataLakeSpec(): ConnectionSpec {
  return {
    id: dataLakeSpecId,
    // The spelling by which Adobe's Python library finds it.
    name: "datalake",
    providerId: batchProviderId,
    version: "1.0",
    authSpec: [],
    targetSpec: {
      name: "DataLake",
      type: "DataSet",
      spec: paramsSchema("dataSetId", "The dataset to ingest into."),
    },
    attributes: { category: "DataLake", isDestination: true },
    permissionsInfo: permissions("Dataset"),
  };
}

/** Converts the notation of connectors.ts into JSON Schema. */
function paramsSchema(notation: string, description: string): ParamsSchema {
  const words = notation.split(" ").filter((word) => word !== "");
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    type: "object",
    description,
    properties: Object.fromEntries(words.map((word) => [bareName(word), paramSchema(word)])),
    required: words.filter((word) => !word.endsWith("?")).map(bareName),
  };
}

function bareName(word: string): string {
  return word.replace(/[*#!?{}]/g, "");
}

function paramSchema(word: string): ParamSchema {
  if (word.includes("#")) return { type: "number" };
  if (word.includes("!")) return { type: "boolean" };
  if (word.includes("{}")) return { type: "object" };
  return word.startsWith("*") ? { type: "string", format: "password" } : { type: "string" };
}

function permissions(name: string): Record<string, unknown> {
  return {
    view: [{ "@type": "lowLevel", name, permissions: ["read"] }],
    manage: [{ "@type": "lowLevel", name, permissions: ["write"] }],
  };
}
