/** What tests do to the emulated world directly, without the API. */

import type { Emulator } from "./emulator";
import type { EmulatorParts } from "./exchange";
import { renewVersion, versionOf, type Fields } from "./outsideEdit";
import type { RequestRecord } from "./requestRecord";
import type { Sandbox, World } from "./service";
import type { Switches } from "./switches";
import type { Organisation } from "./world";

export type Controls = Omit<Emulator, "url" | "reset" | "close">;

export function createControls(
  parts: EmulatorParts,
  world: Organisation,
  requests: readonly RequestRecord[],
): Controls {
  return {
    world,
    ledger: parts.ledger,
    faults: parts.faults,
    requests,
    set: (switches: Partial<Switches>) => {
      world.switches = { ...world.switches, ...switches };
    },
    failNext: (collection, reason) => {
      world.failures.push({ collection, reason });
    },
    issueToken: (clientId) => parts.tokens.issue(clientId),
    revokeTokens: () => parts.tokens.clear(),
    edit: (sandbox, collection, id, change) => editOutside(parts, { sandbox, collection, id }, change),
    remove: (sandbox, collection, id) => removeOutside(parts, { sandbox, collection, id }),
    objects: (sandbox, collection) => [...collectionOf(world, sandbox, collection).values()],
  };
}

interface Target {
  sandbox: string;
  collection: string;
  id: string;
}

function editOutside(parts: EmulatorParts, target: Target, change: (object: Fields) => void): void {
  const object = storedObject(parts.world, target);
  const before = structuredClone(object);
  change(object);
  renewVersion(before, object, parts.world);
  recordOutside(parts, "PATCH", target, versionOf(before), versionOf(object));
}

function removeOutside(parts: EmulatorParts, target: Target): void {
  const before = versionOf(storedObject(parts.world, target));
  collectionOf(parts.world, target.sandbox, target.collection).delete(target.id);
  recordOutside(parts, "DELETE", target, before);
}

function recordOutside(
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

function storedObject(world: World, { sandbox, collection, id }: Target): Fields {
  const object = collectionOf(world, sandbox, collection).get(id);
  if (object === undefined) throw new Error(`Sandbox '${sandbox}' has no object '${id}' in '${collection}'.`);
  return object;
}

function collectionOf(world: World, sandbox: string, collection: string): Map<string, Fields> {
  return world.collection<Fields>(sandboxCalled(world, sandbox), collection);
}

function sandboxCalled(world: World, name: string): Sandbox {
  const sandbox = world.sandboxes.find((candidate) => candidate.name === name);
  if (sandbox !== undefined) return sandbox;
  const names = world.sandboxes.map((candidate) => candidate.name).join(", ");
  throw new Error(`There is no sandbox '${name}'. The sandboxes are: ${names}.`);
}
