import * as pulumi from "@pulumi/pulumi";
import * as aep from "../../sdk";
import { inspect, type Registration, waitForOutputs, startRecording } from "./program";

const schemaId = "https://ns.adobe.com/acme/schemas/417a33eg81a221bd10495920574gfa2d";
const accountId = "24be7e63-ffbd-4ae4-be7e-63ffbd5ae442";

let registrations: Registration[];

beforeEach(async () => {
  pulumi.runtime.setAllConfig({ "aep:sandbox": "stage" });
  registrations = await startRecording();
});

const files: aep.IngestionPipelineArgs<"amazon-s3"> = {
  connectionSpec: "amazon-s3",
  baseConnectionId: accountId,
  source: { data: { format: "delimited" }, params: { path: "/in", type: "folder" } },
  schema: { title: "Customers", class: aep.xdm.profile, fieldGroups: [aep.xdm.profilePersonDetails] },
  mappings: [{ source: "first", destination: "person.name.firstName" }],
  dataflow: { scheduleParams: { frequency: "hour", interval: 1 } },
};

const table: aep.IngestionPipelineArgs<"mysql"> = {
  connectionSpec: "mysql",
  baseConnectionId: accountId,
  source: { data: { format: "tabular" }, params: { tableName: "customers" } },
  schema: schemaId,
  deltaColumn: { name: "updated_at" },
  mappings: [{ source: "first", destination: "person.name.firstName" }],
  dataflow: { scheduleParams: { frequency: "day", interval: 1 } },
};

const prefix = "pulumi-nodejs:dynamic/aep:";
const made = () =>
  registrations.filter(({ type }) => type.startsWith(prefix)).map(({ type }) => type.slice(prefix.length));
const inputsOf = (kind: string) => registrations.find(({ type }) => type === prefix + kind)!.inputs;

test("a pipeline contains all resources of the chain, with its name", async () => {
  const pipeline = new aep.IngestionPipeline("customers", files);
  await waitForOutputs();
  expect(registrations[0]).toMatchObject({ type: "aep:index:IngestionPipeline", name: "customers" });
  expect(made().sort()).toEqual([
    "Dataflow",
    "Dataset",
    "MappingSet",
    "Schema",
    "SourceConnection",
    "TargetConnection",
  ]);
  for (const { name, inputs } of registrations.slice(1)) {
    expect(name).toBe("customers");
    expect(inputs).toMatchObject({ sandbox: "stage", pulumi: { parents: "aep:index:IngestionPipeline" } });
  }
  const urn = (await inspect(pipeline.dataflow.urn)).value;
  expect(urn).toContain("aep:index:IngestionPipeline$");
});

test("the parts refer to each other by id, and to the mapping set also by version", async () => {
  const pipeline = new aep.IngestionPipeline("customers", files);
  await waitForOutputs();
  expect(inputsOf("SourceConnection")).toMatchObject({
    baseConnectionId: accountId,
    connectionSpec: "amazon-s3",
    params: { path: "/in" },
  });
  for (const [kind, inputs] of [
    ["Dataset", { schemaRef: { id: "customers-id" } }],
    ["TargetConnection", { data: { schema: { id: "customers-id" } }, params: { dataSetId: "customers-id" } }],
    ["MappingSet", { outputSchema: { schemaRef: { id: "customers-id" } } }],
    ["Dataflow", { sourceConnectionIds: ["customers-id"], targetConnectionIds: ["customers-id"] }],
  ] as const) {
    expect(inputsOf(kind)).toMatchObject(inputs);
  }
  expect(inputsOf("Dataflow")["transformations"]).toMatchObject([
    { name: "Mapping", params: { mappingId: "customers-id" } },
  ]);
  expect(pipeline.baseConnection).toBeUndefined();
  expect(pipeline.primaryIdentity).toBeUndefined();
});

test("a table has a Copy transformation with its delta column before the mapping, and an existing schema is used by id", async () => {
  const pipeline = new aep.IngestionPipeline("customers", table);
  await waitForOutputs();
  expect(made()).not.toContain("Schema");
  expect(pipeline.schema).toBeUndefined();
  expect(inputsOf("Dataset")).toMatchObject({ schemaRef: { id: schemaId } });
  expect(inputsOf("Dataflow")["transformations"]).toMatchObject([
    { name: "Copy", params: { deltaColumn: { name: "updated_at" } } },
    { name: "Mapping" },
  ]);
});

