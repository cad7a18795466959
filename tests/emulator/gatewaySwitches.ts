import type { SwitchDefinition } from "./service";

export const gatewaySwitches = {
  missingSandboxHeader: {
    default: "refuse" as "refuse" | "prod",
    reason: "The error catalogue has 2105-400. Destination tutorials say that the sandbox prod is used.",
  },
  apiKeyMatchesToken: {
    default: true,
    reason:
      "A token belongs to one credential. Adobe does not say whether the gateway compares its client id with x-api-key.",
  },
  tokenSeconds: { default: 86_399, reason: "Adobe's sample. Tests use less to let tokens expire." },
  requestsPerSecond: {
    default: 0,
    reason:
      "Adobe publishes no limit for these APIs. 0 means no limit. Other APIs of the gateway respond with 429.",
  },
  tooManyRequestsBody: {
    default: "empty" as "empty" | "json",
    older: "json",
    reason:
      "Callers of other Adobe APIs on the gateway have seen a 429 without a body, and one with error_code 429050 (json).",
  },
  unknownPath: {
    default: "html" as "html" | "json",
    older: "json",
    reason:
      "Callers have seen an HTML page for a path that no service has. Other errors of the gateway are JSON.",
  },
  retryAfter: {
    default: "seconds" as "seconds" | "date" | "absent",
    reason: "The User Management API sends Retry-After in seconds. HTTP also allows a date or no header.",
  },
  retryAfterSeconds: { default: 1, reason: "Adobe publishes no value." },
} satisfies Record<string, SwitchDefinition>;
