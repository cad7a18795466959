/** Access labels: a credential whose role lacks a label of a dataflow sees neither the dataflow nor its runs. */

import { lacksLabelOf } from "../permissions";
import { ServiceError, type Call, type World } from "../service";
import { notFound, stored, type Entity, type Kind } from "./entity";

export const permissionDenied = {
  code: "2120-403",
  message:
    "You do not have sufficient permissions to perform the operation. Please contact your administrator to resolve permissions and try again.",
};

function forbidden(): ServiceError {
  return new ServiceError(403, permissionDenied.code, permissionDenied.message);
}

/**
 * The object whose id is in the path. A hidden object is not found by GET, and forbidden to writes whatever their If-Match.
 */
export function named(call: Call, world: World, kind: Kind): Entity {
  const id = call.params["id"] ?? "";
  const entity = stored(call, world, kind).get(id);
  if (entity === undefined) throw notFound(world, kind, id);
  if (!isHidden(entity, call, world, kind)) return entity;
  throw call.method === "GET" ? notFound(world, kind, id) : forbidden();
}

function isHidden(entity: Entity, call: Call, world: World, kind: Kind): boolean {
  if (kind !== "flows" && kind !== "runs") return false;
  const flow = kind === "flows" ? entity : stored(call, world, "flows").get(String(entity["flowId"]));
  return lacksLabelOf(flow?.["labels"], call, world);
}

/** The objects that a list shows. */
export function listed(call: Call, world: World, kind: Kind): Entity[] {
  const all = [...stored(call, world, kind).values()];
  if (world.switches.hiddenFlowsInLists === "listed") return all;
  return all.filter((entity) => !isHidden(entity, call, world, kind));
}
