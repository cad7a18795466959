/** The part of Adobe's identity service that server-to-server credentials need: POST /ims/token/v3. */

import type { ServiceResponse, World } from "./service";

interface Token {
  clientId: string;
  expiresAt: number;
}

export class Tokens {
  private readonly issued = new Map<string, Token>();

  constructor(private readonly world: World) {}

  issue(clientId: string): string {
    const token = `eyJ${this.world.hex(96)}`;
    const expiresAt = this.world.now() + this.world.switches.tokenSeconds * 1000;
    this.issued.set(token, { clientId, expiresAt });
    return token;
  }

  /** The client id of a token; undefined if the token is unknown or has expired. */
  clientOf(token: string): string | undefined {
    const found = this.issued.get(token);
    return found !== undefined && found.expiresAt > this.world.now() ? found.clientId : undefined;
  }

  /** Makes every token issued so far invalid. */
  clear(): void {
    this.issued.clear();
  }
}

/** Parameters are accepted in the query and in a form body. */
export function tokenResponse(
  query: URLSearchParams,
  body: string,
  tokens: Tokens,
  world: World,
): ServiceResponse {
  const form = new URLSearchParams(body);
  const parameter = (name: string) => form.get(name) ?? query.get(name) ?? "";
  if (parameter("grant_type") !== "client_credentials") {
    return errorResponse(400, "unsupported_grant_type", "grant_type must be client_credentials");
  }
  if (parameter("client_id") === "")
    return errorResponse(400, "invalid_client", "invalid client_id parameter");
  if (parameter("client_secret") === "")
    return errorResponse(401, "invalid_client", "invalid client_secret parameter");
  if (parameter("scope") === "") return errorResponse(400, "invalid_scope", "scope must not be empty");
  const token = tokens.issue(parameter("client_id"));
  const expiresIn = world.switches.tokenSeconds;
  return { status: 200, body: { access_token: token, token_type: "bearer", expires_in: expiresIn } };
}

function errorResponse(status: number, error: string, description: string): ServiceResponse {
  return { status, body: { error, error_description: description } };
}
