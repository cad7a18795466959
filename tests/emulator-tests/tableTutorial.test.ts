/** The calls of Adobe's tutorial on collecting data of a database, for Amazon Redshift. */

import { connect, start, type Client, type Emulator } from "../emulator";
import { patch } from "./flowServiceCaller";
import { codeOf, flow, flowService, inOneHour, itemAt, made, makeChain } from "./tutorialChain";

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

const redshift = { id: "3416976c-a9ca-4bba-901a-1f08f66978ff", version: "1.0" };
const deltaColumn = { name: "updated", dateFormat: "YYYY-MM-DD", timezone: "UTC" };

async function tableFlow(copy: object[], schedule: object = {}) {
  const parts = await makeChain(client);
  const params = { server: "server", database: "db", password: "planted", username: "user" };
  const base = await made(client, `${flowService}/connections`, {
    name: "amazon-redshift base connection",
    auth: { specName: "Basic Authentication", params },
    connectionSpec: redshift,
  });
  const source = await made(client, `${flowService}/sourceConnections`, {
    name: "Database source connection",
    baseConnectionId: base,
    data: { format: "tabular" },
    params: {
      tableName: "test1.Mytable",
      columns: [{ name: "TestID", type: "string", xdm: { type: "string" } }],
    },
    connectionSpec: redshift,
  });
  return client.call("POST", `${flowService}/flows`, {
    ...flow({ ...parts, source }),
    flowSpec: { id: "14518937-270c-4525-bdec-c2ba7cce3860", version: "1.0" },
    transformations: [...copy, { name: "Mapping", params: { mappingId: parts.mapping, mappingVersion: 0 } }],
    scheduleParams: { startTime: inOneHour(), frequency: "day", interval: 1, ...schedule },
  });
}

test("a scheduled flow requires the delta column", async () => {
  expect(codeOf(await tableFlow([]))).toBe("1367-400");
  emulator.reset();
  expect((await tableFlow([{ name: "Copy", params: { deltaColumn } }])).status).toBe(201);
});

test("a flow that runs once cannot have a delta column", async () => {
  const once = { frequency: "once", interval: undefined };
  expect(codeOf(await tableFlow([{ name: "Copy", params: { deltaColumn } }], once))).toBe("1369-400");
  emulator.reset();
  expect((await tableFlow([], once)).status).toBe(201);
});

test("the first run of a table source writes its delta column into the flow, a second one cannot", async () => {
  const flowId = String((await tableFlow([], { frequency: "once", interval: undefined })).body["id"]);
  const path = `${flowService}/flows/${flowId}`;
  const run = (deltaColumn: object) =>
    client.call("POST", `${flowService}/runs`, {
      flowId,
      params: { windowStartTime: 1, windowEndTime: 2, deltaColumn },
    });
  expect((await run({ name: "updated" })).status).toBe(201);
  expect((await itemAt(client, path))["transformations"]).toEqual([
    expect.objectContaining({ name: "Mapping" }) as object,
    { name: "Copy", params: { deltaColumn: { name: "updated" } } },
  ]);
  expect(codeOf(await run({ name: "created" }))).toBe("1384-400");
  const renamed = await patch(client, path, [{ op: "replace", path: "/name", value: "renamed" }]);
  expect(renamed.status).toBe(200);
});
