import type { JsonObject } from "../../provider/values/propertyPath";
import type { ApiRequest } from "../../provider/api/aepClient";
import { createSession, type Session } from "../../provider/api/session";
import { parseConfig } from "../../provider/api/config";

export interface MaskedSession {
  readonly session: Session;
  /** Operations of every PATCH. */
  readonly operations: { op: string; path: string; value?: unknown }[];
}

/** An AEP with one connection, which it always returns as `shown()`. Each write changes the etag. */
export function maskedSession(shown: () => JsonObject): MaskedSession {
  const operations: MaskedSession["operations"] = [];
  let writes = 0;
  const current = (): JsonObject => ({ ...shown(), ...(writes === 0 ? {} : { etag: `"${writes + 1}"` }) });
  const config = parseConfig(
    { "aep:accessToken": "token", "aep:apiKey": "key", "aep:orgId": "0@AdobeOrg", "aep:sandbox": "dev" },
    {},
  );
  const respond = (body: JsonObject) => Promise.resolve({ status: 200, body, headers: {} });
  const send = (call: ApiRequest) => {
    if (call.method !== "PATCH") return respond({ items: [current()] });
    writes += 1;
    operations.push(...(call.body as MaskedSession["operations"]));
    return respond({ id: shown()["id"], etag: current()["etag"] });
  };
  const created = createSession(config);
  const session: Session = {
    ...created,
    client: {
      apiKey: created.client.apiKey,
      now: () => created.client.now(),
      send,
      get: () => respond({ items: [current()] }),
    },
    clock: {
      now: () => created.clock.now(),
      random: () => created.clock.random(),
      sleep: () => Promise.resolve(),
      timer: (ms, expired) => created.clock.timer(ms, expired),
    },
  };
  return { session, operations };
}
