import type { Choice } from "../service";

/** Choices of the emulated Data Prep where Adobe's documents are silent or disagree. */
export const dataPrepSwitches = {
  mappingSetFirstVersion: {
    default: 0 as 0 | 1,
    reason: "The OpenAPI file's sample of a new set has version 0, the older tutorials' sample has 1.",
  },
  mappingSetVersionByDefault: {
    default: "latest" as "latest" | "0",
    reason:
      "The OpenAPI file gives the query parameter version the default 0: the version 0, or no version at all.",
  },
  mappingSetCreateReply: {
    default: "short" as "short" | "whole",
    reason: "Newer text answers POST with id, version and dates, the older tutorials with the whole set.",
  },
  mappingSetDeletion: {
    default: 204 as 204 | 404 | 405,
    reason: "No document has DELETE of a mapping set; Adobe's Python library calls it.",
  },
  mappingSetListStart: {
    default: "optional" as "optional" | "mandatory",
    reason: "The OpenAPI file makes start mandatory; Adobe's Python library leaves it out.",
  },
  mappingDestinations: {
    default: "checked" as "checked" | "free",
    reason:
      "A destination that the schema does not have cannot be ingested; whether POST refuses it is not written.",
  },
} satisfies Record<string, Choice>;
