import { z } from "zod";
import { define } from "./definition";
import { isObject, type JsonObject } from "../values/propertyPath";
import { field } from "./fields";
import { fieldDefinitions, tenantProblems } from "./shared/fieldDefinitions";
import { partReference } from "./shared/reference";
import * as registry from "./shared/schemaRegistry";

/** Custom fields that schemas use. Adobe: Schema Registry API, "Field groups endpoint". */
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
      issues.push(...tenantProblems(value, []));
    }),
  }),
  outputs: z.object(registry.registryOutputs),
  ...registry.collection("fieldgroups"),
  accept: registry.rawAccept,
  id: registry.registryId,
  update: { method: "PUT" },
  refuseChange: registry.titleKept("field group"),
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
});

/** AEP's schema editor uses another key for this definition than AEP's documents. */
function definitionIn(live: JsonObject | undefined): { key: string; properties: unknown } {
  const definitions = live?.["definitions"];
  const entries = isObject(definitions) ? Object.entries(definitions) : [];
  const [key, own] = entries.find(([, value]) => isObject(value) && isObject(value["properties"])) ?? [];
  return { key: key ?? "customFields", properties: isObject(own) ? own["properties"] : undefined };
}
