import { z } from "zod";
import { get } from "../values/propertyPath";
import { disabledOutside, isDisabled } from "./dataflow/disabled";
import { sameFlowSpec, specById, withFlowSpec } from "./dataflow/flowSpec";
import { refuseScheduleChange, scheduleBody, scheduleParams } from "./dataflow/schedule";
import { transformations, withoutDeltaOfRuns } from "./dataflow/transformations";
import { define } from "./definition";
import { field } from "./fields";
import { toBoolean, toNumber } from "./shared/equality";
import * as flow from "./shared/flowService";
import { reference } from "./shared/reference";

const flows = flow.collection("flows");

/**
 * Runs on a schedule, or as records arrive, and brings the records of a source connection through a mapping to a target
 * connection. Adobe: "Collect data through source connectors and APIs", create a dataflow; "Update dataflows".
 */
export const dataflow = define({
  type: "Dataflow",
  args: z.strictObject({
    name: z.string().optional(),
    description: z.string().optional(),
    flowSpec: field(z.union([flow.specReference(), z.string()]).optional(), {
      coerce: specById,
      same: sameFlowSpec,
      replaces: true,
    }),
    sourceConnectionIds: field(z.array(reference("SourceConnection")).length(1, "must hold exactly one id"), {
      replaces: true,
    }),
    targetConnectionIds: field(z.array(reference("TargetConnection")).length(1, "must hold exactly one id"), {
      replaces: true,
    }),
    transformations: transformations.optional(),
    scheduleParams: scheduleParams.optional(),
    options: z
      .strictObject({
        errorDiagnosticsEnabled: field(z.boolean().optional(), { coerce: toBoolean }),
        partialIngestionPercent: field(
          z.number().positive("must be above 0").max(100, "must be at most 100").optional(),
          { coerce: toNumber },
        ),
      })
      .optional(),
    state: field(z.enum(["enabled", "disabled"]).optional(), { default: "enabled" }),
  }),
  outputs: z.object({
    ...flow.flowServiceOutputs,
    /** The flow spec on which it runs. */
    resolvedFlowSpec: z.object({ id: z.string(), version: z.string().optional() }).optional(),
    /** When it starts or started, epoch seconds. */
    resolvedStartTime: z.number().optional(),
    /** The URL to which senders post, of a dataflow that receives records itself. */
    inletUrl: z.string().optional(),
  }),
  ...flows,
  id: flow.flowServiceId,
  update: flow.update,
  // Two live dataflows would ingest the same source twice.
  deleteBeforeReplace: true,
  // A dataflow that has begun would ingest its source again.
  refuseChange: refuseScheduleChange,
  encode: ({ state: _state, ...args }, context) => ({ ...args, ...scheduleBody(args, context) }),
  unwrap: flow.firstItem,
  decode: (live, response) => ({
    args: { ...live, state: isDisabled(live) ? "disabled" : "enabled" },
    outputs: {
      ...flow.flowServiceState(live, response),
      resolvedFlowSpec: live["flowSpec"],
      resolvedStartTime: toNumber(get(live, ["scheduleParams", "startTime"])),
      inletUrl: get(live, ["options", "inletUrl"]) ?? undefined,
    },
  }),
  gone: flow.isBeingDeleted,
  ready: flow.readiness,
  override: {
    coerce: withoutDeltaOfRuns,
    remark: disabledOutside,
    // A program may give the flow spec by name, or leave it out.
    complete: withFlowSpec,
    // A dataflow with an access label that the credential lacks looks deleted (Adobe: "Access labels for sources dataflows").
    harmlessPatch: ({ name }) => [{ op: "replace", path: "/name", value: name ?? "" }],
    // AEP creates every dataflow enabled, and changes this by a request of its own.
    action: {
      field: "state",
      initial: "enabled",
      path: (id, state) => `${flows.item(id)}/action?op=${state === "enabled" ? "enable" : "disable"}`,
    },
  },
});
