import { AlreadyExists, Ambiguous, Unfinished } from "../api/errors";
import type { ApiResponse } from "../api/response";
import type { Session } from "../api/session";
import type { AnyDefinition } from "../resources/definition";
import type { JsonObject } from "../values/propertyPath";
import { act, actionIn, initialAction, wantedAction } from "./action";
import { adoptable, findLost, leftBehind } from "./adoption";
import { bodyArgs, encoded } from "./args";
import { describeSubject } from "./check/validate";
import { importedId, matchForImport } from "./import";
import { knownObjectsOf } from "./knownObjects";
import { adopt, type Created, manage, updateExisting } from "./manageExisting";
import { type Observed, readerOf } from "./observe";
import { begin, contextOf, type Operation } from "./operation";
import { recordCreate } from "./ownWrites";
import { marked, objectIn } from "./reconcile";
import { sendWhenVisible } from "./sendWhenVisible";
import { waitUntilReady } from "./wait";

/** Creates one object. An object that exists already for this resource, for whatever reason, is used instead. */
export async function create(
  definition: AnyDefinition,
  session: Session,
  inputs: JsonObject,
): Promise<Created> {
  const operation = begin(definition, session, inputs);
  if (definition.override?.create) {
    return definition.override.create(inputs, {
      updateExisting: (id) => updateExisting(operation, id, inputs),
    });
  }
  const imported = importedId(operation, inputs);
  if (imported !== undefined) {
    return manage(operation, imported, await matchForImport(operation, imported, inputs), inputs);
  }
  const earlier = await adoptable(operation, inputs, "known");
  const adopted = earlier === undefined ? undefined : await adopt(operation, earlier, inputs);
  if (adopted) return adopted;
  warnOf(operation, inputs, await leftBehind(operation, inputs));
  return createNew(operation, inputs);
}

/** An interrupted create whose fixed fields have changed since then. No other run looks for its object. */
function warnOf(
  { definition, session, sandbox }: Operation,
  inputs: JsonObject,
  ids: readonly string[],
): void {
  if (ids.length === 0) return;
  const [it, is] = ids.length === 1 ? ["it", "is"] : ["them", "are"];
  session.warn(
    `${describeSubject(definition, inputs)}: sandbox "${sandbox}" also has ${ids.join(", ")}, which an earlier run created for this ` +
      `resource with other inputs and which ${is} not in the state. Delete ${it} in AEP, unless you keep ${it} on purpose or this run replaces ${it}`,
  );
}

async function createNew(operation: Operation, inputs: JsonObject): Promise<Created> {
  const { definition, session } = operation;
  const { id, body } = await post(operation, inputs);
  knownObjectsOf(session).record({ id });
  recordCreate(operation, id);
  let state: JsonObject = { ...inputs, ...initialAction(definition), orgId: session.config.orgId };
  const onObserved = (live: Observed) => {
    state = { ...state, ...actionIn(definition, live.args), ...live.outputs };
  };
  const wait = () => waitUntilReady(operation, id, body, { mustExist: true, ready: true, onObserved });
  // The age of the object counts from the end of its create, which may have waited until AEP showed the object.
  const age = () => ({ createdAt: session.clock.now() });
  try {
    const live = (await wait())!;
    const value = wantedAction(definition, live.args, inputs);
    if (value !== undefined) {
      await act(operation, id, value, live.outputs["etag"]);
      await wait();
    }
  } catch (error) {
    throw new Unfinished(id, { ...state, ...age() }, error);
  }
  return { id, outs: { ...state, ...age(), ...inputs } };
}

const postLimit = 3;
/** How long an object of a lost response may be missing in lists. */
const listAfterLostResponseMs = 7_000;
/** The same for a service that shows writes late. Adobe's registry lists a new object after up to 7 seconds. */
const lateListAfterLostResponseMs = 12_000;

/** POST until its effect is known. There is no second POST while the first one may have created the object. */
async function post(operation: Operation, inputs: JsonObject): Promise<{ id: string; body: JsonObject }> {
  const { definition } = operation;
  const args = await completeArgs(operation, bodyArgs(definition, inputs));
  for (let count = 1; ; count++) {
    const body = marked(definition, inputs, encoded(definition, args, contextOf(operation)));
    try {
      const request = { method: "POST" as const, path: definition.collection, body };
      const response = await sendWhenVisible(operation, inputs, request);
      return { id: idIn(definition, response), body: objectIn(response) };
    } catch (error) {
      if (!(error instanceof Ambiguous || error instanceof AlreadyExists)) throw error;
      const waitMs = definition.lag ? lateListAfterLostResponseMs : listAfterLostResponseMs;
      const id = await findLost(operation, inputs, error instanceof Ambiguous ? waitMs : 0);
      if (id !== undefined) return { id, body: {} };
      if (error instanceof AlreadyExists || count >= postLimit) throw error;
    }
  }
}

async function completeArgs(operation: Operation, args: JsonObject): Promise<JsonObject> {
  const complete = operation.definition.override?.complete;
  return complete ? complete(args, readerOf(operation)) : args;
}

function idIn(definition: AnyDefinition, { body }: ApiResponse): string {
  const id = definition.id(body);
  if (typeof id === "string" && id !== "") return id;
  if (typeof id === "number") return String(id);
  throw new Ambiguous(
    "the response contains no id",
    "",
    "Run the command again: it looks for the object before it creates one.",
  );
}
