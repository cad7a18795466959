import type { Goal } from "./goal";
import type { Address, ProviderClient } from "./providerClient";
import type { DiffReply } from "./providerProcess";
import { diffProperties } from "./propertyDiff";
import { unknown, unwrapSecrets, type PropertyMap, type PropertyValue } from "./propertyValue";
import { dependentsOf, type ResourceState } from "./resourceState";
import { CheckRefusal } from "./steps";

export interface Replacement {
  readonly op: "replace";
  readonly old: ResourceState;
  readonly inputs: PropertyMap;
  readonly diff: readonly string[];
  readonly replaces: readonly string[];
  readonly deleteBeforeReplace: boolean;
  /** Dependents to be deleted before the old object, in this order. */
  readonly condemned: readonly ResourceState[];
}

export type Plan =
  | { readonly op: "create"; readonly old: ResourceState | undefined; readonly inputs: PropertyMap }
  | { readonly op: "same"; readonly old: ResourceState; readonly inputs: PropertyMap }
  | {
      readonly op: "update";
      readonly old: ResourceState;
      readonly inputs: PropertyMap;
      readonly diff: readonly string[];
    }
  | Replacement;

interface Difference extends DiffReply {
  readonly changed: boolean;
  readonly paths: readonly string[];
}

/** Decides what happens to each resource, one after another, as the engine's step generator does. */
export class StepGenerator {
  private readonly olds: ReadonlyMap<string, ResourceState>;
  private readonly operated = new Set<string>();
  private readonly deleted = new Set<string>();
  private readonly condemned = new Set<ResourceState>();
  private readonly replaceKeys = new Map<string, readonly string[]>();

  constructor(
    private readonly client: ProviderClient,
    private readonly before: readonly ResourceState[],
    /** Names of resources to replace whatever their diff says, as `--replace` does. */
    private readonly replaceTargets: ReadonlySet<string>,
  ) {
    this.olds = new Map(before.filter((old) => !old.delete).map((old) => [old.urn, old]));
  }

  async plan(goal: Goal): Promise<Plan> {
    const old = this.olds.get(goal.urn);
    const recreating = this.deleted.has(goal.urn);
    const managed = old && !old.external && !recreating && !this.isTarget(goal) ? old : undefined;
    const inputs = await this.check(goal, managed?.inputs);
    if (old && recreating) return this.planRecreation(goal, old, inputs);
    this.operated.add(goal.urn);
    if (!old || old.external) return { op: "create", old, inputs };
    const difference = await this.diff(goal, old, inputs);
    return this.planChange(goal, old, inputs, difference);
  }

  /** Notes a resource that is only read; answers a managed one that it takes the place of. */
  planRead(address: Address): ResourceState | undefined {
    this.operated.add(address.urn);
    return this.olds.get(address.urn);
  }

  /** What is left to delete when the program has ended. */
  get leftovers(): ResourceState[] {
    return this.before.filter((old) => (old.delete ? !this.condemned.has(old) : !this.operated.has(old.urn)));
  }

  private async check(goal: Goal, olds: PropertyMap | undefined): Promise<PropertyMap> {
    const { inputs, failures } = await this.client.check(goal, olds, goal.inputs);
    if (failures.length === 0) return inputs;
    const sentences = failures.map(({ property, reason }) => {
      const subject = `${goal.type} resource '${goal.name}'`;
      if (property === "") return `${subject} has a problem: ${reason}`;
      // The engine prints the value of a property that a failure names: secrets too.
      const value = JSON.stringify(unwrapSecrets(goal.inputs[property] ?? null));
      return `${subject}: property ${property} value {${value}} has a problem: ${reason}`;
    });
    throw new CheckRefusal(sentences.join("\n"));
  }

  private async diff(goal: Goal, old: ResourceState, inputs: PropertyMap): Promise<Difference> {
    const paths = diffProperties(old.inputs, inputs);
    if (this.isTarget(goal)) {
      return { changes: "some", changed: true, paths, replaces: ["id"], deleteBeforeReplace: false };
    }
    const reply = await this.client.diff(goal, old, inputs);
    const changed = reply.changes === "some" || (reply.changes === "unknown" && paths.length > 0);
    return { ...reply, changed, paths };
  }

  private planRecreation(goal: Goal, old: ResourceState, inputs: PropertyMap): Plan {
    this.deleted.delete(goal.urn);
    this.operated.add(goal.urn);
    const replaces = this.replaceKeys.get(goal.urn) ?? [];
    const diff = diffProperties(old.inputs, inputs);
    return { op: "replace", old, inputs, diff, replaces, deleteBeforeReplace: true, condemned: [] };
  }

  private async planChange(
    goal: Goal,
    old: ResourceState,
    inputs: PropertyMap,
    difference: Difference,
  ): Promise<Plan> {
    const { changed, paths, replaces } = difference;
    if (old.pendingReplacement || (changed && replaces.length > 0)) {
      // A new object starts from the program alone, so it is checked again without the old inputs.
      const fresh = this.isTarget(goal) ? inputs : await this.check(goal, undefined);
      const deleteBeforeReplace = goal.deleteBeforeReplace ?? difference.deleteBeforeReplace;
      const condemned = deleteBeforeReplace ? await this.condemn(old) : [];
      return { op: "replace", old, inputs: fresh, diff: paths, replaces, deleteBeforeReplace, condemned };
    }
    if (changed || old.initErrors.length > 0) return { op: "update", old, inputs, diff: paths };
    return { op: "same", old, inputs };
  }

  /** Dependents that would be replaced as well must go before the object, the last one first. */
  private async condemn(root: ResourceState): Promise<ResourceState[]> {
    const replaced = new Set([root.urn]);
    const condemned: ResourceState[] = [];
    const settled = new Set([...this.operated, ...this.deleted]);
    for (const dependent of dependentsOf(root, this.before, settled)) {
      const keys = await this.keysReplacedBy(dependent, replaced);
      if (keys.length === 0) continue;
      replaced.add(dependent.urn);
      this.replaceKeys.set(dependent.urn, keys);
      condemned.unshift(dependent);
    }
    const fresh = condemned.filter((resource) => !this.condemned.has(resource));
    for (const resource of fresh) {
      this.deleted.add(resource.urn);
      this.condemned.add(resource);
    }
    return fresh;
  }

  /** Asks the provider with every property that depends on a replaced object unknown as a whole. */
  private async keysReplacedBy(
    resource: ResourceState,
    replaced: ReadonlySet<string>,
  ): Promise<readonly string[]> {
    if (resource.external) return [];
    const inputs: Record<string, PropertyValue> = { ...resource.inputs };
    const affected = Object.keys(inputs).filter((key) =>
      (resource.propertyDependencies[key] ?? []).some((urn) => replaced.has(urn)),
    );
    if (affected.length === 0) return [];
    for (const key of affected) inputs[key] = unknown;
    return (await this.client.diff(resource, resource, inputs)).replaces;
  }

  private isTarget({ name }: Address): boolean {
    return this.replaceTargets.has(name);
  }
}
