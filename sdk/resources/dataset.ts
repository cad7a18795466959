import type * as pulumi from "@pulumi/pulumi";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link Dataset}.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/catalog/api/create-dataset
 */
export interface DatasetArgs extends AepResourceArgs {
  /** Name shown in AEP; default: the logical name at creation. Renaming the resource with an alias keeps it. */
  name?: pulumi.Input<string> | undefined;
  /** Free text shown in AEP; default: none. */
  description?: pulumi.Input<string> | undefined;
  /**
   * Schema of the records. Changing `schemaRef.id` replaces the dataset, which is refused unless `forceDelete` is in
   * state.
   */
  schemaRef: pulumi.Input<DatasetSchemaRefArgs>;
  /**
   * How AEP stores the records; default: parquet. Changing this replaces the dataset, which is refused unless
   * `forceDelete` is in state.
   */
  fileDescription?: pulumi.Input<FileDescriptionArgs> | undefined;
  /**
   * Whether AEP keeps diagnostics of records that could not be ingested; default: what AEP sets.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/ingestion/batch/partial
   */
  enableErrorDiagnostics?: pulumi.Input<boolean> | undefined;
  /**
   * Tags with their values, such as `{ unifiedProfile: ["enabled:true"] }` for Real-Time Customer Profile, which needs an
   * enabled schema (see {@link ProfileEnablement}); default: none. Tags that AEP adds are kept, and `unifiedProfile` cannot
   * be removed.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/catalog/datasets/enable-for-profile
   */
  tags?: pulumi.Input<Record<string, pulumi.Input<pulumi.Input<string>[]>>> | undefined;
  /**
   * Whether a dataset that holds data may be deleted or replaced. It takes effect after the `up` that sets it; default:
   * false.
   */
  forceDelete?: pulumi.Input<boolean> | undefined;
}

/**
 * Schema of a dataset.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/catalog/api/create-dataset
 */
export interface DatasetSchemaRefArgs {
  /** `$id` of the schema, the id of a {@link Schema}. */
  id: pulumi.Input<string>;
  /** Media type with the major version; default: `application/vnd.adobe.xed+json;version=1`. */
  contentType?: pulumi.Input<string> | undefined;
}

/**
 * How AEP stores the records of a dataset.
 * @see https://developer.adobe.com/experience-platform-apis/references/catalog/
 */
export interface FileDescriptionArgs {
  /** Whether AEP keeps the files; default: what AEP sets. */
  persisted?: pulumi.Input<boolean> | undefined;
  /** Format of the container, such as `parquet`; default: what AEP sets. */
  containerFormat?: pulumi.Input<string> | undefined;
  /** Format of the files; default: what AEP sets. */
  format?: pulumi.Input<"csv" | "text" | "parquet" | "json" | "sequencefile" | "avro"> | undefined;
}

/**
 * A collection of records of one schema. A dataset that holds data is neither deleted nor replaced without
 * `forceDelete`.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/catalog/api/create-dataset
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const dataset = new aep.Dataset("customers", {
 *     name: "CRM customers",
 *     schemaRef: { id: "https://ns.adobe.com/acme/schemas/417a33eg81a221bd10495920574gfa2d" },
 *     tags: { unifiedProfile: ["enabled:true"] },
 * });
 * export const datasetId = dataset.id;
 * ```
 */
export class Dataset extends AepResource {
  /** Name shown in AEP. */
  declare public readonly name: pulumi.Output<string>;
  /** Free text shown in AEP. */
  declare public readonly description: pulumi.Output<string | undefined>;
  /** Schema of the records. */
  declare public readonly schemaRef: pulumi.Output<{ id: string; contentType: string }>;
  /** How AEP stores the records. */
  declare public readonly fileDescription: pulumi.Output<pulumi.Unwrap<FileDescriptionArgs> | undefined>;
  /** Whether AEP keeps diagnostics of records that could not be ingested. */
  declare public readonly enableErrorDiagnostics: pulumi.Output<boolean | undefined>;
  /** The tags that the program wrote. */
  declare public readonly tags: pulumi.Output<Record<string, string[]> | undefined>;
  /** Whether the dataset may be deleted with its data. */
  declare public readonly forceDelete: pulumi.Output<boolean | undefined>;
  /** Version of the object for conditional updates. */
  declare public readonly etag: pulumi.Output<string | undefined>;
  /** Version in Catalog, such as `1.0.1`. Each change increases it. */
  declare public readonly version: pulumi.Output<string | undefined>;

  constructor(name: string, args: DatasetArgs, opts?: pulumi.CustomResourceOptions) {
    super("Dataset", name, { ...fields, ...args, name: args?.name ?? name }, opts);
  }

  /** The existing dataset with this id, which is read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): Dataset {
    return new Dataset(name, ...existing<DatasetArgs>(id, opts));
  }

  /** True for datasets, including those of another copy of this package. */
  public static override isInstance(value: unknown): value is Dataset {
    return isOf("Dataset", value);
  }
}

const fields: Fields<Dataset> = {
  name: undefined,
  description: undefined,
  schemaRef: undefined,
  fileDescription: undefined,
  enableErrorDiagnostics: undefined,
  tags: undefined,
  forceDelete: undefined,
  etag: undefined,
  version: undefined,
};
