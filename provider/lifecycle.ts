import { adoptable, findLost, leftBehind } from "./adoption";
import { adoptionOf, ageIn, bodyArgs } from "./args";
import { project } from "./canonical";
import { nameOf } from "./check";
import type { AnyDefinition, Reply } from "./definition";
import {
  AlreadyExists,
  Ambiguous,
  Busy,
  InUse,
  InvalidInput,
  NotFound,
  NotReady,
  Stale,
  Unfinished,
  Unsupported,
} from "./errors";
import { begin, lookUp, observe, poll, secondsSince, send, settle, surroundings } from "./observe";
import type { Observed, Work } from "./observe";
import { get, type Json, parse, set } from "./propertyPath";
import type { Session } from "./session";
import { importable, importedId } from "./takeOver";
import { act, actionIn, initialAction, marked, objectIn, sync, wantedAction } from "./sync";

/**
 * The verbs, once for every kind. Each may come twice at any time and converges: observe, ensure, sync, return. They
 * never name a kind and never test a status number: they ask the definition, or the error's class.
 */

// ---- create

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
    `${definition.type} "${nameOf(inputs)}": sandbox "${sandbox}" also holds ${left.join(", ")}, which an earlier run made for this ` +
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
  throw new Ambiguous("the answer names no id", "", "Look for the object in AEP before the next run.");
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
    `${definition.type} "${nameOf(inputs)}": ${id} carries the mark of this resource and was kept: no second object is made`,
  );
  return manage(work, id, ofEarlierAttempt(work, bodyArgs(definition, inputs), live.args), inputs);
}

