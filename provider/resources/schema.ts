import { z } from "zod";
import { define } from "./definition";
import type { JsonObject } from "../values/propertyPath";
import { containsUnknown } from "../values/unknown";
import { field } from "./fields";
import { present } from "./shared/equality";
import { problem } from "./shared/problem";
import { partReference } from "./shared/reference";
import * as registry from "./shared/schemaRegistry";

/** The shape of records: a class and field groups. Adobe: Schema Registry API, "Schemas endpoint". */
export const schema = define({
  type: "Schema",
  args: z
    .strictObject({
      title: z.string().min(1, "must not be empty"),
      description: z.string().optional(),
      class: field(partReference("profile", "SchemaClass").optional(), { replaces: true }),
      fieldGroups: field(z.array(partReference("profilePersonDetails", "FieldGroup")).optional(), {
        unordered: true,
      }),
      allOf: field(
        z.array(z.strictObject({ $ref: partReference("profile", "SchemaClass", "FieldGroup") })).optional(),
        { unordered: true },
      ),
      immutableTags: field(
        z
          .array(
            z
              .string()
              .refine((tag) => tag === "union", 'must be "union", the only tag that AEP accepts here'),
          )
          .optional(),
        // A program can write no other tag.
        { unordered: true, addedByAep: (tag) => tag !== "union" },
      ),
    })
    .check(({ value: { allOf, class: ownClass, fieldGroups }, issues }) => {
      if (allOf !== undefined && (ownClass !== undefined || fieldGroups !== undefined)) {
        issues.push(
          problem(["allOf"], "has the same meaning as class and fieldGroups; keep one of the two forms"),
        );
      }
      if (allOf === undefined && ownClass === undefined) {
        issues.push(problem(["class"], "is missing; name a class, such as aep.xdm.profile"));
      }
    }),
  outputs: z.object(registry.registryOutputs),
  ...registry.collection("schemas"),
  accept: registry.rawAccept,
  id: registry.registryId,
  update: { method: "PUT" },
  refuseChange: (olds, news, replaces) =>
    registry.titleKept("schema")(olds, news, replaces) ?? refuseWithoutProfile(olds, news),
  encode: (args, _context, live) => ({
    ...registry.bodyOf(args, live),
    allOf: [...partsOf(args), ...registry.foreignParts(live, ({ $ref }) => typeof $ref === "string")],
    ...present({ "meta:immutableTags": args["immutableTags"] }),
  }),
  unwrap: registry.wholeBody,
  decode: (live) => ({ args: argsOf(live), outputs: registry.registryState(live) }),
});

/** In the form of the program: as `allOf`, or as class and field groups. */
function partsOf({ allOf, class: own, fieldGroups }: JsonObject): JsonObject[] {
  if (Array.isArray(allOf)) return allOf as JsonObject[];
  return [own, ...((fieldGroups ?? []) as string[])].map(($ref) => ({ $ref }));
}

function argsOf(live: JsonObject): JsonObject {
  const refs = registry.refsIn(live);
  const own = live["meta:class"] ?? refs[0];
  return {
    title: live["title"],
    description: live["description"],
    class: own,
    fieldGroups: refs.filter((ref) => ref !== own),
    allOf: refs.map(($ref) => ({ $ref })),
    immutableTags: live["meta:immutableTags"],
  };
}

/** AEP cannot disable Profile for a schema again (XDM-1527-400). */
function refuseWithoutProfile(olds: JsonObject, news: JsonObject): string | undefined {
  const has = ({ immutableTags }: JsonObject) =>
    Array.isArray(immutableTags) && immutableTags.includes("union");
  return has(olds) && !has(news) && !containsUnknown(news["immutableTags"])
    ? 'immutableTags: "union" cannot be removed: AEP cannot disable Profile for a schema again. Put it back'
    : undefined;
}
