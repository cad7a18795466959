import { bodyArgs } from "./args";
import { UnexpectedState } from "../api/errors";
import { errorTable } from "../api/errorTable";
import { errorText } from "../api/errorText";
import { knownObjectsOf } from "./knownObjects";
import { markIn, markOf, sameOwner } from "./mark";
import { listObjects } from "./observe";
import type { Operation } from "./operation";
import { poll } from "./wait";
import type { JsonObject } from "../values/propertyPath";

/** Finds the object that a POST with a lost response created, if it created one. AEP may list it late. */
export async function findLost(
  operation: Operation,
  inputs: JsonObject,
  waitMs: number,
): Promise<string | undefined> {
  const until = operation.session.clock.now() + waitMs;
  return poll(
    operation,
    () => until,
    () => adoptable(operation, inputs, "now"),
  );
}

/** The one object that an earlier attempt to create this resource made and that is not in the state. */
export async function adoptable(
  operation: Operation,
  inputs: JsonObject,
  when: "known" | "now",
): Promise<string | undefined> {
  const { definition, session } = operation;
  const { idsInState, marksWithoutId } = knownObjectsOf(session);
  const earlier = await ownObjects(operation, inputs, "known");
  const own = when === "known" ? earlier : await ownObjects(operation, inputs, "now");
  // The state has this resource, and the engine has not passed its id: it is the only object with the resource's mark.
  const inState = marksWithoutId.has(markOf(definition, inputs) ?? "") && earlier.length === 1 ? earlier : [];
  const ids = own.filter((id) => !idsInState.has(id) && !inState.includes(id));
  if (ids.length < 2) return ids[0];
  throw new UnexpectedState(errorText(errorTable.severalObjects, { count: ids.length, ids: ids.join(", ") }));
}

/** Objects that earlier runs made for this resource with other fixed fields and that are not known to be in the state. */
export async function leftBehind(operation: Operation, inputs: JsonObject): Promise<string[]> {
  const { definition, session } = operation;
  const { by } = definition.find;
  const mark = markOf(definition, inputs);
  if (mark === undefined || typeof by !== "string") return [];
  const { idsInState, marksWithoutId } = knownObjectsOf(session);
  const left = (await objects(operation, "known")).filter(([id, live]) => {
    const its = markIn(live[by]);
    if (its === undefined || its === mark || !sameOwner(its, mark)) return false;
    return !idsInState.has(id) && !marksWithoutId.has(its);
  });
  return left.map(([id]) => id);
}

/** The ids of the objects that earlier attempts to create this resource made. */
async function ownObjects(
  operation: Operation,
  inputs: JsonObject,
  when: "known" | "now",
): Promise<string[]> {
  const { definition, session } = operation;
  const { by } = definition.find;
  const mark = markOf(definition, inputs);
  if (mark === undefined) return [];
  const args = bodyArgs(definition, inputs);
  const own = (await objects(operation, when)).filter(([, live]) =>
    typeof by === "string" ? markIn(live[by]) === mark : by(live, args, session.client.apiKey),
  );
  return [...new Set(own.map(([id]) => id))];
}

/**
 * The objects of the kind in the sandbox. `known` is the list that this process read before its first create of the kind: it
 * contains everything that earlier runs made. `now` reads the list again.
 */
function objects(operation: Operation, when: "known" | "now"): Promise<[string, JsonObject][]> {
  const load = () => all(operation);
  return when === "now"
    ? load()
    : operation.session.cache.once(`all ${operation.definition.type} of ${operation.sandbox}`, load);
}

/** Keeps only what marks need, because the list stays in memory as long as the process. */
async function all(operation: Operation): Promise<[string, JsonObject][]> {
  const { by } = operation.definition.find;
  const found: [string, JsonObject][] = [];
  for await (const items of listObjects(operation)) {
    if (typeof by !== "string") found.push(...items);
    else {
      const marked = items.filter(([, live]) => markIn(live[by]) !== undefined);
      found.push(...marked.map(([id, live]): [string, JsonObject] => [id, { [by]: live[by] }]));
    }
  }
  return found;
}
