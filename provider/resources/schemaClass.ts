import { z } from "zod";
import { define } from "./definition";
import { get, isObject, type JsonObject } from "../values/propertyPath";
import { field } from "./fields";
import { fieldDefinitions, tenantProblems } from "./shared/fieldDefinitions";
import * as registry from "./shared/schemaRegistry";

const behaviors = "https://ns.adobe.com/xdm/data/";

/** AEP gives this key of an ad hoc class another name (Adobe: "Create an ad-hoc schema"). */
const adHocKey = "_adhoc";

/** What the records of a schema are: the state of a thing, an event, or (`adhoc`) the columns of one source. Adobe: "Classes endpoint". */
export const schemaClass = define({
  type: "SchemaClass",
  args: z
    .strictObject({
      title: z.string().min(1, "must not be empty"),
      description: z.string().optional(),
      behavior: field(z.enum(["record", "time-series", "adhoc"]), { replaces: true }),
      properties: fieldDefinitions(),
    })
    .check(({ value: { behavior, properties }, issues }) => {
      // The columns of an ad hoc class have the names that the source gives them.
      if (behavior !== "adhoc") issues.push(...tenantProblems(properties, ["properties"]));
    }),
  outputs: z.object({
    ...registry.registryOutputs,
    /** `meta:datasetNamespace`: the key under which an ad hoc class has its fields. */
    datasetNamespace: z.string().optional(),
  }),
  ...registry.collection("classes"),
  accept: registry.rawAccept,
  id: registry.registryId,
  update: { method: "PUT" },
  refuseChange: registry.titleKept("class"),
  encode: (args, _context, live) => ({
    ...registry.bodyOf(args, live),
    allOf: [
      { $ref: behaviors + String(args["behavior"]) },
      { properties: wrapped(args, live) },
      ...registry.foreignParts(live, isOwnPart),
    ],
  }),
  unwrap: registry.wholeBody,
  decode: (live) => ({
    args: {
      title: live["title"],
      description: live["description"],
      behavior: behaviorIn(live),
      properties: unwrapped(live),
    },
    outputs: { ...registry.registryState(live), datasetNamespace: live["meta:datasetNamespace"] },
  }),
});

function isOwnPart({ $ref, properties }: JsonObject): boolean {
  return String($ref).startsWith(behaviors) || isObject(properties);
}

function wrapped({ behavior, properties }: JsonObject, live: JsonObject | undefined): unknown {
  if (behavior !== "adhoc") return properties;
  const key = live === undefined ? adHocKey : namespaceOf(live);
  return { [key]: { type: "object", properties } };
}

function unwrapped(live: JsonObject): unknown {
  const properties = propertiesIn(live);
  return behaviorIn(live) === "adhoc" ? get(properties, [namespaceOf(live), "properties"]) : properties;
}

function propertiesIn(live: JsonObject): unknown {
  return registry.listAt(live, "allOf").find((entry) => isObject(entry["properties"]))?.["properties"];
}

function namespaceOf(live: JsonObject): string {
  const named = live["meta:datasetNamespace"];
  const properties = propertiesIn(live);
  const keys = isObject(properties) ? Object.keys(properties) : [];
  return typeof named === "string" && keys.includes(named) ? named : (keys[0] ?? adHocKey);
}

function behaviorIn(live: JsonObject): string | undefined {
  return registry
    .refsIn(live)
    .find((ref) => ref.startsWith(behaviors))
    ?.slice(behaviors.length);
}
