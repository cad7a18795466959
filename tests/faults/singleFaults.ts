import { clientSecret } from "../wire/fixtures/aep";
import type { Act, FaultRule } from "../emulator";

/** One way in which one request can fail. */
export interface SingleFault {
  readonly name: string;
  readonly rule: Pick<FaultRule, "when" | "act">;
  /** A GET is the same before and after the commit. */
  readonly writesOnly?: true;
  /** Only a timeout detects the fault: the run has a short request timeout. */
  readonly slow?: true;
}

/** An error that repeats the request. */
const body = {
  title: "Injected failure",
  detail: `Refused the credential ${clientSecret}`,
  message: "Injected failure",
};

function status(code: number, headers?: Record<string, string>, responseBody: unknown = body): Act {
  return { kind: "status", status: code, body: responseBody, ...(headers && { headers }) };
}

function before(name: string, act: Act, rest: Partial<SingleFault> = {}): SingleFault {
  return { name: `${name} before`, rule: { when: "before", act }, ...rest };
}

function after(name: string, act: Act, rest: Partial<SingleFault> = {}): SingleFault {
  return { name: `${name} after`, rule: { when: "after", act }, writesOnly: true, ...rest };
}

const gateway = { error_code: "404003", message: "No service is registered at this path" };

/** All single faults. `elsewhere` is the URL of a host that is not AEP; `now` is the clock of dates in headers. */
export function singleFaults(elsewhere: string, now: () => number): SingleFault[] {
  const redirect = (code: number) => status(code, { location: `${elsewhere}/taken` }, undefined);
  return [
    ...statusFaults(now),
    ...both("reset", { kind: "reset" }),
    ...both("no response", { kind: "hang" }, { slow: true }),
    { ...before("truncated", { kind: "truncate" }), name: "truncated" },
    { ...before("drip", { kind: "drip", bytesPerSecond: 1 }), name: "1 byte a second", slow: true },
    ...bodyFaults(),
    before("307 to another host", redirect(307)),
    before("302 to another host", redirect(302)),
    { ...before("twice", { kind: "duplicate" }, { writesOnly: true }), name: "sent twice" },
    after("without etag", { kind: "headers", remove: ["e-tag", "etag"] }, {}),
  ];
}

function both(name: string, act: Act, rest: Partial<SingleFault> = {}): SingleFault[] {
  return [before(name, act, rest), after(name, act, rest)];
}

function statusFaults(now: () => number): SingleFault[] {
  const retryAfterDate: Act = {
    kind: "status",
    status: 429,
    body,
    get headers() {
      return { "retry-after": new Date(now() + 3_000).toUTCString() };
    },
  };
  return [
    ...[400, 401, 403, 404, 405, 409, 415, 422, 501].map((code) => before(String(code), status(code))),
    before("404 of the gateway", status(404, {}, gateway)),
    before("404 without a body", { kind: "status", status: 404 }),
    ...[408, 412, 500, 502, 503, 504].flatMap((code) => both(String(code), status(code))),
    ...[404, 409].map((code) => after(String(code), status(code))),
    before("503 with Retry-After", status(503, { "retry-after": "2" })),
    before("429", status(429)),
    before("429 with Retry-After 2", status(429, { "retry-after": "2" })),
    before("429 with Retry-After as a date", retryAfterDate),
    before("429 with Retry-After 2000", status(429, { "retry-after": "2000" })),
  ];
}

const unexpectedJson = [
  ...["null", "[]", "42", '"text"'],
  ...['{"items":[]}', '{"items":"x"}', '{"items":[null]}', '{"results":7}'],
];

function bodyFaults(): SingleFault[] {
  const html: Act = { kind: "body", text: "<html><body>Welcome</body></html>", contentType: "text/html" };
  const json = (text: string): Act => ({ kind: "body", text, contentType: "application/json" });
  return [
    ...both("200 with HTML", html),
    ...both("200 without a body", json("")),
    ...both("200 without an id", json("{}")),
    // These also apply to a GET.
    ...unexpectedJson.map((text): SingleFault => {
      const { name, rule } = after(`200 with ${text}`, json(text));
      return { name, rule };
    }),
  ];
}
