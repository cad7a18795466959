/** Flow Service beyond the tutorials: patches, etags, states, actions, deletions and masks (adobe-api.md is their source). */

import { awkward, connect, start, type ClientResponse, type Client, type Emulator } from "../emulator";
import {
  codeOf,
  flow,
  flowService,
  inOneHour,
  itemAt,
  made,
  makeChain,
  s3Connection,
  type Chain,
} from "./tutorialChain";

let emulator: Emulator;
let client: Client;
let now = Date.now();

beforeAll(async () => {
  emulator = await start({ now: () => now });
});

afterAll(() => emulator.close());

beforeEach(() => {
  now = Date.now();
  emulator.reset();
  client = connect(emulator);
});

async function patch(path: string, operations: unknown, etag?: string): Promise<ClientResponse> {
  const current = etag ?? String((await itemAt(client, path))["etag"]);
  return client.call("PATCH", path, operations, { "if-match": current });
}

async function makeFlow(changes: Record<string, unknown> = {}): Promise<{ path: string; parts: Chain }> {
  const parts = await makeChain(client);
  const id = await made(client, `${flowService}/flows`, flow(parts, changes));
  return { path: `${flowService}/flows/${id}`, parts };
}

async function makeConnection(): Promise<string> {
  return `${flowService}/connections/${await made(client, `${flowService}/connections`, s3Connection)}`;
}

describe("If-Match", () => {
  test("PATCH without it is 1403-400, stale or without quotes it is 1404-412", async () => {
    const path = await makeConnection();
    const etag = String((await itemAt(client, path))["etag"]);
    const operations = [{ op: "replace", path: "/name", value: "renamed" }];
    const without = await client.call("PATCH", path, operations);
    expect([without.status, codeOf(without)]).toEqual([400, "1403-400"]);
    const unquoted = await patch(path, operations, etag.replaceAll('"', ""));
    expect([unquoted.status, codeOf(unquoted)]).toEqual([412, "1404-412"]);
    expect((await patch(path, operations, etag)).status).toBe(200);
    const stale = await patch(path, operations, etag);
    expect([stale.status, codeOf(stale)]).toEqual([412, "1404-412"]);
    expect(emulator.ledger.writes("connections")).toHaveLength(2);
  });

  test("the ledger is a chain of etags", async () => {
    const path = await makeConnection();
    for (const value of ["one", "two", "three"]) await patch(path, [{ op: "replace", path: "/name", value }]);
    const writes = emulator.ledger.writes("connections");
    expect(writes.slice(1).map((write) => write.etagBefore)).toEqual(
      writes.slice(0, -1).map((write) => write.etagAfter),
    );
  });
});

describe("JSON Patch", () => {
  test.each([
    ["an empty list", [], "1405-400"],
    [
      "replace of what is absent",
      [{ op: "replace", path: "/auth/params/bucketName", value: "b" }],
      "1455-400",
    ],
    ["remove of what is absent", [{ op: "remove", path: "/auth/params/bucketName" }], "1455-400"],
    ["move", [{ op: "move", from: "/name", path: "/description" }], "1434-400"],
    ["an unknown path", [{ op: "add", path: "/colour", value: "red" }], "1365-400"],
    ["a field of the server", [{ op: "replace", path: "/state", value: "disabled" }], "1365-400"],
    ["the connection spec", [{ op: "replace", path: "/connectionSpec/id", value: "x" }], "1414-400"],
    ["another auth spec", [{ op: "replace", path: "/auth/specName", value: "IAMRole Based" }], "1300-400"],
    ["auth params without a mandatory one", [{ op: "replace", path: "/auth/params", value: {} }], "1304-400"],
  ])("%s is refused and changes nothing", async (_what, operations, code) => {
    const path = await makeConnection();
    const before = structuredClone(emulator.objects("prod", "connections"));
    const response = await patch(path, operations);
    expect([response.status, codeOf(response)]).toEqual([400, code]);
    expect(emulator.objects("prod", "connections")).toEqual(before);
  });

  test("replacing the whole of auth.params drops the parameters that are not in it", async () => {
    const path = await makeConnection();
    const params = { s3AccessKey: "A", s3SecretKey: "B" };
    expect((await patch(path, [{ op: "replace", path: "/auth/params", value: params }])).status).toBe(200);
    expect(emulator.objects("prod", "connections")[0]).toMatchObject({ auth: { params } });
    expect(JSON.stringify(emulator.objects("prod", "connections"))).not.toContain("s3SessionToken");
  });
});

