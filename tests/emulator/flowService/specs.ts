/** `/connectionSpecs` and `/flowSpecs`: the same for every organisation, and read-only for customers. */

import { ServiceError, type Call, type ServiceResponse, type Route, type World } from "../service";
import { connectionSpecs, sourceKindOf } from "./connectionSpecs";
import { envelope, notFound, type Fields } from "./entity";
import { exploreResponse, unsupported } from "./explore";
import { flowSpecs } from "./flowSpecs";
import { listResponse, searchQuery } from "./listing";

export const specRoutes: Route[] = [
  ...readRoutes("connectionSpecs", items(connectionSpecs)),
  ...readRoutes("flowSpecs", items(flowSpecs)),
  { method: "GET", path: "/connectionSpecs/:id/explore", handle: explore },
  {
    method: "GET",
    path: "/connectionSpecs/:id/configs",
    handle: () => ({ status: 200, body: { items: [] } }),
  },
];

function items(specs: ReadonlyMap<string, object>): Fields[] {
  return [...specs.values()].map((spec) => ({ ...spec }));
}

function readRoutes(name: "connectionSpecs" | "flowSpecs", specs: Fields[]): Route[] {
  return [
    { method: "GET", path: `/${name}`, handle: (call) => list(name, specs, call) },
    {
      method: "POST",
      path: `/${name}/search`,
      handle: (call) => list(name, specs, { ...call, query: searchQuery(call.body) }),
    },
    { method: "GET", path: `/${name}/:id`, handle: (call, world) => one(name, specs, call, world) },
    { method: "POST", path: `/${name}`, handle: refuseWrite },
    { method: "PUT", path: `/${name}/:id`, handle: refuseWrite },
  ];
}

/** The OpenAPI file has no limit here, so that all specifications are in one page by default. */
function list(name: string, specs: Fields[], call: Call): ServiceResponse {
  return listResponse(call, name, specs, specs.length);
}

function one(name: string, specs: Fields[], call: Call, world: World): ServiceResponse {
  const id = call.params["id"] ?? "";
  const found = specs.find((spec) => spec["id"] === id);
  if (found === undefined) throw notFound(world, name, id);
  return envelope(found);
}

/** For a source without an account, such as Data Landing Zone. All others are explored by their base connection. */
function explore(call: Call, world: World): ServiceResponse {
  const id = call.params["id"] ?? "";
  const spec = connectionSpecs.get(id);
  if (spec === undefined) throw notFound(world, "connectionSpecs", id);
  if (spec.authSpec.length > 0) throw unsupported();
  return exploreResponse(call, sourceKindOf(id), "dlz-user-container");
}

function refuseWrite(): ServiceResponse {
  throw new ServiceError(400, "1426-400", "The user token is unauthorized to create/update specs.");
}
