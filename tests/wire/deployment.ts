import { dependenciesOf, goalOf, type Goal, type Naming } from "./goal";
import type { Declaration, Registered } from "./program";
import type { Applied, ProviderClient, RpcMethod } from "./providerClient";
import type { PropertyMap } from "./propertyValue";
import { deletionOrder, type ResourceState, type Snapshot } from "./resourceState";
import type { Slots } from "./slots";
import { StepGenerator, type Plan, type Replacement } from "./stepGenerator";
import { stepErrorOf, stepOf, type Step } from "./steps";

export interface DeploymentOptions {
  readonly preview: boolean;
  /** Logical names to replace, whatever their diff returns. */
  readonly replace: ReadonlySet<string>;
  readonly naming: Naming;
}

type Outcome = Pick<Registered, "id" | "outputs">;

/** One `up`, `preview` or `destroy`: registers in parallel, plans one resource at a time, deletes at the end. */
export class Deployment {
  readonly steps: Step[] = [];
  private readonly generator: StepGenerator;
  private readonly registered = new Map<Declaration, Registered>();
  private lastPlan: Promise<unknown> = Promise.resolve();
  private failed = false;

  constructor(
    private readonly client: ProviderClient,
    private readonly snapshot: Snapshot,
    private readonly slots: Slots,
    private readonly options: DeploymentOptions,
  ) {
    this.generator = new StepGenerator(client, snapshot.resources, options.replace);
  }

  async run(declarations: readonly Declaration[]): Promise<readonly Step[]> {
    const registrations = new Map<Declaration, Promise<void>>();
    for (const declaration of declarations) {
      const dependencies = dependenciesOf(declaration).map((other) => registrations.get(other));
      registrations.set(
        declaration,
        Promise.all(dependencies).then(() => this.register(declaration)),
      );
    }
    await Promise.all(registrations.values());
    for (const round of deletionOrder(this.generator.resourcesToDelete)) {
      await Promise.all(round.map((old) => this.slots.run(() => this.deleteOld(old, old.delete))));
    }
    return this.steps;
  }

  private async register(declaration: Declaration): Promise<void> {
    if (this.failed) return;
    const goal = goalOf(declaration, this.options.naming, this.registered);
    const { id } = declaration.options;
    const registered =
      id === undefined
        ? await this.planInTurn(goal).then((plan) => plan && this.slots.run(() => this.execute(goal, plan)))
        : await this.slots.run(() => this.readExternal(goal, id));
    if (registered) this.registered.set(declaration, { ...registered, preview: this.options.preview });
  }

  /** Runs check and diff; no two resources do so at the same time. */
  private async planInTurn(goal: Goal): Promise<Plan | undefined> {
    const planned = this.lastPlan.then(async () => {
      if (this.failed) return undefined;
      const calls = this.client.log.length;
      try {
        return await this.generator.plan(goal);
      } catch (error) {
        const last = this.client.log
          .slice(calls)
          .findLast(({ method }) => method === "check" || method === "diff");
        const stage = last?.method ?? "check";
        this.report(stepOf("refuse", goal, { error: stepErrorOf(stage, error) }));
        return undefined;
      }
    });
    this.lastPlan = planned;
    return planned;
  }

  private async execute(goal: Goal, plan: Plan): Promise<Outcome | undefined> {
    if (this.failed) return undefined;
    switch (plan.op) {
      case "same":
        return this.recordUnchanged(goal, plan.old, plan.inputs);
      case "create":
        return this.create(goal, plan.inputs, plan.old);
      case "update":
        return this.update(goal, plan.old, plan.inputs, plan.diff);
      case "replace":
        return this.replace(goal, plan);
    }
  }

  private recordUnchanged(goal: Goal, old: ResourceState, inputs: PropertyMap): ResourceState {
    const now = stateOf(goal, inputs, { id: old.id, outputs: old.outputs, failure: undefined });
    this.snapshot.moveToNew(old, now);
    this.report(stepOf("same", goal, { id: old.id }));
    return now;
  }

  private async create(
    goal: Goal,
    inputs: PropertyMap,
    external?: ResourceState,
  ): Promise<Outcome | undefined> {
    const applied = await this.apply("create", goal, {}, inputs, () => this.client.create(goal, inputs));
    if (!applied) return undefined;
    if (external) this.snapshot.remove(external);
    return this.addToState(goal, inputs, applied);
  }

