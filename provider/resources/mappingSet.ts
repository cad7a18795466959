import { z } from "zod";
import { sourceTypeOf } from "../dataPrep";
import { define } from "./definition";
import { path } from "../api/path";
import { Malformed } from "../api/errors";
import { nextStart } from "../api/paging";
import { get, isObject, type JsonObject } from "../values/propertyPath";
import { field, type FieldFacts } from "./fields";
import { present, sameContentType } from "./shared/equality";
import { isWhole, mappingProblems, schemaAccept, schemaPath } from "./shared/mappingRules";
import { reference } from "./shared/reference";

const mappingSets = "/data/foundation/conversion/mappingSets";

const schemaKinds = ["SchemaClass", "FieldGroup", "Schema", "SchemaDescriptor"];

function schemaWith(contentType: Partial<FieldFacts>) {
  return z
    .strictObject({
      schemaRef: z.strictObject({
        id: reference("Schema"),
        contentType: field(z.string().optional(), { same: sameVersion, ...contentType }),
      }),
    })
    .optional();
}

/** `source` and `destination`, or the older `sourceAttribute` and `destinationXdmPath`; stored as the former. */
const mapping = z
  .strictObject({
    // AEP tells attributes from all else, and not constants from expressions.
    sourceType: field(z.enum(["ATTRIBUTE", "EXPRESSION", "STATIC"]).optional(), {
      same: (written, live) => written !== "ATTRIBUTE" && live === "EXPRESSION",
    }),
    source: z.string().max(4096, "must have at most 4096 characters").optional(),
    destination: z.string().optional(),
    name: z.string().optional(),
    description: z.string().optional(),
    sourceAttribute: z.string().optional(),
    destinationXdmPath: z.string().optional(),
  })
  .check(({ value, issues }) => {
    const refuse = (field: string, message: string) =>
      issues.push({ code: "custom", path: [field], message, input: undefined });
    if (value.sourceAttribute !== undefined)
      refuse("sourceAttribute", "means the same as source; keep one of them");
    if (value.destinationXdmPath !== undefined)
      refuse("destinationXdmPath", "means the same as destination; keep one of them");
    if (!value.source) refuse("source", "is missing; name the source field or an expression");
    if (!value.destination)
      refuse("destination", "is missing; name the XDM path to fill, such as person.name.firstName");
  });

/**
 * How source fields become fields of a schema. Each change makes a new version; a dataflow runs the version that it names.
 * Adobe: Data Prep API, `/mappingSets`; "Update dataflows", update a mapping.
 */
