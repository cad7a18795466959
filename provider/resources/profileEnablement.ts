import { z } from "zod";
import { define } from "./definition";
import { field } from "./fields";
import type { JsonObject } from "../values/propertyPath";
import * as registry from "./shared/schemaRegistry";

const schemas = registry.collection("schemas");

/** That Profile takes the records of a schema. Adobe: "Create a schema using the API", "Enable the schema for Real-Time Customer Profile". */
export const profileEnablement = define({
  type: "ProfileEnablement",
  args: z.strictObject({
    schemaId: field(
      z.string().startsWith("https://", "is not the $id of a Schema: pass that resource's `id`"),
      { replaces: true, linksTo: ["Schema"] },
    ),
    // Only the order matters: the descriptor has to exist before the enablement.
    primaryIdentity: field(z.string().optional(), { stateOnly: true, linksTo: ["SchemaDescriptor"] }),
  }),
  outputs: z.object({}),
  ...schemas,
  accept: registry.rawAccept,
  attachedTo: ({ schemaId }) => String(schemaId),
  find: { ...schemas.find, by: (live, { schemaId }) => live["$id"] === schemaId },
  id: registry.registryId,
  update: "put",
  // AEP takes the tag back from no schema: what is there already stays.
  encode: (_args, _context, live) => ({
    ...registry.bodyOf({}, live),
    "meta:immutableTags": [...new Set([...tagsOf(live), "union"])],
  }),
  unwrap: registry.wholeBody,
  decode: (live) => ({ args: isEnabled(live) ? { schemaId: live["$id"] } : {}, outputs: {} }),
  gone: (live) => !isEnabled(live),
});

function tagsOf(live: JsonObject = {}): unknown[] {
  const tags = live["meta:immutableTags"];
  return Array.isArray(tags) ? tags : [];
}

function isEnabled(live: JsonObject): boolean {
  return tagsOf(live).includes("union");
}
