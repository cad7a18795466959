/** A client that sends the headers of every AEP request, for tests that use the API directly. */

export interface ClientOptions {
  sandbox?: string;
  clientId?: string;
}

export interface ClientResponse {
  status: number;
  headers: Headers;
  text: string;
  /** The body if it is a JSON object, otherwise `{}`. */
  body: Record<string, unknown>;
  /** The parsed body; undefined if the body is not JSON. */
  json: unknown;
}

/** @deprecated Use {@link ClientResponse}. */
export type EmulatorResponse = ClientResponse;

export interface Client {
  /**
   * Sends one request. The path is one of Adobe's, such as "/data/foundation/flowservice/flows". A header whose value is
   * undefined is not sent.
   */
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string | undefined>,
  ): Promise<ClientResponse>;
}

/** Makes no call to IMS: the emulator issues the token directly. */
export function connect(
  emulator: { url: string; world: { orgId: string }; issueToken(clientId: string): string },
  options: ClientOptions = {},
): Client {
  const clientId = options.clientId ?? "test-client";
  const token = emulator.issueToken(clientId);
  const usual = {
    authorization: `Bearer ${token}`,
    "x-api-key": clientId,
    "x-gw-ims-org-id": emulator.world.orgId,
    "x-sandbox-name": options.sandbox ?? "prod",
  };
  return {
    call: async (method, path, body, headers = {}) => {
      const type = body === undefined ? {} : { "content-type": "application/json" };
      const all = Object.entries<string | undefined>({ ...usual, ...type, ...headers });
      const response = await fetch(emulator.url + path, {
        method,
        headers: all.filter((header): header is [string, string] => header[1] !== undefined),
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      return clientResponse(response.status, response.headers, await response.text());
    },
  };
}

function clientResponse(status: number, headers: Headers, text: string): ClientResponse {
  const json = parse(text);
  const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
  return { status, headers, text, json, body: isObject ? (json as Record<string, unknown>) : {} };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
