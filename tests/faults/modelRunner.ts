import { Stack } from "../wire/stack";
import type { Run } from "../wire/steps";
import type { InProcessProvider } from "./inProcess";
import type { Command, Disturbance, Sequence } from "./modelCommands";
import { OutsideEdits } from "./modelOutside";
import { DesiredProgram } from "./modelProgram";
import type { Model } from "./modelRun";
import { haveSameResource, liveObjects, unmarkedObjects, worldDifferences } from "./sweepWorld";

/** The longest duration of one call of the engine, in the time of the clock: an operation and one last request. */
const longestCallMs = 300_000 + 70_000;

/** Runs one sequence. */
export class SequenceRunner {
  readonly problems: string[] = [];
  private readonly stack: Stack;
  private readonly outside: OutsideEdits;
  private desired: DesiredProgram;
  /** The last `up` failed. */
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

  /** One more `up` must reach the declared world. Then there must be nothing to do, and a destroy must leave no object. */
  async finish(): Promise<void> {
    const { stack, model } = this;
    this.outside.forget();
    const last = await this.runWith(calm, () => stack.up(this.desired.program, { refresh: true }));
    const now = model.worldText(stack);
    const strays = model.strays(stack);
    const goal = await model.goal(this.desired);
    // AEP always refuses this program: nothing is promised.
    if (goal === undefined) return;
    this.problems.push(...last.errors.map(({ message }) => `the last run failed: ${message}`), ...strays);
    this.problems.push(...worldDifferences(now, goal));
    if (this.problems.length > 0) return;
    await this.checkNothingToDo();
    const { errors } = await this.runWith(calm, () => stack.destroy());
    this.problems.push(...errors.map(({ message }) => `destroy failed: ${message}`), ...model.strays(stack));
  }

  /** Promises I5 and I6, and no drift. */
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
    // If AEP refuses a program, its author returns to the program before.
    if (run.ok || during.by !== "nothing") this.desired = wanted;
    this.problems.push(...this.outside.overwrittenEdits());
  }

  /**
   * Changes of the program for which nothing is promised. The object of an interrupted create is found only by the next
   * create of its resource, so the program must keep that resource, and it must not undo an interrupted replacement. It must
   * also keep fields and secrets that an interrupted update may have written, because the state does not have them.
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

  /** A descriptor has no mark. After an interrupted create it is found by its contents, as long as its schema exists. */
  private get hasLeftUnmarked(): boolean {
    return this.left.some((stray) => stray.includes("descriptors"));
  }

  private get left(): string[] {
    return this.model.strays(this.stack).filter((stray) => stray.includes("not in state"));
  }

  /** An outside edit has removed a mark. If AEP does not show that object, it cannot be found. */
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

  /** A run of the engine with a new provider. */
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

  /** The user reads the warnings of the run and deletes the objects that they name. */
  private deleteReportedObjects(warnings: readonly string[]): void {
    const { rig, foreign } = this.model;
    for (const { sandbox, collection, id } of liveObjects(rig.emulator)) {
      if (!warnings.some((text) => text.includes("also has") && text.includes(id))) continue;
      const entry = this.stack.state.find((known) => known.id === id);
      if (foreign.has(id)) this.problems.push(`I3: an object of others is reported as left behind: ${id}`);
      // An object that is marked for deletion is deleted at the end of the same run.
      else if (entry && !entry.delete)
        this.problems.push(`${id} is reported as left behind, but it is in state`);
      else if (!entry) rig.emulator.remove(sandbox, collection, id);
    }
  }

  private checkRun({ finishedCalls }: InProcessProvider, { errors }: Run): void {
    const late = finishedCalls.filter(({ ms }) => ms > longestCallMs);
    this.problems.push(...late.map(({ method, ms }) => `I8: ${method} took ${ms / 1000} s`));
    for (const { code, message } of errors) {
      if (code === "DEADLINE_EXCEEDED") this.problems.push("I8: a call got no response");
      if (code === "ENGINE" && !message.includes("has a problem"))
        this.problems.push(`refused by the engine: ${message}`);
      if (message.includes("bug in pulumi-aep")) this.problems.push(message);
      if (message.includes("canary")) this.problems.push("I7: a message contains a secret");
    }
    this.problems.push(...this.model.always(this.stack));
  }
}

/** A refresh trusts a 404 of an object that is not new; then only the mark lets the next create find the object. */
function withoutFalse404(during: Disturbance): Disturbance {
  if (during.by !== "faults") return during;
  return {
    by: "faults",
    rules: during.rules.filter(({ act }) => act.kind !== "status" || act.status !== 404),
  };
}

const calm: Disturbance = { by: "nothing" };
