import * as pulumi from "@pulumi/pulumi";
import * as aep from "pulumi-aep";

const config = new pulumi.Config();

// An endpoint that receives JSON, one record per message.
const inlet = new aep.BaseConnection("inlet", {
  name: "Newsletter endpoint",
  connectionSpec: "http-api",
  auth: {
    specName: "Streaming Connection",
    params: { sourceId: config.require("sourceId"), dataType: "raw", name: "Newsletter endpoint" },
  },
});

const source = new aep.SourceConnection("subscribers", {
  name: "Newsletter subscribers",
  baseConnectionId: inlet.id,
  connectionSpec: "http-api",
  data: { format: "json" },
});

// Custom fields must be nested under the tenant's namespace, such as _acme.
const tenant = pulumi.interpolate`_${aep.getTenantOutput().tenantId}`;
const newsletter = new aep.FieldGroup("newsletter", {
  title: "Newsletter subscription",
  description: "Who reads which newsletter",
  intendedToExtend: [aep.xdm.profile],
  properties: tenant.apply((name) => ({
    [name]: {
      type: "object",
      properties: {
        subscriber: { type: "string", title: "E-mail address of the subscriber" },
        topic: { type: "string", title: "Topic" },
      },
    },
  })),
});

const schema = new aep.Schema("subscribers", {
  title: "Newsletter subscribers",
  class: aep.xdm.profile,
  fieldGroups: [aep.xdm.profilePersonDetails, newsletter.id],
});

// The field that identifies a subscriber. The namespace must exist. Email exists in every organisation.
const subscriber = new aep.SchemaDescriptor("subscriber", {
  type: "xdm:descriptorIdentity",
  sourceSchema: schema.id,
  sourceProperty: pulumi.interpolate`/${tenant}/subscriber`,
  namespace: "Email",
  property: "xdm:code",
  isPrimary: true,
});

// Profile accepts the schema after this. Resources that need the enabled schema take the id of the enablement.
const profile = new aep.ProfileEnablement("subscribers", {
  schemaId: schema.id,
  primaryIdentity: subscriber.id,
});

const dataset = new aep.Dataset("subscribers", {
  name: "Newsletter subscribers",
  schemaRef: { id: profile.id },
  tags: { unifiedProfile: ["enabled:true"], unifiedIdentity: ["enabled:true"] },
});

const target = new aep.TargetConnection("subscribers", {
  name: "Newsletter subscribers dataset",
  data: { schema: { id: profile.id } },
  params: { dataSetId: dataset.id },
});

const mapping = new aep.MappingSet("subscribers", {
  name: "Newsletter subscribers fields",
  outputSchema: { schemaRef: { id: profile.id } },
  mappings: [
    { source: "id", destination: "_id" },
    { source: "name.first", destination: "person.name.firstName" },
    { source: "name.last", destination: "person.name.lastName" },
    { source: "email", destination: pulumi.interpolate`${tenant}.subscriber` },
    { source: "topic", destination: pulumi.interpolate`${tenant}.topic` },
  ],
});

// Records are ingested as they arrive, so there is no schedule.
const dataflow = new aep.Dataflow("subscribers", {
  name: "Newsletter subscribers",
  sourceConnectionIds: [source.id],
  targetConnectionIds: [target.id],
  transformations: [{ name: "Mapping", params: { mappingId: mapping.id, mappingVersion: mapping.version } }],
});

export const inletUrl = inlet.inletUrl;
export const schemaId = profile.id;
export const datasetId = dataset.id;
export const dataflowId = dataflow.id;
