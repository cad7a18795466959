import { headersOf } from "../../../provider/api/aepClient";
import { type TokenSource, tokenSource } from "../../../provider/api/auth";
import { type Clock, RunClock } from "../../../provider/api/clock";
import type { Config } from "../../../provider/api/config";
import { ApiError, InvalidInput, Interrupted } from "../../../provider/api/errors";
import { HttpClient } from "../../../provider/api/httpClient";
import type { KnownSecrets } from "../../../provider/api/redact";
import type { HttpResponse } from "../../../provider/api/response";
import { nameOfRequest, NotObserved } from "./notObserved";

export interface ProbeRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/data/foundation`. */
  path: string;
  body?: unknown;
  accept?: string;
  contentType?: string;
  ifMatch?: string;
  /** Headers that replace the usual ones; undefined leaves the header out. */
  headers?: Record<string, string | undefined>;
}

const requestTimeoutMs = 90_000;

/** What all clients of one run count and remember together. */
export class Traffic {
  /** All attempts, with those for tokens and those that were repeated. */
  attempts = 0;
  /** Requests without those repetitions. */
  calls = 0;
  /** The first response with 429. */
  throttled: HttpResponse | undefined;
  /** The last response of IMS. */
  token: HttpResponse | undefined;
  /** A write has no response, so that an object of unknown id may exist. */
  uncertain = false;
}

/** Sends requests as the provider does, but returns a response of any status instead of throwing an error. */
export class ProbeClient {
  private readonly clock: RunClock;
  private readonly http: HttpClient;
  private readonly tokens: TokenSource;
  private last: HttpResponse | undefined;

  constructor(
    private readonly config: Config & { sandbox: string },
    clock: Clock,
    secrets: KnownSecrets,
    readonly traffic: Traffic,
  ) {
    this.clock = new RunClock(clock);
    this.http = new HttpClient(config, this.clock, ({ url }, result) => {
      traffic.attempts++;
      this.last = "status" in result ? result : undefined;
      if (!this.last) return;
      if (this.last.status === 429) traffic.throttled ??= this.last;
      if (url.startsWith(`${config.imsEndpoint}/ims/`)) traffic.token = this.last;
    });
    this.tokens = tokenSource(config, this.http, this.clock, secrets);
  }

  interrupt(): void {
    this.clock.interrupt();
  }

  async sleep(ms: number): Promise<void> {
    await this.clock.sleep(ms);
    this.clock.throwIfInterrupted();
  }

  now(): number {
    return this.clock.now();
  }

  /** A response of any status that is a verdict of AEP. */
  send(request: ProbeRequest): Promise<HttpResponse> {
    return this.sendOrThrow(request).catch((error: unknown) => this.withoutError(error, request));
  }

  /** A 2xx response; throws the provider's errors. */
  async sendOrThrow(request: ProbeRequest): Promise<HttpResponse> {
    const { config, tokens } = this;
    const { method, body } = request;
    const deadline = this.clock.now() + requestTimeoutMs;
    const identity = { token: await tokens.token(deadline), apiKey: tokens.apiKey, orgId: config.orgId };
    const usual = headersOf({ ...request, sandbox: config.sandbox }, identity);
    const headers = Object.entries({ ...usual, ...request.headers }).filter(
      (header): header is [string, string] => header[1] !== undefined,
    );
    this.traffic.calls++;
    this.last = undefined;
    return this.http.send({
      method,
      url: `${config.endpoint}/data/foundation${request.path}`,
      headers: Object.fromEntries(headers),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      sandbox: config.sandbox,
      deadline,
    });
  }

  /** The response that the error was made of. Without a verdict of AEP there is nothing to observe. */
  private withoutError(error: unknown, request: ProbeRequest): HttpResponse {
    if (error instanceof Interrupted || !(error instanceof ApiError || error instanceof InvalidInput))
      throw error;
    if (this.last && this.last.status < 500 && this.last.status !== 429 && this.last.status !== 408) {
      return this.last;
    }
    if (request.method !== "GET") this.traffic.uncertain = true;
    const status = this.last === undefined ? "no response" : `HTTP ${this.last.status}`;
    throw new NotObserved(`${nameOfRequest(request)}: ${status}`);
  }
}
