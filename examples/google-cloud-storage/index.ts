import * as pulumi from "@pulumi/pulumi";
import * as aep from "pulumi-aep";

const config = new pulumi.Config();

// One account for all exports.
const bucket = new aep.BaseConnection("bucket", {
  name: "Shop exports",
  connectionSpec: "google-cloud-storage",
  auth: {
    specName: "Basic Authentication for google-cloud",
    params: {
      accessKeyId: config.require("accessKeyId"),
      secretAccessKey: config.requireSecret("secretAccessKey"),
    },
  },
});

const nightly = { frequency: "day", interval: 1 } as const;

// Customers: one profile for each customer.
const customers = new aep.IngestionPipeline("customers", {
  connectionSpec: "google-cloud-storage",
  baseConnectionId: bucket.id,
  source: {
    data: { format: "delimited", properties: { columnDelimiter: ";" } },
    params: { path: `${config.require("folder")}/customers`, type: "folder" },
  },
  schema: {
    title: "Shop customers",
    class: aep.xdm.profile,
    fieldGroups: [aep.xdm.profilePersonDetails, aep.xdm.profilePersonalDetails],
  },
  primaryIdentity: { sourceProperty: "/personalEmail/address", namespace: "Email" },
  mappings: [
    { source: "id", destination: "_id" },
    { source: "given_name", destination: "person.name.firstName" },
    { source: "lower(email)", destination: "personalEmail.address" },
  ],
  dataflow: { scheduleParams: nightly },
});

// Orders: one event for each order.
const orders = new aep.IngestionPipeline("orders", {
  connectionSpec: "google-cloud-storage",
  baseConnectionId: bucket.id,
  source: {
    data: { format: "json", properties: { compressionType: "gzip" } },
    params: { path: `${config.require("folder")}/orders`, type: "folder" },
  },
  schema: {
    title: "Shop orders",
    class: aep.xdm.experienceEvent,
    fieldGroups: [aep.xdm.experienceEventCommerce],
  },
  mappings: [
    { source: "orderId", destination: "_id" },
    { source: "orderedAt", destination: "timestamp" },
    { source: "orderId", destination: "commerce.order.purchaseID" },
  ],
  dataflow: { scheduleParams: nightly },
});

export const baseConnectionId = bucket.id;
export const customersDatasetId = customers.dataset.id;
export const ordersDatasetId = orders.dataset.id;
