import { z } from "zod";
import { define } from "../../provider/resources/definition";

/** A kind with one field for every word of a definition that the pure parts look at. */
export const kind = define({
  type: "Sample",
  args: z.strictObject({
    name: z.string().optional(),
    mode: z.string().optional(),
    size: z.number().optional(),
    fixed: z.string().optional(),
    spelled: z.string().optional(),
    ref: z.strictObject({ id: z.string(), version: z.string().optional() }).optional(),
    list: z.array(z.string()).optional(),
    set: z.array(z.string()).optional(),
    items: z.array(z.strictObject({ key: z.string(), count: z.number().optional() })).optional(),
    secret: z.strictObject({ token: z.string().optional() }).optional(),
    free: z.record(z.string(), z.unknown()).optional(),
  }),
  outputs: z.object({}),
  defaults: { mode: "fast", "ref.version": "1" },
  coerce: { size: toNumber, "items[].count": toNumber },
  collection: "/samples",
  item: (id) => `/samples/${id}`,
  find: { list: "/samples", items: () => [], next: () => undefined, by: "description" },
  id: (body) => body,
  immutable: ["fixed"],
  keyed: { items: "key" },
  unordered: ["set"],
  writeOnly: () => ["secret.token"],
  same: { spelled: (written, live) => String(written).toLowerCase() === String(live).toLowerCase() },
  update: "jsonPatch",
  encode: (args) => args,
  unwrap: () => undefined,
  decode: (live) => ({ args: live, outputs: {} }),
});

function toNumber(value: unknown): unknown {
  return typeof value === "string" && value !== "" ? Number(value) : value;
}
