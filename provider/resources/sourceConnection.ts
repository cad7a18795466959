import { z } from "zod";
import { define } from "./definition";
import { field } from "./fields";
import { connectionSpec, sourceProblems } from "./shared/connectorRules";
import { withBooleans } from "./shared/equality";
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
      // A dataflow keeps the copy it was made with; only new connections and a new dataflow take a change.
      baseConnectionId: field(reference("BaseConnection").optional(), { replaces: true }),
      connectionSpec,
      // Adobe's tutorials omit it for some streams: `sourceProblems` requires it for the others.
      data: field(
        z
          .strictObject({
            format: z.string(),
            schema: flow.schemaReference().optional(),
            properties: z
              .strictObject({
                columnDelimiter: z.string().length(1, "must be one character").optional(),
                encoding: z.enum(["UTF-8", "ISO-8859-1"]).optional(),
                compressionType: z
                  .enum(["bzip2", "gzip", "deflate", "zipDeflate", "tarGzip", "tar"])
                  .optional(),
              })
              .optional(),
          })
          .optional(),
        { replaces: true },
      ),
      params: field(z.record(z.string(), z.unknown()).optional(), {
        replaces: true,
        coerce: withBooleans("recursive", "backfill"),
      }),
    })
    .check(sourceProblems),
  outputs: z.object(flow.flowServiceOutputs),
  ...flow.collection("sourceConnections"),
  id: flow.flowServiceId,
  update: flow.update,
  unwrap: flow.firstItem,
  decode: (live, response) => ({ args: live, outputs: flow.flowServiceState(live, response) }),
  gone: flow.isBeingDeleted,
  ready: flow.readiness,
});