test("what GET shows can be patched, also what the service filled in", async () => {
  emulator.set(awkward);
  const { path, parts } = await makeFlow();
  const operations = [{ op: "add", path: "/options/errorDiagnosticsEnabled", value: true }];
  expect((await patch(path, operations)).status).toBe(200);
  expect((await itemAt(client, path))["options"]).toMatchObject({ errorDiagnosticsEnabled: true });
  const source = `${flowService}/sourceConnections/${parts.source}`;
  const properties = { columnDelimiter: ";" };
  expect((await patch(source, [{ op: "replace", path: "/data/properties", value: properties }])).status).toBe(
    200,
  );
  expect((await itemAt(client, source))["data"]).toMatchObject({ properties });
});

describe("secrets", () => {
  test.each([
    ["stars", "********"],
    ["fixed", "{SECRET}"],
    ["partial", "pl****et"],
    ["empty", ""],
    ["absent", undefined],
    ["plain", "planted-secret"],
  ] as const)("GET masks them as the switch says: %s", async (secretMask, shown) => {
    emulator.set({ secretMask });
    const { auth } = await itemAt(client, await makeConnection());
    const { params } = auth as { params: Record<string, unknown> };
    expect(params["s3SecretKey"]).toBe(shown);
    expect(params["s3AccessKey"]).toBe("AKIAEXAMPLE");
  });
});

describe("schedule of an existing flow", () => {
  test("before its start all may change, after it neither start nor backfill nor the change to once", async () => {
    const { path } = await makeFlow();
    const startTime = String(Number(inOneHour()) + 3600);
    expect(
      (await patch(path, [{ op: "replace", path: "/scheduleParams/startTime", value: startTime }])).status,
    ).toBe(200);
    now += 3 * 3600 * 1000;
    const later = String(Math.floor(now / 1000) + 60);
    const start = await patch(path, [{ op: "replace", path: "/scheduleParams/startTime", value: later }]);
    expect(codeOf(start)).toBe("1366-400");
    const backfill = await patch(path, [{ op: "add", path: "/scheduleParams/backfill", value: "false" }]);
    expect(codeOf(backfill)).toBe("1404-400");
    const once = await patch(path, [
      { op: "replace", path: "/scheduleParams/frequency", value: "once" },
      { op: "remove", path: "/scheduleParams/interval" },
    ]);
    expect(codeOf(once)).toBe("1403-400");
    const interval = await patch(path, [{ op: "replace", path: "/scheduleParams/interval", value: "45" }]);
    expect(interval.status).toBe(200);
  });

  test("options are coerced: a percentage sent as text is read as a number", async () => {
    const { path } = await makeFlow();
    const value = { errorDiagnosticsEnabled: true, partialIngestionPercent: "10" };
    await patch(path, [{ op: "add", path: "/options", value }]);
    expect((await itemAt(client, path))["options"]).toEqual({ ...value, partialIngestionPercent: 10 });
  });
});

describe("asynchronous states", () => {
  test("a flow is pending for as many GETs as told, and its etag changes at the end", async () => {
    const parts = await makeChain(client);
    emulator.set({ asyncPolls: 2 });
    const response = await client.call("POST", `${flowService}/flows`, flow(parts));
    const path = `${flowService}/flows/${String(response.body["id"])}`;
    const items = [await itemAt(client, path), await itemAt(client, path), await itemAt(client, path)];
    expect(items.map((item) => item["state"])).toEqual(["pending", "pending", "enabled"]);
    expect(items[0]!["etag"]).toBe(response.body["etag"]);
    expect(items[2]!["etag"]).not.toBe(response.body["etag"]);
    expect(items[2]!["lastOperation"]).toMatchObject({ operation: "create", status: { value: "completed" } });
  });

  test("a flow in transition refuses PATCH, action and DELETE", async () => {
    const parts = await makeChain(client);
    emulator.set({ asyncPolls: 1 });
    const { body } = await client.call("POST", `${flowService}/flows`, flow(parts));
    const path = `${flowService}/flows/${String(body["id"])}`;
    const patched = await patch(path, [{ op: "replace", path: "/name", value: "x" }], String(body["etag"]));
    const acted = await client.call("POST", `${path}/action?op=disable`);
    const deleted = await client.call("DELETE", path);
    expect([patched, acted, deleted].map(codeOf)).toEqual(["1420-400", "1421-400", "1421-400"]);
  });

  test("a base connection initialises without an etag, then is enabled", async () => {
    emulator.set({ asyncPolls: 1 });
    const path = await makeConnection();
    const first = await itemAt(client, path);
    expect([first["state"], first["etag"]]).toEqual(["initializing", undefined]);
    const refused = await client.call("DELETE", path);
    expect(codeOf(refused)).toBe("1417-400");
    expect(await itemAt(client, path)).toMatchObject({
      state: "enabled",
      etag: expect.any(String) as string,
    });
  });

  test("a deletion is seen as delete-finalizing, then as 404", async () => {
    const path = await makeConnection();
    emulator.set({ asyncPolls: 1 });
    expect((await client.call("DELETE", path)).status).toBe(204);
    expect((await itemAt(client, path))["state"]).toBe("delete-finalizing");
    const gone = await client.call("GET", path);
    expect([gone.status, codeOf(gone)]).toEqual([404, "1101-404"]);
  });

  test("an ordered failure ends in a failed operation that says why", async () => {
    const parts = await makeChain(client);
    emulator.failNext("flows", "The bucket does not exist.");
    const id = await made(client, `${flowService}/flows`, flow(parts));
    const read = await itemAt(client, `${flowService}/flows/${id}`);
    expect(read).toMatchObject({
      state: "disabled",
      lastOperation: { status: { value: "failed", errors: [{ message: "The bucket does not exist." }] } },
    });
  });
});