/** An object that this create did not make, brought from `held` to what the program says. */
async function manage(work: Work, id: string, held: Json, inputs: Json): Promise<{ id: string; outs: Json }> {
  const { definition, session } = work;
  // What is secret in AEP is not known: it is sent again.
  const base = without(definition.writeOnly?.(bodyArgs(definition, inputs)) ?? [], held);
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

// ---- read

/** How long after its create an object may vanish from a read and come back. */
const youthMs = 6_000;

export async function read(
  definition: AnyDefinition,
  session: Session,
  id: string,
  olds: Json,
): Promise<{ id?: string; props?: Json; inputs?: Json }> {
  const work = begin(definition, session, olds);
  // AEP may not show at once what it has just made: that is not yet, and not gone.
  const youngUntil = Number(olds["createdAt"] ?? 0) + youthMs;
  const live = await poll(
    work,
    () => youngUntil,
    () => observe(work, id, olds),
  );
  const written = bodyArgs(definition, olds);
  if (!live || definition.gone?.(live.raw)) {
    // An object that was read before may go; one that `get` names for the first time has to be there.
    const first = Object.keys(written).length === 0 && olds["orgId"] === undefined;
    if (!first) return {};
    throw new InvalidInput(
      `sandbox "${work.sandbox}" holds no ${definition.type} of the id ${id}. Check the id and the sandbox`,
    );
  }
  const added = {
    sandbox: work.sandbox,
    ...(olds["pulumi"] === undefined ? {} : { pulumi: olds["pulumi"] }),
  };
  if (Object.keys(written).length === 0) {
    // `get`: the program wrote nothing that could be compared.
    return { id, props: { ...withoutWriteOnly(definition, live.args), ...added, ...live.outputs } };
  }
  const inputs = { ...project(definition, written, live.args, surroundings(work, olds)), ...added };
  return { id, props: { ...inputs, ...live.outputs, ...ageIn(olds) }, inputs };
}

/** A mask is not a value: an object that is only looked up shows no write-only field. */
function withoutWriteOnly(definition: AnyDefinition, args: Json): Json {
  return without(definition.writeOnly?.(args) ?? [], args);
}

function without(places: readonly string[], args: Json): Json {
  return places.reduce((values, place) => set(values, parse(place), undefined), args);
}

// ---- update

export async function update(
  definition: AnyDefinition,
  session: Session,
  id: string,
  olds: Json,
  news: Json,
): Promise<{ outs: Json }> {
  const work = begin(definition, session, olds);
  return { outs: { ...(await converge(work, id, olds, news)), ...news } };
}

/** A stale etag, a state in between or a lost reply is answered by observing again; not for ever. */
const roundLimit = 4;
const roundPauseMs = 1_000;

/** `seen`: the object as it was just now. */
async function converge(work: Work, id: string, olds: Json, news: Json, seen?: Observed): Promise<Json> {
  for (let round = 1; ; round++) {
    const live = (round === 1 && seen) || (await settle(work, id, olds, { ready: false }));
    if (!live) {
      throw new InvalidInput(
        "it was deleted outside of this program. Run `pulumi up --refresh` to make it again",
      );
    }
    try {
      return await sync(work, id, olds, news, live);
    } catch (error) {
      const again = error instanceof Stale || error instanceof Busy || error instanceof Ambiguous;
      if (!again || round >= roundLimit) throw error;
      await work.session.pause(roundPauseMs);
    }
  }
}

// ---- delete

/** Users of an object that go in the same run are gone in moments; others have to be named soon. */
const inUsePatienceMs = 15_000;

export async function remove(
  definition: AnyDefinition,
  session: Session,
  id: string,
  state: Json,
): Promise<void> {
  // `--replace` and a taint ask for a new object, and the create has found the old one and kept it: another entry of the state
  // file, made by that create, holds it now.
  const holder = session.entries.get(id);
  if (holder !== undefined && holder !== adoptionOf(state)) return;
  const work = begin(definition, session, state);
  if (definition.facetOf) return;
  const found = await lookUp(work, definition.lookups?.delete, state, id);
  const refusal = definition.refuse?.delete?.(state, found);
  if (refusal !== undefined) throw new InvalidInput(refusal);
  const began = session.clock.now();
  session.held.ids.add(id);
  let refused: InUse | Busy | undefined;
  const outcome = await poll(
    work,
    () => (refused instanceof Busy ? work.deadline : began + inUsePatienceMs),
    async () => {
      const answer = await tryDelete(work, id);
      refused = answer instanceof InUse || answer instanceof Busy ? answer : undefined;
      if (refused) return undefined;
      // That it is not there is believed only where a look says the same.
      if (answer === "not found") return (await observe(work, id, state)) ? undefined : "gone";
      return answer;
    },
  );
  if (refused) throw refused;
  if (outcome === "gone" || outcome === "unsupported") return;
  if (definition.deletion === "whereSupported" && outcome === "accepted")
    return secondDelete(work, id, state);
  await untilGone(work, id, state, began);
}

async function tryDelete(
  work: Work,
  id: string,
): Promise<"accepted" | "not found" | "unsupported" | InUse | Busy> {
  try {
    await send(work, { method: "DELETE", path: work.definition.item(id) });
    return "accepted";
  } catch (error) {
    if (error instanceof NotFound) return "not found";
    if (error instanceof Unsupported && work.definition.deletion === "whereSupported") return "unsupported";
    if (error instanceof InUse || error instanceof Busy) return error;
    throw error;
  }
}

/** Whether the API deletes at all is not documented: an object that is still shown is asked for once more and then left. */
async function secondDelete(work: Work, id: string, state: Json): Promise<void> {
  if (await observe(work, id, state)) await tryDelete(work, id);
}

/** Flow Service answers before the object is gone (Adobe: "Delete dataflows": confirm by a GET that answers 404). */
async function untilGone(work: Work, id: string, state: Json, began: number): Promise<void> {
  const gone = await poll(
    work,
    () => work.deadline,
    async () => ((await observe(work, id, state)) ? undefined : true),
  );
  if (gone) return;
  const seconds = secondsSince(work, began);
  throw new NotReady(
    `AEP accepted the deletion, but still shows the object after ${seconds} s. Run the command again`,
  );
}
