import type { SwitchDefinition } from "../service";

/** Switches of the emulated Flow Service, where Adobe's documents are silent or disagree. */
export const flowServiceSwitches = {
  asyncPolls: {
    default: 0,
    reason:
      "The number of GETs that still show the transitional state after a write. In samples it lasts up to 90 s.",
  },
  secretMask: {
    default: "stars" as "stars" | "fixed" | "partial" | "empty" | "absent" | "plain",
    reason: "GET shows 'a partial view of the credentials'. Adobe does not publish the form of the mask.",
  },
  flowErrorShape: {
    default: "real" as "real" | "code" | "bare",
    older: "code",
    reason:
      "Two published bodies have a type with a FLOW- code and a report. Older samples show errorMessage and errorDetails alone (bare).",
  },
  notFoundCode: {
    default: "1439-404" as "1439-404" | "1101-404" | "1439-400",
    older: "1101-404",
    reason:
      "A published body has FLOW-1439-404. The error catalogue has the other two for an id that does not exist.",
  },
  hiddenFlowsInLists: {
    default: "omitted" as "omitted" | "listed",
    reason: "A flow with a label that the role lacks is not found by GET. No document shows the list.",
  },
  streamingFlowSpecs: {
    default: "current" as "current" | "separate",
    older: "separate",
    reason:
      "The streaming tutorial lists the HTTP API in both flow specs. Older documents show one spec for each source.",
  },
  missingData: {
    default: "accept" as "accept" | "refuse",
    older: "refuse",
    reason:
      "The Snowflake streaming tutorial sends source and target connections without data. Other documents make it mandatory.",
  },
  runCreateReply: {
    default: "bare" as "bare" | "envelope",
    older: "envelope",
    reason: "POST of a run returns id and etag in the OpenAPI file, and a list of one item in the guide.",
  },
  pastStartTime: {
    default: "refuse" as "refuse" | "accept",
    reason: "1360-400 forbids a start time in the past, but all samples use one.",
  },
  copyAppendMode: {
    default: "refuse" as "refuse" | "accept",
    reason: "1368-400 forbids a mode. The older tutorial sends Copy with mode append.",
  },
  usedConnections: {
    default: "refuse" as "refuse" | "accept",
    reason:
      "1447-400 suggests that a source or target connection of an active flow cannot be deleted. No guide mentions it.",
  },
  missingSpecVersion: {
    default: "refuse" as "refuse" | "newest",
    reason: "The guides of destinations show 422. Another document says that the newest version is used.",
  },
  unknownAuthParams: {
    default: "accept" as "accept" | "refuse",
    reason: "The auth specs do not say additionalProperties: false.",
  },
  pairPatchReply: {
    default: "envelope" as "envelope" | "etag",
    reason:
      "PATCH of source and target connections returns a list in the OpenAPI file, and id and etag in the guides.",
  },
  deleteStatus: {
    default: 204 as 204 | 202,
    reason: "204 in the OpenAPI file of sources, 202 in that of destinations.",
  },
  initializingWithoutEtag: {
    default: true,
    reason: "In the Salesforce sample an initializing connection has neither version nor etag.",
  },
  failedState: {
    default: "disabled",
    reason:
      "The state of an object whose operation failed. Of the documented states only disabled is suitable.",
  },
  repeatedAction: {
    default: "accept" as "accept" | "refuse",
    reason: "Enabling an enabled flow: 1422-400 may apply to transitional states only.",
  },
  defaultPageSize: {
    default: 20,
    reason: "Adobe publishes no default of limit. Adobe's Python library uses 20.",
  },
  limitTooHigh: {
    default: "refuse" as "refuse" | "cap",
    reason:
      "The OpenAPI file of destinations allows a limit of up to 100, and of up to 1000 in a search. No document shows the error.",
  },
  scheduleForm: {
    default: "strings" as "asSent" | "strings" | "flipped",
    reason:
      "Samples of GET show strings; the OpenAPI file mixes types. Flipped: strings for numbers and numbers for strings.",
  },
  mappingVersionForm: {
    default: "asSent" as "asSent" | "strings" | "flipped",
    reason: 'Samples of GET show 0 in one document and "0" in another.',
  },
  nullsForAbsent: {
    default: false,
    reason: "Samples of GET fill absent fields with null or empty values, not always the same fields.",
  },
  addedAuthParams: {
    default: false,
    reason: "Some connectors add keys to auth.params (authorizedDate, orgId).",
  },
} satisfies Record<string, SwitchDefinition>;
