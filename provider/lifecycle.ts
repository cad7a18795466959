import { project } from "./canonical";
import { argsIn } from "./check";
import type { AnyDefinition, Reply } from "./definition";
import {
  Ambiguous,
  Busy,
  Conflict,
  InUse,
  InvalidInput,
  NotFound,
  NotReady,
  Stale,
  Unfinished,
  Unsupported,
} from "./errors";
import { patch } from "./http/jsonPatch";
import { threeWay } from "./merge";
import {
  begin,
  lookUp,
  observe,
  type Observed,
  poll,
  secondsSince,
  send,
  settle,
  surroundings,
  type Work,
} from "./observe";
import { get, isObject, type Json, parse, type Segment, set } from "./propertyPath";
import type { Session } from "./session";

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
  const found = await lookUp(work, definition.lookups?.create, inputs, "");
  const body = definition.encode(bodyArgs(definition, inputs), surroundings(work, {}, found));
  const reply = await send(work, { method: "POST", path: definition.collection, body });
  const id = idIn(definition, reply);
  const known = objectIn(reply);
  let state: Json = { ...inputs, ...initialAction(definition), orgId: session.config.orgId };
  const seen = (live: Observed) => {
    state = { ...inputs, ...actionIn(definition, live.args), ...live.outputs };
  };
  try {
    const live = (await settle(work, id, known, { made: true, ready: true, seen }))!;
    const value = wantedAction(definition, live.args, inputs);
    if (value !== undefined) {
      await act(work, id, value, live.outputs["etag"]);
      await settle(work, id, known, { made: true, ready: true, seen });
    }
  } catch (error) {
    throw new Unfinished(id, state, error);
  }
  return { id, outs: { ...state, ...inputs } };
}

function idIn(definition: AnyDefinition, reply: Reply): string {
  const id = definition.id(reply.body);
  if (typeof id === "string" && id !== "") return id;
  if (typeof id === "number") return String(id);
  throw new Ambiguous(
    "AEP accepted the request but named no id",
    "",
    "Look for the object in AEP before the next run.",
  );
}

function objectIn(reply: Reply): Json {
  return isObject(reply.body) ? reply.body : {};
}

/** Args without the keys that the sdk class adds to every kind. */
function bodyArgs(definition: AnyDefinition, values: Json): Json {
  const { sandbox: _sandbox, pulumi: _pulumi, ...args } = argsIn(definition, values);
  return args;
}

// ---- the field that a call of its own changes

function initialAction({ action }: AnyDefinition): Json {
  return action ? { [action.field]: action.initial } : {};
}

function actionIn({ action }: AnyDefinition, args: Json): Json {
  return action && args[action.field] !== undefined ? { [action.field]: args[action.field] } : {};
}

function wantedAction({ action }: AnyDefinition, live: Json, inputs: Json): string | undefined {
  const value = action && inputs[action.field];
  return action && typeof value === "string" && live[action.field] !== value ? value : undefined;
}

