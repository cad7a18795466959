/** Rules for both source and target connections. */

import { ServiceError, type Call, type World } from "../service";
import { idsOf } from "./connections";
import { stored, type Entity, type Fields } from "./entity";
import { idAndEtag } from "./resource";

export function checkNotUsedByActiveFlow(
  entity: Entity,
  field: "sourceConnectionIds" | "targetConnectionIds",
  call: Call,
  world: World,
): void {
  if (world.switches.usedConnections === "accept") return;
  const isActive = (flow: Entity) => flow.state !== "disabled" && flow.state !== "draft";
  const flows = [...stored(call, world, "flows").values()];
  if (!flows.some((flow) => isActive(flow) && idsOf(flow, field).includes(entity.id))) return;
  throw new ServiceError(400, "1447-400", `Found active flows containing id ${entity.id}.`);
}

export function pairPatchResponse(entity: Entity, world: World): Fields {
  return world.switches.pairPatchReply === "envelope" ? { items: [entity] } : idAndEtag(entity);
}
