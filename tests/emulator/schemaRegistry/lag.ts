/**
 * The registry is eventually consistent. With the switch `registryLagSeconds`, a GET sees the registry as it was that many
 * seconds ago, and a list as it was a third of that time ago. Writes see the present, but only resources that a GET sees.
 */

import type { Sandbox, World } from "../service";

/** A write of the recent past. */
interface Past {
  at: number;
  collection: string;
  id: string;
  /** The object before the write; null if the write created it. */
  before: unknown;
}

/** What sees the registry. */
export type Viewer = "lookup" | "list";

const SHARE: Record<Viewer, number> = { lookup: 1, list: 1 / 3 };

/** Must run before each write, while the old object is still stored. */
export function recordWrite(world: World, sandbox: Sandbox, collection: string, id: string): void {
  const lag = lagOf(world, "lookup");
  if (lag === 0) return;
  const now = world.now();
  const past = pastOf(world, sandbox);
  for (const [key, { at }] of past) if (at + lag <= now) past.delete(key);
  const before = structuredClone(world.collection(sandbox, collection).get(id)) ?? null;
  past.set(world.uuid(), { at: now, collection, id, before });
}

/** The collection as GETs see it. */
export function seen<T>(
  world: World,
  sandbox: Sandbox,
  collection: string,
  viewer: Viewer,
): ReadonlyMap<string, T> {
  const present = world.collection<T>(sandbox, collection);
  const lag = lagOf(world, viewer);
  if (lag === 0) return present;
  const view = new Map(present);
  const since = world.now() - lag;
  const unseen = [...pastOf(world, sandbox).values()].filter(
    (write) => write.collection === collection && write.at > since,
  );
  for (const { id, before } of unseen.reverse()) {
    if (before === null) view.delete(id);
    else view.set(id, before as T);
  }
  return view;
}

function lagOf(world: World, viewer: Viewer): number {
  return world.switches.registryLagSeconds * 1000 * SHARE[viewer];
}

function pastOf(world: World, sandbox: Sandbox): Map<string, Past> {
  return world.collection<Past>(sandbox, "registryPast");
}
