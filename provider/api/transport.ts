import * as http from "node:http";
import * as https from "node:https";
import got, { type Got, RequestError } from "got";
import type { Clock } from "./clock";
import { Rejected } from "./errors";
import { errorTable } from "./errorTable";
import { fill } from "./errorText";
import type { HttpResponse } from "./response";
import type { NoResponse } from "./retry";

export interface HttpRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | undefined;
  /** May be repeated although it is a POST. */
  harmless?: boolean;
  /** For error texts only. */
  sandbox: string;
  /** Epoch milliseconds after which nothing is sent any more. */
  deadline: number;
}

const connectTimeoutMs = 10_000;

/** A schema with thousands of fields has some megabytes. */
const largestBodyBytes = 64 * 1024 * 1024;

/** Sends a request once and reads its response. Every status is a result; no response is one too. */
export class Transport {
  private readonly request: Got;

  constructor(
    private readonly options: { requestTimeoutMs: number; maxConnections: number },
    private readonly clock: Clock,
  ) {
    this.request = got.extend({
      agent: agents(options.maxConnections),
      retry: { limit: 0 },
      throwHttpErrors: false,
      // A redirect could carry the token to another host; no service of AEP redirects.
      followRedirect: false,
      responseType: "text",
    });
  }

  /** `leftMs`: time until the request's deadline. */
  async attempt(request: HttpRequest, leftMs: number): Promise<HttpResponse | NoResponse> {
    const limits = new Limits();
    const timeoutMs = Math.min(Math.max(1, leftMs), this.options.requestTimeoutMs);
    const stopTimer = this.clock.timer(timeoutMs, () => limits.exceed("time"));
    let connected = false;
    try {
      const promise = this.request(request.url, {
        method: request.method as "GET",
        headers: request.headers,
        ...(request.body === undefined ? {} : { body: request.body }),
        signal: limits.signal,
        timeout: {
          lookup: connectTimeoutMs,
          connect: connectTimeoutMs,
          secureConnect: connectTimeoutMs,
        },
      });
      promise.on("uploadProgress", () => {
        connected = true;
      });
      promise.on("downloadProgress", ({ transferred }) => limits.check(transferred));
      const { statusCode, headers, body } = await promise;
      return { status: statusCode, body: parse(body), headers: joined(headers) };
    } catch (error) {
      if (limits.exceeded === "size") throw tooLarge();
      if (!(error instanceof RequestError)) throw error;
      return noResponse(error, connected, limits.exceeded === "time" ? "ETIMEDOUT" : error.code);
    } finally {
      stopTimer();
    }
  }
}

/** Node 24 reads HTTPS_PROXY, HTTP_PROXY and NO_PROXY for an agent with `proxyEnv`; older versions ignore it. */
function agents(maxSockets: number) {
  const options = { keepAlive: true, maxSockets, proxyEnv: process.env };
  return { http: new http.Agent(options), https: new https.Agent(options) };
}

/** Ends a request that takes too long or whose response is too large. */
class Limits {
  exceeded: "size" | "time" | undefined;
  private readonly abort = new AbortController();
  readonly signal = this.abort.signal;

  check(transferredBytes: number): void {
    if (transferredBytes > largestBodyBytes) this.exceed("size");
  }

  exceed(limit: "size" | "time"): void {
    this.exceeded = limit;
    this.abort.abort();
  }
}

function noResponse(error: RequestError, uploaded: boolean, code: string): NoResponse {
  const phases = error.request?.timings?.phases;
  return {
    code,
    connected: uploaded || phases?.request !== undefined || phases?.tcp !== undefined,
  };
}

function joined(headers: NodeJS.Dict<string | string[]>): Record<string, string | undefined> {
  const entries = Object.entries(headers);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]),
  );
}

function parse(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function tooLarge(): Rejected {
  const { text, remedy } = errorTable.tooLarge;
  return new Rejected(fill(text, { size: largestBodyBytes / 1024 / 1024 }), "", remedy);
}
