import { z } from "zod";
import type { JsonObject } from "../values/propertyPath";
import { define } from "./definition";
import { field } from "./fields";
import * as registry from "./shared/schemaRegistry";

const schemas = registry.collection("schemas");

/**
 * States that Profile takes in the records of a schema. Adobe: "Create a schema using the API", "Enable the schema for
 * Real-Time Customer Profile".
 */
export const profileEnablement = define({
  type: "ProfileEnablement",
  args: z.strictObject({
    schemaId: field(
      z.string().startsWith("https://", "is not the $id of a Schema: pass that resource's `id`"),
      { replaces: true, linksTo: ["Schema"] },
    ),
    // AEP never receives it. The link makes Pulumi create the identity before the enablement.
    primaryIdentity: field(z.string().optional(), { stateOnly: true, linksTo: ["SchemaDescriptor"] }),
  }),
  outputs: z.object({}),
  ...schemas,
  accept: registry.rawAccept,
  find: { ...schemas.find, by: (live, { schemaId }) => live["$id"] === schemaId },
  id: registry.registryId,
  update: { method: "PATCH", etag: "never" },
  unwrap: registry.wholeBody,
  decode: (live) => ({ args: isEnabled(live) ? { schemaId: live["$id"] } : {}, outputs: {} }),
  gone: (live) => !isEnabled(live),
  override: {
    // Nothing else of the schema is sent, so that no change of another writer can be lost.
    patch: (live) => [
      live["meta:immutableTags"] === undefined
        ? { op: "add", path: "/meta:immutableTags", value: ["union"] }
        : { op: "add", path: "/meta:immutableTags/-", value: "union" },
    ],
    // The enablement is a tag of the schema, which another resource manages.
    create: ({ schemaId }, { updateExisting }) => updateExisting(String(schemaId)),
    // AEP cannot disable Profile for a schema again.
    delete: () => Promise.resolve(),
  },
});

function tagsOf(live: JsonObject): unknown[] {
  const tags = live["meta:immutableTags"];
  return Array.isArray(tags) ? tags : [];
}

function isEnabled(live: JsonObject): boolean {
  return tagsOf(live).includes("union");
}
