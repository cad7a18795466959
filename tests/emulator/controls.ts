/** What tests do to the emulated world directly, without the API. */

import type { Emulator } from "./emulator";
import type { EmulatorParts } from "./exchange";
import { completeSpecs } from "./addedSpecs";
import type { DataSet } from "./catalog/dataSet";
import { finish } from "./catalog/forms";
import { addNamespace } from "./identityService/namespaces";
import { collectionOf, editOutside, removeOutside, sandboxCalled } from "./outsideObject";
import type { RequestRecord } from "./requestRecord";
import type { Switches } from "./switches";
import { addBatch, addRun, disableFailing } from "./systemActions";
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
    restrict: (clientId, limits) => {
      world.limits.set(clientId, limits);
    },
    issueToken: (clientId) => parts.tokens.issue(clientId),
    revokeTokens: () => parts.tokens.clear(),
    addNamespace: (sandbox, code, idType = "CROSS_DEVICE") => {
      addNamespace(world, sandboxCalled(world, sandbox), { code, idType });
      parts.save();
    },
    finishDataset: (sandbox, id) => {
      const target = { sandbox, collection: "dataSets", id };
      editOutside(parts, target, (object) => finish(object as unknown as DataSet, world));
    },
    edit: (sandbox, collection, id, change) => editOutside(parts, { sandbox, collection, id }, change),
    remove: (sandbox, collection, id) => removeOutside(parts, { sandbox, collection, id }),
    addBatch: (sandbox, id, fields = {}) => addBatch(parts, { sandbox, collection: "dataSets", id }, fields),
    addRun: (sandbox, id, options = {}) => addRun(parts, { sandbox, collection: "flows", id }, options),
    disableFailing: (sandbox, id) => disableFailing(parts, { sandbox, collection: "flows", id }),
    addConnectors: (specs) => {
      const { connectionSpecs, flowSpecs } = completeSpecs(specs);
      world.added = {
        connectionSpecs: [...world.added.connectionSpecs, ...connectionSpecs],
        flowSpecs: [...world.added.flowSpecs, ...flowSpecs],
      };
    },
    objects: (sandbox, collection) => [...collectionOf(world, sandbox, collection).values()],
  };
}
