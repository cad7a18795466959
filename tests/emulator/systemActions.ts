/** What AEP does on its own: it ingests batches, runs flows, and disables flows that fail. */

import { editOutside, recordOutside, storedObject, type Target } from "./outsideObject";
import type { EmulatorParts } from "./exchange";
import { newRun, type RunStatus } from "./flowService/runs";

type Fields = Record<string, unknown>;

export interface RunOptions {
  /** Default: "success". */
  status?: RunStatus;
  /** The reason of a failed run. */
  message?: string;
}

/** The client id of AEP's own writes. */
const system = "acp_core_flow_service";

/** Adds a batch to a dataset, by default a successful one, and returns its id. */
export function addBatch(parts: EmulatorParts, dataset: Target, fields: Fields): string {
  const { world } = parts;
  const { sandbox } = storedObject(world, dataset);
  const id = world.hex(24);
  const at = world.now();
  const batch = {
    ...{ status: "success", imsOrg: world.orgId, created: at, updated: at, version: "1.0.5" },
    ...{ createdClient: system, createdUser: `${system}@AdobeID`, updatedUser: `${system}@AdobeID` },
    relatedObjects: [{ type: "dataSet", id: dataset.id }],
    ...fields,
  };
  world.collection(sandbox, "batches").set(id, batch);
  recordOutside(parts, "POST", { ...dataset, collection: "batches", id });
  return id;
}

/** Adds a run to a flow, and returns the id of the run. */
export function addRun(
  parts: EmulatorParts,
  flow: Target,
  { status = "success", message }: RunOptions,
): string {
  const { sandbox, object } = storedObject(parts.world, flow);
  const run = newRun({ sandbox, clientId: system }, parts.world, object, {
    status,
    ...(message && { message }),
  });
  recordOutside(parts, "POST", { ...flow, collection: "runs", id: run.id });
  return run.id;
}

/** Since June 2026 AEP disables a dataflow whose runs have failed for 30 days. */
export function disableFailing(parts: EmulatorParts, flow: Target): void {
  addRun(parts, flow, { status: "failed", message: "All runs of the last 30 days have failed." });
  editOutside(parts, flow, (object) => {
    object["state"] = "disabled";
    object["updatedBy"] = `${system}@AdobeID`;
    object["updatedClient"] = system;
  });
}
