import { z } from "zod";
import { Malformed } from "../api/errors";
import { get, isObject } from "../values/propertyPath";
import { refuseDatasetChange } from "./dataset/changes";
import { datasets } from "./dataset/collection";
import { deleteIfEmpty } from "./dataset/deletion";
import { checkTags, isTimeOfEnablement } from "./dataset/profileTags";
import { define } from "./definition";
import { field } from "./fields";
import { sameContentType } from "./shared/equality";
import { reference } from "./shared/reference";

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
    tags: field(z.record(z.string(), z.array(z.string())).check(checkTags).optional(), {
      addedByAep: isTimeOfEnablement,
    }),
    forceDelete: field(z.boolean().optional(), { stateOnly: true }),
  }),
  outputs: z.object({
    /** Version of the object, from the `E-Tag` header of the response. Absent where Catalog sends none. */
    etag: z.string().optional(),
    /** The version that Catalog increases with each change, such as "1.0.1". */
    version: z.string().optional(),
  }),
  ...datasets,
  // The response to a POST is a list of one reference: "@/dataSets/5c8c3c555033b814b69f947f".
  id: (body) => /@\/datasets\/([^/]+)$/i.exec(String(Array.isArray(body) ? body[0] : ""))?.[1],
  update: { method: "PATCH", etag: "sometimes", contentType: "application/json-patch+json" },
  refuseChange: refuseDatasetChange,
  // The response to a GET is a map by id.
  unwrap: ({ body }, id) => {
    const entry = get(body, [id]);
    if (isObject(entry)) return entry;
    throw new Malformed("entry for this dataset");
  },
  decode: (live, { headers }) => ({
    args: live,
    outputs: { etag: headers["e-tag"] ?? headers["etag"], version: live["version"] },
  }),
  override: {
    // AEP would delete the data with the dataset.
    delete: deleteIfEmpty,
  },
});
