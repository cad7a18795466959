import type { AnyDefinition } from "../resources/definition";
import { Busy, InUse, NotFound, NotReady, UnexpectedState, Unsupported } from "../api/errors";
import { errorTable } from "../api/errorTable";
import { errorText } from "../api/errorText";
import { knownObjectsOf, stateEntryOf } from "./knownObjects";
import { begin, lookUp, observe, poll, secondsSince, send } from "./observe";
import type { Operation } from "./observe";
import type { JsonObject } from "../values/propertyPath";
import type { Session } from "../api/session";

/** Users of an object that go in the same run are gone in moments; others have to be named soon. */
const inUseRetryMs = 15_000;

export async function remove(
  definition: AnyDefinition,
  session: Session,
  id: string,
  state: JsonObject,
): Promise<void> {
  // `--replace` and a taint ask for a new object, and the create has found the old one and kept it: another entry of the state
  // file, made by that create, holds it now.
  const knownObjects = knownObjectsOf(session);
  const owner = knownObjects.ownerOf(id);
  if (owner !== undefined && owner !== stateEntryOf(state)) return;
  const operation = begin(definition, session, state);
  if (definition.attachedTo) return;
  const found = await lookUp(operation, definition.lookups?.delete, state, id);
  const refusal = definition.refuse?.delete?.(state, found);
  if (refusal !== undefined) throw new UnexpectedState(refusal);
  const began = session.clock.now();
  knownObjects.record({ id });
  let refused: InUse | Busy | undefined;
  const outcome = await poll(
    operation,
    () => (refused instanceof Busy ? operation.deadline : began + inUseRetryMs),
    async () => {
      const answer = await tryDelete(operation, id);
      refused = answer instanceof InUse || answer instanceof Busy ? answer : undefined;
      if (refused) return undefined;
      // That it is not there is believed only where a look says the same.
      if (answer === "not found") return (await observe(operation, id, state)) ? undefined : "gone";
      return answer;
    },
  );
  if (refused) throw refused;
  if (outcome === "gone" || outcome === "unsupported") return;
  if (definition.deletion === "whereSupported" && outcome === "accepted")
    return secondDelete(operation, id, state);
  await untilGone(operation, id, state, began);
}

async function tryDelete(
  operation: Operation,
  id: string,
): Promise<"accepted" | "not found" | "unsupported" | InUse | Busy> {
  try {
    await send(operation, { method: "DELETE", path: operation.definition.item(id) });
    return "accepted";
  } catch (error) {
    if (error instanceof NotFound) return "not found";
    if (error instanceof Unsupported && operation.definition.deletion === "whereSupported")
      return "unsupported";
    if (error instanceof InUse || error instanceof Busy) return error;
    throw error;
  }
}

/** Whether the API deletes at all is not documented: an object that is still shown is asked for once more and then left. */
async function secondDelete(operation: Operation, id: string, state: JsonObject): Promise<void> {
  if (await observe(operation, id, state)) await tryDelete(operation, id);
}

/** Flow Service answers before the object is gone (Adobe: "Delete dataflows": confirm by a GET that answers 404). */
async function untilGone(operation: Operation, id: string, state: JsonObject, began: number): Promise<void> {
  const gone = await poll(
    operation,
    () => operation.deadline,
    async () => ((await observe(operation, id, state)) ? undefined : true),
  );
  if (gone) return;
  const seconds = secondsSince(operation, began);
  throw new NotReady(errorText(errorTable.stillVisible, { seconds }));
}
