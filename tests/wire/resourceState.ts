import type { PropertyMap } from "./propertyValue";

/** One object as the engine stores it in state. */
export interface ResourceState {
  readonly urn: string;
  readonly kind: string;
  readonly name: string;
  readonly type: string;
  readonly id: string;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly initErrors: readonly string[];
  /** Read by `get`; never changed or deleted. */
  readonly external: boolean;
  /** Already replaced; will be deleted at the end of this deployment or of the next one. */
  delete: boolean;
  /** Already deleted; its replacement is not created yet. */
  pendingReplacement: boolean;
}

/**
 * The snapshot during a deployment. The results of finished steps come first, then the old resources that are
 * not processed yet. It can be copied at any time, as after a crash of the engine.
 */
export class Snapshot {
  private news: ResourceState[] = [];

  private constructor(private olds: ResourceState[]) {}

  static of(resources: readonly ResourceState[]): Snapshot {
    return new Snapshot(structuredClone([...resources]));
  }

  get resources(): readonly ResourceState[] {
    return [...this.news, ...this.olds];
  }

  find(urn: string): ResourceState | undefined {
    return this.resources.find((resource) => resource.urn === urn && !resource.delete);
  }

  add(resource: ResourceState): void {
    this.news.push(resource);
  }

  remove(resource: ResourceState): void {
    this.olds = this.olds.filter((other) => other !== resource);
    this.news = this.news.filter((other) => other !== resource);
  }

  /** Replaces the object by the result of a refresh, or removes it if it no longer exists. */
  replaceInPlace(old: ResourceState, now: ResourceState | undefined): void {
    this.olds = this.olds.flatMap((other) => (other === old ? (now ?? []) : other));
  }

  /** Removes dependencies on objects that a refresh has removed. */
  removeDanglingDependencies(): void {
    const present = new Set(this.resources.map(({ urn }) => urn));
    const presentOnly = (urns: readonly string[]): string[] => urns.filter((urn) => present.has(urn));
    this.olds = this.olds.map((resource) => {
      const uses = Object.entries(resource.propertyDependencies).map(([key, urns]) => [
        key,
        presentOnly(urns),
      ]);
      const propertyDependencies = Object.fromEntries(uses) as Record<string, string[]>;
      return { ...resource, dependencies: presentOnly(resource.dependencies), propertyDependencies };
    });
  }

  moveToNew(old: ResourceState, now: ResourceState): void {
    this.remove(old);
    this.add(now);
  }
}

/** The resources that depend on `root`, directly or through others, in dependency order. */
export function dependentsOf(
  root: ResourceState,
  resources: readonly ResourceState[],
  except: ReadonlySet<string>,
): ResourceState[] {
  const reached = new Set([root.urn]);
  return resources.slice(resources.indexOf(root) + 1).filter((resource) => {
    if (except.has(resource.urn)) return false;
    const depends = resource.dependencies.some((urn) => reached.has(urn));
    if (depends) reached.add(resource.urn);
    return depends;
  });
}

/** Sets of resources that can be deleted in parallel. No resource of a later set depends on an earlier set. */
export function deletionOrder(resources: readonly ResourceState[]): ResourceState[][] {
  const rounds: ResourceState[][] = [];
  let remaining = [...resources];
  while (remaining.length > 0) {
    const unused = remaining.filter(
      (resource) =>
        !remaining.some((other) => other !== resource && resource.dependencies.includes(other.urn)),
    );
    // Only states of different deployments can form a cycle. Then the newest resource is a set of its own.
    const round = unused.length > 0 ? unused : remaining.slice(0, 1);
    rounds.unshift(round);
    remaining = remaining.filter((resource) => !round.includes(resource));
  }
  return rounds;
}
