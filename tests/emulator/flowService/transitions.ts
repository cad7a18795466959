/**
 * Asynchronous operations. They are counted in GETs instead of seconds, so that tests are deterministic: if the switch
 * `asyncPolls` is n, the first n GETs after a write still show the transitional state.
 */

import type { Call, World } from "../service";
import { renewEtag, stored, type Entity, type Kind } from "./entity";

type OperationName = "create" | "update" | "enable" | "disable" | "publish" | "delete";

interface Transition {
  pollsLeft: number;
  /** The state after the operation; null if the object is deleted. */
  to: string | null;
  failure?: string;
}

const during: Record<OperationName, string> = {
  create: "pending",
  update: "updating",
  enable: "enabling",
  disable: "disabling",
  publish: "pending",
  delete: "delete-finalizing",
};

/** States in which the object cannot be changed. */
const transitional = new Set([...Object.values(during), "initializing", "inProgress", "enabled-finalizing"]);

export function isTransitional(entity: Entity): boolean {
  return transitional.has(entity.state);
}

/** Starts an operation that ends in the state `to`. Without `asyncPolls` it completes immediately. */
export function begin(
  call: Call,
  world: World,
  kind: Kind,
  entity: Entity,
  operation: OperationName,
  to: string | null,
): void {
  const failure = operation === "delete" ? undefined : takeFailure(world, kind);
  const pollsLeft = world.switches.asyncPolls;
  const transition: Transition = { pollsLeft, to, ...(failure !== undefined && { failure }) };
  entity["lastOperation"] = lastOperation(world.now(), operation, "inProgress", 0);
  if (pollsLeft === 0) {
    complete(call, world, kind, entity, transition);
    return;
  }
  entity.state = stateDuring(kind, operation);
  world.collection<Transition>(call.sandbox, "transitions").set(entity.id, transition);
}

/** Counts a GET. True if this GET has completed the operation. */
export function poll(call: Call, world: World, kind: Kind, entity: Entity): boolean {
  const transitions = world.collection<Transition>(call.sandbox, "transitions");
  const transition = transitions.get(entity.id);
  if (transition === undefined) return false;
  if (transition.pollsLeft > 0) {
    transition.pollsLeft -= 1;
    return false;
  }
  transitions.delete(entity.id);
  complete(call, world, kind, entity, transition);
  renewEtag(entity, world);
  return true;
}

function complete(call: Call, world: World, kind: Kind, entity: Entity, transition: Transition): void {
  const { to, failure } = transition;
  if (to === null) {
    stored(call, world, kind).delete(entity.id);
    return;
  }
  const begun = entity["lastOperation"] as ReturnType<typeof lastOperation>;
  entity.state = failure === undefined ? to : world.switches.failedState;
  const value = failure === undefined ? "completed" : "failed";
  const errors = failure === undefined ? [] : [{ code: "CONNECTOR-2001-500", message: failure }];
  const ended = lastOperation(begun.started, begun.operation, value, 100);
  entity["lastOperation"] = { ...ended, updated: world.now(), status: { value, properties: null, errors } };
}

function lastOperation(started: number, operation: OperationName, value: string, percentCompleted: number) {
  const status = { value, properties: null, errors: [] as object[] };
  return { started, updated: started, percentCompleted, status, ops: [], operation };
}

function stateDuring(kind: Kind, operation: OperationName): string {
  if (operation !== "create" && operation !== "publish") return during[operation];
  if (kind === "connections") return "initializing";
  return kind === "flows" ? during[operation] : "inProgress";
}

function takeFailure(world: World, kind: Kind): string | undefined {
  const index = world.failures.findIndex((failure) => failure.collection === kind);
  return index < 0 ? undefined : world.failures.splice(index, 1)[0]?.reason;
}
