import { adoptable, findLost, leftBehind } from "./adoption";
import { bodyArgs, encoded, hiddenPlaces, programPlaces, without } from "./args";
import { project } from "./canonical";
import { describeSubject } from "./check/validate";
import type { AnyDefinition } from "../resources/definition";
import type { ApiResponse } from "../api/response";
import { AlreadyExists, Ambiguous, InvalidInput, Unfinished } from "../api/errors";
import {
  begin,
  lookUp,
  observe,
  poll,
  send,
  waitUntilReady,
  contextOf,
  readAfterCreateWindowMs,
} from "./observe";
import type { Observed, Operation } from "./observe";
import { knownObjectsOf } from "./knownObjects";
import { get, type JsonObject, parse, set } from "../values/propertyPath";
import type { Session } from "../api/session";
import { act, actionIn, reconcile, initialAction, marked, objectIn, wantedAction } from "./reconcile";
import { matchForImport, importedId } from "./import";

/** Create: the object that is there already, under whatever circumstances, and otherwise a new one, made once. */

export async function create(
  definition: AnyDefinition,
  session: Session,
  inputs: JsonObject,
): Promise<{ id: string; outs: JsonObject }> {
  const operation = begin(definition, session, inputs);
  const whole = definition.attachedTo?.(inputs);
  if (whole !== undefined) return addFacet(operation, whole, inputs);
  const imported = importedId(operation, inputs);
  if (imported !== undefined) {
    return manage(operation, imported, await matchForImport(operation, imported, inputs), inputs);
  }
  const earlier = await adoptable(operation, inputs, "known");
  const adopted = earlier === undefined ? undefined : await adopt(operation, earlier, inputs);
  if (adopted) return adopted;
  warnOf(operation, inputs, await leftBehind(operation, inputs));
  const { id, known } = await make(operation, inputs);
  knownObjectsOf(session).record({ id });
  const { orgId } = session.config;
  let state: JsonObject = { ...inputs, ...initialAction(definition), orgId };
  // Counted from the end of the create, which may have waited for AEP to show the object.
  const age = () => ({ createdAt: session.clock.now() });
  const seen = (live: Observed) => {
    state = { ...state, ...actionIn(definition, live.args), ...live.outputs };
  };
  try {
    const live = (await waitUntilReady(operation, id, known, {
      mustExist: true,
      ready: true,
      onObserved: seen,
    }))!;
    const value = wantedAction(definition, live.args, inputs);
    if (value !== undefined) {
      await act(operation, id, value, live.outputs["etag"]);
      await waitUntilReady(operation, id, known, { mustExist: true, ready: true, onObserved: seen });
    }
  } catch (error) {
    throw new Unfinished(id, { ...state, ...age() }, error);
  }
  return { id, outs: { ...state, ...age(), ...inputs } };
}

/** An interrupted create whose fixed fields have changed since: nobody else would ever look for its object. */
function warnOf(
  { definition, session, sandbox }: Operation,
  inputs: JsonObject,
  left: readonly string[],
): void {
  if (left.length === 0) return;
  const [it, is] = left.length === 1 ? ["it", "is"] : ["them", "are"];
  session.warn(
    `${describeSubject(definition, inputs)}: sandbox "${sandbox}" also holds ${left.join(", ")}, which an earlier run made for this ` +
      `resource with other inputs and which ${is} not known to this one. Delete ${it} in AEP, unless you kept ${it} on purpose or this run replaces ${it}`,
  );
}

const postLimit = 3;
/** How long an object that a lost reply was about may not yet be listed. */
const listAfterLostResponseMs = 7_000;

/** POST until it is known what came of it; never a second one while the first may have made the object. */
async function make(operation: Operation, inputs: JsonObject): Promise<{ id: string; known: JsonObject }> {
  const { definition } = operation;
  const found = await lookUp(operation, definition.lookups?.create, inputs, "");
  const args = bodyArgs(definition, inputs);
  for (let count = 1; ; count++) {
    const body = marked(definition, inputs, encoded(definition, args, contextOf(operation, {}, found)));
    try {
      const reply = await send(operation, { method: "POST", path: definition.collection, body });
      return { id: idIn(definition, reply), known: objectIn(reply) };
    } catch (error) {
      if (!(error instanceof Ambiguous || error instanceof AlreadyExists)) throw error;
      const id = await findLost(operation, inputs, error instanceof Ambiguous ? listAfterLostResponseMs : 0);
      if (id !== undefined) return { id, known: {} };
      if (error instanceof AlreadyExists || count >= postLimit) throw error;
    }
  }
}

function idIn(definition: AnyDefinition, reply: ApiResponse): string {
  const id = definition.id(reply.body);
  if (typeof id === "string" && id !== "") return id;
  if (typeof id === "number") return String(id);
  throw new Ambiguous(
    "the answer names no id",
    "",
    "Run the command again to find out: it looks for the object first.",
  );
}

/** Nothing is made: said once or twice, it comes to the same. */
async function addFacet(
  operation: Operation,
  id: string,
  inputs: JsonObject,
): Promise<{ id: string; outs: JsonObject }> {
  const createdAt = operation.session.clock.now();
  const live = await poll(
    operation,
    () => createdAt + readAfterCreateWindowMs,
    () => observe(operation, id, {}),
  );
  if (live)
    return { id, outs: { ...(await reconcile(operation, id, { createdAt }, inputs, live)), ...inputs } };
  throw new InvalidInput(
    `sandbox "${operation.sandbox}" has no ${id}. Pass the id of an object that is there, or run \`pulumi up --refresh\` if this program manages it`,
  );
}

/** An object of an earlier run, brought to what the program says now. Undefined if it is gone meanwhile. */
async function adopt(
  operation: Operation,
  id: string,
  inputs: JsonObject,
): Promise<{ id: string; outs: JsonObject } | undefined> {
  const { definition, session } = operation;
  // The list has shown it: that a read does not is "not yet" for a while.
  const until = session.clock.now() + listAfterLostResponseMs;
  const live = await poll(
    operation,
    () => until,
    () => observe(operation, id, {}),
  );
  if (!live || definition.gone?.(live.raw)) return undefined;
  session.warn(
    `${describeSubject(definition, inputs)}: ${id} carries the mark of this resource and was kept: no second object is made`,
  );
  return manage(operation, id, ofEarlierAttempt(operation, bodyArgs(definition, inputs), live.args), inputs);
}

/** An object that this create did not make, brought from `held` to what the program says. */
async function manage(
  operation: Operation,
  id: string,
  held: JsonObject,
  inputs: JsonObject,
): Promise<{ id: string; outs: JsonObject }> {
  const { definition, session } = operation;
  // What is secret in AEP is not known: it is sent again.
  const base = without(hiddenPlaces(definition, bodyArgs(definition, inputs)), held);
  const adoptedAt = session.clock.now();
  knownObjectsOf(session).recordAdoption(id, adoptedAt);
  return { id, outs: { ...(await reconcile(operation, id, { ...base, adoptedAt }, inputs)), ...inputs } };
}

/** What an earlier attempt has written, as far as it can be told from what AEP has added. */
function ofEarlierAttempt(operation: Operation, args: JsonObject, live: JsonObject): JsonObject {
  const { definition } = operation;
  const { by } = definition.find;
  const ours = programPlaces(definition, args);
  const places = (typeof by === "string" ? [by, ...ours] : ours).map(parse);
  // What only a program can have written and this one does not say is taken back.
  return places.reduce(
    (values, place) => (get(live, place) === undefined ? values : set(values, place, get(live, place))),
    project(definition, args, live, contextOf(operation), []),
  );
}
