/** The steps of the cloud storage tutorial as calls, for the emulator's own tests. */

import type { ClientResponse, Client } from "../emulator/client";

export const flowService = "/data/foundation/flowservice";
export const s3Spec = { id: "ecadc60c-7455-4d87-84dc-2a0e293d997b", version: "1.0" };
export const dataLakeSpec = { id: "c604ff05-7f1a-43c0-8e18-33bf874cb11c", version: "1.0" };

export const s3Connection = {
  name: "Amazon S3 base connection",
  description: "Amazon S3 base connection with temporary session token",
  auth: {
    specName: "Access Key",
    params: { s3AccessKey: "AKIAEXAMPLE", s3SecretKey: "planted-secret", s3SessionToken: "planted-token" },
  },
  connectionSpec: s3Spec,
};

export interface Chain {
  base: string;
  source: string;
  schema: string;
  dataset: string;
  target: string;
  mapping: string;
}

/** Everything up to the dataflow. */
export async function makeChain(client: Client): Promise<Chain> {
  const base = await made(client, `${flowService}/connections`, s3Connection);
  const source = await made(client, `${flowService}/sourceConnections`, sourceConnection(base));
  const schema = await makeSchema(client, "Target schema for cloud storage source connector");
  const dataset = await makeDataset(client, schema);
  const target = await made(client, `${flowService}/targetConnections`, targetConnection(schema, dataset));
  const mapping = await makeMapping(client, schema);
  return { base, source, schema, dataset, target, mapping };
}

/** Posts an object and returns its id. */
export async function made(client: Client, path: string, body: unknown): Promise<string> {
  const response = await client.call("POST", path, body);
  if (response.status !== 201 && response.status !== 200)
    throw new Error(`POST ${path} failed: ${response.text}`);
  return String(response.body["id"] ?? response.body["$id"]);
}

export async function itemAt(client: Client, path: string): Promise<Record<string, unknown>> {
  const response = await client.call("GET", path);
  const items = response.body["items"] as Record<string, unknown>[] | undefined;
  if (items?.length !== 1)
    throw new Error(`GET ${path} returned ${String(response.status)}: ${response.text}`);
  return items[0]!;
}

/** The code of an error of Flow Service without its prefix, or of the gateway. */
export function codeOf({ body }: ClientResponse): unknown {
  const type = body["type"];
  const code = typeof type === "string" ? /\/(?:FLOW-)?([^/]+)$/.exec(type)?.[1] : undefined;
  return code ?? body["errorCode"] ?? body["error_code"];
}

/** Epoch seconds as text, as the tutorials send them. */
export function inOneHour(): string {
  return String(Math.floor(Date.now() / 1000) + 3600);
}

export function sourceConnection(baseConnectionId: string) {
  return {
    name: "Source Connection for a cloud storage",
    baseConnectionId,
    description: "Source Connection to ingest data.csv",
    data: { format: "delimited" },
    params: { path: "/some/path/data.csv", type: "file", recursive: "true" },
    connectionSpec: s3Spec,
  };
}

export function targetConnection(schema: string, dataSetId: string, connectionSpec: object = dataLakeSpec) {
  return {
    name: "Target Connection",
    description: "Target Connection for cloud storage data",
    data: {
      format: "parquet_xdm",
      schema: { id: schema, version: "application/vnd.adobe.xed-full+json;version=1.0" },
    },
    params: { dataSetId },
    connectionSpec,
  };
}

export function flow(parts: Chain, changes: Record<string, unknown> = {}) {
  return {
    name: "Dataflow between cloud storage and Platform",
    description: "collecting data.csv",
    flowSpec: { id: "9753525b-82c7-4dce-8a9b-5ccfce2b9876", version: "1.0" },
    sourceConnectionIds: [parts.source],
    targetConnectionIds: [parts.target],
    transformations: [{ name: "Mapping", params: { mappingId: parts.mapping } }],
    scheduleParams: { startTime: inOneHour(), frequency: "minute", interval: "30" },
    ...changes,
  };
}

export function makeSchema(client: Client, title: string): Promise<string> {
  const profile = "https://ns.adobe.com/xdm/context/profile";
  return made(client, "/data/foundation/schemaregistry/tenant/schemas", {
    type: "object",
    title,
    description: "",
    allOf: [
      { $ref: profile },
      { $ref: `${profile}-person-details` },
      { $ref: `${profile}-personal-details` },
    ],
    "meta:containerId": "tenant",
    "meta:resourceType": "schemas",
    "meta:xdmType": "object",
    "meta:class": profile,
  });
}

export async function makeDataset(client: Client, schema: string): Promise<string> {
  const response = await client.call("POST", "/data/foundation/catalog/dataSets?requestDataSource=true", {
    name: "Target Dataset",
    schemaRef: { id: schema, contentType: "application/vnd.adobe.xed-full-notext+json; version=1" },
  });
  const id = /^\["@\/dataSets\/([0-9a-f]{24})"\]$/.exec(response.text)?.[1];
  if (id === undefined) throw new Error(`POST dataSets: ${response.text}`);
  return id;
}

/** With `id: null` in `more`, the body is exactly that of the tutorial; Adobe's OpenAPI file has a string there. */
export function makeMapping(client: Client, schema: string, more: object = {}): Promise<string> {
  const rest = { identity: false, identityGroup: null, namespaceCode: null, version: 0 };
  return made(client, "/data/foundation/conversion/mappingSets", {
    version: 0,
    xdmSchema: schema,
    xdmVersion: "1.0",
    ...more,
    mappings: [{ destinationXdmPath: "person.name.firstName", sourceAttribute: "FirstName", ...rest }],
  });
}
