import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { definitions } from "../../provider/resources";
import { compileFile } from "./compile";
import { testPrograms, type Wrong } from "./expectations";

const schema = "https://ns.adobe.com/acme/schemas/417a33eg81a221bd10495920574gfa2d";

/** Programs that compile. */
const right: Record<string, string> = {
  "a connector of the catalogue": `new aep.BaseConnection("a", { connectionSpec: "amazon-s3", auth: { specName: "Access Key",
    params: { s3AccessKey: "id", s3SecretKey: pulumi.secret("key"), s3SessionToken: undefined } } });`,
  "the other auth spec of a connector": `new aep.BaseConnection("a", { connectionSpec: "sftp", auth: {
    specName: "SSH PublicKey Authentication for sftp", params: { host: "h", port: 22, userName: "u", privateKeyContent: "k" } } });`,
  "auth params as one Output": `declare const params: pulumi.Output<{ server: string; database: string; username: string; password: string }>;
    new aep.BaseConnection("a", { connectionSpec: "amazon-redshift", auth: { specName: "Basic Authentication", params } });`,
  "a connector outside the catalogue": `declare const id: pulumi.Output<string>;
    new aep.BaseConnection("a", { connectionSpec: { id, version: "1.0" }, auth: { specName: id, params: { host: id, port: 5 } } });`,
  "a dataset base connection": `new aep.BaseConnection("a", { connectionSpec: aep.dataLake });`,
  "a file source without type, as in older tutorials": `new aep.SourceConnection("a", { connectionSpec: "adls-gen2",
    baseConnectionId: "id", data: { format: "parquet_xdm", schema: { id: "${schema}" } }, params: { path: "/in/data.csv" } });`,
  "the landing zone, which has no account": `new aep.BaseConnection("a", { connectionSpec: "data-landing-zone" });
    new aep.SourceConnection("a", { connectionSpec: "data-landing-zone", data: { format: "json" }, params: { path: "p" } });`,
  "a source whose params are all optional": `new aep.SourceConnection("a", { connectionSpec: "zendesk", data: { format: "json" } });`,
  "a source that takes more params than Adobe names": `new aep.SourceConnection("a", { connectionSpec: "generic-rest",
    data: { format: "json" }, params: { path: "/customers", contentPath: "$.items" } });`,
  "the params of one auth spec by themselves": `const params: aep.AuthParamsArgs<"amazon-s3", "IAMRole Based"> = { bucketName: "b" };
    new aep.BaseConnection("a", { connectionSpec: "amazon-s3", auth: { specName: "IAMRole Based", params } });`,
  "a class in a variable of the plain type": `const a: aep.BaseConnection = new aep.BaseConnection("a", {
    connectionSpec: "azure-event-hubs", auth: { specName: "Azure EventHub authentication credentials",
    params: { sasKeyName: "n", sasKey: "k", namespace: "n" } } });`,
  "args in a variable": `const args: aep.BaseConnectionArgs<"adls-gen2"> = { connectionSpec: "adls-gen2", auth: {
    specName: "Basic Authentication for adls-gen2",
    params: { url: "u", servicePrincipalId: "i", servicePrincipalKey: "k", tenant: "t" } } };
    new aep.BaseConnection("a", { connectionSpec: "adls-gen2", auth: args.auth });`,
  "a file source": `new aep.SourceConnection("a", { connectionSpec: "azure-blob", baseConnectionId: "id",
    data: { format: "delimited", properties: { columnDelimiter: ";", encoding: "UTF-8", compressionType: "gzip" } },
    params: { path: "/in", type: "folder", recursive: pulumi.output(true) } });`,
  "a table source with columns": `new aep.SourceConnection("a", { connectionSpec: "amazon-redshift", data: { format: "tabular" },
    params: { tableName: "s.t", columns: [{ name: "id", type: "String", xdm: { type: "string" } }] } });`,
  "a streaming source": `new aep.SourceConnection("a", { connectionSpec: "azure-event-hubs", data: { format: "json" },
    params: { eventHubName: "h", dataType: "raw", reset: "latest", consumerGroup: "$Default" } });`,
  "a stream without data": `new aep.SourceConnection("a", { connectionSpec: "snowflake-streaming", params: { tableName: "T" } });
    new aep.SourceConnection("b", { connectionSpec: { id: "i" } });`,
  "a target without data, and without a schema": `new aep.TargetConnection("a", { params: { dataSetId: "d" } });
    new aep.TargetConnection("b", { data: { format: "parquet_xdm" }, params: { dataSetId: "d" } });`,
  "a source outside the catalogue": `new aep.SourceConnection("a", { connectionSpec: { id: "i" }, data: { format: "json" }, params: { any: [1] } });`,
  "a table dataflow": `declare const mapping: aep.MappingSet;
    new aep.Dataflow("a", { sourceConnectionIds: ["s"], targetConnectionIds: ["t"], flowSpec: "CRMToAEP", transformations: [
      { name: "Copy", params: { deltaColumn: { name: "updated" } } },
      { name: "Mapping", params: { mappingId: mapping.id, mappingVersion: mapping.version } } ],
      scheduleParams: { frequency: "day", interval: 1, backfill: false }, state: "disabled" });`,
  "mappings in Data Prep's names": `new aep.MappingSet("a", { outputSchema: { schemaRef: { id: "${schema}" } },
    mappings: [{ sourceType: "EXPRESSION", source: "upper(a)", destination: "b" }] });`,
  "mappings in the older names": `new aep.MappingSet("a", { xdmSchema: "${schema}", xdmVersion: "1.0",
    mappings: [{ sourceAttribute: "a", destinationXdmPath: "b" }] });`,
  "a schema by allOf": `new aep.Schema("a", { title: "A", allOf: [{ $ref: aep.xdm.profile }] });`,
  "a reference identity": `new aep.SchemaDescriptor("a", { type: "xdm:descriptorReferenceIdentity", sourceSchema: "s",
    sourceProperty: "/p", identityNamespace: "productID" });`,
  "an existing object": `const a = aep.Dataset.get("a", "5c8c3c555033b814b69f947f", { sandbox: "stage" });
    export const name: pulumi.Output<string> = a.name; if (aep.Dataset.isInstance(a as unknown)) a.etag;`,
};

