import * as pulumi from "@pulumi/pulumi";
import * as aep from "pulumi-aep";

const config = new pulumi.Config();

// The server: one base connection serves all that is read from it.
const server = new aep.BaseConnection("server", {
  name: "Shop SFTP server",
  connectionSpec: "sftp",
  auth: {
    specName: "Basic Authentication for sftp",
    params: {
      host: config.require("host"),
      userName: config.require("userName"),
      password: config.requireSecret("password"),
    },
  },
});

// All Parquet files of a folder and of the folders below it.
const source = new aep.SourceConnection("orders", {
  name: "Shop orders folder",
  baseConnectionId: server.id,
  connectionSpec: "sftp",
  data: { format: "parquet" },
  params: { path: config.require("folder"), type: "folder", recursive: true },
});

// An order is an event: something that a person did at a point in time.
const schema = new aep.Schema("orders", {
  title: "Shop orders",
  class: aep.xdm.experienceEvent,
  fieldGroups: [aep.xdm.experienceEventCommerce],
});

const dataset = new aep.Dataset("orders", {
  name: "Shop orders",
  schemaRef: { id: schema.id },
});

const target = new aep.TargetConnection("orders", {
  name: "Shop orders dataset",
  data: { schema: { id: schema.id } },
  params: { dataSetId: dataset.id },
});

// A dot leads into a nested field; an expression computes its value.
const mapping = new aep.MappingSet("orders", {
  name: "Shop orders columns",
  outputSchema: { schemaRef: { id: schema.id } },
  mappings: [
    { source: "order_id", destination: "_id" },
    { source: "ordered_at", destination: "timestamp" },
    { source: "order_id", destination: "commerce.order.purchaseID" },
    { source: "total.amount", destination: "commerce.order.priceTotal" },
    { sourceType: "EXPRESSION", source: "upper(total.currency)", destination: "commerce.order.currencyCode" },
  ],
});

// Once a day; up to 5 percent of the records may be bad without failing the whole batch.
const dataflow = new aep.Dataflow("orders", {
  name: "Shop orders",
  sourceConnectionIds: [source.id],
  targetConnectionIds: [target.id],
  transformations: [{ name: "Mapping", params: { mappingId: mapping.id, mappingVersion: mapping.version } }],
  scheduleParams: { frequency: "day", interval: 1, backfill: true },
  options: { errorDiagnosticsEnabled: true, partialIngestionPercent: 5 },
});

export const baseConnectionId = server.id;
export const datasetId = dataset.id;
export const dataflowId = dataflow.id;
