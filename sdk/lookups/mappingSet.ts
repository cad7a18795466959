import type * as pulumi from "@pulumi/pulumi";
import { InvalidInput, Malformed } from "../../provider/api/errors";
import { notFound, picked, requiredText } from "./found";
import { textArg, type LookUpInputs, lookUp, type LookUpArgs, lookUpOutput } from "./lookUp";
import type { Observed } from "./objects";

/**
 * Args of {@link getMappingSet}.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
 */
export interface GetMappingSetArgs extends LookUpArgs {
  /** Id of the mapping set. */
  id: string;
  /**
   * Version of the mapping set; default: the newest.
   * @see https://developer.adobe.com/experience-platform-apis/references/data-prep/
   */
  version?: number | undefined;
}

/** Args of {@link getMappingSetOutput}. */
export type GetMappingSetOutputArgs = LookUpInputs<GetMappingSetArgs>;

/** A mapping set in Data Prep. */
export interface GetMappingSetResult {
  /** Id, for `mappingId` of a dataflow. */
  id: string;
  /** The version of this result, for `mappingVersion` of a dataflow. */
  version: number;
  /** Name of the mapping set. */
  name?: string | undefined;
  /** The schema that the records are mapped to. */
  outputSchema: { schemaRef: { id: string; contentType?: string | undefined } };
  /** The mappings, in the order in which Data Prep applies them. */
  mappings: FoundMapping[];
  /** Whether null in the source overwrites a value in the target. */
  allowNullValues?: boolean | undefined;
  /** `DRAFT` or `PUBLISHED`. */
  status?: string | undefined;
  /** When it was created, in epoch milliseconds. */
  createdDate?: number | undefined;
  /** When this version was created, in epoch milliseconds. */
  modifiedDate?: number | undefined;
}

/** One mapping, in the form of the args of a {@link MappingSet}. */
export interface FoundMapping {
  /** `ATTRIBUTE`: a field of the source. `EXPRESSION`: an expression with Data Prep's functions, or a fixed value. */
  sourceType: "ATTRIBUTE" | "EXPRESSION" | "STATIC";
  /** Field of the source data, or the expression. */
  source: string;
  /** Path in the target schema, with dots. */
  destination: string;
  /** Name of the mapping. */
  name?: string | undefined;
  /** Free text. */
  description?: string | undefined;
}

/**
 * A mapping set, in its newest version or in the given one. A given version never changes, and is read once per process. The
 * newest version is read at each call.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const shared = aep.getMappingSetOutput({ id: "bf5286a9c1ad4266baca76ba3adc9366", version: 2 });
 * new aep.MappingSet("customers", { outputSchema: shared.outputSchema, mappings: shared.mappings });
 * ```
 */
export function getMappingSet(args: GetMappingSetArgs): Promise<GetMappingSetResult> {
  return lookUp({ call: "getMappingSet", kind: "MappingSet", name: args.id }, args, async (reader) => {
    const sought = {
      noun: "mapping set",
      by: "id",
      value: textArg("id", args.id),
      sandbox: reader.sandbox,
    };
    if (args.version === undefined) {
      const newest = await reader.objects.mappingSet(sought.value);
      if (newest === undefined) throw notFound(sought);
      return mappingSetResult(newest);
    }
    const version = versionArg(args.version);
    const found = await reader.once(`mapping set ${sought.value} ${version}`, async () => {
      const observed = await reader.objects.mappingSet(sought.value, version);
      if (observed === undefined) throw notFound({ ...sought, by: `id and version ${version}` });
      return observed;
    });
    return mappingSetResult(found);
  });
}

/** {@link getMappingSet} for args and results that are Outputs. */
export function getMappingSetOutput(args: GetMappingSetOutputArgs): pulumi.Output<GetMappingSetResult> {
  return lookUpOutput(getMappingSet, args);
}

type SchemaRef = GetMappingSetResult["outputSchema"]["schemaRef"];

function versionArg(version: unknown): number {
  if (typeof version === "number" && Number.isInteger(version) && version >= 0) return version;
  throw new InvalidInput(`version is ${String(version)}, but must be a whole number of at least 0.`);
}

function mappingSetResult({ raw, args, outputs }: Observed): GetMappingSetResult {
  const { outputSchema, mappings } = structuredClone(args) as Partial<GetMappingSetResult>;
  if (outputSchema?.schemaRef.id === undefined) throw new Malformed("outputSchema");
  return {
    ...picked<GetMappingSetResult>(raw, "allowNullValues", "status", "createdDate", "modifiedDate"),
    ...picked<GetMappingSetResult>({ name: args["name"] || undefined }, "name"),
    id: requiredText(raw, "id"),
    version: Number(outputs["version"]),
    outputSchema: { schemaRef: picked(outputSchema.schemaRef, "id", "contentType") as SchemaRef },
    mappings: (mappings ?? []).map(({ sourceType, source, destination, ...texts }) => ({
      ...picked<FoundMapping>(texts, "name", "description"),
      sourceType,
      source,
      destination,
    })),
  };
}
