import { z } from "zod";
import { field } from "../fields";
import { get, isObject, type JsonObject } from "../../values/propertyPath";
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

/**
 * The args without the delta column of a dataflow that runs once. Its first on-demand run writes it into the dataflow as `Copy`,
 * and AEP refuses it in every other request (1369-400; Adobe: "On-demand ingestion"). So no program manages it.
 */
export function withoutDeltaOfRuns(args: JsonObject): JsonObject {
  const { transformations: steps } = args;
  if (get(args, ["scheduleParams", "frequency"]) !== "once" || !Array.isArray(steps)) return args;
  const isFromRun = (step: unknown) =>
    isObject(step) && step["name"] === "Copy" && get(step, ["params", "deltaColumn"]) !== undefined;
  return { ...args, transformations: steps.filter((step) => !isFromRun(step)) };
}
