import { z } from "zod";
import { define, type Context } from "./definition";
import { path } from "../api/path";
import { get, isObject, type JsonObject } from "../values/propertyPath";
import { field } from "./fields";
import { toBoolean, toNumber } from "./shared/equality";
import * as flow from "./shared/flowService";
import { reference } from "./shared/reference";
import { chooseFlowSpec, sameFlowSpec, specById } from "./shared/flowSpec";
import * as schedule from "./shared/schedule";

const mapping = z.strictObject({
  name: z.literal("Mapping"),
  params: z.strictObject({
    mappingId: reference("MappingSet"),
    mappingVersion: field(z.number().optional(), { coerce: toNumber }),
  }),
});

const copy = field(
  z.strictObject({
    name: z.literal("Copy"),
    params: z.strictObject({
      deltaColumn: z
        .strictObject({
          name: z.string(),
          dateFormat: z.string().optional(),
          timezone: z.string().optional(),
        })
        .optional(),
      mode: z.string().optional(),
    }),
  }),
  { replaces: true },
);

/**
 * Runs on a schedule (or as records arrive) and brings what a source connection reads, through a mapping, to a target
 * connection. Adobe: "Collect data through source connectors and APIs", create a dataflow; "Update dataflows".
 */
export const dataflow = define({
  type: "Dataflow",
  args: z.strictObject({
    name: z.string().optional(),
    description: z.string().optional(),
    flowSpec: field(z.union([flow.specReference(), z.string()]).optional(), {
      coerce: specById,
      replaces: true,
      same: sameFlowSpec,
    }),
    sourceConnectionIds: field(z.array(reference("SourceConnection")).length(1, "must hold exactly one id"), {
      replaces: true,
    }),
    targetConnectionIds: field(z.array(reference("TargetConnection")).length(1, "must hold exactly one id"), {
      replaces: true,
    }),
    transformations: field(z.array(z.discriminatedUnion("name", [mapping, copy])).optional(), {
      key: "name",
    }),
    scheduleParams: schedule.scheduleParams.optional(),
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
    /** The flow spec that runs it. */
    resolvedFlowSpec: z.object({ id: z.string(), version: z.string().optional() }).optional(),
    /** When it starts or started, epoch seconds. */
    resolvedStartTime: z.number().optional(),
    /** Where senders post to, of a flow that receives records itself. */
    inletUrl: z.string().optional(),
  }),
  ...flow.collection("flows"),
  id: flow.idOf,
  // Two live dataflows would ingest the same source twice.
  deleteBeforeReplace: true,
  update: "jsonPatch",
  action: {
    field: "state",
    initial: "enabled",
    path: (id, state) =>
      `${flow.flowService}/flows/${path`${id}`}/action?op=${state === "enabled" ? "enable" : "disable"}`,
  },
  lookups: {
    create: {
      flowSpecs: {
        path: ({ flowSpec }) =>
          isObject(flowSpec)
            ? undefined
            : typeof flowSpec === "string"
              ? `${flow.flowService}/flowSpecs?property=${encodeURIComponent(`name=="${flowSpec}"`)}`
              : `${flow.flowService}/flowSpecs`,
        reuse: "process",
        items: flow.itemsOf,
      },
      source: {
        path: ({ flowSpec, sourceConnectionIds }) =>
          flowSpec === undefined
            ? flow.collection("sourceConnections").item(String(get(sourceConnectionIds, [0])))
            : undefined,
        reuse: "seen",
      },
    },
  },
  encode: (args, context) => body(args, context),
  unwrap: flow.firstItem,
  decode: (live, reply) => ({
    args: { ...live, state: targetState(live["state"]) },
    outputs: {
      ...flow.flowServiceState(live, reply),
      resolvedFlowSpec: live["flowSpec"],
      resolvedStartTime: toNumber(get(live, ["scheduleParams", "startTime"])),
      inletUrl: get(live, ["options", "inletUrl"]) ?? undefined,
    },
  }),
  gone: flow.isBeingDeleted,
  ready: flow.readiness,
  refuse: { diff: (olds, news, replaces, context) => schedule.refusal(olds, news, replaces, context) },
});

function body({ state: _state, ...args }: JsonObject, context: Context): JsonObject {
  const flowSpec = isObject(args["flowSpec"]) ? args["flowSpec"] : chooseFlowSpec(args, context.found);
  return { ...args, ...(flowSpec && { flowSpec }), ...schedule.encoded(args, context) };
}

/** A state in between reads as the one that it leads to. */
function targetState(state: unknown): string {
  return /^disabl/.test(String(state)) ? "disabled" : "enabled";
}
