import type * as pulumi from "@pulumi/pulumi";
import type { AuthArgs, ConnectionSpec, ParamsRequired } from "./connectorArgs";
import type { DataflowArgs, DeltaColumnArgs } from "./dataflow";
import type { DatasetArgs } from "./dataset";
import type { MappingArgs } from "./mappingSet";
import type { AepResourceArgs } from "./resource";
import type { SchemaArgs } from "./schema";
import type { IdentityDescriptorArgs } from "./schemaDescriptor";
import type { SourceConnectionArgs } from "./sourceConnection";

/**
 * Args of an `IngestionPipeline`: each part has the args of its own class, without those that the pipeline sets itself.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface IngestionPipelineArgs<Spec extends ConnectionSpec = ConnectionSpec> extends AepResourceArgs {
  /**
   * The connector: a name of the catalogue such as `"amazon-s3"`, which also gives `auth` and `source` their types, or any
   * connection spec.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/home
   */
  connectionSpec: Spec;
  /**
   * Id of the `BaseConnection` to read through, if several pipelines share an account; default: the base connection that
   * `auth` creates. Set either this or `auth`; set neither for the few sources without an account.
   */
  baseConnectionId?: pulumi.Input<string> | undefined;
  /**
   * How AEP logs in to the source. The pipeline creates a base connection with it; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/s3
   */
  auth?: pulumi.Input<AuthArgs<Spec>> | undefined;
  /** What to read: `data` and `params` of a `SourceConnection`. */
  source: PipelineSourceArgs<Spec>;
  /**
   * The target schema: the args of a new `Schema`, or the `$id` of an existing one.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
   */
  schema: pulumi.Input<string> | PipelineSchemaArgs;
  /**
   * The primary identity of the schema: the field that identifies the person or thing that a record is about; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/descriptors
   */
  primaryIdentity?: PipelineIdentityArgs | undefined;
  /**
   * Whether the records are used in Real-Time Customer Profile; default: false. The schema needs a primary identity or an
   * identity map. This cannot be undone in AEP.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/catalog/datasets/enable-for-profile
   */
  profile?: boolean | undefined;
  /**
   * Args of the dataset; default: a dataset with the logical name.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/catalog/api/create-dataset
   */
  dataset?: PipelineDatasetArgs | undefined;
  /**
   * Which field of the source becomes which field of the schema; default: no mapping, for a source that is XDM already.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  mappings?: pulumi.Input<pulumi.Input<MappingArgs>[]> | undefined;
  /**
   * Column of a table by which AEP finds new rows; default: none, for files and streams.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/database-nosql
   */
  deltaColumn?: pulumi.Input<DeltaColumnArgs> | undefined;
  /**
   * Args of the dataflow, such as `scheduleParams`, which files and tables need and streams must not have; default: none.
   */
  dataflow?: PipelineDataflowArgs | undefined;
}

/** What a pipeline reads: the args of its source connection. */
export type PipelineSourceArgs<Spec extends ConnectionSpec = ConnectionSpec> = Omit<
  SourceConnectionArgs<Spec>,
  "baseConnectionId" | "connectionSpec" | "sandbox"
> &
  ParamsRequired<Spec>;

type Without<Args, Keys extends string> = Args extends unknown ? Omit<Args, Keys | "sandbox"> : never;

/** The schema that a pipeline creates. */
export type PipelineSchemaArgs = Without<SchemaArgs, never>;

/** The primary identity of a pipeline's schema. */
export type PipelineIdentityArgs = Without<IdentityDescriptorArgs, "type" | "sourceSchema" | "isPrimary">;

/** The dataset that a pipeline writes to. */
export type PipelineDatasetArgs = Without<DatasetArgs, "schemaRef">;

/** How and when a pipeline runs: the args of its dataflow. */
export type PipelineDataflowArgs = Without<
  DataflowArgs,
  "sourceConnectionIds" | "targetConnectionIds" | "transformations"
>;
