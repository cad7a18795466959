import { ref } from "../../wire/program";
import { marked, type Kind, type Stored, type Use } from "../kind";

const xdm = "https://ns.adobe.com/xdm/context/";
const profile = `${xdm}profile`;
const person = `${xdm}profile-person-details`;
const personal = `${xdm}profile-personal-details`;
const workDetails = `${xdm}profile-work-details`;
const identityMap = `${xdm}identitymap`;
const ours = (use: Use) => ref(use("FieldGroup", "loyalty")).id;

const refs = (...ids: string[]) => ids.map(($ref) => ({ $ref }));

/** The schema of the example in the form of the registry. */
const raw = {
  class: undefined,
  fieldGroups: undefined,
  allOf: (use: Use) => [...refs(profile, person, personal), { $ref: ours(use) }],
};

export const schema: Kind = {
  type: "Schema",
  collection: "schemas",
  path: "/data/foundation/schemaregistry/tenant/schemas",
  mark: "description",
  examples: {
    customers: (use) => ({
      title: "CRM customers",
      description: "Customers as the CRM knows them",
      class: profile,
      fieldGroups: [person, personal, ours(use)],
    }),
    second: () => ({ title: "Prospects", class: profile, fieldGroups: [person, personal] }),
    visitors: () => ({ title: "Visitors", class: profile, fieldGroups: [person, identityMap] }),
    file: (use) => ({ title: "Customer file", class: ref(use("SchemaClass", "file")).id }),
  },
  changes: [
    { field: "title", what: "another", after: { title: "Clients" }, sends: () => ({ title: "Clients" }) },
    {
      field: "description",
      what: "another",
      after: { description: "Clients" },
      sends: () => ({ description: marked("Clients") }),
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
      after: { description: "Clients" },
      sends: () => ({ description: marked("Clients") }),
    },
    {
      field: "fieldGroups[]",
      what: "one added",
      after: { "fieldGroups[3]": workDetails },
      sends: (id) => ({ allOf: refs(profile, person, personal, id("FieldGroup"), workDetails) }),
    },
    {
      field: "fieldGroups[]",
      what: "one removed",
      after: { "fieldGroups[1]": undefined },
      sends: (id) => ({ allOf: refs(profile, person, id("FieldGroup")) }),
    },
    {
      field: "fieldGroups[]",
      what: "removed",
      after: { fieldGroups: undefined },
      sends: () => ({ allOf: refs(profile) }),
    },
    {
      field: "fieldGroups[]",
      what: "added",
      before: { fieldGroups: undefined },
      after: { fieldGroups: [person] },
      sends: () => ({ allOf: refs(profile, person) }),
    },
    {
      field: "fieldGroups[]",
      what: "in another order",
      after: { fieldGroups: (use) => [ours(use), personal, person] },
      sends: undefined,
    },
    {
      field: "allOf[].$ref",
      what: "one added",
      before: raw,
      after: { "allOf[4]": { $ref: workDetails } },
      sends: (id) => ({ allOf: refs(profile, person, personal, id("FieldGroup"), workDetails) }),
    },
    {
      field: "allOf[].$ref",
      what: "one removed",
      before: raw,
      after: { "allOf[1]": undefined },
      sends: (id) => ({ allOf: refs(profile, personal, id("FieldGroup")) }),
    },
    {
      field: "immutableTags[]",
      what: "enabled for Profile",
      before: { fieldGroups: [person, identityMap] },
      after: { immutableTags: ["union"] },
      sends: () => ({ "meta:immutableTags": ["union"] }),
    },
  ],
  replacements: [
    {
      field: "class",
      what: "under the same title",
      after: { class: `${xdm}experienceevent` },
      refused: /class cannot change in place.*choose a new title/,
    },
    {
      field: "class",
      what: "under a new title",
      after: { class: `${xdm}experienceevent`, title: "CRM events" },
      alone: true,
    },
    {
      field: "class",
      what: "with a dataset of the schema",
      after: { class: `${xdm}experienceevent`, title: "CRM events" },
      refused: /schemaRef\.id cannot change in place.*forceDelete: true/,
      previewOnly: true,
    },
    {
      field: "immutableTags[]",
      what: "removed",
      before: { fieldGroups: [person, identityMap], immutableTags: ["union"] },
      after: { immutableTags: undefined },
      refused: /"union" cannot be removed.*Put it back/,
      alone: true,
    },
  ],
  outsideEdits: [
    {
      field: "title",
      edit: (stored: Stored) => (stored.title = "Renamed on the screen"),
      sends: () => ({ title: "CRM customers" }),
    },
    {
      field: "description",
      edit: (stored: Stored) => (stored.description = "Described on the screen"),
      sends: () => ({ description: marked("Customers as the CRM knows them") }),
    },
    {
      field: "fieldGroups[3]",
      edit: (stored: Stored) => stored.allOf.push({ $ref: workDetails }),
      sends: (id) => ({ allOf: refs(profile, person, personal, id("FieldGroup")) }),
    },
  ],
  writeOnly: [],
  aliases: [],
  afterDeletion: /schemaRef\.id cannot change in place/,
};
