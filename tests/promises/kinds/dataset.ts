import { ref } from "../../wire/program";
import {
  added,
  changed,
  marked,
  removed,
  type Kind,
  type Places,
  type Replacement,
  type Stored,
} from "../kind";

const fullContent = "application/vnd.adobe.xed-full+json;version=1";
const usualContent = "application/vnd.adobe.xed+json;version=1";

/** Refused, unless `forceDelete` is in state; then it replaces the dataset. */
function guarded(field: string, after: Places, along: Replacement["dependentEdits"] = {}): Replacement[] {
  return [
    { field, what: "of a dataset that may hold data", after, refused: /forceDelete: true/ },
    { field, what: "with forceDelete in state", before: { forceDelete: true }, after, dependentEdits: along },
  ];
}

export const dataset: Kind = {
  type: "Dataset",
  collection: "dataSets",
  path: "/data/foundation/catalog/dataSets",
  mark: "description",
  examples: {
    customers: (use) => ({
      name: "Customers",
      description: "Customers of the CRM",
      schemaRef: { id: ref(use("Schema", "customers")).id },
      fileDescription: { persisted: true, containerFormat: "parquet", format: "parquet" },
      enableErrorDiagnostics: true,
      tags: { team: ["crm"] },
    }),
    second: (use) => ({ name: "Prospects", schemaRef: { id: ref(use("Schema", "second")).id } }),
    copy: (use) => ({ name: "Copy of customers", schemaRef: { id: ref(use("Schema", "customers")).id } }),
  },
  changes: [
    { field: "name", what: "another", after: { name: "Clients" }, sends: changed("/name", "Clients") },
    {
      field: "description",
      what: "another",
      after: { description: "Clients of the CRM" },
      sends: changed("/description", marked("Clients of the CRM")),
    },
    {
      field: "description",
      what: "removed",
      after: { description: undefined },
      sends: changed("/description", marked()),
    },
    {
      field: "description",
      what: "added if AEP shows empty fields",
      before: { description: undefined },
      after: { description: "Clients of the CRM" },
      sends: changed("/description", marked("Clients of the CRM")),
    },
    {
      field: "description",
      what: "added if AEP shows no empty fields",
      before: { description: undefined },
      after: { description: "Clients of the CRM" },
      switches: { catalogEmptyFields: false },
      sends: changed("/description", marked("Clients of the CRM")),
    },
    {
      field: "schemaRef.contentType",
      what: "another",
      after: { "schemaRef.contentType": fullContent },
      sends: changed("/schemaRef/contentType", fullContent),
    },
    {
      field: "enableErrorDiagnostics",
      what: "another",
      after: { enableErrorDiagnostics: false },
      sends: changed("/enableErrorDiagnostics", false),
    },
    {
      field: "enableErrorDiagnostics",
      what: "removed",
      after: { enableErrorDiagnostics: undefined },
      sends: removed("/enableErrorDiagnostics"),
    },
    {
      field: "enableErrorDiagnostics",
      what: "added",
      before: { enableErrorDiagnostics: undefined },
      after: { enableErrorDiagnostics: true },
      sends: added("/enableErrorDiagnostics", true),
    },
    {
      field: "tags.*[]",
      what: "another value",
      after: { "tags.team": ["crm", "web"] },
      sends: changed("/tags/team", ["crm", "web"]),
    },
    {
      field: "tags.*[]",
      what: "a second tag, with a slash in its name",
      after: { "tags.acme/owner": ["ada"] },
      sends: added("/tags/acme~1owner", ["ada"]),
    },
    { field: "tags.*[]", what: "removed", after: { tags: undefined }, sends: removed("/tags/team") },
    {
      field: "tags.*[]",
      what: "added to AEP's own",
      before: { tags: undefined },
      after: { tags: { team: ["crm"] } },
      sends: added("/tags/team", ["crm"]),
    },
    {
      field: "tags.*[]",
      what: "added if AEP shows none",
      before: { tags: undefined },
      after: { tags: { team: ["crm"] } },
      switches: { catalogAddedTags: false, catalogEmptyFields: false },
      sends: added("/tags", { team: ["crm"] }),
    },
    {
      field: "forceDelete",
      what: "which only the provider uses",
      after: { forceDelete: true },
      sends: undefined,
    },
  ],
  replacements: [
    ...guarded(
      "schemaRef.id",
      { "schemaRef.id": (use) => ref(use("Schema", "second")).id },
      {
        "TargetConnection customers": { "data.schema.id": (use) => ref(use("Schema", "second")).id },
        "MappingSet customers": { "outputSchema.schemaRef.id": (use) => ref(use("Schema", "second")).id },
      },
    ),
    ...guarded("fileDescription.persisted", { "fileDescription.persisted": false }),
    ...guarded("fileDescription.containerFormat", { "fileDescription.containerFormat": "json" }),
    ...guarded("fileDescription.format", { "fileDescription.format": "json" }),
  ],
  outsideEdits: [
    {
      field: "description",
      what: "removed with the mark",
      edit: (stored: Stored) => delete stored.description,
      sends: changed("/description", marked("Customers of the CRM")),
    },
    {
      field: "name",
      edit: (stored: Stored) => (stored.name = "Renamed on the screen"),
      sends: changed("/name", "Customers"),
    },
    {
      field: "description",
      edit: (stored: Stored) => (stored.description = "Described on the screen"),
      sends: changed("/description", marked("Customers of the CRM")),
    },
    {
      field: "enableErrorDiagnostics",
      edit: (stored: Stored) => (stored.enableErrorDiagnostics = false),
      sends: changed("/enableErrorDiagnostics", true),
    },
    {
      field: "tags.team[0]",
      edit: (stored: Stored) => (stored.tags.team = ["web"]),
      sends: changed("/tags/team", ["crm"]),
    },
    {
      field: "schemaRef.contentType",
      edit: (stored: Stored) => (stored.schemaRef.contentType = fullContent),
      sends: changed("/schemaRef/contentType", usualContent),
    },
  ],
  writeOnly: ["forceDelete"],
  aliases: [],
  afterDeletion: [
    "create Dataset customers",
    "replace TargetConnection customers",
    "replace Dataflow hourly",
  ],
};
