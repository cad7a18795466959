import type { Choice } from "./service";

export const gatewaySwitches = {
  missingSandboxHeader: {
    default: "refuse" as "refuse" | "prod",
    reason: "The error catalogue has 2105-400; destination tutorials say that the prod sandbox is used.",
  },
  apiKeyMatchesToken: {
    default: true,
    reason:
      "A token belongs to one credential; whether the gateway compares its client id with x-api-key is not said.",
  },
  tokenSeconds: { default: 86_399, reason: "Adobe's sample; tests shorten it to see tokens expire." },
  requestsPerSecond: {
    default: 0,
    reason: "Adobe publishes no limit for these APIs; 0 means none. Other APIs of the gateway answer 429.",
  },
  retryAfter: {
    default: "seconds" as "seconds" | "date" | "absent",
    reason: "The User Management API sends Retry-After in seconds; HTTP also allows a date or nothing.",
  },
  retryAfterSeconds: { default: 1, reason: "No figure is published." },
} satisfies Record<string, Choice>;
