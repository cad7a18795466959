import * as pulumi from "@pulumi/pulumi";
import * as aep from "pulumi-aep";

const config = new pulumi.Config();

// One switch changes every resource in a field that Experience Platform changes in place.
const edited = config.requireBoolean("edited");
const text = edited ? "Edited" : "As recorded";

// Base connections: with secrets, with a rotation, without credentials, and one that was there before the stack.
const landing = new aep.BaseConnection("landing", {
  name: "Landing bucket",
  description: text,
  connectionSpec: "amazon-s3",
  auth: {
    specName: "Access Key",
    params: {
      s3AccessKey: config.requireSecret("s3AccessKey"),
      s3SecretKey: config.requireSecret("s3SecretKey"),
      bucketName: "crm-exports",
    },
  },
});

const warehouse = new aep.BaseConnection("warehouse", {
  name: "Warehouse",
  description: text,
  connectionSpec: "amazon-redshift",
  auth: {
    specName: "Basic Authentication",
    params: {
      server: "warehouse.example.com",
      database: "crm",
      username: "aep",
      password: config.requireSecret("password"),
    },
  },
  rotation: 1,
});

const lake = new aep.BaseConnection("lake", {
  name: "Data lake",
  description: text,
  connectionSpec: aep.dataLake,
});

const imported = new aep.BaseConnection(
  "imported",
  {
    name: "Made by hand",
    description: edited ? text : "Made in the UI",
    connectionSpec: "amazon-s3",
    auth: {
      specName: "Access Key",
      params: {
        s3AccessKey: config.requireSecret("s3AccessKey"),
        s3SecretKey: config.requireSecret("s3SecretKey"),
      },
    },
  },
  { import: config.require("importedId") },
);

// Schema Registry: a class of each behavior, own fields, and schemas in both notations.
const tenant = pulumi.interpolate`_${aep.getTenantOutput().tenantId}`;
const own = (fields: Record<string, unknown>) =>
  tenant.apply((name) => ({ [name]: { type: "object", properties: fields } }));

const columns = new aep.SchemaClass("columns", {
  title: "Columns of the customer file",
  description: text,
  behavior: "adhoc",
  properties: { Id: { type: "string" }, FirstName: { type: "string" }, Email: { type: "string" } },
});

const stores = new aep.SchemaClass("stores", {
  title: "Stores",
  description: text,
  behavior: "record",
  properties: own({ storeId: { type: "string" }, city: { type: "string", title: "City" } }),
});

const visits = new aep.SchemaClass("visits", {
  title: "Visits",
  description: text,
  behavior: "time-series",
  properties: own({ entrance: { type: "string" } }),
});

const loyalty = new aep.FieldGroup("loyalty", {
  title: "Loyalty membership",
  description: text,
  intendedToExtend: [aep.xdm.profile],
  properties: own({ memberId: { type: "string" }, tier: { type: "string" } }),
});

const file = new aep.Schema("file", { title: "Customer file", description: text, class: columns.id });
const store = new aep.Schema("store", { title: "Store", description: text, class: stores.id });
const visit = new aep.Schema("visit", { title: "Visit", description: text, class: visits.id });
const customer = new aep.Schema("customer", {
  title: "Customer",
  description: text,
  class: aep.xdm.profile,
  fieldGroups: [aep.xdm.profilePersonDetails, aep.xdm.profilePersonalDetails, loyalty.id],
});
const prospect = new aep.Schema("prospect", {
  title: "Prospect",
  description: text,
  allOf: [
    { $ref: aep.xdm.profile },
    { $ref: aep.xdm.profilePersonDetails },
    { $ref: aep.xdm.profilePersonalDetails },
  ],
});

// Descriptors of each type.
const email = new aep.SchemaDescriptor("email", {
  type: "xdm:descriptorIdentity",
  sourceSchema: customer.id,
  sourceVersion: 1,
  sourceProperty: "/personalEmail/address",
  namespace: "Email",
  property: "xdm:code",
  isPrimary: true,
});
const phone = new aep.SchemaDescriptor("phone", {
  type: "xdm:descriptorIdentity",
  sourceSchema: customer.id,
  sourceProperty: "/mobilePhone/number",
  namespace: edited ? "CRMID" : "Phone",
});
const storeOfProspect = new aep.SchemaDescriptor("store-of-prospect", {
  type: "xdm:descriptorOneToOne",
  sourceSchema: prospect.id,
  sourceProperty: "/mobilePhone/number",
  destinationSchema: store.id,
  destinationVersion: 1,
  destinationProperty: edited ? pulumi.interpolate`/${tenant}/city` : pulumi.interpolate`/${tenant}/storeId`,
});
const prospectEmail = new aep.SchemaDescriptor("prospect-email", {
  type: "xdm:descriptorReferenceIdentity",
  sourceSchema: prospect.id,
  sourceProperty: "/personalEmail/address",
  identityNamespace: edited ? "CRMID" : "Email",
});

const profile = new aep.ProfileEnablement("customer", {
  schemaId: customer.id,
  primaryIdentity: edited ? undefined : email.id,
});

// Datasets: for Profile with tags, with every setting, and one that may be deleted with its data.
const customers = new aep.Dataset("customers", {
  name: "Customers",
  description: text,
  schemaRef: { id: profile.id },
  tags: { unifiedProfile: ["enabled:true"], unifiedIdentity: ["enabled:true"], team: ["crm", "web"] },
});
const prospects = new aep.Dataset("prospects", {
  name: "Prospects",
  description: text,
  schemaRef: { id: prospect.id, contentType: "application/vnd.adobe.xed-full-notext+json;version=1" },
  fileDescription: { persisted: true, containerFormat: "parquet", format: "parquet" },
  enableErrorDiagnostics: true,
  forceDelete: true,
});

