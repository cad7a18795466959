import * as pulumi from "@pulumi/pulumi";
import { BaseConnection, type BaseConnectionArgs } from "./baseConnection";
import type { AuthArgs, AuthRequired, ConnectionSpec, ParamsRequired } from "./connectorArgs";
import { Dataflow, type DataflowArgs, type DeltaColumnArgs, type TransformationArgs } from "./dataflow";
import { Dataset, type DatasetArgs } from "./dataset";
import { isPlainObject } from "../program/declared";
import { type MappingArgs, MappingSet } from "./mappingSet";
import { ProfileEnablement } from "./profileEnablement";
import type { AepResourceArgs } from "./resource";
import { Schema, type SchemaArgs } from "./schema";
import { type IdentityDescriptorArgs, SchemaDescriptor } from "./schemaDescriptor";
import { SourceConnection, type SourceConnectionArgs } from "./sourceConnection";
import { TargetConnection } from "./targetConnection";

/**
 * Args of {@link IngestionPipeline}: each part as its own class takes it, without what the pipeline itself fills in.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface IngestionPipelineArgs<Spec extends ConnectionSpec = ConnectionSpec> extends AepResourceArgs {
  /**
   * The connector: a name of the catalogue such as `"amazon-s3"`, which also types `auth` and `source`, or the id of any
   * connection spec.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/home
   */
  connectionSpec: Spec;
  /**
   * Id of the {@link BaseConnection} to read through, where several pipelines share an account. Either this or `auth`;
   * neither for the few sources without an account.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  baseConnectionId?: pulumi.Input<string> | undefined;
  /**
   * How AEP logs in to the source, for an account of this pipeline alone: `baseConnection` is made with it.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/s3
   */
  auth?: pulumi.Input<AuthArgs<Spec>> | undefined;
  /**
   * What is read: `data` and `params` of a {@link SourceConnection}.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  source: PipelineSourceArgs<Spec>;
  /**
   * The target schema: args of a {@link Schema} to be made, or the `$id` of one that is there.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
   */
  schema: pulumi.Input<string> | PipelineSchemaArgs;
  /**
   * Field that identifies whom or what a record is about, as the primary identity of the schema; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/descriptors
   */
  primaryIdentity?: PipelineIdentityArgs | undefined;
  /**
   * Whether the records go into Real-Time Customer Profile, for which the schema needs a primary identity or an identity map;
   * default: false. AEP takes a schema out of Profile again in no way.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/catalog/datasets/enable-for-profile
   */
  profile?: boolean | undefined;
  /**
   * The dataset; default: one with the logical name.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/catalog/api/create-dataset
   */
  dataset?: PipelineDatasetArgs | undefined;
  /**
   * Which field of the source becomes which field of the schema; default: no mapping, where the source is XDM already.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/data-prep/api/mapping-set
   */
  mappings?: pulumi.Input<pulumi.Input<MappingArgs>[]> | undefined;
  /**
   * Column of a table that tells new rows from old ones; default: none, as files and streams have it.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/database-nosql
   */
  deltaColumn?: pulumi.Input<DeltaColumnArgs> | undefined;
  /**
   * The dataflow: its `scheduleParams` first of all, which files and tables need and streams must not have; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  dataflow?: PipelineDataflowArgs | undefined;
}

/** What a pipeline reads. */
export type PipelineSourceArgs<Spec extends ConnectionSpec = ConnectionSpec> = Omit<
  SourceConnectionArgs<Spec>,
  "baseConnectionId" | "connectionSpec" | "sandbox"
> &
  ParamsRequired<Spec>;

type Without<Args, Keys extends string> = Args extends unknown ? Omit<Args, Keys | "sandbox"> : never;

/** The schema that a pipeline makes. */
export type PipelineSchemaArgs = Without<SchemaArgs, never>;

/** The primary identity of a pipeline's schema. */
export type PipelineIdentityArgs = Without<IdentityDescriptorArgs, "type" | "sourceSchema" | "isPrimary">;

/** The dataset that a pipeline writes. */
export type PipelineDatasetArgs = Without<DatasetArgs, "schemaRef">;

/** How a pipeline runs. */
export type PipelineDataflowArgs = Without<
  DataflowArgs,
  "sourceConnectionIds" | "targetConnectionIds" | "transformations"
>;

/**
 * The whole way from a source to a dataset in one declaration: account, source connection, schema with its identity,
 * dataset, target connection, mapping set and dataflow. Each part is there as a field and can be used like any other
 * resource. Their logical name is that of the pipeline.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const customers = new aep.IngestionPipeline("customers", {
 *     connectionSpec: "amazon-s3",
 *     baseConnectionId: "24be7e63-ffbd-4ae4-be7e-63ffbd5ae442",
 *     source: { data: { format: "delimited" }, params: { path: "/crm/customers.csv", type: "file" } },
 *     schema: { title: "CRM customers", class: aep.xdm.profile, fieldGroups: [aep.xdm.profilePersonDetails] },
 *     mappings: [
 *         { source: "Id", destination: "_id" },
 *         { source: "FirstName", destination: "person.name.firstName" },
 *     ],
 *     dataflow: { scheduleParams: { frequency: "hour", interval: 1 } },
 * });
 * export const datasetId = customers.dataset.id;
 * ```
 */
