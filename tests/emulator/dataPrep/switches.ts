import type { SwitchDefinition } from "../service";

/** Switches of the emulated Data Prep, where Adobe's documents are silent or disagree. */
export const dataPrepSwitches = {
  mappingSetFirstVersion: {
    default: 0 as 0 | 1,
    reason:
      "A new set has version 0 in the sample of the OpenAPI file, and version 1 in the older tutorials.",
  },
  mappingSetVersionByDefault: {
    default: "latest" as "latest" | "0",
    reason:
      "In the OpenAPI file the query parameter version has the default 0: version 0, or no particular version.",
  },
  mappingSetCreateReply: {
    default: "short" as "short" | "whole",
    reason:
      "POST returns id, version and dates in newer documents, and the whole set in the older tutorials.",
  },
  mappingSetDeletion: {
    default: 204 as 204 | 404 | 405,
    reason: "No document describes DELETE of a mapping set. Adobe's Python library calls it.",
  },
  mappingSetListStart: {
    default: "optional" as "optional" | "mandatory",
    reason: "In the OpenAPI file start is mandatory. Adobe's Python library does not send it.",
  },
  mappingDestinations: {
    default: "checked" as "checked" | "free",
    reason:
      "Data cannot be ingested into a field that the schema does not have. No document says whether POST refuses it.",
  },
  mappingExpressions: {
    default: "checked" as "checked" | "free",
    reason:
      "Data Prep can validate expressions. No document says whether POST refuses a wrong one, such as one with an unknown function.",
  },
  repeatedDestinations: {
    default: "refuse" as "refuse" | "accept",
    reason: "Two mappings cannot both set one field. No document says whether POST refuses them.",
  },
  emptyMappingSet: {
    default: "refuse" as "refuse" | "accept",
    reason: "A set without mappings moves no data. No document says whether POST refuses it.",
  },
} satisfies Record<string, SwitchDefinition>;