// From a file of an ad hoc schema to Profile.
const customerFile = new aep.SourceConnection("customers", {
  name: "Customer file",
  description: text,
  baseConnectionId: landing.id,
  connectionSpec: "amazon-s3",
  data: { format: "parquet_xdm", schema: { id: file.id } },
  params: { path: "/crm/customers", type: "folder", recursive: true },
});
const customersTarget = new aep.TargetConnection("customers", {
  name: "Customers in the lake",
  description: text,
  baseConnectionId: lake.id,
  data: { format: "parquet_xdm", schema: { id: profile.id } },
  params: { dataSetId: customers.id },
});
const customerColumns = new aep.MappingSet("customers", {
  name: text,
  outputSchema: { schemaRef: { id: profile.id } },
  mappings: [
    { sourceType: "ATTRIBUTE", source: "Id", destination: "_id", name: "Id", description: "Of the CRM" },
    { sourceType: "EXPRESSION", source: "upper(FirstName)", destination: "person.name.firstName" },
    { source: "Email", destination: "personalEmail.address" },
  ],
  allowNullValues: true,
});
const customerFlow = new aep.Dataflow("customers", {
  name: "Customers",
  description: text,
  flowSpec: "CloudStorageToAEP",
  sourceConnectionIds: [customerFile.id],
  targetConnectionIds: [customersTarget.id],
  transformations: [
    { name: "Mapping", params: { mappingId: customerColumns.id, mappingVersion: customerColumns.version } },
  ],
  // The start of the year 2100: not reached when this stack is read again.
  scheduleParams: { frequency: "hour", interval: 6, startTime: 4_102_444_800, backfill: true },
  options: { errorDiagnosticsEnabled: true, partialIngestionPercent: 10 },
});

// From a table, with a delta column; the dataflow is switched off and mapped in the older notation.
const prospectTable = new aep.SourceConnection("prospects", {
  name: "Prospect table",
  description: text,
  baseConnectionId: warehouse.id,
  connectionSpec: "amazon-redshift",
  data: { format: "tabular" },
  params: { tableName: "crm.prospects" },
});
const prospectsTarget = new aep.TargetConnection("prospects", {
  name: "Prospects in the lake",
  description: text,
  data: { schema: { id: prospect.id } },
  params: { dataSetId: prospects.id },
});
const prospectColumns = new aep.MappingSet("prospects", {
  xdmSchema: prospect.id,
  xdmVersion: "1.0",
  mappings: [
    { sourceAttribute: "id", destinationXdmPath: "_id" },
    {
      sourceAttribute: "name",
      destinationXdmPath: edited ? "person.name.lastName" : "person.name.firstName",
    },
  ],
});
const prospectFlow = new aep.Dataflow("prospects", {
  description: text,
  sourceConnectionIds: [prospectTable.id],
  targetConnectionIds: [prospectsTarget.id],
  transformations: [
    { name: "Copy", params: { deltaColumn: { name: "updated_at", timezone: "UTC" } } },
    { name: "Mapping", params: { mappingId: prospectColumns.id, mappingVersion: prospectColumns.version } },
  ],
  scheduleParams: { frequency: "day", interval: 1 },
  state: "disabled",
});

// A stream, without mapping and schedule.
const inlet = new aep.BaseConnection("inlet", {
  name: "Visit endpoint",
  description: text,
  connectionSpec: "http-api",
  auth: {
    specName: "Streaming Connection",
    params: { sourceId: "visits", dataType: "xdm", name: "Visit endpoint" },
  },
});
const visitsDataset = new aep.Dataset("visits", {
  name: "Visits",
  description: text,
  schemaRef: { id: visit.id },
});

// The component, with an account of its own, for Profile.
const members = new aep.IngestionPipeline("members", {
  connectionSpec: "sftp",
  auth: {
    specName: "Basic Authentication for sftp",
    params: { host: "sftp.example.com", userName: "aep", password: config.requireSecret("password") },
  },
  source: {
    description: text,
    data: { format: "delimited", properties: { columnDelimiter: ";", encoding: "UTF-8" } },
    params: { path: "/members", type: "folder" },
  },
  schema: {
    title: "Member",
    description: text,
    class: aep.xdm.profile,
    fieldGroups: [aep.xdm.profilePersonDetails, aep.xdm.profilePersonalDetails],
  },
  primaryIdentity: { sourceProperty: "/personalEmail/address", namespace: "Email" },
  profile: true,
  dataset: { description: text },
  mappings: [
    { source: "id", destination: "_id" },
    { source: "first", destination: edited ? "person.name.lastName" : "person.name.firstName" },
    { source: "lower(email)", destination: "personalEmail.address" },
  ],
  dataflow: { description: text, scheduleParams: { frequency: "hour", interval: 1 } },
});

// Objects that are read and not managed.
const readDataset = aep.Dataset.get("read", prospects.id);
const readClass = aep.SchemaClass.get("read", stores.id);

export const importedName = imported.name;
export const inletUrl = inlet.inletUrl;
export const readNames = [readDataset.name, readClass.title];
export const descriptorIds = [email.id, phone.id, storeOfProspect.id, prospectEmail.id];
export const visitsDatasetId = visitsDataset.id;
export const dataflowIds = [customerFlow.id, prospectFlow.id, members.dataflow.id];
