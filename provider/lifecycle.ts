import { adoptionOf, ageIn, bodyArgs, hiddenPlaces, without } from "./args";
import { project } from "./canonical";
import type { AnyDefinition } from "./definition";
import { Busy, InUse, InvalidInput, NotFound, NotReady, Unsupported } from "./errors";
import { begin, lookUp, observe, poll, secondsSince, send, surroundings, youthMs } from "./observe";
import type { Work } from "./observe";
import type { Json } from "./propertyPath";
import type { Session } from "./session";
import { converge } from "./sync";

/**
 * The verbs but create, once for every kind. Each may come twice at any time and converges: observe, ensure, sync, return. They
 * never name a kind and never test a status number: they ask the definition, or the error's class.
 */

// ---- read

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
  return without(hiddenPlaces(definition, args), args);
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
