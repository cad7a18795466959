import { marked, type Kind, type Stored } from "../kind";

/** Custom fields are below the tenant id of the emulated organisation. */
export const ownFields = (fields: { readonly [name: string]: { readonly type: string } }) => ({
  _acme: { type: "object", properties: fields },
});

export const schemaClass: Kind = {
  type: "SchemaClass",
  collection: "classes",
  path: "/data/foundation/schemaregistry/tenant/classes",
  mark: "description",
  examples: {
    stores: () => ({
      title: "Stores",
      description: "Places where we sell",
      behavior: "record",
      properties: ownFields({ storeId: { type: "string" }, city: { type: "string" } }),
    }),
    file: () => ({
      title: "Columns of the customer file",
      behavior: "adhoc",
      properties: { Id: { type: "string" }, FirstName: { type: "string" } },
    }),
  },
  changes: [
    { field: "title", what: "another", after: { title: "Shops" }, sends: () => ({ title: "Shops" }) },
    {
      field: "description",
      what: "another",
      after: { description: "Shops and depots" },
      sends: () => ({ description: marked("Shops and depots") }),
    },
    {
      field: "description",
      what: "removed",
      after: { description: undefined },
      sends: () => ({ description: marked() }),
    },
    {
      field: "description",
      what: "added",
      before: { description: undefined },
      after: { description: "Shops and depots" },
      sends: () => ({ description: marked("Shops and depots") }),
    },
    {
      field: "properties.*",
      what: "a field added",
      after: { "properties._acme.properties.size": { type: "integer" } },
      sends: () => ({
        allOf: [{}, { properties: { _acme: { properties: { storeId: {}, size: { type: "integer" } } } } }],
      }),
    },
    {
      field: "properties.*",
      what: "a field removed",
      after: { "properties._acme.properties.city": undefined },
      sends: () => ({
        allOf: [{}, { properties: { _acme: { properties: { storeId: { type: "string" } } } } }],
      }),
    },
    {
      field: "properties.*",
      what: "a field's title",
      after: { "properties._acme.properties.city.title": "City" },
      sends: () => ({
        allOf: [{}, { properties: { _acme: { properties: { city: { type: "string", title: "City" } } } } }],
      }),
    },
  ],
  replacements: [
    {
      field: "behavior",
      what: "under the same title",
      after: { behavior: "time-series" },
      refused: /behavior cannot change in place.*choose a new title/,
    },
    {
      field: "behavior",
      what: "under a new title",
      after: { behavior: "time-series", title: "Visits" },
    },
  ],
  outsideEdits: [
    {
      field: "title",
      edit: (stored: Stored) => (stored.title = "Renamed on the screen"),
      sends: () => ({ title: "Stores" }),
    },
    {
      field: "description",
      edit: (stored: Stored) => (stored.description = "Described on the screen"),
      sends: () => ({ description: marked("Places where we sell") }),
    },
    {
      field: "properties._acme.properties.city.type",
      edit: (stored: Stored) => (stored.allOf[1].properties._acme.properties.city.type = "integer"),
      sends: () => ({ allOf: [{}, { properties: { _acme: { properties: { city: { type: "string" } } } } }] }),
    },
  ],
  writeOnly: [],
  aliases: [],
  afterDeletion: ["create SchemaClass stores"],
};
