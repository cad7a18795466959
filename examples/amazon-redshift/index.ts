import * as pulumi from "@pulumi/pulumi";
import * as aep from "pulumi-aep";

const config = new pulumi.Config();

const warehouse = new aep.BaseConnection("warehouse", {
  name: "Amazon Redshift warehouse",
  connectionSpec: "amazon-redshift",
  auth: {
    specName: "Basic Authentication",
    params: {
      server: config.require("server"),
      database: config.require("database"),
      username: config.require("username"),
      password: config.requireSecret("password"),
    },
  },
});

// The table and the columns to read.
const source = new aep.SourceConnection("members", {
  name: "Loyalty members table",
  baseConnectionId: warehouse.id,
  connectionSpec: "amazon-redshift",
  data: { format: "tabular" },
  params: {
    tableName: "loyalty.members",
    columns: [
      { name: "member_id", type: "String", xdm: { type: "string" } },
      { name: "email", type: "String", xdm: { type: "string" } },
      { name: "tier", type: "String", xdm: { type: "string" } },
      { name: "updated_at", type: "DateTime", xdm: { type: "string", format: "date-time" } },
    ],
  },
});

// Custom fields must be nested under the tenant's namespace, such as _acme.
const tenant = pulumi.interpolate`_${aep.getTenantOutput().tenantId}`;
const loyalty = new aep.FieldGroup("loyalty", {
  title: "Loyalty membership",
  description: "Number and tier of a member",
  intendedToExtend: [aep.xdm.profile],
  properties: tenant.apply((name) => ({
    [name]: {
      type: "object",
      properties: {
        memberId: { type: "string", title: "Member id" },
        tier: { type: "string", title: "Tier" },
      },
    },
  })),
});

const schema = new aep.Schema("members", {
  title: "Loyalty members",
  class: aep.xdm.profile,
  fieldGroups: [aep.xdm.profilePersonalDetails, loyalty.id],
});

// The e-mail address identifies a member.
const identity = new aep.SchemaDescriptor("members-email", {
  type: "xdm:descriptorIdentity",
  sourceSchema: schema.id,
  sourceProperty: "/personalEmail/address",
  namespace: "Email",
  property: "xdm:code",
  isPrimary: true,
});

const dataset = new aep.Dataset("members", {
  name: "Loyalty members",
  schemaRef: { id: schema.id },
});

const target = new aep.TargetConnection("members", {
  name: "Loyalty members dataset",
  data: { schema: { id: schema.id } },
  params: { dataSetId: dataset.id },
});

const mapping = new aep.MappingSet("members", {
  name: "Loyalty members columns",
  outputSchema: { schemaRef: { id: schema.id } },
  mappings: [
    { source: "member_id", destination: "_id" },
    { source: "email", destination: "personalEmail.address" },
    { source: "member_id", destination: pulumi.interpolate`${tenant}.memberId` },
    { source: "tier", destination: pulumi.interpolate`${tenant}.tier` },
  ],
});

// Every run reads the rows that are new since the last run, by their delta column.
const dataflow = new aep.Dataflow(
  "members",
  {
    name: "Loyalty members",
    flowSpec: "CRMToAEP",
    sourceConnectionIds: [source.id],
    targetConnectionIds: [target.id],
    transformations: [
      { name: "Copy", params: { deltaColumn: { name: "updated_at", timezone: "UTC" } } },
      { name: "Mapping", params: { mappingId: mapping.id, mappingVersion: mapping.version } },
    ],
    scheduleParams: { frequency: "hour", interval: 6 },
  },
  { dependsOn: identity },
);

export const baseConnectionId = warehouse.id;
export const schemaId = schema.id;
export const datasetId = dataset.id;
export const dataflowId = dataflow.id;
