import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LedgerEntry, RequestRecord, Switches } from "../emulator";
import { deployedObjectsOf } from "../engine/deployedObjects";
import { projectRoot } from "../engine/projectRoot";
import { runCommand } from "../engine/runCommand";
import {
  type Edit,
  examplesFolder,
  expectSuccess,
  filesOf,
  openExample,
  type ExampleName,
  type ExampleRun,
} from "./exampleRun";

export interface Expectations {
  name: ExampleName;
  /** Known secret values, by the config key without the project's name. */
  secrets: Readonly<Record<string, string>>;
  /** The config key that gets a new value, and the JSON Pointer of the value in the request. */
  rotated?: { key: string; path: string };
  /** The steps of the README, in this order. */
  readmeSteps: readonly ReadmeStep[];
  /** Collection of each created object, in any order. */
  kinds: readonly string[];
  /** Collection of each object that a second resource changes, with one PATCH between two GETs. */
  attachedTo?: readonly string[];
  /** Outputs that are not ids. */
  outputs?: Readonly<Record<string, RegExp>>;
  /** Switches of the emulator that allow every object to be deleted. */
  switches?: Partial<Switches>;
  /** Requests that the program itself makes in each run. */
  programRequests?: readonly string[];
}

export interface ReadmeStep {
  /** Text of the README. */
  text: string;
  edits: readonly Edit[];
  /** Writes in order, as `METHOD kind`. */
  writes: readonly string[];
  /** Expected error in the output of the CLI. */
  refused?: RegExp;
}

const tool = join(projectRoot, "..", "shared", "tools", "contract-check", "contract-check");
/** Older forms of errors conform to no description of Adobe. */
const toolOptions = process.env["EMULATOR_PASS"] === "older" ? ["--old-errors"] : [];
const longestProvider = 96;

