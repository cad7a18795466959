import { parseConfig } from "../../provider/api/config";
import { Unavailable } from "../../provider/api/errors";
import { tokenSource, type TokenSource } from "../../provider/api/auth";
import { KnownSecrets } from "../../provider/api/redact";
import type { HttpResponse } from "../../provider/api/response";
import type { HttpRequest } from "../../provider/api/transport";
import { FakeClock } from "./fakeClock";

const stack = {
  "aep:clientId": "client",
  "aep:clientSecret": "canary-secret",
  "aep:orgId": "0123456789ABCDEF01234567@AdobeOrg",
  "aep:requestTimeoutSeconds": "65",
};

interface TokenRequest {
  request: HttpRequest;
  respond: (token: string) => void;
  fail: () => void;
}

/** A token source with an IMS whose responses the test controls. */
function scene(): { tokens: TokenSource; requests: TokenRequest[]; in: (ms: number) => number } {
  const clock = new FakeClock();
  const requests: TokenRequest[] = [];
  const client = {
    send: (request: HttpRequest) =>
      new Promise<HttpResponse>((resolve, reject) => {
        requests.push({
          request,
          respond: (token) =>
            resolve({ status: 200, headers: {}, body: { access_token: token, expires_in: 86_399 } }),
          fail: () => reject(new Unavailable("no response", "", "Wait.")),
        });
      }),
  };
  const tokens = tokenSource(parseConfig(stack, {}), client, clock, new KnownSecrets());
  return { tokens, requests, in: (ms) => clock.now() + ms };
}

test("calls at the same moment share one request, with any deadlines", async () => {
  const { tokens, requests, in: within } = scene();
  const all = [tokens.token(within(300_000)), tokens.token(within(300_001)), tokens.token(within(10_000))];
  requests[0]!.respond("one");
  expect(await Promise.all(all)).toEqual(["one", "one", "one"]);
  expect(requests).toHaveLength(1);
  expect(await tokens.token(within(10_000))).toBe("one");
});

test("a call with much time does not depend on the request of a call with little time", async () => {
  const { tokens, requests, in: within } = scene();
  const hasty = tokens.token(within(10_000));
  const patient = [tokens.token(within(300_000)), tokens.token(within(300_005))];
  expect(requests.map(({ request }) => request.deadline)).toEqual([within(10_000), within(300_000)]);
  requests[0]!.fail();
  await expect(hasty).rejects.toThrow("no response");
  const late = tokens.token(within(10_000));
  requests[1]!.respond("two");
  expect(await Promise.all([...patient, late])).toEqual(["two", "two", "two"]);
  expect(requests).toHaveLength(2);
});