const pipeline = (source: string, more = ""): string =>
  `new aep.IngestionPipeline("a", { connectionSpec: "amazon-s3", baseConnectionId: "id", source: ${source},
    schema: "${schema}", ${more} });`;

right["a pipeline"] = pipeline(
  '{ data: { format: "json" }, params: { path: "p", type: "file" } }',
  'dataflow: { scheduleParams: { frequency: "once" } }',
);

/** Programs that do not compile, and what the compiler says. */
const wrong: Wrong = {
  "an unknown connector, with the nearest name": [
    `new aep.BaseConnection("a", { connectionSpec: "amazon-s4" });`,
    /'"amazon-s4"' is not assignable.*Did you mean '"amazon-s3"'/,
  ],
  "the params of another connector in a pipeline": [
    pipeline('{ data: { format: "json" }, params: { tableName: "t" } }'),
    /'tableName' does not exist/,
  ],
  "a pipeline without what its source requires": [
    pipeline('{ data: { format: "json" } }'),
    /Property 'params' is missing/,
  ],
  "a pipeline that says what it fills in itself": [
    pipeline('{ data: { format: "json" }, params: { path: "p" } }', 'dataset: { schemaRef: { id: "s" } }'),
    /'schemaRef' does not exist/,
  ],
  "no auth for a connector of the catalogue": [
    `new aep.BaseConnection("a", { connectionSpec: "amazon-s3" });`,
    /Property 'auth' is missing/,
  ],
  "auth for a connector that has none": [
    `new aep.BaseConnection("a", { connectionSpec: "data-landing-zone", auth: { specName: "Basic Authentication", params: {} } });`,
    /'specName' does not exist|not assignable/,
  ],
  "the auth spec of another connector": [
    `new aep.BaseConnection("a", { connectionSpec: "amazon-s3", auth: { specName: "ConnectionString", params: { connectionString: "c" } } });`,
    /Type '"ConnectionString"' is not assignable to type '"Access Key" \| "IAMRole Based"/,
  ],
  "the params of another auth spec": [
    `new aep.BaseConnection("a", { connectionSpec: "sftp", auth: { specName: "Basic Authentication for sftp",
      params: { host: "h", userName: "u", privateKeyContent: "k" } } });`,
    /'privateKeyContent' does not exist in type 'Input<SftpBasicAuthentication>'/,
  ],
  "a missing auth parameter": [
    `new aep.BaseConnection("a", { connectionSpec: "amazon-s3", auth: { specName: "Access Key", params: { s3AccessKey: "id" } } });`,
    /Property 's3SecretKey' is missing.*'AmazonS3AccessKey'/,
  ],
  "a misspelt auth parameter": [
    `new aep.BaseConnection("a", { connectionSpec: "sftp", auth: { specName: "Basic Authentication for sftp",
      params: { host: "h", username: "u", password: "p" } } });`,
    /'username' does not exist/,
  ],
  "an auth parameter of a wrong type": [
    `new aep.BaseConnection("a", { connectionSpec: "sftp", auth: { specName: "Basic Authentication for sftp",
      params: { host: "h", userName: "u", password: "p", port: "22" } } });`,
    /Types of property 'port' are incompatible/,
  ],
  "an unknown field": [
    `new aep.BaseConnection("a", { connectionSpec: aep.dataLake, descripton: "d" });`,
    /'descripton' does not exist.*Did you mean to write 'description'/,
  ],
  "a connection spec by name and version": [
    `new aep.BaseConnection("a", { connectionSpec: { name: "amazon-s3", version: "1.0" } });`,
    /'name' does not exist in type 'ConnectorReference'/,
  ],
  "a format that the connector has not": [
    `new aep.SourceConnection("a", { connectionSpec: "amazon-s3", data: { format: "tabular" }, params: { path: "p", type: "file" } });`,
    /'"tabular"' is not assignable/,
  ],
  "source params of another category": [
    `new aep.SourceConnection("a", { connectionSpec: "amazon-s3", data: { format: "json" }, params: { tableName: "t" } });`,
    /'tableName' does not exist/,
  ],
  "a source without params": [
    `new aep.SourceConnection("a", { connectionSpec: "amazon-s3", data: { format: "json" } });`,
    /Property 'params' is missing/,
  ],
  "a source of files without data": [
    `new aep.SourceConnection("a", { connectionSpec: "amazon-s3", params: { path: "p", type: "file" } });`,
    /Property 'data' is missing/,
  ],
  "an unknown enum value in source params": [
    `new aep.SourceConnection("a", { connectionSpec: "amazon-kinesis", data: { format: "json" }, params: { stream: "s", reset: "newest" } });`,
    /'"newest"' is not assignable/,
  ],
  "the dataset by a misspelt name": [
    `new aep.TargetConnection("a", { data: { schema: { id: "i" } }, params: { datasetId: "d" } });`,
    /'datasetId' does not exist/,
  ],
  "an unknown transformation": [
    `new aep.Dataflow("a", { sourceConnectionIds: ["s"], targetConnectionIds: ["t"], transformations: [{ name: "Map", params: {} }] });`,
    /"Map"/,
  ],
  "a mapping transformation without its id": [
    `new aep.Dataflow("a", { sourceConnectionIds: ["s"], targetConnectionIds: ["t"], transformations: [{ name: "Mapping", params: { mappingVersion: 1 } }] });`,
    /'mappingId' is missing/,
  ],
  "an unknown frequency": [
    `new aep.Dataflow("a", { sourceConnectionIds: ["s"], targetConnectionIds: ["t"], scheduleParams: { frequency: "hourly" } });`,
    /'"hourly"' is not assignable/,
  ],
  "both forms of a mapping set": [
    `new aep.MappingSet("a", { xdmSchema: "s", outputSchema: { schemaRef: { id: "s" } }, mappings: [{ source: "a", destination: "b" }] });`,
    /not assignable/,
  ],
  "a mapping without destination": [
    `new aep.MappingSet("a", { xdmSchema: "s", mappings: [{ sourceAttribute: "a" }] });`,
    /destinationXdmPath/,
  ],
  "class and allOf in one schema": [
    `new aep.Schema("a", { title: "A", class: aep.xdm.profile, allOf: [{ $ref: aep.xdm.profile }] });`,
    /not assignable/,
  ],
  "a schema without title": [`new aep.Schema("a", { class: aep.xdm.profile });`, /'title' is missing/],
  "a descriptor with a field of another type": [
    `new aep.SchemaDescriptor("a", { type: "xdm:descriptorIdentity", sourceSchema: "s", sourceProperty: "/p", namespace: "Email", destinationSchema: "d" });`,
    /not assignable/,
  ],
  "an unknown behaviour": [
    `new aep.SchemaClass("a", { title: "A", behavior: "ad-hoc", properties: {} });`,
    /'"ad-hoc"' is not assignable/,
  ],
};

/** The programs in the comments of the resource classes. */
function examples(): Record<string, string> {
  const folder = resolve(__dirname, "../../sdk/resources");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const found = files.flatMap((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const blocks = [...text.matchAll(/@example\n \* ```ts\n(.*?) \* ```/gs)];
    return blocks.map(([, block], index) => [`${name}-${index}`, block!.replace(/^ \* ?/gm, "")]);
  });
  return Object.fromEntries(found) as Record<string, string>;
}

const documented = examples();
const diagnostics = testPrograms(right, wrong, documented);

test("every class has an example", () => {
  const classes = ["IngestionPipeline", ...definitions.map(({ type }) => type)];
  const files = classes.map((name) => `${name.charAt(0).toLowerCase()}${name.slice(1)}.ts-0`);
  expect(Object.keys(documented).sort()).toEqual(files.sort());
});

test.each(Object.keys(documented))("the example of %s compiles", (name) => {
  expect(diagnostics[name]).toEqual([]);
});

test("Args say the same as the provider's definitions", () => {
  expect(compileFile(resolve(__dirname, "argsEqualDefinitions.ts"))).toEqual([]);
});
