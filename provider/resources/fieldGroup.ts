import { z } from "zod";
import { define } from "./definition";
import { get, isObject, type JsonObject } from "../values/propertyPath";
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
  encode: (args, _context, live) => ({
    ...registry.bodyOf(args, live),
    "meta:intendedToExtend": args["intendedToExtend"],
    ...layoutOf(args["properties"], live),
  }),
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

/** The registry refuses an update that moves the fields between `definitions` and `properties` (XDM-1406-422). */
function layoutOf(properties: unknown, live: JsonObject | undefined): JsonObject {
  const { key } = definitionIn(live);
  if (key === undefined) return { properties };
  const others = isObject(live?.["definitions"]) ? live["definitions"] : {};
  const $ref = `#/definitions/${key}`;
  return {
    definitions: { ...others, [key]: { type: "object", properties } },
    // A field group made from a standard one refers to that one too.
    allOf: [...registry.foreignParts(live, (part) => part["$ref"] === $ref), { $ref }],
  };
}

/** AEP's schema editor uses another key for this definition than AEP's documents. */
function definitionIn(live: JsonObject = {}): { key?: string; properties: unknown } {
  const definitions = isObject(live["definitions"]) ? live["definitions"] : {};
  const own = Object.entries(definitions).find(([, value]) => isObject(get(value, ["properties"])));
  if (own) return { key: own[0], properties: get(own[1], ["properties"]) };
  // Other tools write the fields without a definition.
  const { properties } = live;
  return isObject(properties) ? { properties } : { key: "customFields", properties: undefined };
}