test("a schema with an unknown id is an existing schema", async () => {
  const pipeline = new aep.IngestionPipeline("customers", {
    ...table,
    schema: pulumi.output(Promise.resolve(schemaId)),
  });
  await waitForOutputs();
  expect(pipeline.schema).toBeUndefined();
  expect(inputsOf("Dataset")).toMatchObject({ schemaRef: { id: schemaId } });
});

test("with auth, it has its own base connection, whose secrets are marked", async () => {
  const { baseConnectionId: _shared, ...own } = files;
  const params = { s3AccessKey: "key", s3SecretKey: "plain" };
  const pipeline = new aep.IngestionPipeline("customers", {
    ...own,
    auth: { specName: "Access Key", params },
  });
  await waitForOutputs();
  expect(made()).toContain("BaseConnection");
  expect(inputsOf("SourceConnection")).toMatchObject({ baseConnectionId: "customers-id" });
  expect((await inspect(pipeline.baseConnection!.auth)).secret).toBe(true);
});

const identified: aep.IngestionPipelineArgs<"amazon-s3"> = {
  ...files,
  schema: {
    title: "Customers",
    class: aep.xdm.profile,
    fieldGroups: [aep.xdm.profilePersonDetails, aep.xdm.profilePersonalDetails],
  },
  primaryIdentity: { sourceProperty: "/personalEmail/address", namespace: "Email" },
  mappings: [
    { source: "first", destination: "person.name.firstName" },
    { source: "mail", destination: "personalEmail.address" },
  ],
};

test("with profile, the schema is enabled with its identity, and then the dataset", async () => {
  const tags = { cost: ["low"] };
  const pipeline = new aep.IngestionPipeline("customers", {
    ...identified,
    profile: true,
    dataset: { tags },
  });
  await waitForOutputs();
  expect(inputsOf("ProfileEnablement")).toMatchObject({
    schemaId: "customers-id",
    primaryIdentity: "customers-id",
  });
  const enabled = { unifiedProfile: ["enabled:true"], cost: ["low"] };
  expect(inputsOf("Dataset")).toMatchObject({ tags: enabled });
  expect(pipeline.profile).toBeInstanceOf(aep.ProfileEnablement);
});

test("with profile, the Profile tag is added to unknown tags", async () => {
  const tags = pulumi.output(Promise.resolve({ cost: ["low"] }));
  new aep.IngestionPipeline("customers", { ...identified, profile: true, dataset: { tags } });
  await waitForOutputs();
  const enabled = { unifiedProfile: ["enabled:true"], cost: ["low"] };
  expect(inputsOf("Dataset")).toMatchObject({ tags: enabled });
});

test("the primary identity describes its schema", async () => {
  new aep.IngestionPipeline("customers", identified);
  await waitForOutputs();
  expect(made()).not.toContain("ProfileEnablement");
  expect(inputsOf("SchemaDescriptor")).toMatchObject({
    type: "xdm:descriptorIdentity",
    sourceSchema: "customers-id",
    isPrimary: true,
    namespace: "Email",
  });
});

test("all parts have the sandbox of the pipeline", async () => {
  new aep.IngestionPipeline("customers", { ...files, sandbox: "prod" });
  await waitForOutputs();
  expect(registrations.slice(1).map(({ inputs }) => inputs["sandbox"])).toEqual(made().map(() => "prod"));
});

test("auth and baseConnectionId together are refused", () => {
  const params = { s3AccessKey: "key", s3SecretKey: "plain" };
  const both = { ...files, auth: { specName: "Access Key" as const, params } };
  expect(() => new aep.IngestionPipeline("customers", both)).toThrow(
    'IngestionPipeline "customers": auth and baseConnectionId are both set; remove baseConnectionId to create an account for this pipeline',
  );
});

test("contradictions are refused as for the parts themselves", () => {
  const mappings = [{ source: "first", destination: "person.name.fristName" }];
  expect(() => new aep.IngestionPipeline("customers", { ...files, mappings })).toThrow(
    /MappingSet "customers": mappings\[0\].destination names person.name.fristName.*did you mean person.name.firstName/,
  );
});
