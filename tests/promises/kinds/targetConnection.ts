import { ref } from "../../wire/program";
import { changed, marked, type Kind, type Stored } from "../kind";
import { amazonS3, dataLake } from "./baseConnection";

export const targetConnection: Kind = {
  type: "TargetConnection",
  collection: "targetConnections",
  path: "/data/foundation/flowservice/targetConnections",
  mark: "description",
  examples: {
    customers: (use) => ({
      name: "Customers in the lake",
      description: "Where the customers go",
      baseConnectionId: ref(use("BaseConnection", "lake")).id,
      data: { format: "parquet_xdm", schema: { id: ref(use("Schema", "customers")).id } },
      params: { dataSetId: ref(use("Dataset", "customers")).id },
    }),
    second: (use) => ({
      name: "Customers in the lake again",
      data: { schema: { id: ref(use("Schema", "customers")).id } },
      params: { dataSetId: ref(use("Dataset", "customers")).id },
    }),
  },
  changes: [
    { field: "name", what: "another", after: { name: "Clients" }, sends: changed("/name", "Clients") },
    {
      field: "description",
      what: "another",
      after: { description: "Where all go" },
      sends: changed("/description", marked("Where all go")),
    },
    {
      field: "description",
      what: "removed",
      after: { description: undefined },
      sends: changed("/description", marked()),
    },
    {
      field: "description",
      what: "added",
      before: { description: undefined },
      after: { description: "Where all go" },
      sends: changed("/description", marked("Where all go")),
    },
  ],
  replacements: [
    {
      field: "baseConnectionId",
      after: { baseConnectionId: (use) => ref(use("BaseConnection", "secondLake")).id },
    },
    { field: "baseConnectionId", what: "removed", after: { baseConnectionId: undefined } },
    {
      field: "connectionSpec.id",
      after: { connectionSpec: { id: amazonS3, version: "1.0" } },
      previewOnly: true,
    },
    {
      field: "connectionSpec.version",
      after: { connectionSpec: { id: dataLake, version: "2.0" } },
      previewOnly: true,
    },
    { field: "data.format", after: { "data.format": "delimited" } },
    {
      field: "data.schema.id",
      after: {
        "data.schema.id": (use) => ref(use("Schema", "second")).id,
        "params.dataSetId": (use) => ref(use("Dataset", "second")).id,
      },
      dependentEdits: {
        "MappingSet customers": { "outputSchema.schemaRef.id": (use) => ref(use("Schema", "second")).id },
      },
    },
    {
      field: "data.schema.version",
      after: { "data.schema.version": "application/vnd.adobe.xed-full-notext+json;version=1" },
    },
    { field: "data.schema.id", what: "removed with its version", after: { "data.schema": undefined } },
    { field: "params.dataSetId", after: { "params.dataSetId": (use) => ref(use("Dataset", "copy")).id } },
  ],
  outsideEdits: [
    {
      field: "name",
      edit: (stored: Stored) => (stored.name = "Renamed on the screen"),
      sends: changed("/name", "Customers in the lake"),
    },
    {
      field: "description",
      edit: (stored: Stored) => (stored.description = "Described on the screen"),
      sends: changed("/description", marked("Where the customers go")),
    },
    { field: "data.format", edit: (stored: Stored) => (stored.data.format = "delimited"), sends: "replace" },
  ],
  writeOnly: [],
  aliases: [],
  afterDeletion: ["create TargetConnection customers", "replace Dataflow hourly"],
};