export const mappingSet = define({
  type: "MappingSet",
  args: z
    .strictObject({
      name: z.string().optional(),
      outputSchema: schemaWith({ default: "application/vnd.adobe.xed-full+json;version=1" }),
      inputSchema: schemaWith({}),
      mappings: field(
        z.array(field(mapping, { coerce: newerMapping })).min(1, "must hold at least one mapping"),
        { key: "destination", onlyWrittenByPrograms: true },
      ),
      allowNullValues: z.boolean().optional(),
      xdmSchema: field(z.string().optional(), { linksTo: ["Schema"] }),
      xdmVersion: z.string().optional(),
    })
    .check(({ value, issues }) => {
      const refuse = (field: PropertyKey[], message: string) =>
        issues.push({ code: "custom", path: field, message, input: undefined });
      if (value.xdmSchema !== undefined)
        refuse(["xdmSchema"], "means the same as outputSchema; keep one of them");
      if (value.outputSchema === undefined)
        refuse(["outputSchema"], "is missing; set xdmSchema or outputSchema.schemaRef.id");
      const seen = new Map<string, number>();
      for (const [index, { destination }] of value.mappings.entries()) {
        if (destination === undefined) continue;
        const first = seen.get(destination);
        if (first !== undefined)
          refuse(["mappings", index, "destination"], `is filled by mappings[${first}] already`);
        seen.set(destination, first ?? index);
      }
    }),
  outputs: z.object({
    /** Counts up with each change; a dataflow's `mappingVersion`. */
    version: z.number(),
  }),
  coerce: newerWords,
  collection: mappingSets,
  item: (id) => `${mappingSets}/${path`${id}`}`,
  find: {
    list: `${mappingSets}?limit=100&start=0`,
    items: (body) => listIn(body).map((live) => [String(live["id"]), live]),
    next: (page, body) => nextStart(page, listIn(body).length),
    // Mapping sets have no description.
    by: "name",
  },
  id: (body) => get(body, ["id"]),
  update: "put",
  questions: {
    schema: { path: schemaPath, accept: schemaAccept },
    verdict: {
      path: (inputs) => (isWhole(inputs) ? `${mappingSets}/validate` : undefined),
      body: (args) => args,
      setting: "mappings",
      settled: schemaKinds,
    },
  },
  encode: (args, _context, live = {}) => ({
    ...present({ name: live["name"], tags: live["tags"] }),
    ...args,
  }),
  unwrap: ({ body }) => {
    if (isObject(body) && body["id"] !== undefined) return body;
    throw new Malformed("id");
  },
  decode: (live) => ({
    args: {
      ...live,
      outputSchema: get(live, ["outputSchema", "schemaRef", "id"])
        ? live["outputSchema"]
        : { schemaRef: live["outputSchemaRef"] ?? live["schemaRef"] ?? { id: live["xdmSchema"] } },
      xdmSchema: undefined,
      xdmVersion: undefined,
    },
    outputs: { version: Number(live["version"]) },
  }),
  // The API's default version is documented as 0: an answer older than what we know is not the newest, and there may be more.
  newer: (shown, newest, { version }, id) => {
    if (typeof version !== "number" || Number(shown["version"]) >= version) return undefined;
    const next = Math.max(version, Number(newest["version"]) + 1);
    return `${mappingSets}/${path`${id}`}?version=${next}`;
  },
  refuse: { check: mappingProblems },
  // DELETE is in no public description of the API: where it is refused, the set stays, and harms nothing.
  deletion: "whereSupported",
});

function listIn(body: unknown): JsonObject[] {
  const data = get(body, ["data"]);
  if (Array.isArray(data) && data.every(isObject)) return data;
  throw new Malformed("list of mapping sets");
}

function newerWords(inputs: JsonObject): JsonObject {
  if (inputs["xdmSchema"] === undefined || inputs["outputSchema"] !== undefined) return inputs;
  const { xdmSchema, xdmVersion, ...rest } = inputs;
  const major = /^\d+/.exec(String(xdmVersion ?? "1"))?.[0] ?? "1";
  const contentType = `application/vnd.adobe.xed-full+json;version=${major}`;
  return { ...rest, outputSchema: { schemaRef: { id: xdmSchema, contentType } } };
}

function newerMapping(item: unknown): unknown {
  if (!isObject(item)) return item;
  const { sourceAttribute, destinationXdmPath, ...rest } = item;
  const { name, description } = rest;
  const source = rest["source"] ?? sourceAttribute;
  return present({
    ...(isFromAep(item) ? present({ name, description }) : rest),
    source,
    destination: rest["destination"] ?? destinationXdmPath,
    sourceType: sourceType(rest["sourceType"], source),
    // Two spellings of one thing stay visible, so that check can refuse them.
    sourceAttribute: isFromAep(item) || rest["source"] === undefined ? undefined : sourceAttribute,
    destinationXdmPath: isFromAep(item) || rest["destination"] === undefined ? undefined : destinationXdmPath,
  });
}

/** AEP answers with both vocabularies at once, and with ids of its own. */
function isFromAep(item: JsonObject): boolean {
  return item["id"] !== undefined || item["createdDate"] !== undefined;
}

/** AEP stores `ATTRIBUTE` as `text/x.schema-path`, and expressions as another `text/x.` type. */
function sourceType(value: unknown, source: unknown): unknown {
  if (typeof value === "string" && value.startsWith("text/x.")) {
    return value === "text/x.schema-path" ? "ATTRIBUTE" : "EXPRESSION";
  }
  if (value !== undefined) return value;
  return typeof source === "string" ? sourceTypeOf(source) : "ATTRIBUTE";
}

/** Sets made with the older vocabulary say `1.0` where newer ones have a content type. */
function sameVersion(written: unknown, live: unknown): boolean {
  if (sameContentType(written, live)) return true;
  return typeof live === "string" && /^1(\.\d+)?$/.test(live) && /version\s*=\s*1\b/.test(String(written));
}
