import { setImmediate as turn } from "node:timers/promises";
import { awkward } from "../emulator";
import { s3Chain, startAep, type Aep } from "../wire/fixtures/aep";
import type { Program } from "../wire/program";
import type { ProviderProcess } from "../wire/providerProcess";
import type { Stack } from "../wire/stack";
import type { Run } from "../wire/steps";
import { duplicateMarks, strays, worldDifferences, worldText } from "./sweepWorld";

/** The real provider process, killed by the operating system at a sample of the points of sweep.test.ts. */

let aep: Aep;

beforeAll(async () => {
  aep = await startAep({ switches: awkward });
});
beforeEach(() => aep.emulator.reset());
afterAll(() => aep.close());

const noForeignObjects: ReadonlySet<string> = new Set();
const processes: ProviderProcess[] = [];

afterEach(async () => {
  await Promise.all(processes.splice(0).map((process) => process.kill()));
});

async function startProcess(): Promise<ProviderProcess> {
  const process = await aep.startProvider();
  processes.push(process);
  return process;
}

async function deploy(program: Program | undefined): Promise<Stack> {
  const stack = aep.stack({ provider: await startProcess() });
  if (program) expect((await stack.up(program)).errors).toEqual([]);
  return stack;
}

function applyChange(stack: Stack, program: Program | undefined): Promise<Run> {
  return program ? stack.up(program) : stack.destroy();
}

/** `kill -9` as soon as AEP has received the request, or has handled it without a response yet. */
async function killedAt(stack: Stack, call: number, when: "before" | "after", program: Program | undefined) {
  const process = await startProcess();
  stack.provider = process;
  const point = aep.emulator.faults.add({ path: /^\/data\//, nth: call, when, act: { kind: "hang" } });
  const running = applyChange(stack, program);
  while (point.hits === 0) await turn();
  await process.kill();
  expect((await running).ok).toBe(false);
  aep.emulator.faults.clear();
}

async function goal(before: Program | undefined, after: Program | undefined): Promise<readonly string[]> {
  const stack = await deploy(before);
  expect((await applyChange(stack, after)).errors).toEqual([]);
  const text = worldText(aep.emulator, stack.state, noForeignObjects);
  aep.emulator.reset();
  return text;
}

const [first, other] = [s3Chain(), s3Chain({ path: "/crm/other.csv", lastName: "Surname" })];

const points: [string, Program | undefined, Program | undefined, number, "before" | "after"][] = [
  ...([2, 5, 9, 14, 18] as const).map(
    (call) => ["creating", undefined, first, call, "after"] as (typeof points)[number],
  ),
  ["creating", undefined, first, 7, "before"],
  ["replacing a part of", first, other, 2, "after"],
  ["replacing a part of", first, other, 4, "after"],
  ["replacing a part of", first, other, 7, "before"],
  ["destroying", first, undefined, 1, "after"],
  ["destroying", first, undefined, 5, "before"],
  ["destroying", first, undefined, 6, "after"],
];

it.each(points.map(([what, before, after, call, when]) => ({ what, before, after, call, when })))(
  "the next process completes the run of a process killed $when call $call of $what the chain",
  async ({ before, after, call, when }) => {
    const wanted = await goal(before, after);
    const stack = await deploy(before);
    await killedAt(stack, call, when, after);
    stack.provider = await startProcess();
    expect((await applyChange(stack, after)).errors).toEqual([]);
    expect(worldDifferences(worldText(aep.emulator, stack.state, noForeignObjects), wanted)).toEqual([]);
    expect([...strays(aep.emulator, stack.state, noForeignObjects), ...duplicateMarks(aep.emulator)]).toEqual(
      [],
    );
    expect((await applyChange(stack, after)).changes).toEqual([]);
  },
);
