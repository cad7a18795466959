/** Flow runs: those that a call starts, and those that AEP starts. */

import { connect, start, type Client, type Emulator } from "../emulator";
import { makeFlow } from "./flowServiceCaller";
import { codeOf, flowService, inOneHour, itemAt, made } from "./tutorialChain";

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

test("a call can run a flow with the frequency once, and its runs are found by flowId", async () => {
  const { path } = await makeFlow(client, {
    scheduleParams: { startTime: inOneHour(), frequency: "once" },
  });
  const flowId = path.split("/").at(-1)!;
  const params = { windowStartTime: 1, windowEndTime: 2 };
  const run = await made(client, `${flowService}/runs`, { flowId, params });
  const found = await itemAt(client, `${flowService}/runs?property=flowId==${flowId}`);
  expect(found).toMatchObject({ id: run, metrics: { statusSummary: { status: "success" } } });
});

test("a run of a file source takes no delta column, and the guide's form of the response is a switch", async () => {
  const { path } = await makeFlow(client, {
    scheduleParams: { startTime: inOneHour(), frequency: "once" },
  });
  const params = { windowStartTime: 1, windowEndTime: 2 };
  const body = { flowId: path.split("/").at(-1)!, params };
  const withDelta = { ...body, params: { ...params, deltaColumn: { name: "updated" } } };
  expect(codeOf(await client.call("POST", `${flowService}/runs`, withDelta))).toBe("1384-400");
  emulator.set({ runCreateReply: "envelope" });
  expect((await client.call("POST", `${flowService}/runs`, body)).body).toEqual({
    items: [{ id: expect.any(String) as string, etag: expect.any(String) as string }],
  });
});

test("AEP disables a flow whose runs fail for 30 days", async () => {
  const { path } = await makeFlow(client);
  const flowId = path.split("/").at(-1)!;
  const before = (await itemAt(client, path))["etag"];
  emulator.disableFailing("prod", flowId);
  const after = await itemAt(client, path);
  expect(after).toMatchObject({ state: "disabled", lastRunDetails: { state: "failed" } });
  expect(after["etag"]).not.toBe(before);
  expect((await client.call("POST", `${path}/action?op=enable`)).status).toBe(200);
});

test("a test can add a failed run and a batch", async () => {
  const { path, parts } = await makeFlow(client);
  const flowId = path.split("/").at(-1)!;
  const run = emulator.addRun("prod", flowId, { status: "failed", message: "The bucket is gone." });
  expect(await itemAt(client, `${flowService}/runs/${run}`)).toMatchObject({
    state: "failed",
    flowId,
    metrics: { statusSummary: { status: "failed", errors: [{ message: "The bucket is gone." }] } },
  });
  const batch = emulator.addBatch("prod", parts.dataset, { status: "failed" });
  const list = await client.call("GET", `/data/foundation/catalog/batches?dataSet=${parts.dataset}`);
  expect(list.body).toMatchObject({ [batch]: { status: "failed" } });
  expect(() => emulator.addRun("prod", "unknown")).toThrow("no object 'unknown'");
});

test("a call cannot run a scheduled flow", async () => {
  const { path } = await makeFlow(client);
  const flowId = path.split("/").at(-1)!;
  const response = await client.call("POST", `${flowService}/runs`, {
    flowId,
    params: { windowStartTime: 1 },
  });
  expect(codeOf(response)).toBe("1386-400");
});
