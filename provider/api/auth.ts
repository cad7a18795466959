import type { Clock } from "./clock";
import type { Config } from "./config";
import { ApiError, Interrupted, Rejected, Unavailable } from "./errors";
import { isObject } from "../values/propertyPath";
import type { HttpClient } from "./client";

/** Gives a bearer token for `Authorization`; all calls of the process share it. */
export interface TokenSource {
  apiKey: string;
  /** A token with time left. Calls at the same moment share one request. */
  token(deadline: number): Promise<string>;
  /** AEP refused this token: the next call fetches another, unless that happened already. */
  reject(token: string): void;
  /** A refused token can be replaced by a new one. */
  renewable: boolean;
  /** Values that no text may show. */
  secrets(): string[];
}

/** Tokens are renewed after this share of their life (Adobe: sample life 86,399 s). */
const usedShare = 0.8;
/** A token that claims no life at all is still used for the calls of the next moments, else each call would fetch one. */
const shortestLifeMs = 30_000;

export function tokenSource(config: Config, client: HttpClient, clock: Clock): TokenSource {
  const { credentials } = config;
  if (credentials.kind === "token") {
    const { accessToken, apiKey } = credentials;
    return {
      apiKey,
      renewable: false,
      token: () => Promise.resolve(accessToken),
      reject: () => undefined,
      secrets: () => [accessToken],
    };
  }
  let pending: { hasty: boolean; reply: Promise<{ token: string; until: number }> } | undefined;
  let current: { token: string; until: number } | undefined;
  const used: string[] = [];
  const fetchToken = async (deadline: number) => {
    const began = clock.now();
    const { clientId, clientSecret, scopes } = credentials;
    // POST /ims/token/v3 with the parameters in the body: query parameters would end up in access logs.
    const reply = await client
      .send({
        method: "POST",
        url: `${config.imsEndpoint}/ims/token/v3`,
        headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
        body: new URLSearchParams({
          grant_type: "client_credentials",
          client_id: clientId,
          client_secret: clientSecret,
          scope: scopes,
        }).toString(),
        sandbox: "",
        harmless: true,
        deadline,
      })
      .catch((error: unknown) => {
        // A 404 or 400 of IMS says nothing about an object of AEP.
        if (!(error instanceof ApiError) || error instanceof Unavailable || error instanceof Interrupted)
          throw error;
        // Without an answer, the remedy is about the network and stays.
        const remedy =
          error.reference === ""
            ? error.remedy
            : "Check aep:clientId, aep:clientSecret, aep:scopes and aep:imsEndpoint.";
        throw new Rejected(`Adobe IMS gave no token: ${error.reason}`, error.reference, remedy);
      });
    const { token, expiresIn } = tokenIn(reply.body);
    used.push(token);
    return { token, until: began + Math.max(shortestLifeMs, expiresIn * 1000 * usedShare) };
  };
  const settled = (request: typeof pending) => {
    if (pending === request) pending = undefined;
  };
  return {
    apiKey: credentials.clientId,
    renewable: true,
    async token(deadline) {
      if (current && clock.now() < current.until) return current.token;
      // What a call with little time has sent may be given up too early for one that can wait.
      const hasty = deadline - clock.now() < config.requestTimeoutMs;
      if (pending === undefined || (pending.hasty && !hasty)) {
        const mine = { hasty, reply: fetchToken(deadline).finally(() => settled(mine)) };
        pending = mine;
      }
      current = await pending.reply;
      return current.token;
    },
    reject(token) {
      if (current?.token === token) current = undefined;
    },
    secrets: () => [credentials.clientSecret, ...used],
  };
}

/** `expires_in` is in seconds. */
function tokenIn(body: unknown): { token: string; expiresIn: number } {
  if (isObject(body) && typeof body["access_token"] === "string" && body["access_token"] !== "") {
    return { token: body["access_token"], expiresIn: Number(body["expires_in"]) || 0 };
  }
  throw new Rejected(
    "Adobe IMS answered without an access token",
    "",
    "Check aep:imsEndpoint and the credential.",
  );
}
