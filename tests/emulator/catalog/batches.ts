import type { Call, ServiceResponse, World } from "../service";
import { badRequest, notFound } from "./errors";
import { pageOf, picked } from "./list";

/** A batch as it is stored in the collection "batches", by id. A test adds one to give a dataset data. */
export interface Batch {
  [key: string]: unknown;
  status: string;
  created: number;
  relatedObjects: { type: string; id: string }[];
}

const STATUSES = (
  "processing success failure queued retrying stalled aborted abandoned inactive failed loading loaded " +
  "staged active staging deleted"
).split(" ");

export function listBatches(call: Call, world: World): ServiceResponse {
  const wanted = call.query.get("dataSet");
  const batches = [...world.collection<Batch>(call.sandbox, "batches")]
    .filter(([, batch]) => wanted === null || belongsTo(batch, wanted))
    .map(([id, batch]): [string, Batch] => [id, batch]);
  return { status: 200, body: Object.fromEntries(pageOf(batches, call.query, BATCH_PARAMETERS)) };
}

/** Query parameters of this list that are not names of fields. */
const BATCH_PARAMETERS = new Set([
  "dataSet",
  "batch",
  "startAfter",
  "startBefore",
  "endAfter",
  "endBefore",
  "transform",
]);

function belongsTo(batch: Batch, dataSetId: string): boolean {
  return batch.relatedObjects.some((object) => object.type === "dataSet" && object.id === dataSetId);
}

export function lookupBatch(call: Call, world: World): ServiceResponse {
  const id = call.params["id"] ?? "";
  const batch = world.collection<Batch>(call.sandbox, "batches").get(id);
  if (!batch) throw notFound("batch", id);
  return { status: 200, body: { [id]: picked(batch, call.query.get("properties")) } };
}

export function createBatch(call: Call, world: World): ServiceResponse {
  const body = call.body as Record<string, unknown> | undefined;
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw badRequest("The body must be an object.");
  const status = String(body["status"]);
  if (!STATUSES.includes(status)) throw badRequest(`The status must be one of ${STATUSES.join(", ")}.`);
  const id = world.hex(24);
  const batch = {
    relatedObjects: [],
    ...body,
    status,
    imsOrg: world.orgId,
    created: world.now(),
    updated: world.now(),
    createdClient: call.clientId,
    createdUser: `${call.clientId}@techacct.adobe.com`,
    updatedUser: `${call.clientId}@techacct.adobe.com`,
    version: "1.0.0",
  };
  world.collection<Batch>(call.sandbox, "batches").set(id, batch as Batch);
  const headers = { Location: `/data/foundation/catalog/batches/${id}` };
  return { status: 201, headers, body: [`@/batches/${id}`], wrote: { kind: "batches", id } };
}