  private async update(
    goal: Goal,
    old: ResourceState,
    inputs: PropertyMap,
    diff: readonly string[],
  ): Promise<Outcome | undefined> {
    const applied = await this.apply("update", goal, { id: old.id, diff }, inputs, () =>
      this.client.update(goal, old.id, old.outputs, inputs),
    );
    if (!applied) return undefined;
    this.snapshot.remove(old);
    // The old inputs stay in state until an update has succeeded completely.
    return this.addToState(goal, applied.failure ? old.inputs : inputs, { ...applied, id: old.id });
  }

  private async replace(goal: Goal, plan: Replacement): Promise<Outcome | undefined> {
    const { old, inputs, diff, replaces, deleteBeforeReplace, dependentsToDelete } = plan;
    const oldStays = old.pendingReplacement || !deleteBeforeReplace;
    for (const resource of oldStays ? dependentsToDelete : [...dependentsToDelete, old]) {
      if (!(await this.deleteOld(resource, true, !resource.delete))) return undefined;
    }
    const details = { diff, replaces, deleteBeforeReplace };
    const applied = await this.apply("replace", goal, details, inputs, () =>
      this.client.create(goal, inputs),
    );
    if (!applied) return undefined;
    if (!deleteBeforeReplace) old.delete = true;
    if (old.pendingReplacement) this.snapshot.remove(old);
    return this.addToState(goal, inputs, applied);
  }

  /** Runs a create or an update. A preview does not run it and uses the inputs as outputs. */
  private async apply(
    op: "create" | "update" | "replace",
    goal: Goal,
    details: Partial<Step>,
    inputs: PropertyMap,
    change: () => Promise<Applied>,
  ): Promise<Applied | undefined> {
    const stage: RpcMethod = op === "update" ? "update" : "create";
    try {
      const applied = this.options.preview
        ? { id: details.id ?? "", outputs: inputs, failure: undefined }
        : await change();
      const error = applied.failure && stepErrorOf(stage, applied.failure);
      this.report(stepOf(op, goal, { ...details, id: applied.id || undefined, error }));
      return applied;
    } catch (error) {
      this.report(stepOf(op, goal, { ...details, error: stepErrorOf(stage, error) }));
      return undefined;
    }
  }

  /** Adds the object to state. A failed object stays in state too, but its dependents are skipped. */
  private addToState(goal: Goal, inputs: PropertyMap, applied: Applied): Outcome | undefined {
    this.snapshot.add(stateOf(goal, inputs, applied));
    return applied.failure ? undefined : { id: applied.id || undefined, outputs: applied.outputs };
  }

  private async readExternal(goal: Goal, id: string): Promise<Outcome | undefined> {
    if (this.failed) return undefined;
    const old = this.generator.planRead(goal);
    try {
      const live = await this.client.read(goal, id, goal.inputs, goal.inputs);
      if (live.id === "") throw new Error(`resource '${id}' does not exist`);
      if (old && !old.external && old.id !== id) old.delete = true;
      else if (old) this.snapshot.remove(old);
      const read = { id: live.id, outputs: live.outputs, failure: undefined };
      const now = { ...stateOf(goal, goal.inputs, read), external: true };
      this.snapshot.add(now);
      this.report(stepOf("read", goal, { id: live.id }));
      return now;
    } catch (error) {
      this.report(stepOf("read", goal, { id, error: stepErrorOf("read", error) }));
      return undefined;
    }
  }

  private async deleteOld(
    old: ResourceState,
    replacing: boolean,
    pendingReplacement = false,
  ): Promise<boolean> {
    if (this.failed) return false;
    if (old.pendingReplacement && !old.delete && !pendingReplacement) {
      this.snapshot.remove(old);
      return true;
    }
    const details = { id: old.id, replacing };
    try {
      if (!this.options.preview && !old.external) await this.client.delete(old, old.id, old.outputs);
    } catch (error) {
      this.report(stepOf("delete", old, { ...details, error: stepErrorOf("delete", error) }));
      return false;
    }
    if (pendingReplacement) old.pendingReplacement = true;
    else this.snapshot.remove(old);
    if (!old.external) this.report(stepOf("delete", old, details));
    return true;
  }

  /** The first error stops every step that has not started; running steps finish. */
  private report(step: Step): void {
    this.steps.push(step);
    if (step.error) this.failed = true;
  }
}

function stateOf(goal: Goal, inputs: PropertyMap, { id, outputs, failure }: Applied): ResourceState {
  const { urn, kind, name, type, dependencies, propertyDependencies } = goal;
  const initErrors = failure?.initFailure?.reasons ?? [];
  const flags = { external: false, delete: false, pendingReplacement: false };
  return {
    urn,
    kind,
    name,
    type,
    id,
    inputs,
    outputs,
    dependencies,
    propertyDependencies,
    initErrors,
    ...flags,
  };
}
