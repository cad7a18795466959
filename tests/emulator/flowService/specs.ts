/** `/connectionSpecs` and `/flowSpecs`: the same for every organisation, and read-only for customers. */

import { ServiceError, type Call, type ServiceResponse, type Route, type World } from "../service";
import { envelope, notFound } from "./entity";
import { exploreResponse, unsupported } from "./explore";
import { listResponse, searchQuery } from "./listing";
import { connectionSpecsOf, flowSpecsOf, sourceKindOf } from "./specsOf";

export const specRoutes: Route[] = [
  ...readRoutes("connectionSpecs", connectionSpecsOf),
  ...readRoutes("flowSpecs", flowSpecsOf),
  { method: "GET", path: "/connectionSpecs/:id/explore", handle: explore },
  {
    method: "GET",
    path: "/connectionSpecs/:id/configs",
    handle: () => ({ status: 200, body: { items: [] } }),
  },
];

type SpecsOf = (world: World) => ReadonlyMap<string, object>;

function readRoutes(name: "connectionSpecs" | "flowSpecs", specsOf: SpecsOf): Route[] {
  const list = (call: Call, world: World) => listOf(name, specsOf(world), call, world);
  return [
    { method: "GET", path: `/${name}`, handle: list },
    {
      method: "POST",
      path: `/${name}/search`,
      handle: (call, world) => list({ ...call, query: searchQuery(call.body) }, world),
    },
    { method: "GET", path: `/${name}/:id`, handle: (call, world) => one(name, specsOf(world), call, world) },
    { method: "POST", path: `/${name}`, handle: refuseWrite },
    { method: "PUT", path: `/${name}/:id`, handle: refuseWrite },
  ];
}

/** The OpenAPI file has no limit here, so that all specifications are in one page by default. */
function listOf(name: string, specs: ReadonlyMap<string, object>, call: Call, world: World): ServiceResponse {
  const items = [...specs.values()].map((spec) => ({ ...spec }));
  return listResponse(call, name, items, world, specs.size);
}

function one(name: string, specs: ReadonlyMap<string, object>, call: Call, world: World): ServiceResponse {
  const id = call.params["id"] ?? "";
  const found = specs.get(id);
  if (found === undefined) throw notFound(world, name, id);
  return envelope({ ...found });
}

/** For a source without an account, such as Data Landing Zone. All others are explored by their base connection. */
function explore(call: Call, world: World): ServiceResponse {
  const id = call.params["id"] ?? "";
  const spec = connectionSpecsOf(world).get(id);
  if (spec === undefined) throw notFound(world, "connectionSpecs", id);
  if (spec.authSpec.length > 0) throw unsupported();
  return exploreResponse(call, sourceKindOf(id, world), "dlz-user-container");
}

function refuseWrite(): ServiceResponse {
  throw new ServiceError(400, "1426-400", "The user token is unauthorized to create/update specs.");
}
