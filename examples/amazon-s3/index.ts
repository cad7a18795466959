import * as pulumi from "@pulumi/pulumi";
import * as aep from "pulumi-aep";

interface Schedule {
  frequency: "minute" | "hour" | "day" | "week";
  interval: number;
}

const config = new pulumi.Config();

// The account that reads the bucket. Only temporary credentials have a session token. A new token is updated in place.
const landing = new aep.BaseConnection("landing", {
  name: "CRM landing bucket",
  description: "Amazon S3 bucket to which the CRM exports",
  connectionSpec: "amazon-s3",
  auth: {
    specName: "Access Key",
    params: {
      s3AccessKey: config.requireSecret("s3AccessKey"),
      s3SecretKey: config.requireSecret("s3SecretKey"),
      s3SessionToken: config.getSecret("s3SessionToken"),
      bucketName: config.require("bucket"),
    },
  },
});

// The file to read.
const source = new aep.SourceConnection("customers", {
  name: "CRM customers file",
  baseConnectionId: landing.id,
  connectionSpec: "amazon-s3",
  data: { format: "delimited", properties: { columnDelimiter: ",", encoding: "UTF-8" } },
  params: { path: config.require("path"), type: "file" },
});

// The fields of a customer in Experience Platform.
const schema = new aep.Schema("customers", {
  title: "CRM customers",
  description: "Name, phone and e-mail address of the customers in the CRM",
  class: aep.xdm.profile,
  fieldGroups: [aep.xdm.profilePersonDetails, aep.xdm.profilePersonalDetails],
});

// The dataset that holds the records, and the connection to it.
const dataset = new aep.Dataset("customers", {
  name: "CRM customers",
  description: "Customers, as the CRM exports them",
  schemaRef: { id: schema.id },
});

const target = new aep.TargetConnection("customers", {
  name: "CRM customers dataset",
  data: { schema: { id: schema.id } },
  params: { dataSetId: dataset.id },
});

// Which column fills which field.
const mapping = new aep.MappingSet("customers", {
  name: "CRM customers columns",
  outputSchema: { schemaRef: { id: schema.id } },
  mappings: [
    { source: "Id", destination: "_id" },
    { source: "FirstName", destination: "person.name.firstName" },
    { source: "LastName", destination: "person.name.lastName" },
    { source: "Phone", destination: "mobilePhone.number" },
    { source: "Email", destination: "personalEmail.address" },
  ],
});

// Reads new records on a schedule.
const dataflow = new aep.Dataflow("customers", {
  name: "CRM customers",
  description: "Customers from the landing bucket",
  sourceConnectionIds: [source.id],
  targetConnectionIds: [target.id],
  transformations: [{ name: "Mapping", params: { mappingId: mapping.id, mappingVersion: mapping.version } }],
  scheduleParams: config.requireObject<Schedule>("schedule"),
});

export const baseConnectionId = landing.id;
export const sourceConnectionId = source.id;
export const schemaId = schema.id;
export const datasetId = dataset.id;
export const targetConnectionId = target.id;
export const mappingSetId = mapping.id;
export const dataflowId = dataflow.id;
