import type * as pulumi from "@pulumi/pulumi";
import { InvalidInput } from "../../provider/api/errors";
import type { JsonObject } from "../../provider/values/propertyPath";
import { flowService, flowServiceList, itemWith } from "./flowService";
import { picked, requiredText } from "./found";
import { textArg, type LookUpInputs, lookUp, type LookUpArgs, lookUpOutput } from "./lookUp";

/**
 * Args of {@link getFlowRuns}.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/monitor
 */
export interface GetFlowRunsArgs extends LookUpArgs {
  /** Id of the dataflow. */
  flowId: string;
  /**
   * How many of the newest runs to read; default: all. A dataflow that runs every 15 minutes has 35,000 runs a year.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/dataflows/api/sort-and-filter
   */
  limit?: number | undefined;
}

/** Args of {@link getFlowRunsOutput}. */
export type GetFlowRunsOutputArgs = LookUpInputs<GetFlowRunsArgs>;

/** The runs of a dataflow. */
export interface GetFlowRunsResult {
  /** The newest first. */
  runs: FlowRun[];
}

/** One run of a dataflow. */
export interface FlowRun {
  /** Id of the run. */
  id: string;
  /** Id of the dataflow. */
  flowId: string;
  /** When the run was created, in epoch milliseconds. */
  createdAt?: number | undefined;
  /** When the run was last changed, in epoch milliseconds. */
  updatedAt?: number | undefined;
  /** What the run read and wrote, and its status. */
  metrics: FlowRunMetrics;
  /** The steps of the run, each with its metrics. */
  activities?: Record<string, unknown>[] | undefined;
}

/** Metrics of a run. */
export interface FlowRunMetrics {
  /** When the run began and ended, in epoch milliseconds. */
  durationSummary?: { startedAtUTC?: number; completedAtUTC?: number } | undefined;
  /** Bytes. */
  sizeSummary?: { inputBytes?: number; outputBytes?: number } | undefined;
  /** Records. */
  recordSummary?:
    | {
        inputRecordCount?: number;
        createdRecordCount?: number;
        outputRecordCount?: number;
        failedRecordCount?: number;
      }
    | undefined;
  /** Files. */
  fileSummary?: { inputFileCount?: number; outputFileCount?: number } | undefined;
  /** `status`, such as `success`, `failed`, `scheduled` or `inProgress`, and the errors of a failed run. */
  statusSummary?: { status?: string; errors?: Record<string, unknown>[] } | undefined;
}

/**
 * The runs of a dataflow, the newest first. Each call sends a request.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/monitor
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const flow = aep.Dataflow.get("customers", "3d17a4ff-9e0a-4f7c-94bb-bc0b61a3a76d");
 * const { runs } = aep.getFlowRunsOutput({ flowId: flow.id, limit: 1 });
 * export const lastStatus = runs.apply(([last]) => last?.metrics.statusSummary?.status);
 * ```
 */
export function getFlowRuns(args: GetFlowRunsArgs): Promise<GetFlowRunsResult> {
  return lookUp({ call: "getFlowRuns", kind: "Dataflow", name: args.flowId }, args, async (reader) => {
    const flowId = textArg("flowId", args.flowId);
    const most = limitArg(args.limit);
    const query = new URLSearchParams({
      property: `flowId==${flowId}`,
      orderby: "-createdAt",
      limit: String(Math.min(most ?? largestPage, largestPage)),
    });
    const runs = await reader.list(`${flowService}/runs?${query.toString()}`, flowServiceList, most);
    const sought = { noun: "dataflow", by: "id", value: flowId, sandbox: reader.sandbox };
    // A dataflow that does not exist has an empty list of runs too.
    if (runs.length === 0) await itemWith(reader, "flows", sought);
    return { runs: runs.map(runOf) };
  });
}

/** {@link getFlowRuns} for args and results that are Outputs. */
export function getFlowRunsOutput(args: GetFlowRunsOutputArgs): pulumi.Output<GetFlowRunsResult> {
  return lookUpOutput(getFlowRuns, args);
}

const largestPage = 100;

function limitArg(limit: unknown): number | undefined {
  if (limit === undefined) return undefined;
  if (typeof limit === "number" && Number.isInteger(limit) && limit > 0) return limit;
  throw new InvalidInput(`limit is ${String(limit)}, but must be a whole number of at least 1.`);
}

function runOf(live: JsonObject): FlowRun {
  return {
    metrics: {},
    ...picked<FlowRun>(live, "createdAt", "updatedAt", "metrics", "activities"),
    id: requiredText(live, "id"),
    flowId: requiredText(live, "flowId"),
  };
}
