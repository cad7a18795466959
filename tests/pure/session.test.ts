import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { parseConfig } from "../../provider/api/config";
import { Interrupted } from "../../provider/api/errors";
import { createSession, type Session } from "../../provider/api/session";
import { FakeClock } from "./fakeClock";

interface Response {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

let server: Server;
let respond: (request: IncomingMessage) => Response;
let requests: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url} ${request.headers["x-sandbox-name"] as string}`);
    const { status = 200, headers = {}, body = {} } = respond(request);
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

beforeEach(() => {
  requests = [];
  respond = () => ({ body: { number: requests.length } });
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

function session(clock = new FakeClock()): Session {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const stack = {
    "aep:endpoint": url,
    "aep:imsEndpoint": url,
    "aep:accessToken": "canary-access-token",
    "aep:apiKey": "key",
    "aep:orgId": "0123456789ABCDEF01234567@AdobeOrg",
    "aep:sandbox": "dev",
  };
  return createSession(parseConfig(stack, {}), clock);
}

describe("once", () => {
  it("returns one result for all calls with one key, also at the same moment", async () => {
    const one = session();
    let loads = 0;
    const load = () => Promise.resolve(++loads);
    expect(await Promise.all([one.cache.once("a", load), one.cache.once("a", load)])).toEqual([1, 1]);
    expect(await one.cache.once("a", load)).toBe(1);
    expect(await one.cache.once("b", load)).toBe(2);
  });

  it("does not keep a failure, but all waiting calls receive it", async () => {
    const one = session();
    const failing = () => Promise.reject(new Error("no response"));
    const both = await Promise.allSettled([one.cache.once("a", failing), one.cache.once("a", failing)]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await one.cache.once("a", () => Promise.resolve("now"))).toBe("now");
  });

  it("is separate for each session", async () => {
    await session().cache.once("a", () => Promise.resolve(1));
    expect(await session().cache.once("a", () => Promise.resolve(2))).toBe(2);
  });
});

describe("an interrupt", () => {
  it("ends all sleeps, and no request is sent any more", async () => {
    const one = session();
    const pausing = one.clock.sleep(60_000);
    one.interrupt();
    await pausing;
    await one.clock.sleep(60_000);
    await expect(one.client.get("/a", { sandbox: "dev" })).rejects.toBeInstanceOf(Interrupted);
    expect(requests).toEqual([]);
  });

  it("ends a request that waits for Retry-After as interrupted, not as a wait that is too long", async () => {
    const clock = new FakeClock();
    const one = session(clock);
    respond = () => ({ status: 429, headers: { "retry-after": "20" }, body: { message: "slowly" } });
    const call = one.client.get("/a", { sandbox: "dev" }).then(
      () => undefined,
      (error: unknown) => error,
    );
    await clock.sleeping();
    one.interrupt();
    expect(await call).toBeInstanceOf(Interrupted);
    expect(requests).toHaveLength(1);
  });
});

describe("a rate limit", () => {
  it("delays the requests of all kinds, and admits them after Retry-After", async () => {
    const clock = new FakeClock();
    const one = session(clock);
    respond = () =>
      requests.length === 1 ? { status: 429, headers: { "retry-after": "7" }, body: {} } : { body: {} };
    const first = one.client.get("/a", { sandbox: "dev" });
    await clock.sleeping();
    const second = one.client.get("/b", { sandbox: "dev" });
    await clock.advance(6_999);
    expect(requests).toEqual(["GET /a dev"]);
    await clock.advance(2_000);
    await Promise.all([first, second]);
    expect(requests.slice(1).sort()).toEqual(["GET /a dev", "GET /b dev"]);
  });

  it("that is longer than the operation may take is an error at once", async () => {
    const one = session();
    respond = () => ({ status: 429, headers: { "retry-after": "3600" }, body: {} });
    await expect(one.client.get("/a", { sandbox: "dev" })).rejects.toThrow(
      /allows the next request only in 3600 s.*aep:operationTimeoutSeconds/s,
    );
    expect(requests).toHaveLength(1);
    // Other calls send no request.
    await expect(one.client.get("/b", { sandbox: "dev" })).rejects.toThrow(/only in 3600 s/);
    expect(requests).toHaveLength(1);
  });
});

it("redacts its own secrets and those that were added", () => {
  const one = session();
  one.secrets.add("own-secret");
  expect(one.secrets.redact("a canary-access-token b own-secret")).toBe("a [secret] b [secret]");
});
