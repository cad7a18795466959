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

interface Asked {
  request: HttpRequest;
  answer: (token: string) => void;
  fail: () => void;
}

/** A token source before an IMS that answers when the test says so. */
function scene(): { tokens: TokenSource; asked: Asked[]; in: (ms: number) => number } {
  const clock = new FakeClock();
  const asked: Asked[] = [];
  const client = {
    send: (request: HttpRequest) =>
      new Promise<HttpResponse>((resolve, reject) => {
        asked.push({
          request,
          answer: (token) =>
            resolve({ status: 200, headers: {}, body: { access_token: token, expires_in: 86_399 } }),
          fail: () => reject(new Unavailable("no answer", "", "Wait.")),
        });
      }),
  };
  const tokens = tokenSource(parseConfig(stack, {}), client, clock, new KnownSecrets());
  return { tokens, asked, in: (ms) => clock.now() + ms };
}

test("calls at the same moment share one request, whatever their deadlines are", async () => {
  const { tokens, asked, in: within } = scene();
  const all = [tokens.token(within(300_000)), tokens.token(within(300_001)), tokens.token(within(10_000))];
  asked[0]!.answer("one");
  expect(await Promise.all(all)).toEqual(["one", "one", "one"]);
  expect(asked).toHaveLength(1);
  expect(await tokens.token(within(10_000))).toBe("one");
});

test("a call that can wait does not depend on the request of one that cannot", async () => {
  const { tokens, asked, in: within } = scene();
  const hasty = tokens.token(within(10_000));
  const patient = [tokens.token(within(300_000)), tokens.token(within(300_005))];
  expect(asked.map(({ request }) => request.deadline)).toEqual([within(10_000), within(300_000)]);
  asked[0]!.fail();
  await expect(hasty).rejects.toThrow("no answer");
  const late = tokens.token(within(10_000));
  asked[1]!.answer("two");
  expect(await Promise.all([...patient, late])).toEqual(["two", "two", "two"]);
  expect(asked).toHaveLength(2);
});
