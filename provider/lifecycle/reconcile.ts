import { act, actionField, ifMatch, wantedAction } from "./action";
import { ageIn, bodyArgs, encoded, hiddenPlaces, secretPlaces, stateOnlyPlaces, without } from "./args";
import type { AnyDefinition } from "../resources/definition";
import { factsOf } from "../resources/fields";
import type { ApiResponse } from "../api/response";
import { Ambiguous, Busy, Conflict, Stale, UnexpectedState, Unfinished } from "../api/errors";
import { errorTable } from "../api/errorTable";
import { errorText } from "../api/errorText";
import { patch } from "./jsonPatch";
import { markOf, withMark } from "./mark";
import { compare, type Comparison, merge, overlay, type ThreeWay } from "./merge";
import { locate } from "./locate";
import type { Observed } from "./observe";
import { contextOf, type Operation } from "./operation";
import { isOlder, recordWrite } from "./ownWrites";
import { sendWhenVisible } from "./sendWhenVisible";
import { waitUntilReady } from "./wait";
import { covers, get, isObject, type JsonObject, parse, type Segment, set } from "../values/propertyPath";

/** A stale etag, a transitional state or a lost response is resolved by reading again, a limited number of times. */
const roundLimit = 4;
const roundPauseMs = 1_000;

/** Changes the object from the values in the state to those of the program. `seen` is the object that was just read. */
export async function reconcile(
  operation: Operation,
  id: string,
  olds: JsonObject,
  news: JsonObject,
  seen?: Observed,
): Promise<JsonObject> {
  for (let round = 1; ; round++) {
    const live = (round === 1 && seen) || (await readAgain(operation, id, olds));
    try {
      return await reconcileOnce(operation, id, olds, news, live);
    } catch (error) {
      const again = error instanceof Stale || error instanceof Busy || error instanceof Ambiguous;
      if (!again || round >= roundLimit) throw error;
      await operation.session.clock.sleep(roundPauseMs);
    }
  }
}

async function readAgain(operation: Operation, id: string, olds: JsonObject): Promise<Observed> {
  const look = () => waitUntilReady(operation, id, olds, { ready: false });
  const live = await locate(operation, id, olds, look);
  if (live === "deleted") throw new UnexpectedState(errorText(errorTable.deletedOutside, {}));
  if (live === "hidden") throw new UnexpectedState(errorText(errorTable.hidden, {}));
  return live;
}

/** At most one write of the body and one action. Returns the outputs afterwards. */
async function reconcileOnce(
  operation: Operation,
  id: string,
  olds: JsonObject,
  news: JsonObject,
  live: Observed,
): Promise<JsonObject> {
  const { definition } = operation;
  const states = threeWay(definition, olds, news, live);
  const comparison = compare(definition, states, contextOf(operation, olds));
  const { changes, conflicts } = comparison;
  if (conflicts.length > 0) throw new Conflict(conflicts);
  const written = await write(operation, id, { states, comparison, olds, news, live });
  const value = changes.some(([field]) => field === actionField(definition))
    ? wantedAction(definition, live.args, news)
    : undefined;
  if (value !== undefined) await act(operation, id, value, written?.["etag"] ?? live.outputs["etag"]);
  const changed = written !== undefined || value !== undefined;
  let after = live;
  const onObserved = (now: Observed) => {
    after = now;
  };
  try {
    const known = { ...olds, ...written };
    if (changed || definition.ready?.(live.raw))
      await waitUntilReady(operation, id, known, { mustExist: changed, ready: true, onObserved });
  } catch (error) {
    throw new Unfinished(id, { ...after.outputs, ...ageIn(olds), ...news }, error);
  }
  if (changed && !isOlder(operation, id, after.raw))
    refuseWithoutEffect(definition, changes, olds, live, after);
  return { ...after.outputs, ...ageIn(olds) };
}

function threeWay(definition: AnyDefinition, olds: JsonObject, news: JsonObject, live: Observed): ThreeWay {
  const [state, ours] = [bodyArgs(definition, olds), bodyArgs(definition, news)];
  // Only fields that the program has or had: AEP may have one value in two fields.
  const theirs = Object.fromEntries(Object.entries(live.args).filter(([key]) => key in state || key in ours));
  const sendsSecretsAgain = [...factsOf(definition, "resendsSecrets").keys()].some(
    (key) => state[key] !== ours[key],
  );
  return { base: sendsSecretsAgain ? without(secretPlaces(definition, state), state) : state, theirs, ours };
}

