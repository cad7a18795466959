import * as pulumi from "@pulumi/pulumi";
import { isPlainObject } from "../program/declared";
import { BaseConnection, type BaseConnectionArgs } from "./baseConnection";
import type { AuthRequired, ConnectionSpec, ParamsRequired } from "./connectorArgs";
import { Dataflow, type TransformationArgs } from "./dataflow";
import { Dataset } from "./dataset";
import { MappingSet } from "./mappingSet";
import type { IngestionPipelineArgs, PipelineDatasetArgs } from "./pipelineArgs";
import { ProfileEnablement } from "./profileEnablement";
import { Schema, type SchemaArgs } from "./schema";
import { SchemaDescriptor } from "./schemaDescriptor";
import { SourceConnection, type SourceConnectionArgs } from "./sourceConnection";
import { TargetConnection } from "./targetConnection";

/** The parts of an IngestionPipeline, each from the args of the pipeline and the parts before it. */

export interface Pipeline<Spec extends ConnectionSpec> {
  readonly name: string;
  readonly args: IngestionPipelineArgs<Spec>;
  readonly parent: pulumi.CustomResourceOptions;
}

type Id = pulumi.Input<string>;

export function baseConnectionOf<Spec extends ConnectionSpec>({
  name,
  args: { auth, baseConnectionId, connectionSpec, sandbox },
  parent,
}: Pipeline<Spec>): BaseConnection | undefined {
  if (auth === undefined) return undefined;
  if (baseConnectionId !== undefined) {
    throw new pulumi.RunError(
      `IngestionPipeline "${name}": auth and baseConnectionId are both set; remove baseConnectionId to create an account for ` +
        "this pipeline, or remove auth to use the existing base connection",
    );
  }
  const args = { sandbox, connectionSpec, auth } as BaseConnectionArgs<Spec> & AuthRequired<Spec>;
  return new BaseConnection<Spec>(name, args, parent) as BaseConnection;
}

export function sourceOf<Spec extends ConnectionSpec>(
  { name, args, parent }: Pipeline<Spec>,
  baseConnection: BaseConnection | undefined,
): SourceConnection {
  const { sandbox, connectionSpec } = args;
  const baseConnectionId = baseConnection?.id ?? args.baseConnectionId;
  const all = { ...args.source, sandbox, connectionSpec, baseConnectionId };
  return new SourceConnection<Spec>(
    name,
    all as SourceConnectionArgs<Spec> & ParamsRequired<Spec>,
    parent,
  ) as SourceConnection;
}

export function schemaOf<Spec extends ConnectionSpec>({
  name,
  args: { schema, sandbox },
  parent,
}: Pipeline<Spec>): Schema | undefined {
  if (!isPlainObject(schema)) return undefined;
  return new Schema(name, { ...(schema as SchemaArgs), sandbox }, parent);
}

export function primaryIdentityOf<Spec extends ConnectionSpec>(
  { name, args: { primaryIdentity, sandbox }, parent }: Pipeline<Spec>,
  sourceSchema: Id,
): SchemaDescriptor | undefined {
  if (primaryIdentity === undefined) return undefined;
  const descriptor = { type: "xdm:descriptorIdentity", sourceSchema, isPrimary: true } as const;
  return new SchemaDescriptor(name, { ...primaryIdentity, sandbox, ...descriptor }, parent);
}

export function profileOf<Spec extends ConnectionSpec>(
  { name, args: { profile, sandbox }, parent }: Pipeline<Spec>,
  schemaId: Id,
  primaryIdentity: SchemaDescriptor | undefined,
): ProfileEnablement | undefined {
  if (!profile) return undefined;
  return new ProfileEnablement(name, { sandbox, schemaId, primaryIdentity: primaryIdentity?.id }, parent);
}

export function datasetOf<Spec extends ConnectionSpec>(
  { name, args, parent }: Pipeline<Spec>,
  schemaId: Id,
): Dataset {
  const { dataset = {}, profile, sandbox } = args;
  const own = profile ? enabledForProfile(dataset) : dataset;
  return new Dataset(name, { ...own, sandbox, schemaRef: { id: schemaId } }, parent);
}

function enabledForProfile(dataset: PipelineDatasetArgs): PipelineDatasetArgs {
  const unifiedProfile = ["enabled:true"];
  const { tags = {} } = dataset;
  if (isPlainObject(tags)) return { ...dataset, tags: { unifiedProfile, ...tags } };
  return { ...dataset, tags: pulumi.output(tags).apply((others) => ({ unifiedProfile, ...others })) };
}

export function targetOf<Spec extends ConnectionSpec>(
  { name, args: { sandbox }, parent }: Pipeline<Spec>,
  schemaId: Id,
  dataset: Dataset,
): TargetConnection {
  const data = { schema: { id: schemaId } };
  return new TargetConnection(name, { sandbox, data, params: { dataSetId: dataset.id } }, parent);
}

export function mappingSetOf<Spec extends ConnectionSpec>(
  { name, args: { mappings, sandbox }, parent }: Pipeline<Spec>,
  schemaId: Id,
): MappingSet | undefined {
  if (mappings === undefined) return undefined;
  const outputSchema = { schemaRef: { id: schemaId } };
  return new MappingSet(name, { sandbox, outputSchema, mappings }, parent);
}

export function dataflowOf<Spec extends ConnectionSpec>(
  { name, args, parent }: Pipeline<Spec>,
  source: SourceConnection,
  target: TargetConnection,
  mappingSet: MappingSet | undefined,
): Dataflow {
  const { sandbox, dataflow, deltaColumn } = args;
  // In the order of Adobe's tutorials.
  const transformations: TransformationArgs[] = [];
  if (deltaColumn !== undefined) transformations.push({ name: "Copy", params: { deltaColumn } });
  if (mappingSet !== undefined) {
    const params = { mappingId: mappingSet.id, mappingVersion: mappingSet.version };
    transformations.push({ name: "Mapping", params });
  }
  return new Dataflow(
    name,
    {
      ...dataflow,
      sandbox,
      sourceConnectionIds: [source.id],
      targetConnectionIds: [target.id],
      ...(transformations.length === 0 ? {} : { transformations }),
    },
    parent,
  );
}
