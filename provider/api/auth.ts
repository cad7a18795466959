import type { Clock } from "./clock";
import type { Config } from "./config";
import { ApiError, Interrupted, Rejected, Unavailable } from "./errors";
import { errorTable } from "./errorTable";
import { fill } from "./errorText";
import type { HttpClient } from "./httpClient";
import type { KnownSecrets } from "./redact";
import type { HttpResponse } from "./response";
import { isObject } from "../values/propertyPath";

/** Bearer tokens for `Authorization`. All calls of the process share one. */
export interface TokenSource {
  apiKey: string;
  /** A valid token. Calls at the same moment share one request. */
  token(deadline: number): Promise<string>;
  /** AEP refused this token: the next call requests another, unless that has happened already. */
  reject(token: string): void;
  /** A refused token can be replaced by a new one. */
  renewable: boolean;
}

/** Tokens are renewed after this share of their life (Adobe: sample life 86,399 s). */
const usedShare = 0.8;
/** A token without a lifetime is used for at least this long: otherwise each call would request one. */
const shortestLifeMs = 30_000;

export function tokenSource(
  config: Config,
  client: Pick<HttpClient, "send">,
  clock: Clock,
  secrets: KnownSecrets,
): TokenSource {
  const { credentials } = config;
  return credentials.kind === "token"
    ? configuredToken(credentials, secrets)
    : new RequestedTokens({ ...config, credentials }, client, clock, secrets);
}

function configuredToken(
  { accessToken, apiKey }: Extract<Config["credentials"], { kind: "token" }>,
  secrets: KnownSecrets,
): TokenSource {
  secrets.add(accessToken);
  return {
    apiKey,
    renewable: false,
    token: () => Promise.resolve(accessToken),
    reject: () => undefined,
  };
}

interface Token {
  value: string;
  /** Epoch milliseconds. */
  renewAt: number;
}

interface TokenRequest {
  /** Its deadline is close, so that it may fail where a later one succeeds. */
  short: boolean;
  response: Promise<Token>;
}

type OAuthConfig = Pick<Config, "imsEndpoint" | "requestTimeoutMs"> & {
  credentials: Extract<Config["credentials"], { kind: "oauth" }>;
};

class RequestedTokens implements TokenSource {
  readonly apiKey: string;
  readonly renewable = true;
  private current: Token | undefined;
  private pending: TokenRequest | undefined;

  constructor(
    private readonly config: OAuthConfig,
    private readonly client: Pick<HttpClient, "send">,
    private readonly clock: Clock,
    private readonly secrets: KnownSecrets,
  ) {
    this.apiKey = config.credentials.clientId;
    secrets.add(config.credentials.clientSecret);
  }

  async token(deadline: number): Promise<string> {
    if (this.current && this.clock.now() < this.current.renewAt) return this.current.value;
    this.current = await this.pendingRequest(deadline).response;
    return this.current.value;
  }

  reject(token: string): void {
    if (this.current?.value === token) this.current = undefined;
  }

  /** The request under way. A call with much time left does not rely on the request of a call with little time left. */
  private pendingRequest(deadline: number): TokenRequest {
    const short = deadline - this.clock.now() < this.config.requestTimeoutMs;
    if (this.pending && (short || !this.pending.short)) return this.pending;
    const response = this.requestToken(deadline).finally(() => {
      if (this.pending === request) this.pending = undefined;
    });
    const request: TokenRequest = { short, response };
    this.pending = request;
    return request;
  }

  private async requestToken(deadline: number): Promise<Token> {
    const began = this.clock.now();
    const { body } = await this.send(deadline).catch((error: unknown) => {
      throw imsError(error);
    });
    const { value, lifeMs } = tokenIn(body);
    this.secrets.add(value);
    return { value, renewAt: began + Math.max(shortestLifeMs, lifeMs * usedShare) };
  }

  /** POST /ims/token/v3 with the parameters in the body: query parameters would end up in access logs. */
  private send(deadline: number): Promise<HttpResponse> {
    const { clientId, clientSecret, scopes } = this.config.credentials;
    const parameters = {
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
      scope: scopes,
    };
    return this.client.send({
      method: "POST",
      url: `${this.config.imsEndpoint}/ims/token/v3`,
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      body: new URLSearchParams(parameters).toString(),
      sandbox: "",
      harmless: true,
      deadline,
    });
  }
}

/** A 404 or 400 of IMS is not about an object of AEP. */
function imsError(error: unknown): unknown {
  if (!(error instanceof ApiError) || error instanceof Unavailable || error instanceof Interrupted)
    return error;
  const { text, remedy } = errorTable.tokenRequestFailed;
  const reason = fill(text, { message: error.reason });
  // Without a response, the remedy is about the network and stays.
  return new Rejected(reason, error.reference, error.reference === "" ? error.remedy : remedy);
}

/** `expires_in` is in seconds. */
function tokenIn(body: unknown): { value: string; lifeMs: number } {
  if (isObject(body) && typeof body["access_token"] === "string" && body["access_token"] !== "") {
    return { value: body["access_token"], lifeMs: 1000 * (Number(body["expires_in"]) || 0) };
  }
  const { text, remedy } = errorTable.tokenMissing;
  throw new Rejected(text, "", remedy);
}