/** AEP accepted a change that it must show, and shows exactly the old object. */
function refuseWithoutEffect(
  definition: AnyDefinition,
  changes: Segment[][],
  olds: JsonObject,
  before: Observed,
  after: Observed,
): void {
  const hidden = hiddenPlaces(definition, bodyArgs(definition, olds));
  const visible = changes.filter((path) => !hidden.some((pattern) => covers(pattern, path)));
  if (visible.length === 0 || JSON.stringify(before.raw) !== JSON.stringify(after.raw)) return;
  throw new Ambiguous(errorTable.withoutEffect.text, "", errorTable.withoutEffect.remedy);
}

interface Update {
  states: ThreeWay;
  comparison: Comparison;
  olds: JsonObject;
  news: JsonObject;
  live: Observed;
}

/** The one write of the body. Undefined if the body does not change. */
async function write(operation: Operation, id: string, update: Update): Promise<JsonObject | undefined> {
  const { definition } = operation;
  const notInBody = [actionField(definition), ...stateOnlyPlaces(definition)];
  const inBody = update.comparison.changes.filter(([field]) => !notInBody.includes(field as string));
  if (inBody.length === 0) return undefined;
  return definition.update.method === "PUT"
    ? writeWhole(operation, id, update)
    : writePatch(operation, id, update, inBody);
}

/** PUT: the body that AEP has, under the program's args, without args that the program no longer has. */
async function writeWhole(
  operation: Operation,
  id: string,
  { states, comparison, olds, news, live }: Update,
): Promise<JsonObject> {
  const { definition } = operation;
  const args = overlay(definition, states, comparison);
  const removedArgs = Object.keys(bodyArgs(definition, olds)).filter((key) => states.ours[key] === undefined);
  const context = contextOf(operation, olds);
  const body = marked(definition, news, encoded(definition, args, context, without(removedArgs, live.raw)));
  const written = objectIn(
    await sendWhenVisible(operation, news, { method: "PUT", path: definition.item(id), body }),
  );
  recordWrite(operation, id, live.raw, written);
  return written;
}

/** PATCH: only the changes, and only on the version of the object that they were compared with. */
async function writePatch(
  operation: Operation,
  id: string,
  { states, olds, news, live, comparison }: Update,
  changes: Segment[][],
): Promise<JsonObject | undefined> {
  const { definition } = operation;
  const args = merge(definition, states, comparison);
  const wanted = marked(definition, news, encoded(definition, args, contextOf(operation, olds)));
  const before = withHidden(definition, bodyArgs(definition, olds), live.raw);
  const body = definition.override?.patch?.(live.raw) ?? patch(before, wanted, changes);
  if (body.length === 0) return undefined;
  const call = {
    method: "PATCH" as const,
    path: definition.item(id),
    body,
    contentType: definition.update.method === "PATCH" ? definition.update.contentType : undefined,
  };
  const request = { ...call, ifMatch: ifMatch(live.outputs["etag"]) };
  const written = objectIn(await sendWhenVisible(operation, news, request));
  recordWrite(operation, id, live.raw, written);
  return written;
}

/**
 * AEP may not show even the keys of the secrets that it has. If it shows none of them, the values that we wrote stand in for
 * them, so that the patch replaces them. If it shows some, a missing one is not there.
 */
function withHidden(definition: AnyDefinition, args: JsonObject, raw: JsonObject): JsonObject {
  const places = secretPlaces(definition, args).map(parse);
  if (places.some((path) => get(raw, path) !== undefined)) return raw;
  const possible = places.filter((path) => isObject(get(raw, path.slice(0, -1))));
  return possible.reduce((values, path) => set(values, path, get(args, path)), raw);
}

export function marked(definition: AnyDefinition, inputs: JsonObject, body: JsonObject): JsonObject {
  const { by } = definition.find;
  const mark = markOf(definition, inputs);
  return mark === undefined || typeof by !== "string" ? body : { ...body, [by]: withMark(body[by], mark) };
}

export function objectIn({ body }: ApiResponse): JsonObject {
  return isObject(body) ? body : {};
}
