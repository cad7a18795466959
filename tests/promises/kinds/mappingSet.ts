import { ref } from "../../wire/program";
import { marked, type Kind, type Stored } from "../kind";

/** The newest version of a mapping set as it is stored. */
const newest = (stored: Stored): Stored => stored.versions[stored.version];

export const mappingSet: Kind = {
  type: "MappingSet",
  collection: "mappingSets",
  path: "/data/foundation/conversion/mappingSets",
  mark: "name",
  examples: {
    customers: (use) => ({
      name: "Customer columns",
      outputSchema: { schemaRef: { id: ref(use("Schema", "customers")).id } },
      mappings: [
        { source: "Id", destination: "_id" },
        {
          sourceType: "ATTRIBUTE",
          source: "FirstName",
          destination: "person.name.firstName",
          name: "First name",
          description: "As the customer spells it",
        },
      ],
      allowNullValues: true,
    }),
    second: (use) => ({
      outputSchema: { schemaRef: { id: ref(use("Schema", "customers")).id } },
      mappings: [{ source: "Id", destination: "_id" }],
    }),
  },
  changes: [
    {
      field: "name",
      what: "another",
      after: { name: "Columns" },
      sends: () => ({ name: marked("Columns") }),
    },
    { field: "name", what: "removed", after: { name: undefined }, sends: () => ({ name: marked() }) },
    {
      field: "name",
      what: "added",
      before: { name: undefined },
      after: { name: "Columns" },
      sends: () => ({ name: marked("Columns") }),
    },
    {
      field: "outputSchema.schemaRef.id",
      what: "another",
      after: { "outputSchema.schemaRef.id": (use) => ref(use("Schema", "second")).id },
      sends: (id) => ({ outputSchema: { schemaRef: { id: id("Schema", "second") } } }),
    },
    {
      field: "outputSchema.schemaRef.contentType",
      what: "another",
      after: { "outputSchema.schemaRef.contentType": "application/vnd.adobe.xed+json;version=1" },
      sends: () => ({
        outputSchema: { schemaRef: { contentType: "application/vnd.adobe.xed+json;version=1" } },
      }),
    },
    {
      field: "inputSchema.schemaRef.id",
      what: "added",
      after: { inputSchema: (use) => ({ schemaRef: { id: ref(use("Schema", "file")).id } }) },
      sends: (id) => ({ inputSchema: { schemaRef: { id: id("Schema", "file") } } }),
    },
    {
      field: "inputSchema.schemaRef.id",
      what: "removed",
      before: { inputSchema: (use) => ({ schemaRef: { id: ref(use("Schema", "file")).id } }) },
      after: { inputSchema: undefined },
      sends: () => ({}),
    },
    {
      field: "inputSchema.schemaRef.contentType",
      what: "added",
      before: { inputSchema: (use) => ({ schemaRef: { id: ref(use("Schema", "file")).id } }) },
      after: { "inputSchema.schemaRef.contentType": "application/vnd.adobe.xed+json;version=1" },
      sends: () => ({
        inputSchema: { schemaRef: { contentType: "application/vnd.adobe.xed+json;version=1" } },
      }),
    },
    {
      field: "mappings[].source",
      what: "another",
      after: { "mappings[0].source": "Number" },
      sends: () => ({ mappings: [{ source: "Number", destination: "_id" }, { source: "FirstName" }] }),
    },
    {
      field: "mappings[].destination",
      what: "another",
      after: { "mappings[1].destination": "person.name.lastName" },
      sends: () => ({ mappings: [{ destination: "_id" }, { destination: "person.name.lastName" }] }),
    },
    {
      field: "mappings[].destination",
      what: "a mapping added",
      after: { "mappings[2]": { source: "LastName", destination: "person.name.lastName" } },
      sends: () => ({ mappings: [{}, {}, { source: "LastName", destination: "person.name.lastName" }] }),
    },
    {
      field: "mappings[].destination",
      what: "a mapping removed",
      after: { "mappings[1]": undefined },
      sends: () => ({ mappings: [{ source: "Id", destination: "_id" }] }),
    },
    {
      field: "mappings[].sourceType",
      what: "an expression",
      after: { "mappings[0].sourceType": "EXPRESSION", "mappings[0].source": "trim(Id)" },
      sends: () => ({
        mappings: [{ sourceType: "EXPRESSION", source: "trim(Id)" }, { sourceType: "ATTRIBUTE" }],
      }),
    },
    {
      field: "mappings[].sourceType",
      what: "a constant",
      after: { "mappings[0].sourceType": "STATIC", "mappings[0].source": "4711" },
      sends: () => ({ mappings: [{ sourceType: "STATIC", source: "4711" }, { sourceType: "ATTRIBUTE" }] }),
    },
    {
      field: "mappings[].name",
      what: "another",
      after: { "mappings[1].name": "Given name" },
      sends: () => ({ mappings: [{}, { name: "Given name" }] }),
    },
    {
      field: "mappings[].description",
      what: "added",
      before: { "mappings[1].description": undefined },
      after: { "mappings[1].description": "As in the passport" },
      sends: () => ({ mappings: [{}, { description: "As in the passport" }] }),
    },
    {
      field: "mappings[].description",
      what: "removed",
      after: { "mappings[1].description": undefined },
      sends: () => ({ mappings: [{}, { name: "First name" }] }),
    },
    {
      field: "allowNullValues",
      what: "another",
      after: { allowNullValues: false },
      sends: () => ({ allowNullValues: false }),
    },
    {
      field: "allowNullValues",
      what: "added",
      before: { allowNullValues: undefined },
      after: { allowNullValues: true },
      sends: () => ({ allowNullValues: true }),
    },
  ],
  replacements: [],
  outsideEdits: [
    {
      field: "name",
      edit: (stored) => (newest(stored).name = "Renamed on the screen"),
      sends: () => ({ name: marked("Customer columns") }),
    },
    {
      field: "mappings[0].source",
      edit: (stored) => (newest(stored).mappings[0].source = "Number"),
      sends: () => ({ mappings: [{ source: "Id" }, { source: "FirstName" }] }),
    },
    {
      field: "mappings[1].description",
      edit: (stored) => (newest(stored).mappings[1].description = "Described on the screen"),
      sends: () => ({ mappings: [{}, { description: "As the customer spells it" }] }),
    },
    {
      field: "mappings[2]",
      edit: (stored) => newest(stored).mappings.push(addedMapping),
      sends: () => ({ mappings: [{ destination: "_id" }, { destination: "person.name.firstName" }] }),
    },
    {
      field: "allowNullValues",
      edit: (stored) => (newest(stored).allowNullValues = false),
      sends: () => ({ allowNullValues: true }),
    },
  ],
  writeOnly: [],
  aliases: ["mappings[].sourceAttribute", "mappings[].destinationXdmPath", "xdmSchema", "xdmVersion"],
  afterDeletion: ["create MappingSet customers", "update Dataflow hourly"],
};

const addedMapping = {
  ...{ id: "0123456789abcdef0123456789abcdef", version: 0, createdDate: 1_700_000_000_000 },
  ...{ sourceType: "ATTRIBUTE", source: "LastName", destination: "person.name.lastName", identity: false },
};
