import type { Snapshot } from "../emulator/world";
import type { Program, ProgramInputs } from "../wire/program";
import type { ResourceState } from "../wire/resourceState";
import { Stack, type UpOptions } from "../wire/stack";
import type { Run } from "../wire/steps";
import type { InProcessProvider, KillPoint } from "./inProcess";
import type { CrashRig } from "./sweepRig";
import { duplicateMarks, liveObjects, strays, worldDifferences, worldText } from "./sweepWorld";

/** A change of a stack. The provider is killed at every point of it. */
export interface SweepCase {
  readonly name: string;
  /** The program that is deployed before. Default: none. */
  readonly before?: Program;
  /** Undefined: the stack is destroyed. */
  readonly after: Program | undefined;
  readonly options?: UpOptions;
  /** The sandbox of all objects after the change. */
  readonly sandbox?: string;
}

export interface Sweep {
  readonly points: number;
  /** The problems, each with the point of the kill. */
  readonly failures: readonly string[];
}

/** A stack before the change, which is restored for every point. */
interface SweepStart {
  readonly world: Snapshot;
  readonly state: ResourceState[];
  readonly foreign: ReadonlySet<string>;
  readonly foreignText: string;
}

/** Runs the change without a kill, and then once per point: the provider is killed there, and a new one runs the change again. */
export async function sweep(
  rig: CrashRig,
  sweepCase: SweepCase,
  parallel: number,
  others?: Program,
): Promise<Sweep> {
  const start = await prepare(rig, sweepCase, others);
  const clean = rig.provider();
  const cleanStack = stackOf(sweepCase, clean, start, parallel);
  const run = await applyChange(cleanStack, sweepCase);
  if (!run.ok) throw new Error(`${sweepCase.name}: ${run.errors.map(({ message }) => message).join("; ")}`);
  const goal = worldText(rig.emulator, cleanStack.state, start.foreign);
  const failures: string[] = [];
  const points = Array.from({ length: clean.calls }, (_, index) => index + 1).flatMap((call) =>
    (["before", "after"] as const).map((when) => ({ call, when })),
  );
  for (const point of points) {
    const problems = await killedAt(rig, sweepCase, start, point, parallel, goal);
    failures.push(
      ...problems.map((problem) => `${sweepCase.name}, ${point.when} call ${point.call}: ${problem}`),
    );
  }
  return { points: points.length, failures };
}

async function prepare(
  rig: CrashRig,
  sweepCase: SweepCase,
  others: Program | undefined,
): Promise<SweepStart> {
  rig.emulator.reset();
  if (others) await deploy(new Stack({ provider: rig.provider(), project: "others" }), others);
  const foreignObjects = liveObjects(rig.emulator);
  const stack = new Stack({ provider: rig.provider() });
  if (sweepCase.before) await deploy(stack, sweepCase.before);
  return {
    world: rig.saveWorld(),
    state: stack.saveState(),
    foreign: new Set(foreignObjects.map(({ id }) => id)),
    foreignText: JSON.stringify(foreignObjects),
  };
}

async function deploy(stack: Stack, program: Program): Promise<void> {
  const { errors } = await stack.up(program);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("; "));
}

function stackOf(
  sweepCase: SweepCase,
  provider: InProcessProvider,
  start: SweepStart,
  parallel: number,
): Stack {
  const inSandbox = (_kind: string, name: string, args: ProgramInputs): ProgramInputs => {
    const pulumi = { project: "ingestion", stack: "dev", name };
    return { sandbox: sweepCase.sandbox ?? "dev", pulumi, ...args };
  };
  return new Stack({ provider, parallel, state: start.state, inputsOf: inSandbox });
}

function applyChange(stack: Stack, { after, options }: SweepCase): Promise<Run> {
  return after ? stack.up(after, options) : stack.destroy();
}

async function killedAt(
  rig: CrashRig,
  sweepCase: SweepCase,
  start: SweepStart,
  killAt: KillPoint,
  parallel: number,
  goal: readonly string[],
): Promise<string[]> {
  rig.restoreWorld(start.world);
  const killed = rig.provider({ killAt });
  const stack = stackOf(sweepCase, killed, start, parallel);
  await applyChange(stack, sweepCase);
  await killed.kill();
  const again = rig.provider();
  stack.provider = again;
  const run = await applyChange(stack, sweepCase);
  return [
    ...run.errors.map(({ message }) => `the second run failed: ${message}`),
    ...(await problemsAfter(rig, stack, sweepCase, start, goal)),
  ];
}

async function problemsAfter(
  rig: CrashRig,
  stack: Stack,
  sweepCase: SweepCase,
  start: SweepStart,
  goal: readonly string[],
): Promise<string[]> {
  const { emulator } = rig;
  const now = worldText(emulator, stack.state, start.foreign);
  const problems = [...strays(emulator, stack.state, start.foreign), ...duplicateMarks(emulator)];
  problems.push(...worldDifferences(now, goal));
  const others = liveObjects(emulator).filter(({ id }) => start.foreign.has(id));
  if (JSON.stringify(others) !== start.foreignText) problems.push("objects of others were changed");
  const before = emulator.requests.length;
  stack.provider = rig.provider();
  const { options: _once, ...plain } = sweepCase;
  const third = await applyChange(stack, plain);
  problems.push(...third.changes.map((text) => `the third run still had a change: ${text}`));
  if (emulator.requests.length > before) problems.push("the third run sent requests to AEP");
  return problems;
}
