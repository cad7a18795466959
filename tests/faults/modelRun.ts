import type { Snapshot } from "../emulator/world";
import { Stack } from "../wire/stack";
import type { Run } from "../wire/steps";
import type { InProcessProvider } from "./inProcess";
import type { Command, Disturbance, Sequence } from "./modelCommands";
import { OutsideEdits } from "./modelOutside";
import { DesiredProgram } from "./modelProgram";
import type { CrashRig } from "./sweepRig";
import { othersProgram } from "./sweepCases";
import {
  duplicateMarks,
  liveObjects,
  haveSameResource,
  strays,
  unmarkedObjects,
  worldDifferences,
  worldText,
} from "./sweepWorld";

/** Longest time, by the clock, that one call of the engine may take: an operation and one last request. */
const longestCallMs = 300_000 + 70_000;

export class Model {
  /** Calls that AEP has got in all sequences so far. */
  requests = 0;

  private constructor(
    readonly rig: CrashRig,
    private readonly start: Snapshot,
    readonly foreign: ReadonlySet<string>,
    private readonly foreignText: string,
    private readonly goals = new Map<string, readonly string[] | undefined>(),
  ) {}

  /** A world in which others have objects of every kind already. */
  static async on(rig: CrashRig): Promise<Model> {
    rig.emulator.reset();
    const { errors } = await new Stack({ provider: rig.provider(), project: "others" }).up(othersProgram);
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("; "));
    const live = liveObjects(rig.emulator);
    return new Model(rig, rig.saveWorld(), new Set(live.map(({ id }) => id)), JSON.stringify(live));
  }

  /** Runs the commands, and then what must always lead to the declared world. Answers every broken promise. */
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

  /** What a first deployment of the program leaves; undefined where AEP does not take it. */
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

  /** Promises that hold at every moment. */
  always(stack: Stack): string[] {
    const { emulator } = this.rig;
    const live = liveObjects(emulator).filter(({ id }) => this.foreign.has(id));
    return [
      ...(JSON.stringify(live) === this.foreignText ? [] : ["I3: an object of others was touched"]),
      ...duplicateMarks(emulator).map((mark) => `I2: more than one live object has the mark ${mark}`),
      ...(/canary/.test(stack.plaintextOfState()) ? ["I7: a secret stands in readable state"] : []),
    ];
  }

  strays(stack: Stack): string[] {
    return strays(this.rig.emulator, stack.state, this.foreign).map((stray) => `I1: ${stray}`);
  }

  worldText(stack: Stack): readonly string[] {
    return worldText(this.rig.emulator, stack.state, this.foreign);
  }
}

/** One sequence on its way. */
class SequenceRunner {
  readonly problems: string[] = [];
  private readonly stack: Stack;
  private readonly outside: OutsideEdits;
  private desired: DesiredProgram;
  /** The last `up` did not come to its end. */
  private unfinished = false;

  constructor(
    private readonly model: Model,
    { roots, parallel }: Sequence,
  ) {
    this.stack = new Stack({ provider: model.rig.provider(), parallel });
    this.outside = new OutsideEdits(model.rig.emulator);
    this.desired = DesiredProgram.of(roots);
  }

  async execute(command: Command): Promise<void> {
    const { stack, outside } = this;
    switch (command.do) {
      case "edit outside":
        return outside.edit(stack.state, command.which, command.edit);
      case "delete outside":
        if (!this.hasLeftUnmarked) outside.remove(stack.state, command.which);
        return;
      case "up":
        return this.up(command.change, command.refresh, command.during);
      case "replace":
        return this.replace(command.which, command.during);
      case "preview":
        return this.preview(command.change, command.refresh, command.during);
      case "refresh":
        outside.forget();
        await this.runWith(command.during, () => stack.refresh());
        return;
      case "destroy":
        if (!this.hasLeftUnmarked) await this.runWith(command.during, () => stack.destroy());
    }
  }

  /** After at most one more `up`, AEP holds exactly the declared objects; then there is nothing to do; then nothing is left. */
  async finish(): Promise<void> {
    const { stack, model } = this;
    this.outside.forget();
    const last = await this.runWith(calm, () => stack.up(this.desired.program, { refresh: true }));
    const now = model.worldText(stack);
    const strays = model.strays(stack);
    const goal = await model.goal(this.desired);
    // AEP takes this program in no case: nothing is promised.
    if (goal === undefined) return;
    this.problems.push(...last.errors.map(({ message }) => `the last run failed: ${message}`), ...strays);
    this.problems.push(...worldDifferences(now, goal));
    if (this.problems.length > 0) return;
    await this.checkNothingToDo();
    const { errors } = await this.runWith(calm, () => stack.destroy());
    this.problems.push(...errors.map(({ message }) => `destroy failed: ${message}`), ...model.strays(stack));
  }

  /** I5, I6 and no drift. */
  private async checkNothingToDo(): Promise<void> {
    const { requests } = this.model.rig.emulator;
    const { program } = this.desired;
    const before = requests.length;
    const again = await this.runWith(calm, () => this.stack.up(program));
    const preview = await this.runWith(calm, () => this.stack.preview(program));
    const todo = [...again.changes, ...preview.changes];
    if (todo.length > 0) this.problems.push(`I5: still to do: ${todo.join(", ")}`);
    if (requests.length > before)
      this.problems.push(`I5: ${requests.length - before} calls with nothing to do`);
    const refreshed = await this.runWith(calm, () => this.stack.refresh());
    if (refreshed.changes.length > 0)
      this.problems.push(`drift right after up: ${refreshed.changes.join(", ")}`);
  }

