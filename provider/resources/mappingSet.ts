import { z } from "zod";
import { Malformed } from "../api/errors";
import { get, isObject } from "../values/propertyPath";
import { define } from "./definition";
import { field, type FieldFacts } from "./fields";
import { checkByAep } from "./mappingSet/checkByAep";
import { mappingSets } from "./mappingSet/collection";
import { deleteWhereSupported } from "./mappingSet/deletion";
import { mapping } from "./mappingSet/mapping";
import { outputSchemaIn, sameSchemaVersion, withCurrentNames } from "./mappingSet/names";
import { readNewest } from "./mappingSet/newestVersion";
import { present } from "./shared/equality";
import { problem } from "./shared/problem";
import { reference } from "./shared/reference";

/**
 * How source fields become fields of a schema. Each change makes a new version, and a dataflow runs the version that it names.
 * Adobe: Data Prep API, `/mappingSets`; "Update dataflows", update a mapping.
 */
export const mappingSet = define({
  type: "MappingSet",
  args: z
    .strictObject({
      name: z.string().optional(),
      outputSchema: schemaWith({ default: "application/vnd.adobe.xed-full+json;version=1" }),
      inputSchema: schemaWith({}),
      mappings: field(z.array(mapping).min(1, "must hold at least one mapping"), {
        key: "destination",
        onlyWrittenByPrograms: true,
      }),
      allowNullValues: z.boolean().optional(),
      xdmSchema: field(z.string().optional(), { linksTo: ["Schema"] }),
      xdmVersion: z.string().optional(),
    })
    .check(({ value: { xdmSchema, outputSchema }, issues }) => {
      // Older names that are still there have a current name beside them.
      if (xdmSchema !== undefined)
        issues.push(problem(["xdmSchema"], "has the same meaning as outputSchema; keep one of them"));
      if (outputSchema === undefined)
        issues.push(problem(["outputSchema"], "is missing; set xdmSchema or outputSchema.schemaRef.id"));
    }),
  outputs: z.object({
    /** The version that each change increases; for `mappingVersion` of a dataflow. */
    version: z.number(),
  }),
  ...mappingSets,
  id: (body) => get(body, ["id"]),
  update: { method: "PUT" },
  encode: (args, _context, live = {}) => ({
    ...present({ name: live["name"], tags: live["tags"] }),
    ...args,
  }),
  unwrap: ({ body }) => {
    if (isObject(body) && body["id"] !== undefined) return body;
    throw new Malformed("id");
  },
  decode: (live) => ({
    args: { ...live, outputSchema: outputSchemaIn(live), xdmSchema: undefined, xdmVersion: undefined },
    outputs: { version: Number(live["version"]) },
  }),
  override: {
    coerce: withCurrentNames,
    // Only Data Prep, and the schema of another program, can tell whether AEP will accept the mappings.
    checkByAep,
    // A GET may show an old version.
    read: readNewest,
    // Whether Data Prep has DELETE is not documented.
    delete: deleteWhereSupported,
  },
});

function schemaWith(contentType: Partial<FieldFacts>) {
  return z
    .strictObject({
      schemaRef: z.strictObject({
        id: reference("Schema"),
        contentType: field(z.string().optional(), { same: sameSchemaVersion, ...contentType }),
      }),
    })
    .optional();
}
