import { marked, type Kind, type Stored } from "../kind";
import { ownFields } from "./schemaClass";

const profile = "https://ns.adobe.com/xdm/context/profile";
const event = "https://ns.adobe.com/xdm/context/experienceevent";

const definitionOf = (fields: object) => ({
  definitions: { customFields: { properties: { _acme: { properties: fields } } } },
});

export const fieldGroup: Kind = {
  type: "FieldGroup",
  collection: "fieldgroups",
  path: "/data/foundation/schemaregistry/tenant/fieldgroups",
  mark: "description",
  examples: {
    loyalty: () => ({
      title: "Loyalty membership",
      description: "Number and tier of a member",
      intendedToExtend: [profile],
      properties: ownFields({ memberId: { type: "string" }, tier: { type: "string" } }),
    }),
  },
  changes: [
    {
      field: "title",
      what: "another",
      after: { title: "Membership" },
      sends: () => ({ title: "Membership" }),
    },
    {
      field: "description",
      what: "another",
      after: { description: "Of a member" },
      sends: () => ({ description: marked("Of a member") }),
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
      after: { description: "Of a member" },
      sends: () => ({ description: marked("Of a member") }),
    },
    {
      field: "intendedToExtend[]",
      what: "one added",
      after: { "intendedToExtend[1]": event },
      sends: () => ({ "meta:intendedToExtend": [profile, event] }),
    },
    {
      field: "intendedToExtend[]",
      what: "one removed",
      before: { intendedToExtend: [profile, event] },
      after: { intendedToExtend: [profile] },
      sends: () => ({ "meta:intendedToExtend": [profile] }),
    },
    {
      field: "properties.*",
      what: "a field added",
      after: { "properties._acme.properties.points": { type: "integer" } },
      sends: () => definitionOf({ memberId: { type: "string" }, points: { type: "integer" } }),
    },
    {
      field: "properties.*",
      what: "a field removed",
      after: { "properties._acme.properties.tier": undefined },
      sends: () => definitionOf({ memberId: { type: "string" } }),
    },
    {
      field: "properties.*",
      what: "a field's title",
      after: { "properties._acme.properties.tier.title": "Tier" },
      sends: () => definitionOf({ tier: { type: "string", title: "Tier" } }),
    },
  ],
  replacements: [],
  outsideEdits: [
    {
      field: "title",
      edit: (stored: Stored) => (stored.title = "Renamed on the screen"),
      sends: () => ({ title: "Loyalty membership" }),
    },
    {
      field: "description",
      edit: (stored: Stored) => (stored.description = "Described on the screen"),
      sends: () => ({ description: marked("Number and tier of a member") }),
    },
    {
      field: "intendedToExtend[1]",
      edit: (stored: Stored) => stored["meta:intendedToExtend"].push(event),
      sends: () => ({ "meta:intendedToExtend": [profile] }),
    },
    {
      field: "properties._acme.properties.tier.type",
      edit: (stored: Stored) =>
        (stored.definitions.customFields.properties._acme.properties.tier.type = "integer"),
      sends: () => definitionOf({ tier: { type: "string" } }),
    },
  ],
  writeOnly: [],
  aliases: [],
  afterDeletion: ["create FieldGroup loyalty", "update Schema customers"],
};
