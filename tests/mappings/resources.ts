import type { Shape } from "../../provider/xdm";

export const mixin = (name: string) => `https://ns.adobe.com/xdm/${name}`;

export const crmColumns = ["Id", "FirstName", "LastName", "Email", "Phone", "Birth_Date", "Points", "Street"];
export const eventColumns = ["event_id", "ts", "sku", "qty", "price", "url", "ecid", "city"];
export const spacedSource = ["First Name", "e-mail", "order.no", "Total", "City", "Country"];
export const spacedColumns = ["${First Name}", "${e-mail}", "${order\\.no}", "Total", "City", "Country"];

export const nested: Shape = {
  type: "object",
  properties: {
    customer: {
      type: "object",
      properties: {
        id: { type: "string" },
        name: { type: "string" },
        city: { type: "string" },
        age: { type: "integer" },
        since: { type: "string", format: "date" },
      },
    },
    note: { type: "string" },
  },
};
export const nestedColumns = [
  "customer.id",
  "customer.name",
  "customer.city",
  "customer.age",
  "customer.since",
  "note",
];

export const loyalty = {
  properties: {
    _acme: {
      type: "object",
      properties: {
        loyalty: {
          type: "object",
          required: ["id"],
          properties: {
            id: { type: "string" },
            points: { type: "integer" },
            tier: { type: "string", enum: ["bronze", "silver", "gold"] },
            since: { type: "string", format: "date" },
          },
        },
        labels: { type: "array", items: { type: "string" } },
        visits: {
          type: "array",
          items: { type: "object", properties: { shop: { type: "string" }, spent: { type: "number" } } },
        },
      },
    },
  },
};

export const campaign = {
  type: "object",
  title: "Campaign answers",
  properties: {
    _id: { type: "string" },
    timestamp: { type: "string", format: "date-time" },
    _acme: {
      type: "object",
      required: ["campaign"],
      properties: {
        campaign: { type: "string" },
        channel: { type: "string", enum: ["mail", "web", "shop"] },
        opened: { type: "boolean" },
        scores: { type: "object", "meta:xdmType": "map", additionalProperties: { type: "number" } },
        responses: {
          type: "array",
          items: {
            type: "object",
            properties: { question: { type: "string" }, response: { type: "string" } },
          },
        },
      },
    },
  },
  required: ["_id", "timestamp"],
};

export const campaignClass = {
  allOf: [{ $ref: mixin("data/time-series") }, { $ref: "#/definitions/fields" }],
  definitions: {
    fields: { properties: { _acme: campaign.properties._acme }, required: campaign.required },
  },
};

export const vehicle = {
  allOf: [{ $ref: mixin("data/record") }, { $ref: "#/definitions/fields" }],
  definitions: {
    fields: {
      type: "object",
      properties: {
        _acme: {
          type: "object",
          properties: {
            vin: { type: "string" },
            doors: { type: "integer" },
            electric: { type: "boolean" },
            built: { type: "string", format: "date" },
            owner: { $ref: mixin("context/person-name") },
            extras: { type: "array", items: { type: "string" } },
          },
          required: ["vin"],
        },
      },
    },
  },
};
