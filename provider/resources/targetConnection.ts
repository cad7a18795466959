import { z } from "zod";
import { dataLake } from "../connectors";
import { define } from "./definition";
import { sameContentType } from "./shared/equality";
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
    baseConnectionId: reference("flowServiceObject", "a BaseConnection").optional(),
    connectionSpec: flow.specReference.optional(),
    data: z.strictObject({
      format: z.string().optional(),
      schema: z.strictObject({ id: reference("schema", "a Schema"), version: z.string().optional() }),
    }),
    params: z.strictObject({ dataSetId: reference("dataset", "a Dataset") }),
  }),
  outputs: z.object(flow.flowServiceOutputs),
  defaults: {
    connectionSpec: dataLake,
    "connectionSpec.version": "1.0",
    "data.schema.version": "application/vnd.adobe.xed-full+json;version=1",
  },
  ...flow.collection("targetConnections"),
  id: flow.idOf,
  // A dataflow keeps the copy it was made with; only a new pair of connections and a new dataflow take a change.
  immutable: ["baseConnectionId", "connectionSpec.id", "connectionSpec.version", "data", "params"],
  links: { baseConnectionId: "BaseConnection", "data.schema.id": "Schema", "params.dataSetId": "Dataset" },
  same: { "data.schema.version": sameContentType },
  update: "jsonPatch",
  encode: (args) => args,
  unwrap: flow.firstItem,
  decode: (live, reply) => ({ args: live, outputs: flow.flowServiceState(live, reply) }),
  gone: flow.isBeingDeleted,
  ready: flow.readiness,
});
