/** Flow Service beyond the tutorials: schedules, states, actions, deletions, runs and sandboxes. */

import { connect, start, type Client, type Emulator } from "../emulator";
import { makeConnection, makeFlow, patch } from "./flowServiceCaller";
import { codeOf, flow, flowService, inOneHour, itemAt, made, makeChain } from "./tutorialChain";

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

describe("schedule of an existing flow", () => {
  test("all fields can change before the start; start, backfill and the change to once are refused after it", async () => {
    const { path } = await makeFlow(client);
    const startTime = String(Number(inOneHour()) + 3600);
    expect(
      (await patch(client, path, [{ op: "replace", path: "/scheduleParams/startTime", value: startTime }]))
        .status,
    ).toBe(200);
    now += 3 * 3600 * 1000;
    const later = String(Math.floor(now / 1000) + 60);
    const start = await patch(client, path, [
      { op: "replace", path: "/scheduleParams/startTime", value: later },
    ]);
    expect(codeOf(start)).toBe("1366-400");
    const backfill = await patch(client, path, [
      { op: "add", path: "/scheduleParams/backfill", value: "false" },
    ]);
    expect(codeOf(backfill)).toBe("1404-400");
    const once = await patch(client, path, [
      { op: "replace", path: "/scheduleParams/frequency", value: "once" },
      { op: "remove", path: "/scheduleParams/interval" },
    ]);
    expect(codeOf(once)).toBe("1403-400");
    const interval = await patch(client, path, [
      { op: "replace", path: "/scheduleParams/interval", value: "45" },
    ]);
    expect(interval.status).toBe(200);
  });

  test("a percentage that was sent as a string is returned as a number", async () => {
    const { path } = await makeFlow(client);
    const value = { errorDiagnosticsEnabled: true, partialIngestionPercent: "10" };
    await patch(client, path, [{ op: "add", path: "/options", value }]);
    expect((await itemAt(client, path))["options"]).toEqual({ ...value, partialIngestionPercent: 10 });
  });
});

describe("asynchronous states", () => {
  test("a flow is pending for the number of GETs of the switch, and then its etag changes", async () => {
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
    const patched = await patch(
      client,
      path,
      [{ op: "replace", path: "/name", value: "x" }],
      String(body["etag"]),
    );
    const acted = await client.call("POST", `${path}/action?op=disable`);
    const deleted = await client.call("DELETE", path);
    expect([patched, acted, deleted].map(codeOf)).toEqual(["1420-400", "1421-400", "1421-400"]);
  });

  test("a base connection is initializing without an etag, and then enabled", async () => {
    emulator.set({ asyncPolls: 1 });
    const path = await makeConnection(client);
    const first = await itemAt(client, path);
    expect([first["state"], first["etag"]]).toEqual(["initializing", undefined]);
    const refused = await client.call("DELETE", path);
    expect(codeOf(refused)).toBe("1417-400");
    expect(await itemAt(client, path)).toMatchObject({
      state: "enabled",
      etag: expect.any(String) as string,
    });
  });

  test("a deleted connection is delete-finalizing, and then not found", async () => {
    const path = await makeConnection(client);
    emulator.set({ asyncPolls: 1 });
    expect((await client.call("DELETE", path)).status).toBe(204);
    expect((await itemAt(client, path))["state"]).toBe("delete-finalizing");
    const gone = await client.call("GET", path);
    expect([gone.status, codeOf(gone)]).toEqual([404, "1439-404"]);
  });

  test("an ordered failure ends in a failed operation with its reason", async () => {
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
  test("disable and enable change state and etag; an optional If-Match must match", async () => {
    const { path } = await makeFlow(client);
    const disabled = await client.call("POST", `${path}/action?op=disable`);
    expect(disabled.status).toBe(200);
    expect(await itemAt(client, path)).toMatchObject({ state: "disabled", etag: disabled.body["etag"] });
    const stale = await client.call("POST", `${path}/action?op=ENABLE`, undefined, { "if-match": '"stale"' });
    expect(codeOf(stale)).toBe("1404-412");
    await client.call("POST", `${path}/action?op=ENABLE`);
    expect((await itemAt(client, path))["state"]).toBe("enabled");
    expect(codeOf(await client.call("POST", `${path}/action?op=finalize`))).toBe("1402-400");
  });

  test("an incomplete draft can be completed by PATCH and then published", async () => {
    const parts = await makeChain(client);
    const { transformations, scheduleParams, ...incomplete } = flow(parts);
    const id = await made(client, `${flowService}/flows?mode=draft`, incomplete);
    const path = `${flowService}/flows/${id}`;
    expect(await itemAt(client, path)).toMatchObject({ state: "draft" });
    expect(codeOf(await client.call("POST", `${path}/action?op=publish`))).toBe("1370-400");
    await patch(client, path, [
      { op: "add", path: "/transformations", value: transformations },
      { op: "add", path: "/scheduleParams", value: scheduleParams },
    ]);
    expect((await client.call("POST", `${path}/action?op=publish`)).status).toBe(200);
    expect((await itemAt(client, path))["state"]).toBe("enabled");
  });
});

describe("deletion order", () => {
  test("the connections of an active flow cannot be deleted before the flow", async () => {
    const { path, parts } = await makeFlow(client);
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

describe("sandboxes", () => {
  test("objects of one sandbox do not exist in another", async () => {
    const path = await makeConnection(client);
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
