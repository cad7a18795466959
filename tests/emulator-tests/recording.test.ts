/** The HAR file, the data folder, and the command that uses both. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { emulatorCommand } from "../emulator/command";
import { awkward, connect, olderShapes, start, type Client } from "../emulator";
import { flow, flowService, itemAt, made, makeChain, s3Connection } from "./tutorialChain";

/** An optional checker beside the repository. Without it the test only counts the recorded calls. */
const contractCheck = resolve(__dirname, "../../../shared/tools/contract-check/contract-check");

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "emulator-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Polls until the object is in a final state, and returns its etag. */
async function etagAtRest(client: Client, path: string): Promise<string> {
  const { state, etag } = await itemAt(client, path);
  return state === "enabled" || state === "disabled" ? String(etag) : etagAtRest(client, path);
}

/** Calls every operation of Flow Service once, including tokens and an invalid call. */
async function traffic(client: Client, url: string): Promise<void> {
  await fetch(`${url}/ims/token/v3`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: "a",
      client_secret: "planted-client-secret",
      scope: "openid",
    }),
  });
  const parts = await makeChain(client);
  const path = `${flowService}/flows/${await made(client, `${flowService}/flows`, flow(parts))}`;
  const patch = async (of: string, operation: object) => {
    const etag = await etagAtRest(client, of);
    await client.call("PATCH", of, [operation], { "if-match": String(etag) });
  };
  await patch(path, { op: "replace", path: "/scheduleParams/interval", value: "45" });
  const base = `${flowService}/connections/${parts.base}`;
  await patch(base, { op: "replace", path: "/auth/params/s3SessionToken", value: "planted-rotated" });
  await patch(base, {
    op: "replace",
    path: "/auth/params",
    value: { s3AccessKey: "k", s3SecretKey: "planted-whole" },
  });
  await patch(`${flowService}/sourceConnections/${parts.source}`, {
    op: "replace",
    path: "/name",
    value: "renamed",
  });
  await patch(`${flowService}/targetConnections/${parts.target}`, {
    op: "replace",
    path: "/name",
    value: "renamed",
  });
  const ifMatch = { "if-match": await etagAtRest(client, path) };
  await client.call("POST", `${path}/action?op=disable`, undefined, ifMatch);
  await etagAtRest(client, path);
  await client.call("GET", `${base}/test`);
  await client.call("GET", `${base}/explore?objectType=ROOT`);
  for (const list of ["flows", "connections", "sourceConnections", "targetConnections", "runs"]) {
    await client.call("GET", `${flowService}/${list}?limit=1`);
  }
  for (const specs of ["flowSpecs", "connectionSpecs"]) await client.call("GET", `${flowService}/${specs}`);
  await client.call("GET", `${flowService}/connectionSpecs/${s3Connection.connectionSpec.id}`);
  await client.call("GET", "/data/foundation/sandbox-management/");
  await client.call("POST", `${flowService}/connections`, {
    ...s3Connection,
    auth: { specName: "planted-nothing" },
  });
  for (const gone of [path, `${flowService}/sourceConnections/${parts.source}`, base])
    await client.call("DELETE", gone);
}

test.each([
  ["default", {}, []] as const,
  ["awkward", awkward, []] as const,
  ["asynchronous", { asyncPolls: 1 }, []] as const,
  ["older", olderShapes, ["--old-errors"]] as const,
])(
  "recorded traffic conforms to Adobe's OpenAPI files, if they are available (%s switches)",
  async (_name, switches, options) => {
    const har = join(folder, "traffic.har");
    const emulator = await start({ har, switches });
    await traffic(connect(emulator), emulator.url);
    await emulator.close();
    const { entries } = (JSON.parse(readFileSync(har, "utf8")) as { log: { entries: unknown[] } }).log;
    expect(entries.length).toBeGreaterThan(30);
    if (!existsSync(contractCheck)) return;
    const check = spawnSync(contractCheck, [...options, har], { encoding: "utf8" });
    expect([check.status, check.stdout]).toEqual([0, expect.stringContaining("0 findings")]);
  },
);

test("the ledger contains credentials, but the HAR file does not", async () => {
  const har = join(folder, "traffic.har");
  const emulator = await start({ har, switches: { secretMask: "plain" } });
  const client = connect(emulator);
  await traffic(client, emulator.url);
  await client.call(
    "POST",
    `${flowService}/connections`,
    '{"auth": {"params": {"s3SecretKey": "planted-broken',
  );
  const bodies = JSON.stringify(emulator.ledger.entries.map((entry) => entry.body));
  for (const secret of ["planted-secret", "planted-token", "planted-rotated"])
    expect(bodies).toContain(secret);
  await emulator.close();
  const recorded = readFileSync(har, "utf8");
  expect(recorded).not.toMatch(/planted-(secret|token|rotated|whole|broken|client-secret)/);
  expect(recorded).not.toContain("eyJ");
  expect(recorded).toContain("[redacted]");
  expect(recorded).toContain("AKIAEXAMPLE");
});

test("a world in a data folder survives a restart", async () => {
  const data = join(folder, "world");
  const first = await start({ data });
  const id = await made(connect(first), `${flowService}/connections`, s3Connection);
  await first.close();
  expect(readdirSync(data)).toEqual(["world.json"]);
  const second = await start({ data });
  expect(second.objects("prod", "connections")).toMatchObject([{ id, auth: s3Connection.auth }]);
  expect(second.world.sandboxes).toEqual(first.world.sandboxes);
  second.reset();
  await second.close();
  const third = await start({ data });
  expect(third.objects("prod", "connections")).toEqual([]);
  await third.close();
});

test("the command prints its URL, runs until a signal, and writes the HAR file", async () => {
  const har = join(folder, "traffic.har");
  const [written, hints]: [string[], string[]] = [[], []];
  const write = jest
    .spyOn(process.stdout, "write")
    .mockImplementation((text) => written.push(String(text)) > 0);
  const hint = jest.spyOn(process.stderr, "write").mockImplementation((text) => hints.push(String(text)) > 0);
  try {
    const running = emulatorCommand(["--har", har, "--latency", "1"]);
    while (written.length === 0) await new Promise((tick) => setImmediate(tick));
    expect(written).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\n$/)]);
    expect(hints.join("")).toContain(`pulumi config set aep:endpoint ${written[0]!}`);
    expect((await fetch(written[0]!.trim())).status).toBe(404);
    process.emit("SIGTERM");
    expect(await running).toBe(0);
  } finally {
    write.mockRestore();
    hint.mockRestore();
  }
  expect(JSON.parse(readFileSync(har, "utf8"))).toMatchObject({ log: { version: "1.2", entries: [{}] } });
});

test.each([[["--port", "http"]], [["--colour"]], [["--latency", "-1"]]])(
  "the command refuses %j",
  async (args) => {
    const write = jest.spyOn(process.stderr, "write").mockReturnValue(true);
    try {
      expect(await emulatorCommand(args)).toBe(2);
      expect(write).toHaveBeenCalledWith(expect.stringContaining("Usage: pulumi-aep emulator"));
    } finally {
      write.mockRestore();
    }
  },
);
