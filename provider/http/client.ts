import * as http from "node:http";
import * as https from "node:https";
import got, { RequestError } from "got";
import type { Clock } from "../clock";
import { type ApiError, Ambiguous, type InvalidInput, Rejected, Unavailable } from "../errors";
import { apiError } from "./failure";
import { attemptLimit, backoffMs, classify, mayRepeat, retryAfterMs } from "./retry";
import type { Answered, FailureClass, Unanswered } from "./retry";

export interface HttpRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | undefined;
  /** For error texts only. */
  sandbox: string;
  /** Epoch milliseconds after which nothing is sent any more. */
  deadline: number;
}

export interface HttpReply {
  status: number;
  body: unknown;
  headers: Record<string, string | undefined>;
}

export interface HttpClient {
  /** Any 2xx answer, or an ApiError. */
  send(request: HttpRequest): Promise<HttpReply>;
}

const connectTimeoutMs = 10_000;

/** Node 24 reads HTTPS_PROXY, HTTP_PROXY and NO_PROXY for an agent with `proxyEnv`; older versions ignore it. */
function agents(maxSockets: number) {
  const options = { keepAlive: true, maxSockets, proxyEnv: process.env };
  return { http: new http.Agent(options), https: new https.Agent(options) };
}

export function createClient(options: {
  requestTimeoutMs: number;
  maxConnections: number;
  clock: Clock;
}): HttpClient {
  const { clock } = options;
  const request = got.extend({
    agent: agents(options.maxConnections),
    retry: { limit: 0 },
    throwHttpErrors: false,
    // A redirect could carry the token to another host; no service of AEP redirects.
    followRedirect: false,
    responseType: "text",
  });

  const attempt = async (call: HttpRequest): Promise<HttpReply | Unanswered> => {
    let connected = false;
    const left = Math.max(1, call.deadline - clock.now());
    try {
      const promise = request(call.url, {
        method: call.method as "GET",
        headers: call.headers,
        ...(call.body === undefined ? {} : { body: call.body }),
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
      const reply = await promise;
      const headers = reply.headers as Record<string, string | string[] | undefined>;
      return {
        status: reply.statusCode,
        body: parse(reply.body),
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [
            name,
            Array.isArray(value) ? value.join(", ") : value,
          ]),
        ),
      };
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const socket = error.request?.timings?.phases;
      return {
        code: error.code,
        connected: connected || socket?.request !== undefined || socket?.tcp !== undefined,
      };
    }
  };

  return {
    async send(call) {
      for (let count = 0; ; count++) {
        const result = await attempt(call);
        if ("status" in result && result.status >= 200 && result.status < 300) return result;
        const answered: Answered | Unanswered =
          "status" in result ? { status: result.status, retryAfter: result.headers["retry-after"] } : result;
        const failure = classify(answered);
        const wait = waitBefore(count, answered, clock);
        const late = clock.now() + wait >= call.deadline;
        // 401 has its own cure, a new token, which is not this file's business.
        const repeat = mayRepeat(call.method, failure) && !("status" in result && result.status === 401);
        if (!repeat || late || count + 1 >= attemptLimit)
          throw failed(call, result, failure, repeat && late ? wait : 0);
        await clock.sleep(wait);
      }
    },
  };
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
  result: HttpReply | Unanswered,
  failure: FailureClass,
  waitMs: number,
): ApiError | InvalidInput {
  if ("status" in result) {
    if (result.status === 401) return new Unauthorized(result);
    if (waitMs > 0) {
      const seconds = Math.ceil(waitMs / 1000);
      return new Unavailable(
        `AEP asks to wait ${seconds} s before the next call, which is longer than this operation may take`,
        `HTTP ${result.status}`,
        "Run the command again after that time, or raise aep:operationTimeoutSeconds.",
      );
    }
    return apiError({ ...result, method: call.method, sandbox: call.sandbox, class: failure });
  }
  const host = new URL(call.url).host;
  const said = `${host} did not answer (${result.code})`;
  if (failure === "rejected") {
    return new Rejected(
      said,
      "",
      "The certificate is not trusted: check the proxy, or name your CA in NODE_EXTRA_CA_CERTS.",
    );
  }
  if (failure === "ambiguous" && call.method !== "GET") {
    return new Ambiguous(
      said,
      "",
      "AEP may have applied the change all the same; run the command again to find out.",
    );
  }
  return new Unavailable(
    said,
    "",
    "Check the network, the proxy and aep:endpoint, and run the command again.",
  );
}

/** The token was not accepted. */
export class Unauthorized extends Rejected {
  constructor(reply: HttpReply) {
    const { message } = apiError({ ...reply, method: "GET", sandbox: "", class: "rejected" });
    const evidence = /\(HTTP [^)]*\)/.exec(message)?.[0].slice(1, -1) ?? "";
    super(
      message.split(" (HTTP")[0] ?? message,
      evidence,
      "Check aep:clientId, aep:clientSecret, aep:scopes and aep:orgId; an aep:accessToken may have expired.",
    );
  }
}
