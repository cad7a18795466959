import * as pulumi from "@pulumi/pulumi";
import * as aep from "pulumi-aep";

const config = new pulumi.Config();

const lake = new aep.BaseConnection("lake", {
  name: "Azure Data Lake Storage",
  connectionSpec: "adls-gen2",
  auth: {
    specName: "Basic Authentication for adls-gen2",
    params: {
      url: config.require("url"),
      servicePrincipalId: config.require("servicePrincipalId"),
      servicePrincipalKey: config.requireSecret("servicePrincipalKey"),
      tenant: config.require("tenant"),
    },
  },
});

// The raw data: an ad hoc class with every column of the file, and a schema of this class only.
const columns = new aep.SchemaClass("file-columns", {
  title: "Customer file columns",
  behavior: "adhoc",
  properties: {
    Id: { type: "string" },
    FirstName: { type: "string" },
    LastName: { type: "string" },
    Phone: { type: "string" },
    Email: { type: "string" },
  },
});
const fileSchema = new aep.Schema("file", { title: "Customer file", class: columns.id });

const source = new aep.SourceConnection("customers", {
  name: "Customer file",
  baseConnectionId: lake.id,
  connectionSpec: "adls-gen2",
  data: {
    format: "parquet_xdm",
    schema: { id: fileSchema.id, version: "application/vnd.adobe.xed-full-notext+json;version=1" },
  },
  params: { path: config.require("path"), type: "file", recursive: true },
});

// The target: fields, dataset and connection.
const schema = new aep.Schema("customers", {
  title: "Customers from cloud storage",
  allOf: [
    { $ref: aep.xdm.profile },
    { $ref: aep.xdm.profilePersonDetails },
    { $ref: aep.xdm.profilePersonalDetails },
  ],
});
const dataset = new aep.Dataset("customers", {
  name: "Customers from cloud storage",
  schemaRef: { id: schema.id, contentType: "application/vnd.adobe.xed-full-notext+json;version=1" },
});

// A base connection without credentials for the data lake of the platform. All target connections can share it.
const datasets = new aep.BaseConnection("datasets", {
  name: "Experience Platform datasets",
  connectionSpec: aep.dataLake,
});
const target = new aep.TargetConnection("customers", {
  name: "Customers dataset",
  baseConnectionId: datasets.id,
  data: { format: "parquet_xdm", schema: { id: schema.id } },
  params: { dataSetId: dataset.id },
});

const mapping = new aep.MappingSet("customers", {
  xdmSchema: schema.id,
  xdmVersion: "1.0",
  mappings: [
    { sourceAttribute: "Id", destinationXdmPath: "_id" },
    { sourceAttribute: "FirstName", destinationXdmPath: "person.name.firstName" },
    { sourceAttribute: "LastName", destinationXdmPath: "person.name.lastName" },
    { sourceAttribute: "Phone", destinationXdmPath: "mobilePhone.number" },
    { sourceAttribute: "Email", destinationXdmPath: "personalEmail.address" },
  ],
});

const dataflow = new aep.Dataflow("customers", {
  name: "Customers from cloud storage",
  flowSpec: "CloudStorageToAEP",
  sourceConnectionIds: [source.id],
  targetConnectionIds: [target.id],
  transformations: [{ name: "Mapping", params: { mappingId: mapping.id, mappingVersion: mapping.version } }],
  scheduleParams: { frequency: "minute", interval: 30 },
});

export const baseConnectionId = lake.id;
export const fileSchemaId = fileSchema.id;
export const datasetBaseConnectionId = datasets.id;
export const datasetId = dataset.id;
export const dataflowId = dataflow.id;