export class IngestionPipeline<Spec extends ConnectionSpec = ConnectionSpec>
  extends pulumi.ComponentResource
{
  /** The account, where the pipeline has one of its own. */
  public readonly baseConnection: BaseConnection | undefined;
  /** What is read. */
  public readonly source: SourceConnection;
  /** The target schema, where the pipeline makes it. */
  public readonly schema: Schema | undefined;
  /** The primary identity of the schema. */
  public readonly primaryIdentity: SchemaDescriptor | undefined;
  /** That Profile takes the records of the schema. */
  public readonly profile: ProfileEnablement | undefined;
  /** Where the records are kept. */
  public readonly dataset: Dataset;
  /** The way to the dataset. */
  public readonly target: TargetConnection;
  /** Which field becomes which. */
  public readonly mappingSet: MappingSet | undefined;
  /** What brings the records over. */
  public readonly dataflow: Dataflow;

  constructor(name: string, args: IngestionPipelineArgs<Spec>, opts?: pulumi.ComponentResourceOptions) {
    super("aep:index:IngestionPipeline", name, {}, opts);
    const { sandbox } = args;
    const parent = { parent: this };
    this.baseConnection = accountOf(name, args, parent);
    this.source = new SourceConnection(
      name,
      {
        ...args.source,
        sandbox,
        connectionSpec: args.connectionSpec,
        baseConnectionId: this.baseConnection?.id ?? args.baseConnectionId,
      } as SourceConnectionArgs<Spec> & ParamsRequired<Spec>,
      parent,
    );
    if (isPlainObject(args.schema)) {
      this.schema = new Schema(name, { ...(args.schema as SchemaArgs), sandbox }, parent);
    }
    const schemaId = this.schema?.id ?? (args.schema as pulumi.Input<string>);
    this.primaryIdentity =
      args.primaryIdentity &&
      new SchemaDescriptor(
        name,
        {
          ...args.primaryIdentity,
          sandbox,
          type: "xdm:descriptorIdentity",
          sourceSchema: schemaId,
          isPrimary: true,
        },
        parent,
      );
    this.profile = args.profile
      ? new ProfileEnablement(name, { sandbox, schemaId, primaryIdentity: this.primaryIdentity?.id }, parent)
      : undefined;
    this.dataset = new Dataset(
      name,
      { ...datasetOf(args), sandbox, schemaRef: { id: this.profile?.id ?? schemaId } },
      parent,
    );
    this.target = new TargetConnection(
      name,
      { sandbox, data: { schema: { id: schemaId } }, params: { dataSetId: this.dataset.id } },
      parent,
    );
    this.mappingSet =
      args.mappings &&
      new MappingSet(
        name,
        { sandbox, outputSchema: { schemaRef: { id: schemaId } }, mappings: args.mappings },
        parent,
      );
    this.dataflow = new Dataflow(
      name,
      {
        ...args.dataflow,
        sandbox,
        sourceConnectionIds: [this.source.id],
        targetConnectionIds: [this.target.id],
        ...stepsOf(args.deltaColumn, this.mappingSet),
      },
      parent,
    );
    this.registerOutputs({
      sourceConnectionId: this.source.id,
      schemaId,
      datasetId: this.dataset.id,
      targetConnectionId: this.target.id,
      dataflowId: this.dataflow.id,
    });
  }
}

function accountOf<Spec extends ConnectionSpec>(
  name: string,
  { auth, baseConnectionId, connectionSpec, sandbox }: IngestionPipelineArgs<Spec>,
  parent: pulumi.CustomResourceOptions,
): BaseConnection | undefined {
  if (auth === undefined) return undefined;
  if (baseConnectionId !== undefined) {
    throw new pulumi.RunError(
      `IngestionPipeline "${name}": auth and baseConnectionId are both there; keep auth for an account of this pipeline alone, or the id of a base connection`,
    );
  }
  const args = { sandbox, connectionSpec, auth } as BaseConnectionArgs<Spec> & AuthRequired<Spec>;
  return new BaseConnection<Spec>(name, args, parent) as BaseConnection;
}

function datasetOf({ dataset = {}, profile }: IngestionPipelineArgs): PipelineDatasetArgs {
  if (!profile) return dataset;
  const unifiedProfile = ["enabled:true"];
  const { tags = {} } = dataset;
  if (isPlainObject(tags)) return { ...dataset, tags: { unifiedProfile, ...tags } };
  return { ...dataset, tags: pulumi.output(tags).apply((others) => ({ unifiedProfile, ...others })) };
}

/** In the order of the tutorials: the delta column, then the mapping. */
function stepsOf(
  deltaColumn: pulumi.Input<DeltaColumnArgs> | undefined,
  mappingSet: MappingSet | undefined,
): Pick<DataflowArgs, "transformations"> {
  const steps: TransformationArgs[] = [];
  if (deltaColumn !== undefined) steps.push({ name: "Copy", params: { deltaColumn } });
  if (mappingSet !== undefined) {
    steps.push({ name: "Mapping", params: { mappingId: mappingSet.id, mappingVersion: mappingSet.version } });
  }
  return steps.length === 0 ? {} : { transformations: steps };
}