  private async up(
    change: number | string | undefined,
    refresh: boolean,
    during: Disturbance,
  ): Promise<void> {
    const changed = change === undefined ? this.desired : this.desired.changed(change);
    const wanted = this.forbids(changed) ? this.desired : changed;
    if (refresh) this.outside.forget();
    const effective = refresh && this.hasLostMark ? withoutFalse404(during) : during;
    const run = await this.runWith(effective, () => this.stack.up(wanted.program, { refresh }));
    this.unfinished = !run.ok;
    // A program that AEP refuses is taken back by its author.
    if (run.ok || during.by !== "nothing") this.desired = wanted;
    this.problems.push(...this.outside.overwrittenEdits());
  }

  /**
   * What an interrupted create has left is looked for when its resource is created: it must not go from the program before,
   * and an interrupted replacement must not be taken back. Nor must a field or a secret that an interrupted update may have
   * written, of which neither the state nor the program says anything.
   */
  private forbids(changed: DesiredProgram): boolean {
    if (this.hasLeftUnmarked || this.hasLeftReplacement) return true;
    if (this.left.length > 0 && !changed.keeps(this.desired)) return true;
    const idsInState = new Set(this.stack.state.map(({ kind, name }) => `${kind} ${name}`));
    return this.unfinished && changed.givesUp(this.desired, idsInState);
  }

  private get hasLeftReplacement(): boolean {
    const idsInState = new Set(this.stack.state.map(({ id }) => id));
    const live = liveObjects(this.model.rig.emulator).filter(({ id }) => !this.model.foreign.has(id));
    const leftBehind = live.filter(({ id }) => !idsInState.has(id));
    return leftBehind.some((one) =>
      live.some((other) => idsInState.has(other.id) && haveSameResource(one, other)),
    );
  }

  /** A descriptor has no text for a mark: left behind, it is found again by what it says, as long as its schema lives. */
  private get hasLeftUnmarked(): boolean {
    return this.left.some((stray) => stray.includes("descriptors"));
  }

  private get left(): string[] {
    return this.model.strays(this.stack).filter((stray) => stray.includes("not in state"));
  }

  /** Somebody has overwritten a text that carried a mark: should AEP hide that object, nothing finds it again. */
  private get hasLostMark(): boolean {
    return unmarkedObjects(this.model.rig.emulator, this.stack.state).length > 0;
  }

  private async replace(which: number, during: Disturbance): Promise<void> {
    const names = this.stack.state.map(({ name }) => name);
    if (names.length === 0) return;
    this.outside.forget();
    const replace = [names[which % names.length]!];
    await this.runWith(during, () => this.stack.up(this.desired.program, { replace }));
  }

  private async preview(change: number, refresh: boolean, during: Disturbance): Promise<void> {
    const { ledger } = this.model.rig.emulator;
    const [writes, state] = [ledger.entries.length, JSON.stringify(this.stack.state)];
    const { program } = this.desired.changed(change);
    await this.runWith(during, () => this.stack.preview(program, { refresh }));
    if (ledger.entries.length > writes) this.problems.push("I6: a preview wrote");
    if (JSON.stringify(this.stack.state) !== state) this.problems.push("I6: a preview changed the state");
  }

  /** A run of the engine with a process of its own. */
  private async runWith(during: Disturbance, run: () => Promise<Run>): Promise<Run> {
    const { rig } = this.model;
    const provider = rig.provider(
      during.by === "kill" ? { killAt: during } : during.by === "signal" ? { interruptAt: during.call } : {},
    );
    this.stack.provider = provider;
    if (during.by === "faults") for (const rule of during.rules) rig.emulator.faults.add(rule);
    const result = await run();
    rig.emulator.faults.clear();
    if (during.by === "kill") await provider.kill();
    this.deleteReportedObjects(provider.warnings);
    this.checkRun(provider, result);
    return result;
  }

  /** Somebody reads what the run has said and deletes what it names. */
  private deleteReportedObjects(warnings: readonly string[]): void {
    const { rig, foreign } = this.model;
    for (const { sandbox, collection, id } of liveObjects(rig.emulator)) {
      if (!warnings.some((text) => text.includes("also holds") && text.includes(id))) continue;
      const entry = this.stack.state.find((known) => known.id === id);
      if (foreign.has(id)) this.problems.push(`I3: an object of others is named as left behind: ${id}`);
      // What waits for its deletion goes in the end of the same run.
      else if (entry && !entry.delete) this.problems.push(`${id} is named as left behind, but in state`);
      else if (!entry) rig.emulator.remove(sandbox, collection, id);
    }
  }

  private checkRun({ finishedCalls }: InProcessProvider, { errors }: Run): void {
    const late = finishedCalls.filter(({ ms }) => ms > longestCallMs);
    this.problems.push(...late.map(({ method, ms }) => `I8: ${method} took ${ms / 1000} s`));
    for (const { code, message } of errors) {
      if (code === "DEADLINE_EXCEEDED") this.problems.push("I8: a call was never answered");
      if (code === "ENGINE" && !message.includes("has a problem"))
        this.problems.push(`refused by the engine: ${message}`);
      if (message.includes("bug in pulumi-aep")) this.problems.push(message);
      if (message.includes("canary")) this.problems.push("I7: a secret stands in a message");
    }
    this.problems.push(...this.model.always(this.stack));
  }
}

/** A refresh believes a 404 of an object that is older than AEP needs to show it; the next create finds the object by its mark. */
function withoutFalse404(during: Disturbance): Disturbance {
  if (during.by !== "faults") return during;
  return {
    by: "faults",
    rules: during.rules.filter(({ act }) => act.kind !== "status" || act.status !== 404),
  };
}

const calm: Disturbance = { by: "nothing" };
