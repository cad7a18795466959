/** Flow runs: `/runs`. A call can start a run only for flows with the frequency "once". */

import { ServiceError, type Call, type ServiceResponse, type Route, type World } from "../service";
import {
  bodyOf,
  created,
  envelope,
  isFields,
  newEntity,
  part,
  renewEtag,
  stored,
  text,
  type Caller,
  type Entity,
  type Fields,
} from "./entity";
import { tableFlowSpecId } from "./flowSpecs";
import { listResponse } from "./listing";
import { idAndEtag } from "./resource";
import { listed, named } from "./visibility";

export const runRoutes: Route[] = [
  {
    method: "GET",
    path: "/runs",
    handle: (call, world) => listResponse(call, "runs", listed(call, world, "runs"), world),
  },
  { method: "POST", path: "/runs", handle: createRun },
  { method: "GET", path: "/runs/:id", handle: (call, world) => envelope(named(call, world, "runs")) },
  { method: "POST", path: "/runs/:id/action", handle: retrigger },
];

function createRun(call: Call, world: World): ServiceResponse {
  const body = bodyOf(call);
  const flowId = text(body, "flowId");
  if (flowId === undefined) throw new ServiceError(400, "1446-400", "The flow ID cannot be null or empty.");
  const flow = stored(call, world, "flows").get(flowId);
  if (flow === undefined) throw new ServiceError(400, "1430-400", `Flow not found with id ${flowId}.`);
  const { frequency } = part(flow, "scheduleParams");
  if (frequency !== "once") {
    const message = `The flowId=${flowId} with scheduleParams frequency=${String(frequency)} is not supported for creating flow runs.`;
    throw new ServiceError(400, "1386-400", message);
  }
  if (!isFields(body["params"])) {
    throw new ServiceError(
      400,
      "1384-400",
      "The params provided for creating flow run are invalid or empty.",
    );
  }
  const { windowStartTime, windowEndTime } = body["params"];
  if (Number(windowEndTime) < Number(windowStartTime)) {
    throw new ServiceError(400, "1381-400", "WindowEndTime cannot be before Window StartTime.");
  }
  rememberDeltaColumn(flow, body["params"], call, world);
  const run = newRun(call, world, flow, { status: "success", params: body["params"] });
  const response = created("runs", run);
  if (world.switches.runCreateReply === "bare") return response;
  return { ...response, body: { items: [response.body] } };
}

/**
 * The first run of a table source can name the column by which AEP finds new rows. AEP keeps it in the flow as a Copy
 * transformation. A later run cannot name another one.
 */
function rememberDeltaColumn(flow: Entity, params: Fields, call: Call, world: World): void {
  const { deltaColumn } = params;
  if (deltaColumn === undefined) return;
  const isTable = part(flow, "flowSpec")["id"] === tableFlowSpecId;
  const runs = [...stored(call, world, "runs").values()];
  if (!isTable || !isFields(deltaColumn) || runs.some((run) => run["flowId"] === flow.id)) {
    throw new ServiceError(
      400,
      "1384-400",
      "The deltaColumn is allowed only in the first run of a table source.",
    );
  }
  const transformations = Array.isArray(flow["transformations"])
    ? (flow["transformations"] as unknown[])
    : [];
  flow["transformations"] = [...transformations, { name: "Copy", params: { deltaColumn } }];
  renewEtag(flow, world);
}

export type RunStatus = "success" | "failed" | "partialSuccess" | "inProgress";

interface NewRun {
  status: RunStatus;
  params?: unknown;
  message?: string;
}

/** Stores a run, and shows it in the flow as the last one. */
export function newRun(
  caller: Caller,
  world: World,
  flow: Fields,
  { status, params, message }: NewRun,
): Entity {
  const at = world.now();
  const { id: flowId, flowSpec } = flow;
  const metrics = metricsOf(at, status, message);
  const run = newEntity(caller, world, status, {
    flowId,
    flowSpec,
    params: params ?? {},
    metrics,
    activities: [],
  });
  run["eTag"] = run.etag;
  stored(caller, world, "runs").set(run.id, run);
  flow["lastRunDetails"] = { id: run.id, state: status, startedAtUTC: at, completedAtUTC: at };
  return run;
}

/** The metrics of a run over an empty source. */
function metricsOf(at: number, status: RunStatus, message: string | undefined) {
  const errors = message === undefined ? {} : { errors: [{ code: "CONNECTOR-2001-500", message }] };
  return {
    durationSummary: { startedAtUTC: at, completedAtUTC: at },
    sizeSummary: { inputBytes: 0, outputBytes: 0 },
    recordSummary: { inputRecordCount: 0, createdRecordCount: 0, outputRecordCount: 0, failedRecordCount: 0 },
    fileSummary: { inputFileCount: 0, outputFileCount: 0 },
    statusSummary: { status, ...errors },
  };
}

function retrigger(call: Call, world: World): ServiceResponse {
  const run = named(call, world, "runs");
  if ((call.query.get("op") ?? "").toUpperCase() !== "RE_TRIGGER") {
    throw new ServiceError(400, "1401-400", "The provided flow run action is not supported.");
  }
  if (run.state !== "failed") {
    const message = `The flowRunId=${run.id} is in an invalid state=${run.state} for re-triggering.`;
    throw new ServiceError(400, "1387-400", message);
  }
  const etagBefore = run.etag;
  run.state = "success";
  renewEtag(run, world);
  return {
    status: 200,
    body: idAndEtag(run),
    wrote: { kind: "runs", id: run.id, etagBefore, etagAfter: run.etag },
  };
}
