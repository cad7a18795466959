import type { Clock } from "./clock";
import type { Config } from "./config";
import { Unauthorized } from "./errors";
import type { HttpClient } from "./httpClient";
import type { ApiResponse } from "./response";
import type { TokenSource } from "./auth";

export interface ApiRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path and query below the endpoint. */
  path: string;
  sandbox: string;
  /** Epoch milliseconds. */
  deadline: number;
  body?: unknown;
  contentType?: string | undefined;
  accept?: string | undefined;
  /** Sent unchanged, with its quotes: Flow Service responds with 412 to an etag without them. */
  ifMatch?: string | undefined;
}

export interface ReadOptions {
  sandbox: string;
  accept?: string;
  deadline?: number;
}

/** Sends requests to AEP for one organisation and one credential. */
export interface AepClient {
  /** The client id of the credential. */
  apiKey: string;
  /** Epoch milliseconds by AEP's clock, taken from its responses: the clock of a CI runner may be wrong by minutes. */
  now(): number;
  /** Any 2xx response; throws an ApiError. */
  send(request: ApiRequest): Promise<ApiResponse>;
  get(path: string, options: ReadOptions): Promise<ApiResponse>;
}

/** The headers that AEP requires. */
export function headersOf(
  request: Omit<ApiRequest, "path" | "deadline">,
  { token, apiKey, orgId }: { token: string; apiKey: string; orgId: string },
): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    "x-api-key": apiKey,
    "x-gw-ims-org-id": orgId,
    "x-sandbox-name": request.sandbox,
    accept: request.accept ?? "application/json",
    ...(request.body === undefined ? {} : { "content-type": request.contentType ?? "application/json" }),
    ...(request.ifMatch === undefined ? {} : { "if-match": request.ifMatch }),
  };
}

/** `Date` headers have whole seconds, and a response takes a while to arrive. */
const tolerableSkewMs = 10_000;

/** Adds the headers that AEP requires and renews a token that AEP has refused. */
export class AuthorizedClient implements AepClient {
  readonly apiKey: string;
  private skewMs = 0;

  constructor(
    private readonly config: Config,
    private readonly http: HttpClient,
    private readonly tokens: TokenSource,
    private readonly clock: Clock,
  ) {
    this.apiKey = tokens.apiKey;
  }

  now(): number {
    return this.clock.now() + this.skewMs;
  }

  async send(request: ApiRequest): Promise<ApiResponse> {
    const token = await this.tokens.token(request.deadline);
    try {
      return await this.sendWith(token, request);
    } catch (error) {
      if (!(error instanceof Unauthorized) || !this.tokens.renewable) throw error;
      this.tokens.reject(token);
      return this.sendWith(await this.tokens.token(request.deadline), request);
    }
  }

  get(path: string, options: ReadOptions): Promise<ApiResponse> {
    const { sandbox, accept, deadline = this.clock.now() + this.config.operationTimeoutMs } = options;
    return this.send({ method: "GET", path, sandbox, accept, deadline });
  }

  private async sendWith(token: string, request: ApiRequest): Promise<ApiResponse> {
    const { method, sandbox, deadline } = request;
    const body = request.body === undefined ? undefined : JSON.stringify(request.body);
    const headers = headersOf(request, { token, apiKey: this.apiKey, orgId: this.config.orgId });
    const url = this.config.endpoint + request.path;
    const response = await this.http.send({ method, url, headers, body, sandbox, deadline });
    this.readClock(response.headers["date"]);
    return response;
  }

  private readClock(date: string | undefined): void {
    const skew = Date.parse(date ?? "") - this.clock.now();
    if (!Number.isNaN(skew)) this.skewMs = Math.abs(skew) > tolerableSkewMs ? skew : 0;
  }
}
