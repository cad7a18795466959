import type { Call, World } from "../service";
import { findSchema } from "../schemaRegistry/library";
import type { XdmResource } from "../xdm/global";
import type { Batch } from "./batches";
import { createdForm, createdTags, nextVersion, stampedTags, type Tags } from "./forms";

/** A dataset as it is stored in the collection "dataSets", by id. */
export interface DataSet {
  [key: string]: unknown;
  name?: string;
  description?: string;
  schemaRef: SchemaRef;
  tags?: Record<string, string[]>;
  version: string;
  created: number;
  updated: number;
  viewId: string;
}

export interface SchemaRef {
  id: string;
  contentType: string;
}

/** Fields that only the server sets. A client may send a whole object from a GET; then these fields are ignored. */
export const SERVER_FIELDS: ReadonlySet<string> = new Set([
  "imsOrg",
  "sandboxId",
  "version",
  "created",
  "updated",
  "createdUser",
  "createdClient",
  "updatedUser",
  "viewId",
  "basePath",
  "files",
  "state",
  "statsCache",
  "dule",
  "lastBatchId",
  "lastBatchStatus",
  "lastSuccessfulBatch",
  "lastFailedBatch",
  "namespace",
  "persistence",
  "dataSourceId",
]);

export function newDataSet(body: Record<string, unknown>, id: string, call: Call, world: World): DataSet {
  const user = userOf(call);
  const viewId = world.hex(24);
  const dataSource = call.query.get("requestDataSource")?.toLowerCase() === "true";
  const own = ownFields(body);
  return {
    ...createdForm(id, viewId, world),
    ...own,
    ...tagsOf(own, world),
    ...(dataSource ? { dataSourceId: Number.parseInt(world.hex(6), 16) } : {}),
    imsOrg: world.orgId,
    sandboxId: call.sandbox.id,
    version: "1.0.0",
    created: world.now(),
    updated: world.now(),
    createdUser: user,
    createdClient: call.clientId,
    updatedUser: user,
    viewId,
  } as unknown as DataSet;
}

/** The tags of a new dataset, if it has any. Tags of a wrong type are left to the validation. */
function tagsOf(own: Record<string, unknown>, world: World): { tags?: unknown } {
  const sent = own["tags"] ?? {};
  if (typeof sent !== "object" || Array.isArray(sent)) return { tags: sent };
  const added = createdTags(String(own["name"] ?? "dataset"), world);
  const tags = stampedTags({ ...added, ...(sent as Tags) }, undefined, world) ?? {};
  return own["tags"] === undefined && Object.keys(tags).length === 0 ? {} : { tags };
}

/** The body without the fields that only the server sets. */
export function ownFields(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !SERVER_FIELDS.has(key)));
}

/** The stored dataset with other contents and a new version and date. Its other server fields are unchanged. */
export function withContents(
  stored: DataSet,
  contents: Record<string, unknown>,
  call: Call,
  world: World,
): DataSet {
  const server = Object.fromEntries(Object.entries(stored).filter(([key]) => SERVER_FIELDS.has(key)));
  const own = ownFields(contents);
  const tags = stampedTags(own["tags"] as Tags | undefined, stored.tags, world);
  return {
    ...own,
    ...(tags === undefined ? {} : { tags }),
    ...server,
    version: nextVersion(stored.version),
    updated: Math.max(world.now(), stored.updated),
    updatedUser: userOf(call),
  } as unknown as DataSet;
}

function userOf(call: Call): string {
  return `${call.clientId}@techacct.adobe.com`;
}

/** The dataset as GET shows it. */
export function shown(id: string, stored: DataSet, call: Call, world: World): Record<string, unknown> {
  const schema = findSchema(world, call.sandbox, stored.schemaRef.id);
  const { switches } = world;
  return {
    ...(switches.catalogEmptyFields
      ? { description: "", observableSchema: {}, extensions: {}, tags: {} }
      : {}),
    classification: { dataBehavior: behaviorOf(schema), managedBy: "CUSTOMER" },
    ...stored,
    ...(switches.catalogContentTypeMinor ? { schemaRef: withMinor(stored.schemaRef, schema) } : {}),
    ...lastBatches(id, call, world),
  };
}

function withMinor(schemaRef: SchemaRef, schema: XdmResource | undefined): SchemaRef {
  const version = schema?.version ?? "1.0";
  return {
    ...schemaRef,
    contentType: schemaRef.contentType.replace(/version=\d+(\.\d+)?/, `version=${version}`),
  };
}

function behaviorOf(schema: XdmResource | undefined): string {
  const behavior = schema?.["meta:extends"]?.find(($id) => $id.includes("/xdm/data/"));
  return behavior?.split("/").at(-1) ?? "record";
}

function lastBatches(id: string, call: Call, world: World): Record<string, unknown> {
  const batches = [...world.collection<Batch>(call.sandbox, "batches")]
    .filter(([, batch]) =>
      batch.relatedObjects.some((object) => object.type === "dataSet" && object.id === id),
    )
    .sort(([, left], [, right]) => left.created - right.created);
  const last = batches.at(-1);
  const successful = batches.findLast(([, batch]) => batch.status === "success");
  const failed = batches.findLast(([, batch]) => batch.status === "failed" || batch.status === "failure");
  return {
    ...(last ? { lastBatchId: last[0], lastBatchStatus: last[1].status } : {}),
    ...(successful ? { lastSuccessfulBatch: successful[0] } : {}),
    ...(failed ? { lastFailedBatch: failed[0] } : {}),
  };
}
