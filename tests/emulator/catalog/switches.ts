import type { Choice } from "../service";

/** Choices of the emulated Catalog where Adobe's documents are silent or disagree. */
export const catalogSwitches = {
  catalogEtagHeader: {
    default: "E-Tag" as "E-Tag" | "ETag" | "absent",
    reason: "Prose spells the header E-Tag, HTTP spells it ETag, and the OpenAPI file declares none.",
  },
  catalogEtagValue: {
    default: "version" as "version" | "updated",
    reason:
      "Samples of If-Match hold the version; the parameter's text in the OpenAPI file speaks of the updated date.",
  },
  catalogAddedTags: {
    default: true,
    reason:
      "AEP tags every dataset with its SQL table name (adobe/pqs/table); samples of new datasets show no tags.",
  },
  catalogContentTypeMinor: {
    default: false,
    reason:
      "schemaRef.contentType may come back with the schema's latest minor version instead of the one sent.",
  },
  catalogEmptyFields: {
    default: false,
    reason: "Some samples show empty objects and texts where nothing was sent, others leave such fields out.",
  },
  catalogMergeDepth: {
    default: "shallow" as "shallow" | "deep",
    reason: "Nothing says whether PATCH with a partial object merges tags or replaces them as a whole.",
  },
  catalogSchemaChange: {
    default: "refused" as "refused" | "accepted",
    reason: "No document shows a dataset whose schema changes; data that is already there would not fit.",
  },
  catalogAdobeTags: {
    default: "refused" as "refused" | "accepted",
    reason:
      "Tag names that begin with adobe are said to be Adobe's; what happens to a caller that sets one is not said.",
  },
  catalogDeleteMissing: {
    default: "empty" as "empty" | "404",
    reason: "The guide answers 200 with an empty array when nothing matched; a 404 would be usual.",
  },
} satisfies Record<string, Choice>;
