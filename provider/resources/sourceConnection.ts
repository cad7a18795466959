import { z } from "zod";
import { define } from "./definition";
import { byName, connectionSpec, sourceProblems } from "./shared/connectorRules";
import { sameContentType, toBoolean } from "./shared/equality";
import * as flow from "./shared/flowService";
import { reference } from "./shared/reference";

/**
 * What a dataflow reads: a file, a folder, a table or a topic of a source.
 * Adobe: "Collect data through source connectors and APIs", create a source connection.
 */
export const sourceConnection = define({
  type: "SourceConnection",
  args: z
    .strictObject({
      name: z.string().optional(),
      description: z.string().optional(),
      baseConnectionId: reference("flowServiceObject", "a BaseConnection").optional(),
      connectionSpec,
      data: z.strictObject({
        format: z.string(),
        schema: z
          .strictObject({ id: reference("schema", "a Schema"), version: z.string().optional() })
          .optional(),
        properties: z
          .strictObject({
            columnDelimiter: z.string().length(1, "must be one character").optional(),
            encoding: z.enum(["UTF-8", "ISO-8859-1"]).optional(),
            compressionType: z.enum(["bzip2", "gzip", "deflate", "zipDeflate", "tarGzip", "tar"]).optional(),
          })
          .optional(),
      }),
      params: z.record(z.string(), z.unknown()).optional(),
    })
    .check(sourceProblems),
  outputs: z.object(flow.flowServiceOutputs),
  defaults: {
    "connectionSpec.version": "1.0",
    "data.schema.version": "application/vnd.adobe.xed-full+json;version=1",
  },
  coerce: { connectionSpec: byName, "params.recursive": toBoolean, "params.backfill": toBoolean },
  ...flow.collection("sourceConnections"),
  remember: true,
  id: flow.idOf,
  // A dataflow keeps the copy it was made with; only a new pair of connections and a new dataflow take a change.
  immutable: ["baseConnectionId", "connectionSpec", "data", "params"],
  links: { baseConnectionId: "BaseConnection", "data.schema.id": "Schema" },
  same: { "data.schema.version": sameContentType },
  update: "jsonPatch",
  encode: (args) => args,
  unwrap: flow.firstItem,
  decode: (live, reply) => ({ args: live, outputs: flow.flowServiceState(live, reply) }),
  gone: flow.isBeingDeleted,
  ready: flow.readiness,
});
