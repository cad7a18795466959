import * as pulumi from "@pulumi/pulumi";
import * as aep from "pulumi-aep";

const config = new pulumi.Config();

// The server. All source connections share one base connection.
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

// All Parquet files of a folder and of all folders below it.
const source = new aep.SourceConnection("orders", {
  name: "Shop orders folder",
  baseConnectionId: server.id,
  connectionSpec: "sftp",
  data: { format: "parquet" },
  params: { path: config.require("folder"), type: "folder", recursive: true },
});

// An order is an event: an action of a person at a point in time.
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

// A dot separates the names of nested fields. An expression computes a value.
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

// Once a day. A batch still succeeds if up to 5 percent of its records are bad.
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
