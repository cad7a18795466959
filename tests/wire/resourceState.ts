import type { PropertyMap } from "./propertyValue";

/** One object as the engine keeps it in state. */
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
  /** Read by `get`: never changed, never deleted. */
  readonly external: boolean;
  /** Replaced already, to be deleted at the end of this deployment or of the next one. */
  delete: boolean;
  /** Deleted before its replacement, which is still to be made. */
  pendingReplacement: boolean;
}

/**
 * The snapshot while a deployment goes on: what was there before and is not yet dealt with comes after what
 * the steps so far have left. It can be copied at any moment, as after a crash of the engine.
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

  drop(resource: ResourceState): void {
    this.olds = this.olds.filter((other) => other !== resource);
    this.news = this.news.filter((other) => other !== resource);
  }

  /** Puts what a refresh found where the object was; nothing where the object is gone. */
  exchange(old: ResourceState, now: ResourceState | undefined): void {
    this.olds = this.olds.flatMap((other) => (other === old ? (now ?? []) : other));
  }

  /** Nobody can depend on what a refresh has dropped. */
  forgetDanglingDependencies(): void {
    const present = new Set(this.resources.map(({ urn }) => urn));
    const kept = (urns: readonly string[]): string[] => urns.filter((urn) => present.has(urn));
    this.olds = this.olds.map((resource) => {
      const uses = Object.entries(resource.propertyDependencies).map(([key, urns]) => [key, kept(urns)]);
      const propertyDependencies = Object.fromEntries(uses) as Record<string, string[]>;
      return { ...resource, dependencies: kept(resource.dependencies), propertyDependencies };
    });
  }

  supersede(old: ResourceState, now: ResourceState): void {
    this.drop(old);
    this.add(now);
  }
}

/** The resources of a list that depend on one of it, directly or through others, in dependency order. */
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

/** Sets that may be deleted side by side; every set holds only what nothing in the later ones depends on. */
export function deletionOrder(condemned: readonly ResourceState[]): ResourceState[][] {
  const rounds: ResourceState[][] = [];
  let left = [...condemned];
  while (left.length > 0) {
    const free = left.filter(
      (resource) => !left.some((other) => other !== resource && resource.dependencies.includes(other.urn)),
    );
    // A cycle can only come from states of different deployments: then the newest goes first.
    const round = free.length > 0 ? free : left.slice(0, 1);
    rounds.unshift(round);
    left = left.filter((resource) => !round.includes(resource));
  }
  return rounds;
}
