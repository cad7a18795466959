/** Base connections: `/connections`. */

import { ServiceError, type Call, type ServiceResponse, type Route, type World } from "../service";
import { actionRoute } from "./actions";
import { checkAuth, maskAuth } from "./authParams";
import { named } from "./visibility";
import { connectionSpecsOf, sourceKindOf } from "./specsOf";
import { defined, isFields, part, specOf, stored, without, type Entity, type Fields } from "./entity";
import { exploreResponse } from "./explore";
import { checkConnectionState, idAndEtag, resourceRoutes, type Resource } from "./resource";

const connections: Resource = {
  kind: "connections",
  patchable: ["name", "description", "auth"],
  fields: (body, _call, world, draft) => {
    const spec = specOf(body, "connectionSpec", connectionSpecsOf(world), world);
    if (!draft) checkAuth(body, spec, world);
    const { name, description, auth, providerId } = body;
    const connectionSpec = { id: spec.id, version: spec.version };
    return defined({ name, description, connectionSpec, auth, providerId });
  },
  checkChange: (next, before, _call, world) => {
    if (before.state === "draft") return {};
    const specName = part(before, "auth")["specName"];
    if (part(next, "auth")["specName"] !== specName) {
      throw new ServiceError(
        400,
        "1300-400",
        "The auth spec of a connection cannot be patched; create a new base connection.",
      );
    }
    checkAuth(next, specOf(next, "connectionSpec", connectionSpecsOf(world), world), world);
    return {};
  },
  checkState: checkConnectionState,
  checkUnused: (entity, call, world) => {
    if (!usesInFlows(entity.id, call, world)) return;
    const message = `The base connection with the ID ${entity.id} cannot be deleted because it is being used in one or more flows.`;
    throw new ServiceError(400, "1418-400", message);
  },
  filled: (entity, world) => (world.switches.nullsForAbsent ? { labels: [], ...entity } : entity),
  shown: (filled, world) => {
    const masked = maskAuth(filled, world);
    const isNew = filled["state"] === "initializing" && world.switches.initializingWithoutEtag;
    return isNew ? without(masked, "etag", "version") : masked;
  },
  patchResponse: idAndEtag,
};

export const connectionRoutes: Route[] = [
  ...resourceRoutes(connections),
  actionRoute(connections),
  { method: "GET", path: "/connections/:id/test", handle: test },
  { method: "GET", path: "/connections/:id/explore", handle: explore },
  { method: "GET", path: "/connections/:id/configs", handle: configs },
];

function usesInFlows(id: string, call: Call, world: World): boolean {
  const sources = stored(call, world, "sourceConnections");
  const targets = stored(call, world, "targetConnections");
  const isBuiltOn = (entity: Entity | undefined) => entity?.["baseConnectionId"] === id;
  return [...stored(call, world, "flows").values()].some(
    (flow) =>
      idsOf(flow, "sourceConnectionIds").some((sourceId) => isBuiltOn(sources.get(sourceId))) ||
      idsOf(flow, "targetConnectionIds").some((targetId) => isBuiltOn(targets.get(targetId))),
  );
}

export function idsOf(flow: Fields, field: "sourceConnectionIds" | "targetConnectionIds"): string[] {
  const ids = flow[field];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
}

/** The status is 200 also for wrong credentials. A parameter with the value "invalid" counts as wrong. */
function test(call: Call, world: World): ServiceResponse {
  const params = part(part(named(call, world, "connections"), "auth"), "params");
  return { status: 200, body: { result: !Object.values(params).includes("invalid") } };
}

function explore(call: Call, world: World): ServiceResponse {
  const connection = named(call, world, "connections");
  return exploreResponse(call, sourceKindOf(String(part(connection, "connectionSpec")["id"]), world));
}

function configs(call: Call, world: World): ServiceResponse {
  const connection = named(call, world, "connections");
  return { status: 200, body: { items: isFields(connection["settings"]) ? [connection["settings"]] : [] } };
}
