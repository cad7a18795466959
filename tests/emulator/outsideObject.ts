/** Changes of stored objects by someone else than the caller. */

import type { EmulatorParts } from "./exchange";
import { renewVersion, versionOf, type Fields } from "./outsideEdit";
import type { Sandbox, World } from "./service";

export interface Target {
  sandbox: string;
  collection: string;
  id: string;
}

export function editOutside(parts: EmulatorParts, target: Target, change: (object: Fields) => void): void {
  const { object } = storedObject(parts.world, target);
  const before = structuredClone(object);
  change(object);
  renewVersion(before, object, parts.world);
  recordOutside(parts, "PATCH", target, versionOf(before), versionOf(object));
}

export function removeOutside(parts: EmulatorParts, target: Target): void {
  const before = versionOf(storedObject(parts.world, target).object);
  collectionOf(parts.world, target.sandbox, target.collection).delete(target.id);
  recordOutside(parts, "DELETE", target, before);
}

export function recordOutside(
  { ledger, world, save }: EmulatorParts,
  method: string,
  { sandbox, collection, id }: Target,
  before?: string,
  after?: string,
): void {
  const common = { at: world.now(), method, path: "", status: 0, body: undefined, clientId: "" };
  ledger.add({
    ...common,
    ...{ kind: collection, id, sandbox, outside: true },
    ...(before !== undefined && { etagBefore: before }),
    ...(after !== undefined && { etagAfter: after }),
  });
  save();
}

export function storedObject(
  world: World,
  { sandbox, collection, id }: Target,
): { sandbox: Sandbox; object: Fields } {
  const object = collectionOf(world, sandbox, collection).get(id);
  if (object === undefined) throw new Error(`Sandbox '${sandbox}' has no object '${id}' in '${collection}'.`);
  return { sandbox: sandboxCalled(world, sandbox), object };
}

export function collectionOf(world: World, sandbox: string, collection: string): Map<string, Fields> {
  return world.collection<Fields>(sandboxCalled(world, sandbox), collection);
}

export function sandboxCalled(world: World, name: string): Sandbox {
  const sandbox = world.sandboxes.find((candidate) => candidate.name === name);
  if (sandbox !== undefined) return sandbox;
  const names = world.sandboxes.map((candidate) => candidate.name).join(", ");
  throw new Error(`There is no sandbox '${name}'. The sandboxes are: ${names}.`);
}
