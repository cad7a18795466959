import type { Goal } from "./goal";
import type { Address, ProviderClient } from "./providerClient";
import type { DiffResponse } from "./providerProcess";
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
  /** Dependents to delete before the old object, in this order. */
  readonly dependentsToDelete: readonly ResourceState[];
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

interface Difference extends DiffResponse {
  readonly changed: boolean;
  readonly paths: readonly string[];
}

/** Plans each resource in turn, as the engine's step generator does. */
export class StepGenerator {
  private readonly olds: ReadonlyMap<string, ResourceState>;
  private readonly processed = new Set<string>();
  private readonly deleted = new Set<string>();
  private readonly scheduledForDeletion = new Set<ResourceState>();
  private readonly replaceKeys = new Map<string, readonly string[]>();

  constructor(
    private readonly client: ProviderClient,
    private readonly oldResources: readonly ResourceState[],
    /** Names of resources to replace, whatever their diff returns, as `--replace` does. */
    private readonly replaceTargets: ReadonlySet<string>,
  ) {
    this.olds = new Map(oldResources.filter((old) => !old.delete).map((old) => [old.urn, old]));
  }

  async plan(goal: Goal): Promise<Plan> {
    const old = this.olds.get(goal.urn);
    const deletedForReplacement = this.deleted.has(goal.urn);
    const managed = old && !old.external && !deletedForReplacement && !this.isTarget(goal) ? old : undefined;
    const inputs = await this.check(goal, managed?.inputs);
    if (old && deletedForReplacement) return this.planRecreation(goal, old, inputs);
    this.processed.add(goal.urn);
    if (!old || old.external) return { op: "create", old, inputs };
    const difference = await this.diff(goal, old, inputs);
    return this.planChange(goal, old, inputs, difference);
  }

  /** Records a resource that is only read. Returns the managed resource that it replaces, if any. */
  planRead(address: Address): ResourceState | undefined {
    this.processed.add(address.urn);
    return this.olds.get(address.urn);
  }

  /** The resources to delete when the program has ended. */
  get resourcesToDelete(): ResourceState[] {
    return this.oldResources.filter((old) =>
      old.delete ? !this.scheduledForDeletion.has(old) : !this.processed.has(old.urn),
    );
  }

  private async check(goal: Goal, olds: PropertyMap | undefined): Promise<PropertyMap> {
    const { inputs, failures } = await this.client.check(goal, olds, goal.inputs);
    if (failures.length === 0) return inputs;
    const messages = failures.map(({ property, reason }) => {
      const subject = `${goal.type} resource '${goal.name}'`;
      if (property === "") return `${subject} has a problem: ${reason}`;
      // The engine prints the value of a property that a failure names, even if it is secret.
      const value = JSON.stringify(unwrapSecrets(goal.inputs[property] ?? null));
      return `${subject}: property ${property} value {${value}} has a problem: ${reason}`;
    });
    throw new CheckRefusal(messages.join("\n"));
  }

  private async diff(goal: Goal, old: ResourceState, inputs: PropertyMap): Promise<Difference> {
    const paths = diffProperties(old.inputs, inputs);
    if (this.isTarget(goal)) {
      return { changes: "some", changed: true, paths, replaces: ["id"], deleteBeforeReplace: false };
    }
    const response = await this.client.diff(goal, old, inputs);
    const changed = response.changes === "some" || (response.changes === "unknown" && paths.length > 0);
    return { ...response, changed, paths };
  }

  private planRecreation(goal: Goal, old: ResourceState, inputs: PropertyMap): Plan {
    this.deleted.delete(goal.urn);
    this.processed.add(goal.urn);
    const replaces = this.replaceKeys.get(goal.urn) ?? [];
    const diff = diffProperties(old.inputs, inputs);
    return { op: "replace", old, inputs, diff, replaces, deleteBeforeReplace: true, dependentsToDelete: [] };
  }

  private async planChange(
    goal: Goal,
    old: ResourceState,
    inputs: PropertyMap,
    difference: Difference,
  ): Promise<Plan> {
    const { changed, paths, replaces } = difference;
    if (old.pendingReplacement || (changed && replaces.length > 0)) {
      // The new object has no old inputs, so its inputs are checked again without them.
      const checkedInputs = this.isTarget(goal) ? inputs : await this.check(goal, undefined);
      const deleteBeforeReplace = goal.deleteBeforeReplace ?? difference.deleteBeforeReplace;
      const dependentsToDelete = deleteBeforeReplace ? await this.scheduleDependentDeletions(old) : [];
      return {
        op: "replace",
        old,
        inputs: checkedInputs,
        diff: paths,
        replaces,
        deleteBeforeReplace,
        dependentsToDelete,
      };
    }
    if (changed || old.initErrors.length > 0) return { op: "update", old, inputs, diff: paths };
    return { op: "same", old, inputs };
  }

  /** Schedules dependents that must also be replaced for deletion before the object, the last one first. */
  private async scheduleDependentDeletions(root: ResourceState): Promise<ResourceState[]> {
    const replaced = new Set([root.urn]);
    const dependents: ResourceState[] = [];
    const decided = new Set([...this.processed, ...this.deleted]);
    for (const dependent of dependentsOf(root, this.oldResources, decided)) {
      const keys = await this.keysForcingReplacement(dependent, replaced);
      if (keys.length === 0) continue;
      replaced.add(dependent.urn);
      this.replaceKeys.set(dependent.urn, keys);
      dependents.unshift(dependent);
    }
    const added = dependents.filter((resource) => !this.scheduledForDeletion.has(resource));
    for (const resource of added) {
      this.deleted.add(resource.urn);
      this.scheduledForDeletion.add(resource);
    }
    return added;
  }

  /** Calls diff with every property that depends on a replaced object as one unknown value. */
  private async keysForcingReplacement(
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
