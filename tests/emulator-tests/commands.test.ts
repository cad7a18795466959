/** The commands that change a running emulator, and the files that the emulator's command reads. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, start, type Client, type Emulator } from "../emulator";
import { emulatorCommand } from "../emulator/command";
import { controlPath } from "../emulator/controlEndpoint";
import { switchesOf } from "../emulator/probeReport";
import { makeFlow } from "./flowServiceCaller";
import { itemAt } from "./tutorialChain";

let emulator: Emulator;
let client: Client;
let printed: string[];
let complaints: string[];
let spies: jest.SpyInstance[];

beforeEach(async () => {
  emulator = await start();
  client = connect(emulator, { sandbox: "dev" });
  [printed, complaints] = [[], []];
  spies = [
    jest.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0),
    jest.spyOn(process.stderr, "write").mockImplementation((text) => complaints.push(String(text)) > 0),
  ];
});

afterEach(async () => {
  for (const spy of spies) spy.mockRestore();
  await emulator.close();
});

function run(...args: string[]): Promise<number> {
  return emulatorCommand([...args, "--url", emulator.url]);
}

test("edit sets fields by their paths, gives the object a new etag, and takes a name for the id", async () => {
  const { path } = await makeFlow(client);
  const { name, etag } = await itemAt(client, path);
  const values = [
    "scheduleParams.interval=45",
    "options.note=by hand",
    "transformations.0.params.mappingVersion=7",
  ];
  expect(await run("edit", "flows", String(name), ...values)).toBe(0);
  expect(printed).toEqual([`Edited flows ${path.split("/").at(-1)!}\n`]);
  const after = await itemAt(client, path);
  expect(after).toMatchObject({
    scheduleParams: { interval: "45" },
    options: { note: "by hand" },
    transformations: [{ params: { mappingVersion: 7 } }],
  });
  expect(after["etag"]).not.toBe(etag);
});

test("remove deletes an object by its id", async () => {
  const { path, parts } = await makeFlow(client);
  expect(await run("remove", "flows", path.split("/").at(-1)!)).toBe(0);
  expect((await client.call("GET", path)).status).toBe(404);
  expect(await run("remove", "sourceConnections", parts.source, "--sandbox", "prod")).toBe(1);
  expect(complaints.join("")).toContain(`There is no object '${parts.source}' in 'sourceConnections'`);
});

test("add-batch, add-run and disable-failing do what AEP does", async () => {
  const { path, parts } = await makeFlow(client);
  const flowId = path.split("/").at(-1)!;
  expect(await run("add-batch", parts.dataset, "--status", "failed")).toBe(0);
  expect(emulator.objects("dev", "batches")).toMatchObject([{ status: "failed" }]);
  expect(await run("add-run", flowId, "--status", "failed", "--message", "No such bucket.")).toBe(0);
  expect(emulator.objects("dev", "runs")).toMatchObject([
    { flowId, metrics: { statusSummary: { errors: [{ message: "No such bucket." }] } } },
  ]);
  expect(await run("disable-failing", flowId)).toBe(0);
  expect(await itemAt(client, path)).toMatchObject({ state: "disabled" });
});

test.each([
  [["edit", "flows", "x"], "The arguments of edit are wrong."],
  [["edit", "flows", "x", "name"], '"name" must have the form PATH=VALUE.'],
  [
    ["add-run", "x", "--status", "bad"],
    "--status must be one of success, failed, partialSuccess, inProgress",
  ],
])("%j is a usage error", async (args, problem) => {
  expect(await run(...args)).toBe(2);
  expect(complaints.join("")).toContain(problem);
});

test("a URL without an emulator is an error", async () => {
  const { url } = emulator;
  await emulator.close();
  expect(await emulatorCommand(["remove", "flows", "x", "--url", url])).toBe(1);
  expect(complaints.join("")).toContain(`No emulator runs at ${url}.`);
  emulator = await start();
});

test("a control request is not recorded, and must be JSON", async () => {
  const before = emulator.requests.length;
  const body = JSON.stringify({ command: "remove", sandbox: "dev", collection: "flows", object: "x" });
  const response = await fetch(emulator.url + controlPath, { method: "POST", body });
  expect(response.status).toBe(415);
  expect(emulator.requests).toHaveLength(before);
});

describe("a probe report", () => {
  const observation = (name: string, value: unknown) => ({ switch: name, value });

  test("sets the switches that it names, and warns of the others", () => {
    const observations = [
      observation("flowErrorShape", "bare"),
      observation("deleteStatus", 202),
      observation("noSuchSwitch", 1),
      observation("asyncPolls", "two"),
    ];
    expect(switchesOf({ format: 1, observations }, "report.json")).toEqual({
      switches: { flowErrorShape: "bare", deleteStatus: 202 },
      warnings: [
        'The emulator has no switch "noSuchSwitch". The observation is ignored.',
        'The switch "asyncPolls" takes a number, not "two". The observation is ignored.',
      ],
    });
    expect(() => switchesOf({ observations }, "report.json")).toThrow("report.json is not a probe report");
  });

  test("and a file of connectors are options of the command", async () => {
    const folder = mkdtempSync(join(tmpdir(), "emulator-"));
    const [report, connectors] = [join(folder, "report.json"), join(folder, "connectors.json")];
    const observations = [observation("unknownPath", "json"), observation("other", 1)];
    writeFileSync(report, JSON.stringify({ format: 1, observations }));
    writeFileSync(connectors, JSON.stringify({ connectionSpecs: [{ id: "in-house", name: "in-house" }] }));
    const running = emulatorCommand(["--as", report, "--connectors", connectors]);
    while (printed.length === 0) await new Promise((tick) => setImmediate(tick));
    const url = printed[0]!.trim();
    expect(await (await fetch(`${url}/nowhere`)).json()).toMatchObject({ error_code: "404003" });
    expect(complaints.join("")).toContain('The emulator has no switch "other".');
    process.emit("SIGTERM");
    expect(await running).toBe(0);
    expect(await emulatorCommand(["--as", join(folder, "absent.json")])).toBe(1);
    rmSync(folder, { recursive: true });
  });
});
