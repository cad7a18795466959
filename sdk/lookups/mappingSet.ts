import type * as pulumi from "@pulumi/pulumi";
import { path } from "../../provider/api/path";
import { Rejected, InvalidInput } from "../../provider/api/errors";
import { withoutMark } from "../../provider/lifecycle/mark";
import { get, isObject, type JsonObject } from "../../provider/values/propertyPath";
import { notFound, picked, type Sought, requiredText } from "./found";
import { textArg, type LookUpInputs, lookUp, type LookUpArgs, lookUpOutput, type Reader } from "./lookUp";

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

/** A mapping set as Data Prep has it. */
export interface GetMappingSetResult {
  /** Id, for `mappingId` of a dataflow. */
  id: string;
  /** The version that this is, for `mappingVersion` of a dataflow. */
  version: number;
  /** Name of the mapping set. */
  name?: string | undefined;
  /** Schema that the records are mapped to. */
  outputSchema: { schemaRef: { id: string; contentType?: string | undefined } };
  /** The fields in the names of Data Prep, in the order in which they are applied. */
  mappings: FoundMapping[];
  /** Whether null in the source overwrites a value in the target. */
  allowNullValues?: boolean | undefined;
  /** `DRAFT` or `PUBLISHED`. */
  status?: string | undefined;
  /** When it was made, in epoch milliseconds. */
  createdDate?: number | undefined;
  /** When this version was made, in epoch milliseconds. */
  modifiedDate?: number | undefined;
}

/** One field of a mapping set, as a {@link MappingSet} takes it too. */
export interface FoundMapping {
  /** A field of the source, or an expression of Data Prep's functions; fixed values are expressions. */
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
 * A mapping set, in its newest version or the one that is asked for. A given version never changes and is asked for once per
 * process; the newest is asked for at each call.
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
    if (args.version === undefined) return mappingSetResult(await newest(reader, sought));
    const version = versionArg(args.version);
    const ofVersion = { ...sought, by: `id and version ${version}` };
    return mappingSetResult(
      await reader.once(`mapping set ${sought.value} ${version}`, async () => {
        const found = await versionOf(reader, sought.value, version);
        if (found?.["version"] === version) return found;
        throw notFound(ofVersion);
      }),
    );
  });
}

/** {@link getMappingSet} for args and results that are Outputs. */
export function getMappingSetOutput(args: GetMappingSetOutputArgs): pulumi.Output<GetMappingSetResult> {
  return lookUpOutput(getMappingSet, args);
}

function versionArg(version: unknown): number {
  if (typeof version === "number" && Number.isInteger(version) && version >= 0) return version;
  throw new InvalidInput(`version is ${String(version)}, but must be a whole number from 0.`);
}

async function versionOf(reader: Reader, id: string, version?: number): Promise<JsonObject | undefined> {
  const query = version === undefined ? "" : `?version=${version}`;
  const body = await reader.get(`/data/foundation/conversion/mappingSets/${path`${id}`}${query}`);
  return isObject(body) ? body : undefined;
}

/**
 * The API's default version is documented as 0, and nothing says whether that means the newest or the first: an answer of
 * version 0 is the newest only where there is no version 1.
 */
async function newest(reader: Reader, sought: Sought): Promise<JsonObject> {
  let known = await versionOf(reader, sought.value);
  if (!known) throw notFound(sought);
  for (let version = 1; known["version"] === version - 1; version++) {
    const next = await undefinedIfRejected(versionOf(reader, sought.value, version));
    if (next?.["version"] !== version) break;
    known = next;
  }
  return known;
}

/** How Data Prep refuses a version that there is not is not documented. */
async function undefinedIfRejected<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Rejected) return undefined;
    throw error;
  }
}

function mappingSetResult(live: JsonObject): GetMappingSetResult {
  const schemaRef = get(live, ["outputSchema", "schemaRef"]);
  const target = isObject(schemaRef) ? schemaRef : { id: live["xdmSchema"] };
  const mappings = Array.isArray(live["mappings"]) ? live["mappings"].filter(isObject) : [];
  return {
    ...picked<GetMappingSetResult>(
      { ...live, name: withoutMark(live["name"]) || undefined },
      "name",
      "allowNullValues",
      "status",
      "createdDate",
      "modifiedDate",
    ),
    id: requiredText(live, "id"),
    version: Number(live["version"]),
    outputSchema: {
      schemaRef: {
        ...picked<{ contentType: string }>(target, "contentType"),
        id: requiredText(target, "id"),
      },
    },
    mappings: mappings.map(foundMapping),
  };
}

/** GET answers in both vocabularies at once, and with media types for `sourceType`. */
function foundMapping(live: JsonObject): FoundMapping {
  const source = String(live["source"] ?? live["sourceAttribute"] ?? "");
  const destination = String(live["destination"] ?? live["destinationXdmPath"] ?? "");
  return {
    ...picked<FoundMapping>(live, "name", "description"),
    sourceType: sourceTypeOf(String(live["sourceType"] ?? "ATTRIBUTE")),
    source,
    destination,
  };
}

function sourceTypeOf(live: string): FoundMapping["sourceType"] {
  if (live === "EXPRESSION" || live === "STATIC") return live;
  return live === "ATTRIBUTE" || live.includes("schema-path") ? "ATTRIBUTE" : "EXPRESSION";
}
