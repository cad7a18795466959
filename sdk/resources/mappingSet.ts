import type * as pulumi from "@pulumi/pulumi";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link MappingSet}: the names of Data Prep (`outputSchema`, `source`, `destination`) or the older ones of
 * the source tutorials (`xdmSchema`, `sourceAttribute`, `destinationXdmPath`), not both.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
 */
export type MappingSetArgs = OutputSchemaMappingSetArgs | XdmSchemaMappingSetArgs;

/** A mapping set in the names of Data Prep. */
export interface OutputSchemaMappingSetArgs extends AepResourceArgs {
  /**
   * Name of the mapping set; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  name?: pulumi.Input<string> | undefined;
  /**
   * Schema of the source data; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  inputSchema?: pulumi.Input<MappingSchemaArgs> | undefined;
  /**
   * Whether null in the source overwrites a value in the target; default: what AEP sets.
   * @see https://developer.adobe.com/experience-platform-apis/references/data-prep/
   */
  allowNullValues?: pulumi.Input<boolean> | undefined;
  /**
   * Schema that the records are mapped to: that of the dataset.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  outputSchema: pulumi.Input<MappingSchemaArgs>;
  /**
   * The fields, in the order in which they are applied.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  mappings: pulumi.Input<pulumi.Input<MappingArgs>[]>;
  xdmSchema?: undefined;
  xdmVersion?: undefined;
}

/** A mapping set in the older names of the source tutorials. */
export interface XdmSchemaMappingSetArgs extends AepResourceArgs {
  /**
   * Name of the mapping set; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  name?: pulumi.Input<string> | undefined;
  /**
   * Schema of the source data; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  inputSchema?: pulumi.Input<MappingSchemaArgs> | undefined;
  /**
   * Whether null in the source overwrites a value in the target; default: what AEP sets.
   * @see https://developer.adobe.com/experience-platform-apis/references/data-prep/
   */
  allowNullValues?: pulumi.Input<boolean> | undefined;
  /**
   * `$id` of the schema that the records are mapped to: that of the dataset.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  xdmSchema: pulumi.Input<string>;
  /**
   * Version of that schema; default: `1.0`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  xdmVersion?: pulumi.Input<string> | undefined;
  /**
   * The fields, in the order in which they are applied.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  mappings: pulumi.Input<pulumi.Input<XdmMappingArgs>[]>;
  outputSchema?: undefined;
}

/** A schema on one side of a mapping set. */
export interface MappingSchemaArgs {
  /**
   * Reference to the schema.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  schemaRef: pulumi.Input<MappingSchemaRefArgs>;
}

/** Reference to a schema. */
export interface MappingSchemaRefArgs {
  /**
   * `$id` of the schema, the id of a {@link Schema}.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  id: pulumi.Input<string>;
  /**
   * Media type with the major version; default: `application/vnd.adobe.xed-full+json;version=1`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  contentType?: pulumi.Input<string> | undefined;
}

/** One field of a mapping set. */
export interface MappingArgs {
  /**
   * What `source` is: a field, an expression of Data Prep's functions, or a fixed value; default: `EXPRESSION` where
   * `source` calls a function, else `ATTRIBUTE`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  sourceType?: pulumi.Input<"ATTRIBUTE" | "EXPRESSION" | "STATIC"> | undefined;
  /**
   * Field of the source data, or the expression or value; a dot inside a field's name is written as `\.`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  source: pulumi.Input<string>;
  /**
   * Path in the target schema, with dots, such as `person.name.firstName`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  destination: pulumi.Input<string>;
  /**
   * Name of the mapping; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  name?: pulumi.Input<string> | undefined;
  /**
   * Free text; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  description?: pulumi.Input<string> | undefined;
}

/** One field of a mapping set in the older names. */
export interface XdmMappingArgs {
  /**
   * Field of the source data.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  sourceAttribute: pulumi.Input<string>;
  /**
   * Path in the target schema, with dots, such as `person.name.firstName`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  destinationXdmPath: pulumi.Input<string>;
}

/**
 * How fields of the source data become fields of the target schema. A change makes a new version; a dataflow goes on
 * with the version that it names, so pass it `mappingVersion: mapping.version`.
 *
 * The mappings are checked at preview against the fields of the schema: as the program declares them, or as the Schema
 * Registry shows them of a schema of another program. With `aep:mappings` set to `live` Data Prep validates them too.
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
  /** Schema that the records are mapped to, in whichever names the program wrote it. */
  declare public readonly outputSchema: pulumi.Output<pulumi.Unwrap<MappingSchemaArgs>>;
  /** Schema of the source data. */
  declare public readonly inputSchema: pulumi.Output<pulumi.Unwrap<MappingSchemaArgs> | undefined>;
  /** The fields in the names of Data Prep, in the order in which they are applied. */
  declare public readonly mappings: pulumi.Output<pulumi.Unwrap<MappingArgs>[]>;
  /** Whether null in the source overwrites a value in the target. */
  declare public readonly allowNullValues: pulumi.Output<boolean | undefined>;
  /** Version of the mapping set; grows with each change. */
  declare public readonly version: pulumi.Output<number>;

  constructor(name: string, args: MappingSetArgs, opts?: pulumi.CustomResourceOptions) {
    super("MappingSet", name, { ...fields, ...args }, opts);
  }

  /** The existing mapping set with this id, read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): MappingSet {
    return new MappingSet(name, ...existing<MappingSetArgs>(id, opts));
  }

  /** True for mapping sets, also those of another copy of this package. */
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
