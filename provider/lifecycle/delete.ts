import { Busy, InUse, NotFound, NotReady } from "../api/errors";
import { errorTable } from "../api/errorTable";
import { errorText } from "../api/errorText";
import type { Session } from "../api/session";
import type { AnyDefinition } from "../resources/definition";
import type { Deletion } from "../resources/override";
import type { JsonObject } from "../values/propertyPath";
import { knownObjectsOf, stateEntryOf } from "./knownObjects";
import { observe, readerOf } from "./observe";
import { begin, secondsSince, send, type Operation } from "./operation";
import { poll } from "./wait";

/** Objects that use this one and are deleted in the same run are gone soon. All others must be named soon. */
const inUseRetryMs = 15_000;

export async function remove(
  definition: AnyDefinition,
  session: Session,
  id: string,
  state: JsonObject,
): Promise<void> {
  // After `--replace` or a taint, the create may have adopted the old object. Then another entry of the state owns it.
  const owner = knownObjectsOf(session).ownerOf(id);
  if (owner !== undefined && owner !== stateEntryOf(state)) return;
  const operation = begin(definition, session, state);
  const deletion: Deletion = {
    id,
    state,
    reader: readerOf(operation),
    deleteObject: () => deleteObject(operation, id, state),
    requestDelete: async () => void (await requestDelete(operation, id, state)),
    isShown: async () => (await observe(operation, id, state)) !== undefined,
  };
  await (definition.override?.delete ?? deletion.deleteObject)(deletion);
}

async function deleteObject(operation: Operation, id: string, state: JsonObject): Promise<void> {
  const startMs = operation.session.clock.now();
  const outcome = await requestDelete(operation, id, state);
  if (outcome === "accepted") await waitUntilGone(operation, id, state, startMs);
}

/** DELETE until AEP accepts it, or shows that the object does not exist. */
async function requestDelete(
  operation: Operation,
  id: string,
  state: JsonObject,
): Promise<"accepted" | "gone"> {
  const { session, deadline } = operation;
  const inUseUntil = session.clock.now() + inUseRetryMs;
  knownObjectsOf(session).record({ id });
  let refusal: InUse | Busy | undefined;
  const outcome = await poll(
    operation,
    () => (refusal instanceof Busy ? deadline : inUseUntil),
    async () => {
      const result = await tryDelete(operation, id);
      refusal = result instanceof InUse || result instanceof Busy ? result : undefined;
      if (refusal) return undefined;
      // A response "not found" counts only if a read shows the same.
      if (result === "not found") return (await observe(operation, id, state)) ? undefined : "gone";
      return "accepted";
    },
  );
  if (refusal) throw refusal;
  return outcome ?? "accepted";
}

async function tryDelete(operation: Operation, id: string): Promise<"accepted" | "not found" | InUse | Busy> {
  try {
    await send(operation, { method: "DELETE", path: operation.definition.item(id) });
    return "accepted";
  } catch (error) {
    if (error instanceof NotFound) return "not found";
    if (error instanceof InUse || error instanceof Busy) return error;
    throw error;
  }
}

/** Flow Service responds before the object is gone (Adobe: "Delete dataflows": confirm by a GET, which gives 404). */
async function waitUntilGone(
  operation: Operation,
  id: string,
  state: JsonObject,
  startMs: number,
): Promise<void> {
  const gone = await poll(
    operation,
    () => operation.deadline,
    async () => ((await observe(operation, id, state)) ? undefined : true),
  );
  if (gone) return;
  throw new NotReady(errorText(errorTable.stillVisible, { seconds: secondsSince(operation, startMs) }));
}
