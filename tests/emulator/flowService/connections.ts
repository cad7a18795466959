/** Base connections: `/connections`. */

import { Refusal, type Call, type Reply, type Route, type World } from "../service";
import { actionRoute } from "./actions";
import { checkAuth, maskAuth } from "./authParams";
import { connectionSpecs, sourceKindOf } from "./connectionSpecs";
import { defined, isFields, named, part, specOf, stored, without, type Entity, type Fields } from "./entity";
import { checkConnectionState, idAndEtag, resourceRoutes, type Resource } from "./resource";

const connections: Resource = {
  kind: "connections",
  patchable: ["name", "description", "auth"],
  fields: (body, _call, world, draft) => {
    const spec = specOf(body, "connectionSpec", connectionSpecs, world);
    if (!draft) checkAuth(body, spec, world);
    const { name, description, auth, providerId } = body;
    const connectionSpec = { id: spec.id, version: spec.version };
    return defined({ name, description, connectionSpec, auth, providerId });
  },
  checkChange: (next, before, _call, world) => {
    if (before.state === "draft") return {};
    const specName = part(before, "auth")["specName"];
    if (part(next, "auth")["specName"] !== specName) {
      throw new Refusal(
        400,
        "1300-400",
        "The auth spec of a connection cannot be patched; create a new base connection.",
      );
    }
    checkAuth(next, specOf(next, "connectionSpec", connectionSpecs, world), world);
    return {};
  },
  checkState: checkConnectionState,
  checkUnused: (entity, call, world) => {
    if (!usesInFlows(entity.id, call, world)) return;
    const message = `The base connection with the ID ${entity.id} cannot be deleted because it is being used in one or more flows.`;
    throw new Refusal(400, "1418-400", message);
  },
  filled: (entity, world) => (world.switches.nullsForAbsent ? { labels: [], ...entity } : entity),
  shown: (filled, world) => {
    const masked = maskAuth(filled, world);
    const isNew = filled["state"] === "initializing" && world.switches.initializingWithoutEtag;
    return isNew ? without(masked, "etag", "version") : masked;
  },
  patchReply: idAndEtag,
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

/** Wrong credentials are still HTTP 200; parameters that say "invalid" count as wrong. */
function test(call: Call, world: World): Reply {
  const params = part(part(named(call, world, "connections"), "auth"), "params");
  return { status: 200, body: { result: !Object.values(params).includes("invalid") } };
}

/** A small file system or database, the same for every connection. */
function explore(call: Call, world: World): Reply {
  const connection = named(call, world, "connections");
  const kind = sourceKindOf(String(part(connection, "connectionSpec")["id"]));
  if (kind === undefined || kind === "stream") {
    throw new Refusal(400, "1336-400", "Explore connection is not supported for this connection spec ID.");
  }
  const type = (call.query.get("objectType") ?? "").toLowerCase();
  const object = call.query.get("object") ?? "";
  if (!["root", "folder", "file", "table", "rest"].includes(type)) {
    throw new Refusal(400, "1358-400", "The provided param 'objectType' is invalid.");
  }
  if (type !== "root" && object === "") {
    throw new Refusal(400, "1337-400", `The object cannot be empty for objectType=${type}.`);
  }
  if (type === "file" || type === "table") return { status: 200, body: content() };
  return {
    status: 200,
    body: kind === "table" ? [entry("table", "customers", "customers")] : folder(type, object),
  };
}

function folder(type: string, path: string) {
  if (type === "root") return [entry("folder", "crm", "/crm/")];
  return [entry("file", "customers.csv", `${path.replace(/\/$/, "")}/customers.csv`)];
}

function entry(type: string, name: string, path: string) {
  const isReadable = type !== "folder";
  return { type, name, path, canPreview: isReadable, canFetchSchema: isReadable };
}

function content() {
  const columns = ["Id", "FirstName", "LastName", "Email", "Phone"];
  const row = ["1", "Ada", "Lovelace", "ada@example.com", "+44 20 7946 0000"];
  return {
    format: "flat",
    schema: { columns: columns.map((name) => ({ name, type: "string", xdm: { type: "string" } })) },
    data: [Object.fromEntries(columns.map((name, index) => [name, row[index]]))],
  };
}

function configs(call: Call, world: World): Reply {
  const connection = named(call, world, "connections");
  return { status: 200, body: { items: isFields(connection["settings"]) ? [connection["settings"]] : [] } };
}
