import { z } from "zod";
import { define } from "./definition";
import { path } from "../api/path";
import { Malformed } from "../api/errors";
import { nextStart } from "../api/paging";
import { get, isObject, type JsonObject } from "../values/propertyPath";
import { containsUnknown } from "../values/unknown";
import { field } from "./fields";
import { sameContentType } from "./shared/equality";
import { reference } from "./shared/reference";

const catalog = "/data/foundation/catalog";

/** Where records of one schema are kept. Adobe: Catalog Service API, `/dataSets`. */
export const dataset = define({
  type: "Dataset",
  args: z.strictObject({
    name: z.string().optional(),
    description: z.string().optional(),
    schemaRef: z.strictObject({
      id: field(reference("Schema"), { replaces: true }),
      contentType: field(z.string().optional(), {
        default: "application/vnd.adobe.xed+json;version=1",
        same: sameContentType,
      }),
    }),
    fileDescription: field(
      z
        .strictObject({
          persisted: z.boolean().optional(),
          containerFormat: z.string().optional(),
          format: z.enum(["csv", "text", "parquet", "json", "sequencefile", "avro"]).optional(),
        })
        .optional(),
      { replaces: true },
    ),
    enableErrorDiagnostics: z.boolean().optional(),
    tags: z
      .record(z.string(), z.array(z.string()))
      .check(({ value, issues }) => {
        for (const [path, message] of tagProblems(value))
          issues.push({ code: "custom", path, message, input: undefined });
      })
      .optional(),
    forceDelete: field(z.boolean().optional(), { stateOnly: true }),
  }),
  outputs: z.object({
    /** Version of the object, from the reply's E-Tag header; absent where Catalog sends none. */
    etag: z.string().optional(),
    /** Version that Catalog counts up with each change, such as "1.0.1". */
    version: z.string().optional(),
  }),
  collection: `${catalog}/dataSets?requestDataSource=true`,
  item: (id) => `${catalog}/dataSets/${path`${id}`}`,
  find: {
    list: `${catalog}/dataSets?limit=100&properties=name,description`,
    items: (body) => Object.entries(datasetsIn(body)),
    next: (page, body) => nextStart(page, Object.keys(datasetsIn(body)).length),
    by: "description",
  },
  id: (body) => /@\/datasets\/([^/]+)$/i.exec(String(Array.isArray(body) ? body[0] : ""))?.[1],
  update: "jsonPatch",
  patchType: "application/json-patch+json",
  lookups: {
    delete: {
      batches: {
        path: (state, id) =>
          state["forceDelete"] === true ? undefined : `${catalog}/batches?dataSet=${path`${id}`}&limit=1`,
      },
    },
  },
  // GET of one dataset answers with a map by id.
  unwrap: ({ body }, id) => {
    const held = get(body, [id]);
    if (isObject(held)) return held;
    throw new Malformed("entry for this dataset");
  },
  decode: (live, { headers }) => ({
    args: live,
    outputs: { etag: headers["e-tag"] ?? headers["etag"], version: live["version"] },
  }),
  refuse: {
    diff: (olds, news, replaces) => replacement(olds, replaces) ?? profileSwitchedOff(olds, news),
    delete: (_state, { batches }) =>
      isObject(batches) && Object.keys(batches).length > 0
        ? "it holds data. To delete the data with it, set forceDelete: true and run `pulumi up` first; to leave it in AEP, use retainOnDelete"
        : undefined,
  },
});

const profileTags = ["unifiedProfile", "unifiedIdentity"];
/** Adobe writes it with and without the space. */
const profileValue = /^(enabled|isUpsert): ?(true|false)$/;

/** AEP keeps any tag: of one that Profile does not know, or a value that it does not read, nobody would ever hear. */
function tagProblems(tags: Record<string, string[]>): [path: (string | number)[], message: string][] {
  return Object.entries(tags).flatMap(([name, values]) => {
    const tag = profileTags.find((known) => known.toLowerCase() === name.toLowerCase());
    if (tag === undefined) return [];
    if (tag !== name) return [[[name], `is another tag to AEP than ${tag}; did you mean "${tag}"?`]];
    if (values.length === 0) return [[[name], 'must hold "enabled:true" or "enabled:false"']];
    return values.flatMap((value, index): [(string | number)[], string][] =>
      profileValue.test(value)
        ? []
        : [
            [
              [name, index],
              'must be "enabled:true" or "enabled:false", or "isUpsert:true" for upserts beside it',
            ],
          ],
    );
  });
}

/** A list of datasets is a map by id; other keys with objects or nothing may stand beside the ids. */
function datasetsIn(body: unknown): Record<string, JsonObject> {
  if (!isObject(body) || !Object.values(body).every((value) => isObject(value) || value === null)) {
    throw new Malformed("map of datasets");
  }
  const byId = Object.entries(body).filter(([key, value]) => /^[0-9a-f]{24}$/i.test(key) && isObject(value));
  return Object.fromEntries(byId) as Record<string, JsonObject>;
}

function replacement(olds: JsonObject, replaces: readonly string[]): string | undefined {
  if (replaces.length === 0 || olds["forceDelete"] === true) return undefined;
  return (
    `${replaces.join(", ")} cannot change in place, and a new dataset would begin empty while the old one's data is deleted. ` +
    "Declare a second dataset beside it, or set forceDelete: true and run `pulumi up` before the change"
  );
}

/** Profile keeps what it has ingested: AEP has no way back from `unifiedProfile`. */
function profileSwitchedOff(olds: JsonObject, news: JsonObject): string | undefined {
  const [before, after] = [olds, news].map((args) => get(args, ["tags", "unifiedProfile"]));
  if (before === undefined || after !== undefined || containsUnknown(news["tags"])) return undefined;
  return "tags.unifiedProfile cannot be removed: a dataset that Profile reads stays so for life. Put the tag back";
}
