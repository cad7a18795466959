import { z } from "zod";
import { field } from "../fields";
import { toNumber } from "../shared/equality";
import { reference } from "../shared/reference";

const mapping = z.strictObject({
  name: z.literal("Mapping"),
  params: z.strictObject({
    mappingId: reference("MappingSet"),
    mappingVersion: field(z.number().optional(), { coerce: toNumber }),
  }),
});

const deltaColumn = z.strictObject({
  name: z.string(),
  dateFormat: z.string().optional(),
  timezone: z.string().optional(),
});

const copy = z.strictObject({
  name: z.literal("Copy"),
  params: z.strictObject({ deltaColumn: deltaColumn.optional(), mode: z.string().optional() }),
});

/** What a dataflow does with the records. AEP changes the params of `Mapping` in place, and those of `Copy` never. */
export const transformations = field(
  z.array(z.discriminatedUnion("name", [mapping, field(copy, { replaces: true })])),
  { key: "name" },
);