function act(work: Work, id: string, value: string, etag: unknown): Promise<Reply> {
  return send(work, { method: "POST", path: work.definition.action!.path(id, value), ifMatch: text(etag) });
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

// ---- read

export async function read(
  definition: AnyDefinition,
  session: Session,
  id: string,
  olds: Json,
): Promise<{ id?: string; props?: Json; inputs?: Json }> {
  const work = begin(definition, session, olds);
  const live = await observe(work, id, olds);
  if (!live || definition.gone?.(live.raw)) return {};
  const written = bodyArgs(definition, olds);
  const added = {
    sandbox: work.sandbox,
    ...(olds["pulumi"] === undefined ? {} : { pulumi: olds["pulumi"] }),
  };
  if (Object.keys(written).length === 0) {
    // `get`: the program wrote nothing that could be compared.
    return { id, props: { ...withoutWriteOnly(definition, live.args), ...added, ...live.outputs } };
  }
  const inputs = { ...project(definition, written, live.args, surroundings(work, olds)), ...added };
  return { id, props: { ...inputs, ...live.outputs }, inputs };
}

/** A mask is not a value: an object that is only looked up shows no write-only field. */
function withoutWriteOnly(definition: AnyDefinition, args: Json): Json {
  return (definition.writeOnly?.(args) ?? []).reduce(
    (values, place) => set(values, parse(place), undefined),
    args,
  );
}

// ---- update

/** A stale etag, a state in between or a lost reply is answered by observing again; not for ever. */
const roundLimit = 4;

export async function update(
  definition: AnyDefinition,
  session: Session,
  id: string,
  olds: Json,
  news: Json,
): Promise<{ outs: Json }> {
  const work = begin(definition, session, olds);
  for (let round = 1; ; round++) {
    const live = await settle(work, id, olds, { ready: false });
    if (!live) {
      throw new InvalidInput(
        "it was deleted outside of this program. Run `pulumi up --refresh` to make it again",
      );
    }
    try {
      return { outs: { ...(await sync(work, id, olds, news, live)), ...news } };
    } catch (error) {
      const again = error instanceof Stale || error instanceof Busy || error instanceof Ambiguous;
      if (!again || round >= roundLimit) throw error;
    }
  }
}

/** At most one write of the body and one action; the outputs afterwards. */
async function sync(work: Work, id: string, olds: Json, news: Json, live: Observed): Promise<Json> {
  const { definition } = work;
  const around = surroundings(work, olds);
  const [base, ours] = [bodyArgs(definition, olds), bodyArgs(definition, news)];
  // Of what AEP holds, only the fields that the program speaks of: there may be two ways to say the same.
  const theirs = Object.fromEntries(Object.entries(live.args).filter(([key]) => key in base || key in ours));
  const { changes, conflicts, merged } = threeWay(definition, base, theirs, ours, around);
  if (conflicts.length > 0) throw new Conflict(conflicts);
  const inBody = changes.filter(([field]) => field !== definition.action?.field);
  const body = definition.encode(asPut(definition, merged, base, inBody), around, live.raw);
  const written = inBody.length === 0 ? undefined : await write(work, id, body, inBody, live);
  const value = inBody.length < changes.length ? wantedAction(definition, live.args, news) : undefined;
  const acted =
    value === undefined ? undefined : await act(work, id, value, written?.["etag"] ?? live.outputs["etag"]);
  let outputs = live.outputs;
  try {
    const known = { ...olds, ...written };
    const seen = (now: Observed) => {
      outputs = now.outputs;
    };
    if (written || acted) await settle(work, id, known, { made: true, ready: true, seen });
    else if (definition.ready?.(live.raw)) await settle(work, id, known, { ready: true, seen });
  } catch (error) {
    throw new Unfinished(id, { ...outputs, ...news }, error);
  }
  return outputs;
}

/** A PUT starts from what AEP holds, so that a field which the program gave up has to be sent empty. */
function asPut(definition: AnyDefinition, merged: Json, base: Json, changes: Segment[][]): Json {
  if (definition.update !== "put") return merged;
  const givenUp = Object.keys(base).filter(
    (key) => merged[key] === undefined && changes.some(([field]) => field === key),
  );
  const empty = (value: unknown) => (Array.isArray(value) ? [] : isObject(value) ? {} : "");
  return { ...merged, ...Object.fromEntries(givenUp.map((key) => [key, empty(base[key])])) };
}

/** The one conditional write; undefined if nothing of the changes goes into the body. */
async function write(
  work: Work,
  id: string,
  body: Json,
  changes: Segment[][],
  live: Observed,
): Promise<Json | undefined> {
  const { definition } = work;
  const path = definition.item(id);
  if (definition.update === "put") return objectIn(await send(work, { method: "PUT", path, body }));
  // Fields that only the provider knows, such as forceDelete, are in neither body.
  const sent = changes.filter(([field]) =>
    [body, live.raw].some((side) => get(side, [field!]) !== undefined),
  );
  const operations = patch(live.raw, body, sent);
  if (operations.length === 0) return undefined;
  const ifMatch = text(live.outputs["etag"]);
  return objectIn(
    await send(work, { method: "PATCH", path, body: operations, contentType: definition.patchType, ifMatch }),
  );
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
  const work = begin(definition, session, state);
  const found = await lookUp(work, definition.lookups?.delete, state, id);
  const refusal = definition.refuse?.delete?.(state, found);
  if (refusal !== undefined) throw new InvalidInput(refusal);
  const began = session.clock.now();
  let refused: InUse | Busy | undefined;
  const outcome = await poll(
    work,
    () => (refused instanceof Busy ? work.deadline : began + inUsePatienceMs),
    async () => {
      try {
        await send(work, { method: "DELETE", path: definition.item(id) });
        return "accepted";
      } catch (error) {
        if (error instanceof NotFound) return "gone";
        if (error instanceof Unsupported && definition.deletion === "whereSupported") return "gone";
        if (!(error instanceof InUse || error instanceof Busy)) throw error;
        refused = error;
        return undefined;
      }
    },
  );
  if (outcome === undefined) throw refused!;
  if (outcome === "accepted" && definition.deletion !== "whereSupported")
    await untilGone(work, id, state, began);
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