/** Tests that every example must pass with the real engine. They run in this order. */
export function describeExample({
  name,
  secrets,
  rotated,
  readmeSteps,
  kinds,
  attachedTo = [],
  outputs: otherOutputs = {},
  switches = {},
  programRequests = [],
}: Expectations): void {
  const filesBefore = filesOf(join(examplesFolder, name));
  /** A dataflow that names none reads its source connection to choose one. */
  const namesFlowSpec = filesBefore[join(examplesFolder, name, "index.ts")]!.includes("flowSpec:");
  // This value is also valid as a base64 key.
  const newValue = "plantedRotatedValue";
  let run: ExampleRun;

  beforeAll(async () => {
    run = await openExample(name, secrets, switches);
  });
  afterAll(() => run.close());

  /** Runs a command and returns its requests and writes. */
  async function recordTraffic(
    command: () => Promise<void>,
  ): Promise<{ requests: RequestRecord[]; writes: LedgerEntry[] }> {
    const { emulator } = run;
    const [requestsBefore, writesBefore] = [emulator.requests.length, emulator.ledger.writes().length];
    await command();
    return {
      requests: emulator.requests.slice(requestsBefore),
      writes: emulator.ledger.writes().slice(writesBefore),
    };
  }

  test("up creates each object with one POST and one GET, and outputs their ids", async () => {
    const { requests, writes } = await recordTraffic(async () => expectSuccess(await run.workspace.up()));
    expect(writes.map(({ kind, method }) => `${method} ${kind}`).sort()).toEqual(
      [...kinds.map((kind) => `POST ${kind}`), ...attachedTo.map((kind) => `PATCH ${kind}`)].sort(),
    );
    expect(new Set(writes.map(({ sandbox }) => sandbox))).toEqual(new Set(["dev"]));
    const others = requests.filter((request) => !isLookUp(request));
    // Before the first create of a kind, one list request searches for objects of an interrupted run.
    const lists = others.filter(isList).map(({ path }) => path.split("?")[0]);
    expect(lists).toHaveLength(new Set(kinds).size);
    expect(new Set(lists).size).toBe(lists.length);
    const calls = others.filter((request) => !isList(request)).map(({ method }) => method);
    expect(calls.sort()).toEqual(
      [
        ...kinds.flatMap(() => ["GET", "POST"]),
        ...(namesFlowSpec ? [] : kinds.filter((kind) => kind === "flows").map(() => "GET")),
        ...attachedTo.flatMap(() => ["GET", "PATCH", "GET"]),
      ].sort(),
    );
    expect(requests.filter(({ status }) => status >= 400)).toEqual([]);
    const outputs = await run.workspace.outputs();
    const ids = Object.keys(outputs).filter((key) => !(key in otherOutputs));
    expect(ids.length).toBeGreaterThan(0);
    expect(writes.map(({ id }) => id)).toEqual(expect.arrayContaining(ids.map((key) => outputs[key])));
    for (const [key, pattern] of Object.entries(otherOutputs)) expect(outputs[key]).toMatch(pattern);
  });

  test("preview shows no changes, and the provider makes no request", async () => {
    const { requests } = await recordTraffic(async () =>
      expectSuccess(await run.workspace.preview(["--diff", "--expect-no-changes"])),
    );
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual(programRequests);
  });

  test("refresh and preview --refresh find no drift and write nothing", async () => {
    const { requests, writes } = await recordTraffic(async () => {
      expectSuccess(await run.workspace.refresh(["--expect-no-changes"]));
      expectSuccess(await run.workspace.preview(["--refresh", "--expect-no-changes"]));
    });
    expect(writes).toEqual([]);
    expect(requests.filter((request) => !isLookUp(request)).map(({ method }) => method)).toEqual(
      [...kinds, ...attachedTo, ...kinds, ...attachedTo].map(() => "GET"),
    );
  });

  if (rotated !== undefined)
    test("a changed secret is one PATCH of the base connection", async () => {
      const { writes } = await recordTraffic(async () => {
        await run.workspace.setConfig(`${name}:${rotated.key}`, newValue, "secret");
        expectSuccess(await run.workspace.up());
      });
      expect(writes.map(({ method, kind, body }) => ({ method, kind, body }))).toEqual([
        {
          method: "PATCH",
          kind: "connections",
          body: [{ op: "replace", path: rotated.path, value: newValue }],
        },
      ]);
      const { requests } = await recordTraffic(async () =>
        expectSuccess(await run.workspace.up(["--expect-no-changes"])),
      );
      expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual(programRequests);
    });

  test.each(readmeSteps)("README: $says", async ({ text: text, edits, writes, refused }) => {
    expect(readFileSync(join(examplesFolder, name, "README.md"), "utf8").replace(/\s+/g, " ")).toContain(
      text,
    );
    const workspace = await run.withEdits(edits);
    const recorded = await recordTraffic(async () => {
      const up = await workspace.up();
      if (refused === undefined) expectSuccess(up);
      else expect([up.code === 0, up.stdout + up.stderr]).toEqual([false, expect.stringMatching(refused)]);
    });
    expect(recorded.writes.map(({ kind, method }) => `${method} ${kind}`)).toEqual(writes);
    if (refused === undefined) expectSuccess(await workspace.preview(["--diff", "--expect-no-changes"]));
  });

  test("state and output contain no secret, and the state contains a short reference to the provider", async () => {
    const state = await run.workspace.exportState();
    const stateFiles = Object.values(filesOf(run.workspace.backendFolder)).join("\n");
    expect(stateFiles).toContain("aep:BaseConnection");
    const texts = [run.printed(), stateFiles, JSON.stringify(state)];
    const planted = [...Object.values(secrets), newValue, "planted-client-secret"];
    expect(planted.filter((value) => texts.some((text) => text.includes(value)))).toEqual([]);
    expect(deployedObjectsOf(state)).toHaveLength(kinds.length + attachedTo.length);
    for (const { kind } of deployedObjectsOf(state)) {
      const address = `exports.handler=()=>require("pulumi-aep/provider").resource("${kind}")`;
      const found = state.deployment.resources?.find(({ type }) => type.endsWith(`:${kind}`));
      expect([found?.inputs?.["__provider"], found?.outputs?.["__provider"]]).toEqual([address, address]);
      expect(address.length).toBeLessThanOrEqual(longestProvider);
    }
  });

  test("destroy deletes all objects and empties the state", async () => {
    const { writes } = await recordTraffic(async () => expectSuccess(await run.workspace.destroy()));
    expect(writes.map(({ kind, method }) => `${method} ${kind}`).sort()).toEqual(
      kinds.map((kind) => `DELETE ${kind}`).sort(),
    );
    expect(kinds.flatMap((kind) => run.emulator.objects("dev", kind))).toEqual([]);
    expect(deployedObjectsOf(await run.workspace.exportState())).toEqual([]);
  });

  test("all requests match Adobe's API descriptions, and the example's folder is unchanged", async () => {
    await run.emulator.close();
    expect(existsSync(run.har)).toBe(true);
    if (existsSync(tool)) {
      expectSuccess(await runCommand(tool, [...toolOptions, run.har], { env: process.env }));
    }
    expect(filesOf(join(examplesFolder, name))).toEqual(filesBefore);
  });
}

function isList({ method, path }: RequestRecord): boolean {
  const lists =
    /\/(connections|sourceConnections|targetConnections|flows|dataSets|mappingSets|schemas|classes|fieldgroups|descriptors)(\?|$)/;
  return method === "GET" && lists.test(path);
}

function isLookUp({ path }: RequestRecord): boolean {
  return /^\/ims\/token|\/flowSpecs(\?|$)|\/schemaregistry\/stats$/.test(path);
}
