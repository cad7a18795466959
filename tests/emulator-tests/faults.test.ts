/** Fault rules: what the client sees, and what the ledger records. */

import { connect, start, type Client, type Emulator } from "../emulator";
import { flowService, made, s3Connection } from "./tutorialChain";

const connections = `${flowService}/connections`;

let emulator: Emulator;
let client: Client;

beforeAll(async () => {
  emulator = await start();
});

afterAll(() => emulator.close());

beforeEach(() => {
  emulator.reset();
  client = connect(emulator);
});

function post() {
  return client.call("POST", connections, s3Connection);
}

test("a status before the commit prevents the write, a status after the commit does not", async () => {
  const act = {
    kind: "status",
    status: 503,
    body: { message: "down" },
    headers: { "retry-after": "2" },
  } as const;
  emulator.faults.add({ method: "POST", path: /connections$/, when: "before", act });
  const before = await post();
  expect([before.status, before.headers.get("retry-after"), before.json]).toEqual([
    503,
    "2",
    { message: "down" },
  ]);
  expect(emulator.ledger.writes()).toEqual([]);
  emulator.faults.add({ method: "POST", when: "after", act });
  expect((await post()).status).toBe(503);
  expect(emulator.ledger.writes()).toHaveLength(1);
  expect((await post()).status).toBe(201);
});

test("nth and times select the requests, and the handle counts them", async () => {
  const act = { kind: "status", status: 500 } as const;
  const handle = emulator.faults.add({ nth: 2, times: 2, when: "before", act });
  const statuses: number[] = [];
  for (let index = 0; index < 4; index += 1) statuses.push((await client.call("GET", connections)).status);
  expect(statuses).toEqual([200, 500, 500, 200]);
  expect(handle.hits).toBe(2);
});

test("a reset breaks the connection, before the commit without a write and after it with one", async () => {
  emulator.faults.add({ when: "before", act: { kind: "reset" } });
  await expect(post()).rejects.toThrow();
  expect(emulator.ledger.writes()).toEqual([]);
  emulator.faults.add({ when: "after", act: { kind: "reset" } });
  await expect(post()).rejects.toThrow();
  expect(emulator.ledger.writes()).toHaveLength(1);
  expect(emulator.requests.map((request) => request.status)).toEqual([0, 0]);
});

test("a response can be truncated, have another body, or lose headers", async () => {
  emulator.faults.add({ when: "after", act: { kind: "truncate" } });
  await expect(client.call("GET", `${flowService}/flowSpecs`)).rejects.toThrow();
  emulator.faults.add({ when: "after", act: { kind: "body", text: "<html>", contentType: "text/html" } });
  const html = await post();
  expect([html.status, html.text, html.headers.get("content-type")]).toEqual([201, "<html>", "text/html"]);
  emulator.faults.add({
    when: "after",
    act: { kind: "headers", remove: ["X-Request-Id"], set: { "X-Other": "1" } },
  });
  const changed = await client.call("GET", connections);
  expect([changed.headers.get("x-request-id"), changed.headers.get("x-other")]).toEqual([null, "1"]);
});

test("a request can lose headers", async () => {
  emulator.faults.add({ when: "before", act: { kind: "headers", remove: ["Authorization"] } });
  expect((await client.call("GET", connections)).status).toBe(403);
});

test("a duplicated request takes effect twice", async () => {
  emulator.faults.add({ method: "POST", when: "before", act: { kind: "duplicate" } });
  const response = await post();
  expect(emulator.ledger.writes().map((write) => write.id)).toContain(response.body["id"]);
  expect(emulator.objects("prod", "connections")).toHaveLength(2);
});

test("delayed and dripping responses take time", async () => {
  emulator.faults.add({ when: "before", act: { kind: "delay", ms: 60 } });
  let began = performance.now();
  await client.call("GET", connections);
  expect(performance.now() - began).toBeGreaterThan(50);
  emulator.faults.add({ when: "after", act: { kind: "drip", bytesPerSecond: 200 } });
  began = performance.now();
  expect((await client.call("GET", connections)).body).toEqual({ items: [], _links: {} });
  expect(performance.now() - began).toBeGreaterThan(80);
});

test("close does not wait for a request that hangs", async () => {
  const other = await start();
  other.faults.add({ when: "before", act: { kind: "hang" } });
  const hanging = connect(other).call("GET", connections);
  const refused = expect(hanging).rejects.toThrow();
  while (other.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await other.close();
  await refused;
});

test("the rate limit returns 429 with the Retry-After header of the switch", async () => {
  let now = 1_000_000;
  const limited = await start({ now: () => now, switches: { requestsPerSecond: 2, retryAfterSeconds: 3 } });
  const limitedClient = connect(limited);
  const call = () => limitedClient.call("GET", connections);
  expect([(await call()).status, (await call()).status]).toEqual([200, 200]);
  const refused = await call();
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "3"]);
  expect(refused.text).toBe("");
  limited.set({ tooManyRequestsBody: "json" });
  expect((await call()).json).toEqual({ error_code: "429050", message: "Too many requests" });
  now += 500;
  expect((await call()).status).toBe(200);
  limited.set({ retryAfter: "absent" });
  expect((await call()).headers.get("retry-after")).toBeNull();
  await limited.close();
});

test("an outside edit changes the etag and is marked in the ledger", async () => {
  const id = await made(client, connections, s3Connection);
  const etag = emulator.objects("prod", "connections")[0]!["etag"];
  emulator.edit("prod", "connections", id, (object) => {
    object["name"] = "edited outside";
  });
  const edited = emulator.objects("prod", "connections")[0]!;
  expect(edited).toMatchObject({ name: "edited outside", version: edited["etag"] });
  expect(edited["etag"]).not.toBe(etag);
  emulator.remove("prod", "connections", id);
  expect((await client.call("GET", `${connections}/${id}`)).status).toBe(404);
  expect(emulator.ledger.entries.map((entry) => [entry.method, entry.outside ?? false])).toEqual([
    ["POST", false],
    ["PATCH", true],
    ["DELETE", true],
  ]);
  expect(emulator.ledger.writes()).toHaveLength(1);
});

test("invalid input is an error of the service and never a crash", async () => {
  const bodies = [
    "",
    "null",
    "[]",
    "42",
    '"text"',
    "{",
    '{"__proto__":{"x":1}}',
    '{"auth":7,"connectionSpec":[]}',
  ];
  for (const path of ["connections", "sourceConnections", "targetConnections", "flows", "runs"]) {
    for (const body of bodies) {
      const response = await client.call("POST", `${flowService}/${path}`, body);
      expect([path, body, response.status]).toEqual([path, body, 400]);
      expect(response.body["errorMessage"]).toEqual(expect.any(String));
    }
  }
  expect((await client.call("GET", `${connections}/%E0%A4%A`)).status).toBe(404);
  expect((await client.call("GET", "/nowhere")).status).toBe(404);
  expect((await client.call("PUT", connections, {})).status).toBe(405);
  const text = await client.call("POST", connections, "name=x", { "content-type": "text/plain" });
  expect(text.status).toBe(415);
});
