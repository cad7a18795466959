/** Calls with the headers that every AEP request needs: for tests that prepare or look at a world through the API. */

export interface ClientOptions {
  sandbox?: string;
  clientId?: string;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The body where it is a JSON object, else an empty one. */
  body: Record<string, unknown>;
  /** The body, whatever JSON value it is; undefined where it is none. */
  json: unknown;
}

export interface Client {
  /** The path is one of Adobe's, such as "/data/foundation/flowservice/flows"; a header set to undefined is left out. */
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string | undefined>,
  ): Promise<Answer>;
}

/** Needs no call to IMS: the token is issued directly. */
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
      return answerOf(response.status, response.headers, await response.text());
    },
  };
}

function answerOf(status: number, headers: Headers, text: string): Answer {
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
