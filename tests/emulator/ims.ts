/** Adobe's identity service as far as server-to-server credentials need it: POST /ims/token/v3. */

import type { Reply, World } from "./service";

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

  /** The client a token was issued to; undefined where it is unknown or has expired. */
  clientOf(token: string): string | undefined {
    const found = this.issued.get(token);
    return found !== undefined && found.expiresAt > this.world.now() ? found.clientId : undefined;
  }

  /** Makes every token issued so far invalid. */
  clear(): void {
    this.issued.clear();
  }
}

/** Parameters may come in the query or in a form body. */
export function tokenReply(query: URLSearchParams, body: string, tokens: Tokens, world: World): Reply {
  const form = new URLSearchParams(body);
  const parameter = (name: string) => form.get(name) ?? query.get(name) ?? "";
  if (parameter("grant_type") !== "client_credentials") {
    return refusal(400, "unsupported_grant_type", "grant_type must be client_credentials");
  }
  if (parameter("client_id") === "") return refusal(400, "invalid_client", "invalid client_id parameter");
  if (parameter("client_secret") === "")
    return refusal(401, "invalid_client", "invalid client_secret parameter");
  if (parameter("scope") === "") return refusal(400, "invalid_scope", "scope must not be empty");
  const token = tokens.issue(parameter("client_id"));
  const expiresIn = world.switches.tokenSeconds;
  return { status: 200, body: { access_token: token, token_type: "bearer", expires_in: expiresIn } };
}

function refusal(status: number, error: string, description: string): Reply {
  return { status, body: { error, error_description: description } };
}
