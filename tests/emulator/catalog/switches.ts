import type { SwitchDefinition } from "../service";

/** Switches of the emulated Catalog, where Adobe's documents are silent or disagree. */
export const catalogSwitches = {
  catalogEtagHeader: {
    default: "E-Tag" as "E-Tag" | "ETag" | "absent",
    reason: "Prose spells the header E-Tag, HTTP spells it ETag, and the OpenAPI file declares none.",
  },
  catalogEtagValue: {
    default: "version" as "version" | "updated",
    reason:
      "Samples of If-Match hold the version. The OpenAPI file describes the parameter as the date of the update.",
  },
  catalogAddedTags: {
    default: true,
    older: false,
    reason:
      "AEP tags a new dataset with its table format and SQL table name. Samples of new datasets show no tags.",
  },
  catalogForm: {
    default: "2025" as "2025" | "2024" | "2021",
    older: "2021",
    reason:
      "fileDescription and state are empty after a creation (2025), have one key and ACTIVE (2024), or three and DRAFT (2021).",
  },
  catalogSystemSeconds: {
    default: 0,
    reason:
      "After a creation AEP adds tags and raises the version. No document says when. 0: only if a test does it (finishDataset).",
  },
  catalogEnabledAt: {
    default: "always" as "always" | "once" | "never",
    older: "never",
    reason:
      "AEP appends enabledAt to the Profile tag. Unknown is whether it appends it again (always) to a tag that a caller replaces.",
  },
  catalogContentTypeMinor: {
    default: false,
    reason:
      "A response may show schemaRef.contentType with the schema's latest minor version instead of the one sent.",
  },
  catalogEmptyFields: {
    default: false,
    reason:
      "Some samples show empty objects and texts for fields that were not sent, others omit such fields.",
  },
  catalogMergeDepth: {
    default: "shallow" as "shallow" | "deep",
    reason: "Working tools report that PATCH with a partial object replaces all tags. No document says so.",
  },
  catalogSchemaChange: {
    default: "refused" as "refused" | "accepted",
    reason:
      "No document shows a dataset whose schema changes. Existing data would not conform to the new schema.",
  },
  catalogAdobeTags: {
    default: "refused" as "refused" | "accepted",
    reason:
      "Tools set adobe/siphon/table/format, which is always accepted. Other tags that begin with adobe are reserved for Adobe.",
  },
  catalogDeleteMissing: {
    default: "empty" as "empty" | "404",
    reason: "The guide shows 200 with an empty array if nothing matches. A 404 would be usual.",
  },
} satisfies Record<string, SwitchDefinition>;
