import { adoptable, findLost, leftBehind } from "./adoption";
import { bodyArgs, hiddenPlaces, without } from "./args";
import { project } from "./canonical";
import { describeSubject } from "./check";
import type { AnyDefinition, Reply } from "./definition";
import { AlreadyExists, Ambiguous, InvalidInput, Unfinished } from "./errors";
import { begin, lookUp, observe, poll, send, settle, surroundings, youthMs } from "./observe";
import type { Observed, Work } from "./observe";
import { get, type Json, parse, set } from "./propertyPath";
import type { Session } from "./session";
import { act, actionIn, converge, initialAction, marked, objectIn, wantedAction } from "./sync";
import { importable, importedId } from "./takeOver";

/** Create: the object that is there already, under whatever circumstances, and otherwise a new one, made once. */

export async function create(
  definition: AnyDefinition,
  session: Session,
  inputs: Json,
): Promise<{ id: string; outs: Json }> {
  const work = begin(definition, session, inputs);
  const whole = definition.facetOf?.(inputs);
  if (whole !== undefined) return addFacet(work, whole, inputs);
  const imported = importedId(work, inputs);
  if (imported !== undefined) {
    return manage(work, imported, await importable(work, imported, inputs), inputs);
  }
  const earlier = await adoptable(work, inputs, "known");
  const adopted = earlier === undefined ? undefined : await adopt(work, earlier, inputs);
  if (adopted) return adopted;
  warnOf(work, inputs, await leftBehind(work, inputs));
  const { id, known } = await make(work, inputs);
  session.held.ids.add(id);
  const { orgId } = session.config;
  let state: Json = { ...inputs, ...initialAction(definition), orgId };
  // Counted from the end of the create, which may have waited for AEP to show the object.
  const age = () => ({ createdAt: session.clock.now() });
  const seen = (live: Observed) => {
    state = { ...state, ...actionIn(definition, live.args), ...live.outputs };
  };
  try {
    const live = (await settle(work, id, known, { made: true, ready: true, seen }))!;
    const value = wantedAction(definition, live.args, inputs);
    if (value !== undefined) {
      await act(work, id, value, live.outputs["etag"]);
      await settle(work, id, known, { made: true, ready: true, seen });
    }
  } catch (error) {
    throw new Unfinished(id, { ...state, ...age() }, error);
  }
  return { id, outs: { ...state, ...age(), ...inputs } };
}

/** An interrupted create whose fixed fields have changed since: nobody else would ever look for its object. */
function warnOf({ definition, session, sandbox }: Work, inputs: Json, left: readonly string[]): void {
  if (left.length === 0) return;
  const [it, is] = left.length === 1 ? ["it", "is"] : ["them", "are"];
  session.warn(
    `${describeSubject(definition, inputs)}: sandbox "${sandbox}" also holds ${left.join(", ")}, which an earlier run made for this ` +
      `resource with other inputs and which ${is} not known to this one. Delete ${it} in AEP, unless you kept ${it} on purpose or this run replaces ${it}`,
  );
}

const postLimit = 3;
/** How long an object that a lost reply was about may not yet be listed. */
const lostPatienceMs = 7_000;

/** POST until it is known what came of it; never a second one while the first may have made the object. */
async function make(work: Work, inputs: Json): Promise<{ id: string; known: Json }> {
  const { definition } = work;
  const found = await lookUp(work, definition.lookups?.create, inputs, "");
  const args = bodyArgs(definition, inputs);
  for (let count = 1; ; count++) {
    const body = marked(definition, inputs, definition.encode(args, surroundings(work, {}, found)));
    try {
      const reply = await send(work, { method: "POST", path: definition.collection, body });
      return { id: idIn(definition, reply), known: objectIn(reply) };
    } catch (error) {
      if (!(error instanceof Ambiguous || error instanceof AlreadyExists)) throw error;
      const id = await findLost(work, inputs, error instanceof Ambiguous ? lostPatienceMs : 0);
      if (id !== undefined) return { id, known: {} };
      if (error instanceof AlreadyExists || count >= postLimit) throw error;
    }
  }
}

function idIn(definition: AnyDefinition, reply: Reply): string {
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
async function addFacet(work: Work, id: string, inputs: Json): Promise<{ id: string; outs: Json }> {
  const createdAt = work.session.clock.now();
  const live = await poll(
    work,
    () => createdAt + youthMs,
    () => observe(work, id, {}),
  );
  if (live) return { id, outs: { ...(await converge(work, id, { createdAt }, inputs, live)), ...inputs } };
  throw new InvalidInput(
    `sandbox "${work.sandbox}" has no ${id}. Pass the id of an object that is there, or run \`pulumi up --refresh\` if this program manages it`,
  );
}

/** An object of an earlier run, brought to what the program says now. Undefined if it is gone meanwhile. */
async function adopt(work: Work, id: string, inputs: Json): Promise<{ id: string; outs: Json } | undefined> {
  const { definition, session } = work;
  // The list has shown it: that a read does not is "not yet" for a while.
  const until = session.clock.now() + lostPatienceMs;
  const live = await poll(
    work,
    () => until,
    () => observe(work, id, {}),
  );
  if (!live || definition.gone?.(live.raw)) return undefined;
  session.warn(
    `${describeSubject(definition, inputs)}: ${id} carries the mark of this resource and was kept: no second object is made`,
  );
  return manage(work, id, ofEarlierAttempt(work, bodyArgs(definition, inputs), live.args), inputs);
}

/** An object that this create did not make, brought from `held` to what the program says. */
async function manage(work: Work, id: string, held: Json, inputs: Json): Promise<{ id: string; outs: Json }> {
  const { definition, session } = work;
  // What is secret in AEP is not known: it is sent again.
  const base = without(hiddenPlaces(definition, bodyArgs(definition, inputs)), held);
  const adoptedAt = session.clock.now();
  session.held.ids.add(id);
  session.entries.set(id, adoptedAt);
  return { id, outs: { ...(await converge(work, id, { ...base, adoptedAt }, inputs)), ...inputs } };
}

/** What an earlier attempt has written, as far as it can be told from what AEP has added. */
function ofEarlierAttempt(work: Work, args: Json, live: Json): Json {
  const { definition } = work;
  const { by } = definition.find;
  const authored = definition.authored?.(args) ?? [];
  const places = (typeof by === "string" ? [by, ...authored] : authored).map(parse);
  // What only a program can have written and this one does not say is taken back.
  return places.reduce(
    (values, place) => (get(live, place) === undefined ? values : set(values, place, get(live, place))),
    project(definition, args, live, surroundings(work), []),
  );
}