describe("actions", () => {
  test("disable and enable change state and etag; If-Match is optional but must fit", async () => {
    const { path } = await makeFlow();
    const disabled = await client.call("POST", `${path}/action?op=disable`);
    expect(disabled.status).toBe(200);
    expect(await itemAt(client, path)).toMatchObject({ state: "disabled", etag: disabled.body["etag"] });
    const stale = await client.call("POST", `${path}/action?op=ENABLE`, undefined, { "if-match": '"stale"' });
    expect(codeOf(stale)).toBe("1404-412");
    await client.call("POST", `${path}/action?op=ENABLE`);
    expect((await itemAt(client, path))["state"]).toBe("enabled");
    expect(codeOf(await client.call("POST", `${path}/action?op=finalize`))).toBe("1402-400");
  });

  test("a draft may be incomplete, is completed by PATCH and then published", async () => {
    const parts = await makeChain(client);
    const { transformations, scheduleParams, ...incomplete } = flow(parts);
    const id = await made(client, `${flowService}/flows?mode=draft`, incomplete);
    const path = `${flowService}/flows/${id}`;
    expect(await itemAt(client, path)).toMatchObject({ state: "draft" });
    expect(codeOf(await client.call("POST", `${path}/action?op=publish`))).toBe("1370-400");
    await patch(path, [
      { op: "add", path: "/transformations", value: transformations },
      { op: "add", path: "/scheduleParams", value: scheduleParams },
    ]);
    expect((await client.call("POST", `${path}/action?op=publish`)).status).toBe(200);
    expect((await itemAt(client, path))["state"]).toBe("enabled");
  });
});

describe("deletion order", () => {
  test("what an active flow uses stays until the flow is gone", async () => {
    const { path, parts } = await makeFlow();
    const base = `${flowService}/connections/${parts.base}`;
    const source = `${flowService}/sourceConnections/${parts.source}`;
    const target = `${flowService}/targetConnections/${parts.target}`;
    const refused = await Promise.all([base, source, target].map((one) => client.call("DELETE", one)));
    expect(refused.map(codeOf)).toEqual(["1418-400", "1447-400", "1447-400"]);
    for (const one of [path, source, target, base])
      expect((await client.call("DELETE", one)).status).toBe(204);
    for (const kind of ["flows", "sourceConnections", "targetConnections", "connections"]) {
      expect(emulator.objects("prod", kind)).toEqual([]);
    }
  });
});

describe("runs", () => {
  test("a flow that runs once can be run, and its runs are found by flowId", async () => {
    const { path } = await makeFlow({ scheduleParams: { startTime: inOneHour(), frequency: "once" } });
    const flowId = path.split("/").at(-1)!;
    const params = { windowStartTime: 1, windowEndTime: 2 };
    const run = await made(client, `${flowService}/runs`, { flowId, params });
    const found = await itemAt(client, `${flowService}/runs?property=flowId==${flowId}`);
    expect(found).toMatchObject({ id: run, metrics: { statusSummary: { status: "success" } } });
  });

  test("a scheduled flow cannot be run by a call", async () => {
    const { path } = await makeFlow();
    const flowId = path.split("/").at(-1)!;
    const response = await client.call("POST", `${flowService}/runs`, {
      flowId,
      params: { windowStartTime: 1 },
    });
    expect(codeOf(response)).toBe("1386-400");
  });
});

describe("sandboxes", () => {
  test("objects of one sandbox do not exist in another", async () => {
    const path = await makeConnection();
    const dev = connect(emulator, { sandbox: "dev" });
    expect((await dev.call("GET", path)).status).toBe(404);
    expect(emulator.objects("dev", "connections")).toEqual([]);
  });

  test("the list needs no sandbox header", async () => {
    const path = "/data/foundation/sandbox-management/";
    const response = await client.call("GET", path, undefined, { "x-sandbox-name": undefined });
    const sandboxes = response.body["sandboxes"] as { name: string }[];
    expect(sandboxes.map((sandbox) => sandbox.name)).toEqual(["prod", "stage", "dev"]);
  });
});
