import { z } from "zod";
import { define } from "./definition";
import { get } from "../values/propertyPath";
import { authProblems, byName, connectionSpec, knownParamPaths, secretPaths } from "./shared/connectorRules";
import * as flow from "./shared/flowService";

/**
 * An account of a source: connector and credentials. Without `auth` it is the dataset base connection of older tutorials.
 * Adobe: "Create a base connection using the Flow Service API", one page per source.
 */
export const baseConnection = define({
  type: "BaseConnection",
  args: z
    .strictObject({
      name: z.string().optional(),
      description: z.string().optional(),
      connectionSpec,
      rotation: z.union([z.string(), z.number()]).optional(),
      auth: z
        .strictObject({
          specName: z.string(),
          type: z.string().optional(),
          params: z.record(z.string(), z.unknown()),
        })
        .optional(),
    })
    .check(authProblems),
  outputs: z.object({
    ...flow.flowServiceOutputs,
    /** Where senders post to, of a connection through which records are sent to AEP. */
    inletUrl: z.string().optional(),
  }),
  defaults: { "connectionSpec.version": "1.0" },
  coerce: { connectionSpec: byName },
  ...flow.collection("connections"),
  id: flow.idOf,
  // 1414-400: the spec of a connection cannot be updated; for another way to sign in Adobe says to make a new connection.
  immutable: ["connectionSpec", "auth.specName"],
  // AEP answers with masks, and no sample of an answer shows the type.
  writeOnly: (args) => [...secretPaths(args), "auth.type"],
  secret: secretPaths,
  stateOnly: ["rotation"],
  // A secret that somebody changed outside cannot be seen: with another rotation all are sent again.
  resendSecretsOn: "rotation",
  // Beside them AEP puts fields of its own, such as authorizedDate.
  onlyWrittenByPrograms: knownParamPaths,
  update: "jsonPatch",
  encode: ({ rotation: _rotation, ...body }) => body,
  unwrap: flow.firstItem,
  decode: (live, reply) => ({
    args: live,
    outputs: {
      ...flow.flowServiceState(live, reply),
      inletUrl: get(live, ["auth", "params", "inletUrl"]) ?? undefined,
    },
  }),
  gone: flow.isBeingDeleted,
  ready: flow.readiness,
});
