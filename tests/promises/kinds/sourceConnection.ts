import { ref } from "../../wire/program";
import { changed, marked, type Kind, type Stored } from "../kind";
import { amazonS3 } from "./baseConnection";

const adHocData = (name: string) => (use: Parameters<Kind["examples"][string]>[0]) => ({
  format: "parquet_xdm",
  schema: { id: ref(use("Schema", name)).id },
});

export const sourceConnection: Kind = {
  type: "SourceConnection",
  collection: "sourceConnections",
  path: "/data/foundation/flowservice/sourceConnections",
  mark: "description",
  examples: {
    customers: (use) => ({
      name: "Customer files",
      description: "One file a day",
      baseConnectionId: ref(use("BaseConnection", "landing")).id,
      connectionSpec: "amazon-s3",
      data: {
        format: "delimited",
        properties: { columnDelimiter: ";", encoding: "UTF-8", compressionType: "gzip" },
      },
      params: { path: "/crm/customers", type: "folder", recursive: true },
    }),
    second: (use) => ({
      name: "Prospect files",
      baseConnectionId: ref(use("BaseConnection", "landing")).id,
      connectionSpec: "amazon-s3",
      data: { format: "delimited" },
      params: { path: "/crm/prospects", type: "folder" },
    }),
  },
  changes: [
    {
      field: "name",
      what: "another",
      after: { name: "Client files" },
      sends: changed("/name", "Client files"),
    },
    {
      field: "description",
      what: "another",
      after: { description: "Two files a day" },
      sends: changed("/description", marked("Two files a day")),
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
      after: { description: "Two files a day" },
      sends: changed("/description", marked("Two files a day")),
    },
  ],
  replacements: [
    {
      field: "baseConnectionId",
      after: { baseConnectionId: (use) => ref(use("BaseConnection", "second")).id },
    },
    {
      field: "connectionSpec.id",
      after: {
        connectionSpec: "azure-blob",
        baseConnectionId: (use) => ref(use("BaseConnection", "blob")).id,
      },
    },
    {
      field: "connectionSpec.version",
      after: { connectionSpec: { id: amazonS3, version: "2.0" } },
      previewOnly: true,
    },
    { field: "data.format", after: { data: { format: "json" } } },
    {
      field: "data.schema.id",
      before: { data: adHocData("file") },
      after: { data: adHocData("second") },
    },
    {
      field: "data.schema.version",
      before: { data: adHocData("file") },
      after: { "data.schema.version": "application/vnd.adobe.xed-full-notext+json;version=1" },
    },
    { field: "data.properties.columnDelimiter", after: { "data.properties.columnDelimiter": "," } },
    {
      field: "data.properties.columnDelimiter",
      what: "removed",
      after: { "data.properties.columnDelimiter": undefined },
    },
    { field: "data.properties.encoding", after: { "data.properties.encoding": "ISO-8859-1" } },
    { field: "data.properties.compressionType", after: { "data.properties.compressionType": "bzip2" } },
    {
      field: "data.properties.compressionType",
      what: "added",
      before: { "data.properties": undefined },
      after: { "data.properties": { compressionType: "bzip2" } },
    },
    { field: "params.*", after: { "params.path": "/crm/clients" } },
    { field: "params.*", what: "removed", after: { "params.recursive": undefined } },
  ],
  outsideEdits: [
    {
      field: "name",
      edit: (stored: Stored) => (stored.name = "Renamed on the screen"),
      sends: changed("/name", "Customer files"),
    },
    {
      field: "description",
      edit: (stored: Stored) => (stored.description = "Described on the screen"),
      sends: changed("/description", marked("One file a day")),
    },
    {
      field: "data.properties.columnDelimiter",
      edit: (stored: Stored) => (stored.data.properties.columnDelimiter = "|"),
      sends: "replace",
    },
    { field: "params.path", edit: (stored: Stored) => (stored.params.path = "/elsewhere"), sends: "replace" },
    {
      field: "params.recursive",
      edit: (stored: Stored) => (stored.params.recursive = false),
      sends: "replace",
    },
  ],
  writeOnly: [],
  aliases: ["connectionSpec", "connectionSpec.unchecked"],
  afterDeletion: ["create SourceConnection customers", "replace Dataflow hourly"],
};
