/** Flow runs: `/runs`. A call can start a run only for flows with the frequency "once". */

import { ServiceError, type Call, type ServiceResponse, type Route, type World } from "../service";
import {
  bodyOf,
  created,
  envelope,
  isFields,
  named,
  newEntity,
  part,
  renewEtag,
  stored,
  text,
} from "./entity";
import { listResponse } from "./listing";
import { idAndEtag } from "./resource";

export const runRoutes: Route[] = [
  {
    method: "GET",
    path: "/runs",
    handle: (call, world) =>
      listResponse(call, "runs", [...stored(call, world, "runs").values()], world.switches.defaultPageSize),
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
  const startedAtUTC = world.now();
  const metrics = metricsOf(startedAtUTC);
  const { flowSpec } = flow;
  const run = newEntity(call, world, "success", {
    flowId,
    flowSpec,
    params: body["params"],
    metrics,
    activities: [],
  });
  run["eTag"] = run.etag;
  stored(call, world, "runs").set(run.id, run);
  flow["lastRunDetails"] = { id: run.id, state: "success", startedAtUTC, completedAtUTC: startedAtUTC };
  return created("runs", run);
}

/** The metrics of a run over an empty source. */
function metricsOf(at: number) {
  return {
    durationSummary: { startedAtUTC: at, completedAtUTC: at },
    sizeSummary: { inputBytes: 0, outputBytes: 0 },
    recordSummary: { inputRecordCount: 0, createdRecordCount: 0, outputRecordCount: 0, failedRecordCount: 0 },
    fileSummary: { inputFileCount: 0, outputFileCount: 0 },
    statusSummary: { status: "success" },
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
