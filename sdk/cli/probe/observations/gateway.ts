import type { HttpResponse } from "../../../../provider/api/response";
import { get } from "../../../../provider/values/propertyPath";
import { isSuccess, NotObserved, outcome } from "../notObserved";
import { byAcceptance, type Observation, seen } from "../observation";
import type { Scene } from "../scene";

/** A request that changes nothing. */
const listOfConnections = "/flowservice/connections?limit=1";

/** Adobe's gateway and IMS. */
export const gatewayObservations: Observation[] = [
  {
    switch: "tokenSeconds",
    behaviour: "Lifetime of an access token, in seconds",
    documented: "86399 in the sample",
    meaning: "The provider renews a token after 80 % of its lifetime.",
    observe: ({ workshop }) => {
      const value = get(workshop.client.traffic.token?.body, ["expires_in"]);
      if (typeof value === "number") return Promise.resolve(seen(value));
      throw new NotObserved("the config has an access token, so that the probe requested none");
    },
  },
  {
    switch: "missingSandboxHeader",
    behaviour: "A request without x-sandbox-name",
    documented: "error 2105-400, or the sandbox prod is used",
    meaning: "None: the provider sends the header with each request.",
    observe: async ({ workshop }) => {
      const response = await workshop.get(listOfConnections, { headers: { "x-sandbox-name": undefined } });
      return byAcceptance(response, "prod", "refuse");
    },
  },
  {
    switch: "apiKeyMatchesToken",
    behaviour: "An x-api-key that is not the client id of the token is refused",
    documented: "not described",
    meaning: "With `aep:accessToken`, `aep:apiKey` must be the client id that the token belongs to.",
    observe: async ({ workshop }) => {
      const response = await workshop.get(listOfConnections, {
        headers: { "x-api-key": "pulumi-aep-probe" },
      });
      if (isSuccess(response)) return seen(false, `accepted (${outcome(response)})`);
      if ([400, 401, 403].includes(response.status)) return seen(true, `refused (${outcome(response)})`);
      throw new NotObserved(outcome(response));
    },
  },
  {
    question: "C26",
    behaviour: "A request without Authorization",
    documented: "403010 of the gateway, or 2000-401",
    meaning: "None: the provider sends a token with each request.",
    observe: async ({ workshop }) => {
      const response = await workshop.get(listOfConnections, { headers: { authorization: undefined } });
      return { text: outcome(response) };
    },
  },
  {
    switch: "unknownPath",
    behaviour: "A path that no service has",
    documented: "an HTML page has been seen; other errors of the gateway are JSON",
    meaning: "None: the provider takes neither as a deleted object.",
    observe: async ({ workshop }) => {
      const response = await workshop.get("/pulumi-aep-probe");
      if (response.status !== 404) throw new NotObserved(outcome(response));
      return seen(typeof response.body === "object" ? "json" : "html");
    },
  },
];

/** After all others: they may have met the rate limit. */
export const limitObservations: Observation[] = [
  {
    switch: "retryAfter",
    behaviour: "Retry-After of a response with 429",
    documented: "seconds in other APIs",
    meaning: "The provider understands each form, and pauses on its own without the header.",
    observe: (scene) => {
      const text = retryAfter(scene);
      const value = text === undefined ? "absent" : /^\d+$/.test(text) ? "seconds" : "date";
      return Promise.resolve(seen(value));
    },
  },
  {
    switch: "retryAfterSeconds",
    behaviour: "Seconds in Retry-After",
    documented: "not described",
    meaning: "The provider waits at least that long.",
    observe: (scene) => {
      const text = retryAfter(scene) ?? "";
      if (/^\d+$/.test(text)) return Promise.resolve(seen(Number(text)));
      throw new NotObserved("Retry-After has no number of seconds");
    },
  },
  {
    switch: "tooManyRequestsBody",
    behaviour: "The body of a response with 429",
    documented: "empty, or error_code 429050",
    meaning: "None: the provider reads the status.",
    observe: (scene) => Promise.resolve(seen(throttled(scene).body === undefined ? "empty" : "json")),
  },
];

function retryAfter(scene: Scene): string | undefined {
  return throttled(scene).headers["retry-after"];
}

function throttled({ workshop }: Scene): HttpResponse {
  const { throttled: response } = workshop.client.traffic;
  if (response !== undefined) return response;
  throw new NotObserved("the run did not meet the rate limit");
}
