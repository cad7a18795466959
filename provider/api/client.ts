import * as http from "node:http";
import * as https from "node:https";
import got, { RequestError } from "got";
import type { Clock } from "./clock";
import { type ApiError, Ambiguous, type InvalidInput, Rejected, Unavailable } from "./errors";
import { apiError } from "./failure";
import { createLimiter, type Limiter } from "./limiter";
import { attemptLimit, backoffMs, classify, mayRepeat, RetryBudget, retryAfterMs } from "./retry";
import type { Answered, FailureClass, Unanswered } from "./retry";

export interface HttpRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | undefined;
  /** May come twice although it is a POST. */
  harmless?: boolean;
  /** For error texts only. */
  sandbox: string;
  /** Epoch milliseconds after which nothing is sent any more. */
  deadline: number;
  /** Called right before each attempt; throws where nothing may be sent any more. */
  admitted?: () => void;
}

export interface HttpResponse {
  status: number;
  body: unknown;
  headers: Record<string, string | undefined>;
}

export interface HttpClient {
  /** Any 2xx answer, or an ApiError. */
  send(request: HttpRequest): Promise<HttpResponse>;
}

const connectTimeoutMs = 10_000;

/** Node 24 reads HTTPS_PROXY, HTTP_PROXY and NO_PROXY for an agent with `proxyEnv`; older versions ignore it. */
function agents(maxSockets: number) {
  const options = { keepAlive: true, maxSockets, proxyEnv: process.env };
  return { http: new http.Agent(options), https: new https.Agent(options) };
}

/** A schema with thousands of fields has some megabytes. */
const largestBodyBytes = 64 * 1024 * 1024;

export function createClient(options: {
  requestTimeoutMs: number;
  maxConnections: number;
  clock: Clock;
  /** Waits, but not longer than the run lasts. */
  pause: (ms: number) => Promise<void>;
}): HttpClient {
  const { clock, pause } = options;
  // IMS has a rate of its own.
  const limiters = new Map<string, Limiter>();
  const limiterOf = (url: string) => {
    const { host } = new URL(url);
    const limiter = limiters.get(host) ?? createLimiter(clock, pause);
    limiters.set(host, limiter);
    return limiter;
  };
  const budget = new RetryBudget();
  const request = got.extend({
    agent: agents(options.maxConnections),
    retry: { limit: 0 },
    throwHttpErrors: false,
    // A redirect could carry the token to another host; no service of AEP redirects.
    followRedirect: false,
    responseType: "text",
  });

  const attempt = async (call: HttpRequest): Promise<HttpResponse | Unanswered> => {
    const abort = new AbortController();
    let connected = false;
    let tooLarge = false;
    const left = Math.max(1, call.deadline - clock.now());
    try {
      const promise = request(call.url, {
        method: call.method as "GET",
        headers: call.headers,
        ...(call.body === undefined ? {} : { body: call.body }),
        signal: abort.signal,
        timeout: {
          lookup: connectTimeoutMs,
          connect: connectTimeoutMs,
          secureConnect: connectTimeoutMs,
          request: Math.min(left, options.requestTimeoutMs),
        },
      });
      promise.on("uploadProgress", () => {
        connected = true;
      });
      promise.on("downloadProgress", ({ transferred }) => {
        if (transferred <= largestBodyBytes) return;
        tooLarge = true;
        abort.abort();
      });
      const reply = await promise;
      const headers = oneEach(reply.headers as Record<string, string | string[] | undefined>);
      return { status: reply.statusCode, body: parse(reply.body), headers };
    } catch (error) {
      if (tooLarge) throw tooLargeAnswer;
      if (!(error instanceof RequestError)) throw error;
      const phases = error.request?.timings?.phases;
      return {
        code: error.code,
        connected: connected || phases?.request !== undefined || phases?.tcp !== undefined,
      };
    }
  };

  return {
    async send(call) {
      for (let count = 0; ; count++) {
        const limiter = limiterOf(call.url);
        const tooLate = await limiter.admit(call.deadline);
        if (tooLate > 0) throw asksToWait(tooLate, 429);
        call.admitted?.();
        const result = await attempt(call);
        const answered = answerOf(call, result);
        if (succeeded(answered)) {
          limiter.succeeded();
          budget.refund();
          return result as HttpResponse;
        }
        const failure = classify(answered);
        const wait = waitBefore(count, answered, clock);
        const throttled = "status" in answered && answered.status === 429;
        if (throttled) limiter.throttled(retryAfterMs(answered.retryAfter, clock.now()));
        const late = clock.now() + wait >= call.deadline;
        // 401 has its own cure, a new token, which is not this file's business.
        const unauthorized = "status" in result && result.status === 401;
        const repeat = mayRepeat(call.harmless ? "GET" : call.method, failure) && !unauthorized;
        const often = count + 1 >= attemptLimit && !throttled;
        if (!repeat || late || often || !budget.pay(answered)) {
          const asked = repeat && late && "status" in answered && answered.retryAfter !== undefined;
          throw failed(call, result, failure, asked ? wait : 0);
        }
        await pause(wait);
      }
    },
  };
}

