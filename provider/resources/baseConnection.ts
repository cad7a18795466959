import { z } from "zod";
import { define } from "./definition";
import { get } from "../values/propertyPath";
import { field } from "./fields";
import { authProblems, connectionSpec, knownAuthParams, secretAuthParams } from "./shared/connectorRules";
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
      rotation: field(z.union([z.string(), z.number()]).optional(), {
        stateOnly: true,
        resendsSecrets: true,
      }),
      auth: z
        .strictObject({
          // Another auth spec needs a new connection, by Adobe's documents.
          specName: field(z.string(), { replaces: true }),
          // No sample of a response shows it.
          type: field(z.string().optional(), { writeOnly: true }),
          // AEP returns masks instead of the secrets, and adds fields of its own such as authorizedDate.
          params: field(z.record(z.string(), z.unknown()), {
            secretKeys: secretAuthParams,
            onlyWrittenByPrograms: knownAuthParams,
          }),
        })
        .optional(),
    })
    .check(authProblems),
  outputs: z.object({
    ...flow.flowServiceOutputs,
    /** Where senders post to, of a connection through which records are sent to AEP. */
    inletUrl: z.string().optional(),
  }),
  ...flow.collection("connections"),
  id: flow.flowServiceId,
  update: flow.update,
  unwrap: flow.firstItem,
  decode: (live, response) => ({
    args: live,
    outputs: {
      ...flow.flowServiceState(live, response),
      inletUrl: get(live, ["auth", "params", "inletUrl"]) ?? undefined,
    },
  }),
  gone: flow.isBeingDeleted,
  ready: flow.readiness,
});
