import { z } from "zod";
import { define } from "./definition";
import { isObject, type JsonObject } from "../values/propertyPath";
import { field } from "./fields";
import { fieldDefinitions, outsideTenant, outsideTenantText } from "./shared/fieldDefinitions";
import { partReference } from "./shared/reference";
import * as registry from "./shared/schemaRegistry";

/** Fields of your own that schemas take in. Adobe: Schema Registry API, "Field groups endpoint". */
export const fieldGroup = define({
  type: "FieldGroup",
  args: z.strictObject({
    title: z.string().min(1, "must not be empty"),
    description: z.string().optional(),
    intendedToExtend: field(
      z.array(partReference("profile", "SchemaClass")).min(1, "must name at least one class"),
      { unordered: true },
    ),
    properties: fieldDefinitions().check(({ value, issues }) => {
      for (const name of outsideTenant(value)) {
        issues.push({ code: "custom", path: [name], message: outsideTenantText, input: undefined });
      }
    }),
  }),
  outputs: z.object(registry.registryOutputs),
  ...registry.collection("fieldgroups"),
  accept: registry.rawAccept,
  id: registry.registryId,
  update: "put",
  encode: (args, _context, live) => {
    const key = definitionIn(live).key;
    return {
      ...registry.bodyOf(args, live),
      "meta:intendedToExtend": args["intendedToExtend"],
      definitions: { [key]: { type: "object", properties: args["properties"] } },
      allOf: [{ $ref: `#/definitions/${key}` }],
    };
  },
  unwrap: registry.wholeBody,
  decode: (live) => ({
    args: {
      title: live["title"],
      description: live["description"],
      intendedToExtend: live["meta:intendedToExtend"],
      properties: definitionIn(live).properties,
    },
    outputs: registry.registryState(live),
  }),
  refuse: { diff: registry.titleKept("field group") },
});

/** The editor of AEP's screens and its documents name this definition differently. */
function definitionIn(live: JsonObject | undefined): { key: string; properties: unknown } {
  const definitions = live?.["definitions"];
  const entries = isObject(definitions) ? Object.entries(definitions) : [];
  const [key, held] = entries.find(([, value]) => isObject(value) && isObject(value["properties"])) ?? [];
  return { key: key ?? "customFields", properties: isObject(held) ? held["properties"] : undefined };
}
