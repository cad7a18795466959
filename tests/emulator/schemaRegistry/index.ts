import {
  createDescriptor,
  listDescriptors,
  lookupDescriptor,
  removeDescriptor,
  replaceDescriptor,
} from "./descriptors";
import { registryError } from "./errors";
import type { TenantKind } from "./library";
import { list } from "./lists";
import { create, lookup, patch, remove, replace } from "./resources";
import { stats } from "./stats";
import { listUnions, lookupUnion } from "./unions";
import { ServiceError, type Route, type Service } from "../service";
import type { ResourceKind } from "../xdm/global";

export { schemaRegistrySwitches } from "./switches";

/** Path segment and kind. "mixins" is the former name of field groups, which still works. */
const KINDS: [string, TenantKind][] = [
  ["schemas", "schemas"],
  ["classes", "classes"],
  ["fieldgroups", "fieldgroups"],
  ["mixins", "fieldgroups"],
  ["datatypes", "datatypes"],
];

export const schemaRegistry: Service = {
  name: "schemaRegistry",
  basePath: "/data/foundation/schemaregistry",
  routes: [
    { method: "GET", path: "/stats", handle: stats },
    ...KINDS.flatMap(([segment, kind]) => [
      ...readRoutes("tenant", segment, kind),
      ...writeRoutes(segment, kind),
    ]),
    ...KINDS.flatMap(([segment, kind]) => readRoutes("global", segment, kind)),
    ...readRoutes("global", "behaviors", "behaviors"),
    { method: "GET", path: "/tenant/unions", handle: listUnions },
    { method: "GET", path: "/tenant/unions/:id", handle: lookupUnion },
    { method: "GET", path: "/tenant/descriptors", handle: listDescriptors },
    { method: "POST", path: "/tenant/descriptors", handle: ofJson(createDescriptor) },
    { method: "GET", path: "/tenant/descriptors/:id", handle: lookupDescriptor },
    { method: "PUT", path: "/tenant/descriptors/:id", handle: ofJson(replaceDescriptor) },
    { method: "DELETE", path: "/tenant/descriptors/:id", handle: removeDescriptor },
  ],
  error: registryError,
  permissionDenied: { code: "XDM-2010-403", message: "Permission management access denied." },
};

function readRoutes(container: string, segment: string, kind: ResourceKind): Route[] {
  const path = `/${container}/${segment}`;
  return [
    { method: "GET", path, handle: (call, world) => list(call, world, container, kind) },
    { method: "GET", path: `${path}/:id`, handle: (call, world) => lookup(call, world, container, kind) },
  ];
}

function writeRoutes(segment: string, kind: TenantKind): Route[] {
  const path = `/tenant/${segment}`;
  return [
    { method: "POST", path, handle: ofJson((call, world) => create(call, world, kind)) },
    { method: "PUT", path: `${path}/:id`, handle: ofJson((call, world) => replace(call, world, kind)) },
    { method: "PATCH", path: `${path}/:id`, handle: ofJson((call, world) => patch(call, world, kind)) },
    { method: "DELETE", path: `${path}/:id`, handle: (call, world) => remove(call, world, kind) },
  ];
}

/** JSON Patch too is sent as application/json. Its own media type and those of Adobe are refused. */
function ofJson(handle: Route["handle"]): Route["handle"] {
  return (call, world) => {
    const type = call.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
    if (world.switches.registryBodyType === "json" && type !== "" && type !== "application/json") {
      throw new ServiceError(415, "", `The content type ${type} is not supported; send application/json.`);
    }
    return handle(call, world);
  };
}