function answerOf(call: HttpRequest, result: HttpResponse | Unanswered): Answered | Unanswered {
  if (!("status" in result)) return result;
  const { status, headers } = result;
  // Nothing is read from the answer to a DELETE.
  const malformed = isSuccess(status) && call.method !== "DELETE" && typeof result.body !== "object";
  return { status, retryAfter: headers["retry-after"], malformed };
}

function succeeded(answered: Answered | Unanswered): boolean {
  return "status" in answered && isSuccess(answered.status) && answered.malformed !== true;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function oneEach(headers: Record<string, string | string[] | undefined>): Record<string, string | undefined> {
  const entries = Object.entries(headers);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]),
  );
}

const tooLargeAnswer = new Rejected(
  `the answer is larger than ${largestBodyBytes / 1024 / 1024} MB`,
  "",
  "That is not an answer of AEP: check aep:endpoint and the proxy.",
);

function asksToWait(waitMs: number, status: number): Unavailable {
  const seconds = Math.ceil(waitMs / 1000);
  return new Unavailable(
    `AEP asks to wait ${seconds} s before the next call, which is longer than this operation may take`,
    `HTTP ${status}`,
    "Run the command again after that time, or raise aep:operationTimeoutSeconds.",
  );
}

function waitBefore(count: number, attempt: Answered | Unanswered, clock: Clock): number {
  const asked = "status" in attempt ? retryAfterMs(attempt.retryAfter, clock.now()) : undefined;
  return Math.max(asked ?? 0, backoffMs(count, clock.random()));
}

function parse(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function failed(
  call: HttpRequest,
  result: HttpResponse | Unanswered,
  failure: FailureClass,
  waitMs: number,
): ApiError | InvalidInput {
  if ("status" in result) {
    if (result.status === 401) return new Unauthorized(result);
    if (waitMs > 0) return asksToWait(waitMs, result.status);
    const body = isSuccess(result.status)
      ? { message: "the answer is not the JSON that was due" }
      : result.body;
    return apiError({ ...result, body, method: call.method, sandbox: call.sandbox, class: failure });
  }
  const host = new URL(call.url).host;
  const reason = `${host} did not answer (${result.code})`;
  if (failure === "rejected") {
    return new Rejected(
      reason,
      "",
      "The certificate is not trusted: check the proxy, or name your CA in NODE_EXTRA_CA_CERTS.",
    );
  }
  if (failure === "ambiguous" && call.method !== "GET") {
    return new Ambiguous(
      reason,
      "",
      "AEP may have applied the change all the same; run the command again to find out.",
    );
  }
  return new Unavailable(
    reason,
    "",
    "Check the network, the proxy and aep:endpoint, and run the command again.",
  );
}

/** The token was not accepted. */
export class Unauthorized extends Rejected {
  constructor(reply: HttpResponse) {
    const { message } = apiError({ ...reply, method: "GET", sandbox: "", class: "rejected" });
    const reference = /\(HTTP [^)]*\)/.exec(message)?.[0].slice(1, -1) ?? "";
    super(
      message.split(" (HTTP")[0] ?? message,
      reference,
      "Check aep:clientId, aep:clientSecret, aep:scopes and aep:orgId; an aep:accessToken may have expired.",
    );
  }
}
