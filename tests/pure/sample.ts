import { z } from "zod";
import { define } from "../../provider/resources/definition";
import { field } from "../../provider/resources/fields";

/** A kind with one field for every part of a definition that the pure functions use. */
export const kind = define({
  type: "Sample",
  args: z.strictObject({
    name: z.string().optional(),
    mode: field(z.string().optional(), { default: "fast" }),
    size: field(z.number().optional(), { coerce: toNumber }),
    fixed: field(z.string().optional(), { replaces: true }),
    spelled: field(z.string().optional(), {
      same: (written, live) => String(written).toLowerCase() === String(live).toLowerCase(),
    }),
    ref: z
      .strictObject({ id: z.string(), version: field(z.string().optional(), { default: "1" }) })
      .optional(),
    list: z.array(z.string()).optional(),
    set: field(z.array(z.string()).optional(), { unordered: true }),
    items: field(
      z
        .array(z.strictObject({ key: z.string(), count: field(z.number().optional(), { coerce: toNumber }) }))
        .optional(),
      { key: "key" },
    ),
    secret: z.strictObject({ token: field(z.string().optional(), { writeOnly: true }) }).optional(),
    free: z.record(z.string(), z.unknown()).optional(),
  }),
  outputs: z.object({}),
  collection: "/samples",
  item: (id) => `/samples/${id}`,
  find: { list: "/samples", items: () => [], next: () => undefined, by: "description" },
  id: (body) => body,
  update: { method: "PATCH", etag: "always" },
  unwrap: () => undefined,
  decode: (live) => ({ args: live, outputs: {} }),
});

function toNumber(value: unknown): unknown {
  return typeof value === "string" && value !== "" ? Number(value) : value;
}
