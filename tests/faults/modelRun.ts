import type { Snapshot } from "../emulator/world";
import { Stack } from "../wire/stack";
import type { Sequence } from "./modelCommands";
import type { DesiredProgram } from "./modelProgram";
import { SequenceRunner } from "./modelRunner";
import type { CrashRig } from "./sweepRig";
import { othersProgram } from "./sweepCases";
import { duplicateMarks, liveObjects, strays, worldText } from "./sweepWorld";

/** Runs sequences against one emulated AEP and checks the promises. */
export class Model {
  /** The number of requests to AEP in all sequences so far. */
  requests = 0;

  private constructor(
    readonly rig: CrashRig,
    private readonly start: Snapshot,
    readonly foreign: ReadonlySet<string>,
    private readonly foreignText: string,
    private readonly goals = new Map<string, readonly string[] | undefined>(),
  ) {}

  /** A model whose world already has objects of every kind that belong to others. */
  static async on(rig: CrashRig): Promise<Model> {
    rig.emulator.reset();
    const { errors } = await new Stack({ provider: rig.provider(), project: "others" }).up(othersProgram);
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("; "));
    const live = liveObjects(rig.emulator);
    return new Model(rig, rig.saveWorld(), new Set(live.map(({ id }) => id)), JSON.stringify(live));
  }

  /** Runs the commands, and then the runs that must reach the declared world. Returns every broken promise. */
  async run(sequence: Sequence, seed: number): Promise<string[]> {
    this.putBack(this.start);
    this.rig.clock.restart(seed);
    const runner = new SequenceRunner(this, sequence);
    for (const command of sequence.commands) {
      await runner.execute(command);
      if (runner.problems.length > 0) return runner.problems;
    }
    await runner.finish();
    return runner.problems;
  }

  /** The world after a first deployment of the program; undefined if AEP refuses the program. */
  async goal(desired: DesiredProgram): Promise<readonly string[] | undefined> {
    const known = this.goals.get(desired.text);
    if (known || this.goals.has(desired.text)) return known;
    const world = this.rig.saveWorld();
    this.putBack(this.start);
    const stack = new Stack({ provider: this.rig.provider() });
    const { ok } = await stack.up(desired.program);
    const goal = ok ? worldText(this.rig.emulator, stack.state, this.foreign) : undefined;
    this.goals.set(desired.text, goal);
    this.putBack(world);
    return goal;
  }

  private putBack(world: Snapshot): void {
    this.requests += this.rig.emulator.requests.length;
    this.rig.restoreWorld(world);
  }

  /** Checks the promises that hold at every moment. */
  always(stack: Stack): string[] {
    const { emulator } = this.rig;
    const live = liveObjects(emulator).filter(({ id }) => this.foreign.has(id));
    return [
      ...(JSON.stringify(live) === this.foreignText ? [] : ["I3: an object of others was changed"]),
      ...duplicateMarks(emulator).map((mark) => `I2: more than one live object has the mark ${mark}`),
      ...(/canary/.test(stack.plaintextOfState()) ? ["I7: the state contains a secret in plain text"] : []),
    ];
  }

  strays(stack: Stack): string[] {
    return strays(this.rig.emulator, stack.state, this.foreign).map((stray) => `I1: ${stray}`);
  }

  worldText(stack: Stack): readonly string[] {
    return worldText(this.rig.emulator, stack.state, this.foreign);
  }
}
