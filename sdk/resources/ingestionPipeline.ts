import * as pulumi from "@pulumi/pulumi";
import type { BaseConnection } from "./baseConnection";
import type { ConnectionSpec } from "./connectorArgs";
import type { Dataflow } from "./dataflow";
import type { Dataset } from "./dataset";
import type { MappingSet } from "./mappingSet";
import type { IngestionPipelineArgs } from "./pipelineArgs";
import * as parts from "./pipelineParts";
import type { ProfileEnablement } from "./profileEnablement";
import type { Schema } from "./schema";
import type { SchemaDescriptor } from "./schemaDescriptor";
import type { SourceConnection } from "./sourceConnection";
import type { TargetConnection } from "./targetConnection";

/**
 * The whole chain from a source to a dataset in one declaration: account, source connection, schema with its primary identity,
 * dataset, target connection, mapping set and dataflow. Each part is a property and can be used like any other resource. All
 * parts have the logical name of the pipeline.
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
  /** The account, if the pipeline creates it. */
  public readonly baseConnection: BaseConnection | undefined;
  /** What is read. */
  public readonly source: SourceConnection;
  /** The target schema, if the pipeline creates it. */
  public readonly schema: Schema | undefined;
  /** The primary identity of the schema. */
  public readonly primaryIdentity: SchemaDescriptor | undefined;
  /** Enables the schema for Profile. */
  public readonly profile: ProfileEnablement | undefined;
  /** The dataset of the records. */
  public readonly dataset: Dataset;
  /** The connection to the dataset. */
  public readonly target: TargetConnection;
  /** Which field of the source becomes which field of the schema. */
  public readonly mappingSet: MappingSet | undefined;
  /** Ingests the data. */
  public readonly dataflow: Dataflow;

  constructor(name: string, args: IngestionPipelineArgs<Spec>, opts?: pulumi.ComponentResourceOptions) {
    super("aep:index:IngestionPipeline", name, {}, opts);
    const pipeline = { name, args, parent: { parent: this } };
    this.baseConnection = parts.baseConnectionOf(pipeline);
    this.source = parts.sourceOf(pipeline, this.baseConnection);
    this.schema = parts.schemaOf(pipeline);
    const schemaId = this.schema?.id ?? (args.schema as pulumi.Input<string>);
    this.primaryIdentity = parts.primaryIdentityOf(pipeline, schemaId);
    this.profile = parts.profileOf(pipeline, schemaId, this.primaryIdentity);
    this.dataset = parts.datasetOf(pipeline, this.profile?.id ?? schemaId);
    this.target = parts.targetOf(pipeline, schemaId, this.dataset);
    this.mappingSet = parts.mappingSetOf(pipeline, schemaId);
    this.dataflow = parts.dataflowOf(pipeline, this.source, this.target, this.mappingSet);
    this.registerOutputs({
      sourceConnectionId: this.source.id,
      schemaId,
      datasetId: this.dataset.id,
      targetConnectionId: this.target.id,
      dataflowId: this.dataflow.id,
    });
  }
}
