import { declarationOf } from "./compile";

/** A component library is compiled with `declaration: true`: it can name every type that it takes from this package. */

const library = `
import * as pulumi from "@pulumi/pulumi";
import * as aep from "pulumi-aep";

export class Landing<Spec extends aep.ConnectionSpec> extends pulumi.ComponentResource {
  public readonly base;
  public readonly source;
  constructor(
    name: string,
    base: aep.BaseConnectionArgs<Spec> & aep.AuthRequired<Spec>,
    source: aep.SourceConnectionArgs<Spec> & aep.ParamsRequired<Spec>,
  ) {
    super("acme:index:Landing", name, {});
    this.base = new aep.BaseConnection(name, base, { parent: this });
    this.source = new aep.SourceConnection(name, source, { parent: this });
  }
}

type ArgsOf<Class extends abstract new (...args: never) => unknown> = ConstructorParameters<Class>[1];
export const base = <Spec extends aep.ConnectionSpec>(args: ArgsOf<typeof aep.BaseConnection<Spec>>) => args;
export const source = <Spec extends aep.ConnectionSpec>(args: ArgsOf<typeof aep.SourceConnection<Spec>>) => args;
export const pipeline = <Spec extends aep.ConnectionSpec>(args: ArgsOf<typeof aep.IngestionPipeline<Spec>>) => args;

export const authOf = <Spec extends aep.ConnectionSpec>({ auth }: aep.BaseConnectionArgs<Spec>) => auth;
export const formatOf = <Spec extends aep.ConnectionSpec>({ format }: aep.SourceDataArgs<Spec>) => format;
export const paramsOf = <Spec extends aep.ConnectionSpec>({ params }: aep.SourceConnectionArgs<Spec>) => params;
export const sourceOf = <Spec extends aep.ConnectionSpec>(args: aep.IngestionPipelineArgs<Spec>) => args.source;
export const authOfS3 = ({ auth }: aep.BaseConnectionArgs<"amazon-s3">) => auth;
export const keysOfS3 = (params: aep.AuthParamsArgs<"amazon-s3", "Access Key">) => params;
export const formatOfS3 = ({ format }: aep.SourceDataArgs<"amazon-s3">) => format;
export const paramsOfS3 = ({ params }: aep.SourceConnectionArgs<"amazon-s3">) => params;
export const columnsOf = ({ columns }: aep.SourceParamsArgs<"amazon-redshift">) => columns;

export const outputsOf = (flow: aep.Dataflow, dataset: aep.Dataset, mapping: aep.MappingSet) => ({
  steps: flow.transformations,
  schedule: flow.scheduleParams,
  schema: dataset.schemaRef,
  mappings: mapping.mappings,
});
export const lookedUp = (baseConnectionId: string) => [
  aep.getTenantOutput(),
  aep.getMappingSetOutput({ id: "m" }),
  aep.getConnectionSpecsOutput(),
  aep.exploreConnectionOutput({ baseConnectionId, objectType: "root" }),
] as const;
export const adopted = aep.BaseConnection.get("landing", "24be7e63-ffbd-4ae4-be7e-63ffbd5ae442");
export const dataLake = aep.dataLake;
`;

test("a component library compiles with declaration: true", () => {
  const { messages, declaration } = declarationOf(library);
  expect(messages).toEqual([]);
  expect(declaration).toContain("aep.BaseConnectionArgs<Spec> & aep.AuthRequired<Spec>");
  // An `import(...)` names a file of this package that programs cannot import.
  expect(declaration.match(/import\([^)]*\)\.\w+/g)).toBeNull();
});
