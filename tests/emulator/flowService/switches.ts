import type { Choice } from "../service";

export const flowServiceSwitches = {
  asyncPolls: {
    default: 0,
    reason:
      "How many GETs an object stays transitional after a write; samples show anything from at once to 90 s.",
  },
  secretMask: {
    default: "stars" as "stars" | "fixed" | "partial" | "empty" | "absent" | "plain",
    reason: "GET shows 'a partial view of the credentials'; the form of the mask is not published.",
  },
  flowErrorShape: {
    default: "code" as "code" | "bare",
    reason:
      "The catalogue has codes, but the only public samples show errorMessage and errorDetails alone (bare).",
  },
  notFoundCode: {
    default: "1101-404" as "1101-404" | "1439-400",
    reason: "Both are in the catalogue for an id that does not exist.",
  },
  pastStartTime: {
    default: "refuse" as "refuse" | "accept",
    reason: "1360-400 forbids it, although all samples use past times.",
  },
  copyAppendMode: {
    default: "refuse" as "refuse" | "accept",
    reason: "1368-400 forbids a mode; the older tutorial sends Copy with mode append.",
  },
  usedConnections: {
    default: "refuse" as "refuse" | "accept",
    reason:
      "1447-400 hints at a check when a source or target connection of an active flow is deleted; prose is silent.",
  },
  missingSpecVersion: {
    default: "refuse" as "refuse" | "newest",
    reason: "Destinations say 422; another text says that the newest version is taken.",
  },
  unknownAuthParams: {
    default: "accept" as "accept" | "refuse",
    reason: "The auth specs do not say additionalProperties: false.",
  },
  pairPatchReply: {
    default: "envelope" as "envelope" | "etag",
    reason: "PATCH of source and target connections: list envelope in OpenAPI, id and etag in prose.",
  },
  deleteStatus: {
    default: 204 as 204 | 202,
    reason: "204 in the sources specification, 202 in that of destinations.",
  },
  initializingWithoutEtag: {
    default: true,
    reason: "The Salesforce sample of a connection that is initializing has neither version nor etag.",
  },
  failedState: {
    default: "disabled",
    reason: "State of an object whose operation failed: of the documented states only disabled fits.",
  },
  repeatedAction: {
    default: "accept" as "accept" | "refuse",
    reason: "Enabling an enabled flow: 1422-400 may be meant for transitional states only.",
  },
  defaultPageSize: {
    default: 20,
    reason: "No default of limit is published; Adobe's Python library uses 20.",
  },
  scheduleForm: {
    default: "strings" as "asSent" | "strings" | "flipped",
    reason:
      "Samples of GET show strings, the OpenAPI mixes types. Flipped: strings for numbers and numbers for strings.",
  },
  mappingVersionForm: {
    default: "asSent" as "asSent" | "strings" | "flipped",
    reason: 'GET samples show 0 in one text and "0" in another.',
  },
  nullsForAbsent: {
    default: false,
    reason: "Samples of GET fill absent parts with nulls and empties, not always the same ones.",
  },
  addedAuthParams: {
    default: false,
    reason: "Some connectors add keys to auth.params (authorizedDate, orgId).",
  },
} satisfies Record<string, Choice>;
