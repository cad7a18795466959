/** `POST .../action`: enable, disable and publish. */

import { ServiceError, type Call, type ServiceResponse, type Route, type World } from "../service";
import { stamp, without, type Entity } from "./entity";
import { checkIfMatch } from "./patching";
import { idAndEtag, type Resource } from "./resource";
import { begin, isTransitional } from "./transitions";
import { named } from "./visibility";

type Operation = "enable" | "disable" | "publish";

export function actionRoute(resource: Resource): Route {
  return {
    method: "POST",
    path: `/${resource.kind}/:id/action`,
    handle: (call, world) => act(resource, call, world),
  };
}

function act(resource: Resource, call: Call, world: World): ServiceResponse {
  const { kind } = resource;
  const operation = operationOf(call, kind === "flows" ? ["enable", "disable", "publish"] : ["publish"]);
  const entity = named(call, world, kind);
  checkIfMatch(call, entity, false);
  checkActionState(entity, operation, world);
  if (operation === "publish") resource.fields(without(entity, "state"), call, world, false);
  const etagBefore = entity.etag;
  stamp(entity, call, world);
  begin(call, world, kind, entity, operation, operation === "disable" ? "disabled" : "enabled");
  return {
    status: 200,
    body: idAndEtag(entity),
    wrote: { kind, id: entity.id, etagBefore, etagAfter: entity.etag },
  };
}

function operationOf(call: Call, allowed: Operation[]): Operation {
  const op = (call.query.get("op") ?? "").toLowerCase();
  if (op === "") throw new ServiceError(400, "1334-400", "The query param : op cannot be empty.");
  if (op.startsWith("finalize")) {
    throw new ServiceError(400, "1402-400", "The action 'finalize' is supported for provider requests only.");
  }
  const found = allowed.find((operation) => operation === op);
  if (found === undefined)
    throw new ServiceError(400, "1398-400", `The provided operation : ${op} is unsupported.`);
  return found;
}

function checkActionState(entity: Entity, operation: Operation, world: World): void {
  const { state } = entity;
  if (isTransitional(entity)) {
    throw new ServiceError(400, "1421-400", `The current state ${state} cannot be transitioned.`);
  }
  const isRepeated = state === (operation === "disable" ? "disabled" : "enabled");
  const fits = operation === "publish" ? state === "draft" : state !== "draft";
  if (!fits || (isRepeated && world.switches.repeatedAction === "refuse")) {
    throw new ServiceError(
      400,
      "1422-400",
      `The action ${operation} cannot be applied on the current state ${state}.`,
    );
  }
}
