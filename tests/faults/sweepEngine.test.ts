import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { awkward, start, type Act, type Emulator } from "../emulator";
import { deployedObjectsOf } from "../engine/deployedObjects";
import { findPulumi, type PulumiCli } from "../engine/pulumiCli";
import { openWorkspace, type Workspace } from "../engine/workspace";
import { examplesFolder, expectSuccess, platformEnvironment } from "../examples/exampleRun";
import { duplicateMarks, liveObjects } from "./sweepWorld";

/** The real engine, interrupted by Ctrl-C during a write. */

let cli: PulumiCli;
let emulator: Emulator;
let folder: string;

beforeAll(async () => {
  cli = await findPulumi({ progress: (line) => process.stderr.write(`${line}\n`) });
});
beforeEach(async () => {
  emulator = await start({ switches: awkward });
  folder = mkdtempSync(join(tmpdir(), "pulumi-aep-interrupted-"));
});
afterEach(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

async function workspace(signal?: AbortSignal, onOutput?: (text: string) => void): Promise<Workspace> {
  const program = join(examplesFolder, "amazon-s3");
  const opened = await openWorkspace({
    cli,
    folder,
    program,
    stack: "dev",
    configFile: join(program, "Pulumi.dev.yaml"),
    env: platformEnvironment(emulator),
    signal,
    onOutput,
  });
  for (const key of ["s3AccessKey", "s3SecretKey"]) {
    await opened.setConfig(`amazon-s3:${key}`, "planted-secret", "secret");
  }
  return opened;
}

/** The ids in the state and the ids of the live objects. */
async function idsInStateAndLive(opened: Workspace): Promise<[string[], string[]]> {
  const inState = deployedObjectsOf(await opened.exportState()).map(({ id }) => id);
  return [
    inState.sort(),
    liveObjects(emulator)
      .map(({ id }) => id)
      .sort(),
  ];
}

type ActOf = (cancelling: Promise<void>) => Act;

it.each<[string, number, ActOf]>([
  ["a write whose response comes after Ctrl-C", 2, (until) => ({ kind: "wait", until })],
  ["a write whose response never comes, until the second Ctrl-C", 3, () => ({ kind: "hang" })],
])("the next up completes an up that was interrupted during %s", async (_what, nth, actOf) => {
  const interrupt = new AbortController();
  let onOutput: (text: string) => void = () => undefined;
  const cancelling = new Promise<void>((resolve) => {
    onOutput = (text) => void (text.includes("cancelling") && resolve());
  });
  const interrupted = await workspace(interrupt.signal, (text) => onOutput(text));
  const act = actOf(cancelling);
  const point = emulator.faults.add({ method: "POST", path: /^\/data\//, nth, when: "after", act });
  const running = interrupted.up();
  while (point.hits === 0) await wait(20);
  interrupt.abort();
  expect((await running).code).not.toBe(0);
  emulator.faults.clear();

  const again = await workspace();
  // An interrupted run leaves its lock behind.
  await again.run(["cancel", "--yes"]);
  expectSuccess(await again.up());
  const [inState, live] = await idsInStateAndLive(again);
  expect(live).toEqual(inState);
  expect(duplicateMarks(emulator)).toEqual([]);
  expectSuccess(await again.preview(["--expect-no-changes"]));
  expectSuccess(await again.destroy());
  expect(liveObjects(emulator)).toEqual([]);
});
