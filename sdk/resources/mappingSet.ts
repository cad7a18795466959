import type * as pulumi from "@pulumi/pulumi";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link MappingSet}: either with the names of Data Prep (`outputSchema`, `source`, `destination`) or with the
 * older names of the source tutorials (`xdmSchema`, `sourceAttribute`, `destinationXdmPath`).
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
 */
export type MappingSetArgs = OutputSchemaMappingSetArgs | XdmSchemaMappingSetArgs;

/**
 * A mapping set with the names of Data Prep.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
 */
export interface OutputSchemaMappingSetArgs extends AepResourceArgs {
  /** Name of the mapping set; default: none. */
  name?: pulumi.Input<string> | undefined;
  /** Schema of the source data; default: none. */
  inputSchema?: pulumi.Input<MappingSchemaArgs> | undefined;
  /**
   * Whether a null in the source overwrites a value in the target; default: what AEP sets.
   * @see https://developer.adobe.com/experience-platform-apis/references/data-prep/
   */
  allowNullValues?: pulumi.Input<boolean> | undefined;
  /** Schema that the records are mapped to: the schema of the dataset. */
  outputSchema: pulumi.Input<MappingSchemaArgs>;
  /** The mappings, in the order in which they are applied. */
  mappings: pulumi.Input<pulumi.Input<MappingArgs>[]>;
  xdmSchema?: undefined;
  xdmVersion?: undefined;
}

/**
 * A mapping set with the older names of the source tutorials.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface XdmSchemaMappingSetArgs extends AepResourceArgs {
  /** Name of the mapping set; default: none. */
  name?: pulumi.Input<string> | undefined;
  /**
   * Schema of the source data; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  inputSchema?: pulumi.Input<MappingSchemaArgs> | undefined;
  /**
   * Whether a null in the source overwrites a value in the target; default: what AEP sets.
   * @see https://developer.adobe.com/experience-platform-apis/references/data-prep/
   */
  allowNullValues?: pulumi.Input<boolean> | undefined;
  /** `$id` of the schema that the records are mapped to: the schema of the dataset. */
  xdmSchema: pulumi.Input<string>;
  /** Version of that schema; default: `1.0`. */
  xdmVersion?: pulumi.Input<string> | undefined;
  /** The mappings, in the order in which they are applied. */
  mappings: pulumi.Input<pulumi.Input<XdmMappingArgs>[]>;
  outputSchema?: undefined;
}

/**
 * A schema on one side of a mapping set.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
 */
export interface MappingSchemaArgs {
  /** Reference to the schema. */
  schemaRef: pulumi.Input<MappingSchemaRefArgs>;
}

/**
 * Reference to a schema.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
 */
export interface MappingSchemaRefArgs {
  /** `$id` of the schema, the id of a {@link Schema}. */
  id: pulumi.Input<string>;
  /** Media type with the major version; default: `application/vnd.adobe.xed-full+json;version=1`. */
  contentType?: pulumi.Input<string> | undefined;
}

/**
 * One mapping of a mapping set.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
 */
export interface MappingArgs {
  /**
   * Kind of `source`: a field, an expression with Data Prep's functions, or a fixed value; default: `EXPRESSION` if
   * `source` calls a function, otherwise `ATTRIBUTE`.
   */
  sourceType?: pulumi.Input<"ATTRIBUTE" | "EXPRESSION" | "STATIC"> | undefined;
  /** Field of the source data, or the expression or value. Write a dot inside a field name as `\.`. */
  source: pulumi.Input<string>;
  /** Path in the target schema, such as `person.name.firstName`. */
  destination: pulumi.Input<string>;
  /** Name of the mapping; default: none. */
  name?: pulumi.Input<string> | undefined;
  /** Free text; default: none. */
  description?: pulumi.Input<string> | undefined;
}

/**
 * One mapping of a mapping set, with the older names.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface XdmMappingArgs {
  /** Field of the source data. */
  sourceAttribute: pulumi.Input<string>;
  /** Path in the target schema, such as `person.name.firstName`. */
  destinationXdmPath: pulumi.Input<string>;
}

/**
 * Maps fields of the source data to fields of the target schema. A change creates a new version. A dataflow uses the
 * version that it names: pass it `mappingVersion: mapping.version`.
 *
 * The preview checks the mappings against the fields of the schema: as the program declares them, or, for a schema of
 * another program, as the Schema Registry shows them. With `aep:mappings` set to `live`, Data Prep validates them too.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const mapping = new aep.MappingSet("customers", {
 *     xdmSchema: "https://ns.adobe.com/acme/schemas/417a33eg81a221bd10495920574gfa2d",
 *     mappings: [
 *         { sourceAttribute: "FirstName", destinationXdmPath: "person.name.firstName" },
 *         { sourceAttribute: "LastName", destinationXdmPath: "person.name.lastName" },
 *     ],
 * });
 * export const mappingVersion = mapping.version;
 * ```
 */
export class MappingSet extends AepResource {
  /** Name of the mapping set. */
  declare public readonly name: pulumi.Output<string | undefined>;
  /** Schema that the records are mapped to, with either set of names. */
  declare public readonly outputSchema: pulumi.Output<pulumi.Unwrap<MappingSchemaArgs>>;
  /** Schema of the source data. */
  declare public readonly inputSchema: pulumi.Output<pulumi.Unwrap<MappingSchemaArgs> | undefined>;
  /** The mappings with the names of Data Prep, in the order in which they are applied. */
  declare public readonly mappings: pulumi.Output<pulumi.Unwrap<MappingArgs>[]>;
  /** Whether a null in the source overwrites a value in the target. */
  declare public readonly allowNullValues: pulumi.Output<boolean | undefined>;
  /** Version of the mapping set. Each change increases it. */
  declare public readonly version: pulumi.Output<number>;

  constructor(name: string, args: MappingSetArgs, opts?: pulumi.CustomResourceOptions) {
    super("MappingSet", name, { ...fields, ...args }, opts);
  }

  /** The existing mapping set with this id, which is read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): MappingSet {
    return new MappingSet(name, ...existing<MappingSetArgs>(id, opts));
  }

  /** True for mapping sets, including those of another copy of this package. */
  public static override isInstance(value: unknown): value is MappingSet {
    return isOf("MappingSet", value);
  }
}

const fields: Fields<MappingSet> = {
  name: undefined,
  outputSchema: undefined,
  inputSchema: undefined,
  mappings: undefined,
  allowNullValues: undefined,
  version: undefined,
};
