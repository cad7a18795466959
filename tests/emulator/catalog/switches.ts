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
    reason:
      "AEP tags every dataset with its SQL table name (adobe/pqs/table). Samples of new datasets show no tags.",
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
    reason: "No document says whether PATCH with a partial object merges tags or replaces all of them.",
  },
  catalogSchemaChange: {
    default: "refused" as "refused" | "accepted",
    reason:
      "No document shows a dataset whose schema changes. Existing data would not conform to the new schema.",
  },
  catalogAdobeTags: {
    default: "refused" as "refused" | "accepted",
    reason:
      "Tag names that begin with adobe are reserved for Adobe. No document describes the response to a caller that sets one.",
  },
  catalogDeleteMissing: {
    default: "empty" as "empty" | "404",
    reason: "The guide shows 200 with an empty array if nothing matches. A 404 would be usual.",
  },
} satisfies Record<string, SwitchDefinition>;
