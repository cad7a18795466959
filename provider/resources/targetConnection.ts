import { z } from "zod";
import { dataLake } from "../connectors";
import { define } from "./definition";
import { field } from "./fields";
import * as flow from "./shared/flowService";
import { reference } from "./shared/reference";

/**
 * Where a dataflow writes: a dataset in the data lake.
 * Adobe: "Collect data through source connectors and APIs", create a target connection.
 */
export const targetConnection = define({
  type: "TargetConnection",
  args: z.strictObject({
    name: z.string().optional(),
    description: z.string().optional(),
    // A dataflow keeps the copy it was made with; only new connections and a new dataflow take a change.
    baseConnectionId: field(reference("BaseConnection").optional(), { replaces: true }),
    connectionSpec: field(flow.specReference({ replaces: true }).optional(), { default: dataLake }),
    data: field(
      z.strictObject({ format: z.string().optional(), schema: flow.schemaReference().optional() }).optional(),
      { replaces: true },
    ),
    params: field(z.strictObject({ dataSetId: reference("Dataset") }), { replaces: true }),
  }),
  outputs: z.object(flow.flowServiceOutputs),
  ...flow.collection("targetConnections"),
  id: flow.flowServiceId,
  update: flow.update,
  unwrap: flow.firstItem,
  decode: (live, response) => ({ args: live, outputs: flow.flowServiceState(live, response) }),
  gone: flow.isBeingDeleted,
  ready: flow.readiness,
});
