import { ageIn, bodyArgs, hiddenPlaces, without } from "./args";
import type { AnyDefinition } from "../resources/definition";
import type { ApiResponse } from "../api/response";
import { Ambiguous, Busy, Conflict, InvalidInput, Stale, Unfinished } from "../api/errors";
import { patch } from "./jsonPatch";
import { markOf, withMark } from "./mark";
import { threeWay } from "./merge";
import { type Observed, send, waitUntilReady, contextOf, type Operation } from "./observe";
import { covers, get, isObject, type JsonObject, parse, type Segment, set } from "../values/propertyPath";

/** A stale etag, a state in between or a lost reply is answered by observing again; not for ever. */
const roundLimit = 4;
const roundPauseMs = 1_000;

/** Brings the object from what the state holds of it to what the program says; `seen` is the object as it was just now. */
export async function reconcile(
  operation: Operation,
  id: string,
  olds: JsonObject,
  news: JsonObject,
  seen?: Observed,
): Promise<JsonObject> {
  for (let round = 1; ; round++) {
    const live = (round === 1 && seen) || (await waitUntilReady(operation, id, olds, { ready: false }));
    if (!live) {
      throw new InvalidInput(
        "it was deleted outside of this program. Run `pulumi up --refresh` to make it again",
      );
    }
    try {
      return await reconcileOnce(operation, id, olds, news, live);
    } catch (error) {
      const again = error instanceof Stale || error instanceof Busy || error instanceof Ambiguous;
      if (!again || round >= roundLimit) throw error;
      await operation.session.clock.sleep(roundPauseMs);
    }
  }
}

/** At most one write of the body and one action; the outputs afterwards. */
async function reconcileOnce(
  operation: Operation,
  id: string,
  olds: JsonObject,
  news: JsonObject,
  live: Observed,
): Promise<JsonObject> {
  const { definition } = operation;
  const context = contextOf(operation, olds);
  const [base, ours] = [bodyArgs(definition, olds), bodyArgs(definition, news)];
  // Of what AEP holds, only the fields that the program speaks of: there may be two ways to say the same.
  const theirs = Object.fromEntries(Object.entries(live.args).filter(([key]) => key in base || key in ours));
  const { resendSecretsOn: resend } = definition;
  const lastSeen =
    resend !== undefined && base[resend] !== ours[resend]
      ? without(definition.secret?.(base) ?? [], base)
      : base;
  const { changes, conflicts, merged } = threeWay(definition, lastSeen, theirs, ours, context);
  if (conflicts.length > 0) throw new Conflict(conflicts);
  const notInBody = [definition.action?.field, ...(definition.stateOnly ?? [])];
  const inBody = changes.filter(([field]) => !notInBody.includes(field as string));
  const removedArgs = Object.keys(base).filter((key) => ours[key] === undefined);
  const body = marked(
    definition,
    news,
    definition.encode(merged, { ...context, removedArgs: removedArgs }, live.raw),
  );
  const written =
    inBody.length === 0
      ? undefined
      : await write(operation, id, body, inBody, withHidden(definition, base, live));
  const value = changes.some(([field]) => field === definition.action?.field)
    ? wantedAction(definition, live.args, news)
    : undefined;
  const acted =
    value === undefined
      ? undefined
      : await act(operation, id, value, written?.["etag"] ?? live.outputs["etag"]);
  let outputs = live.outputs;
  let after = live;
  try {
    const known = { ...olds, ...written };
    const seen = (now: Observed) => {
      outputs = now.outputs;
      after = now;
    };
    if (written || acted)
      await waitUntilReady(operation, id, known, { mustExist: true, ready: true, onObserved: seen });
    else if (definition.ready?.(live.raw))
      await waitUntilReady(operation, id, known, { ready: true, onObserved: seen });
  } catch (error) {
    throw new Unfinished(id, { ...outputs, ...ageIn(olds), ...news }, error);
  }
  if (written || acted) refuseWithoutEffect(definition, changes, base, live, after);
  return { ...outputs, ...ageIn(olds) };
}

/** AEP said yes, and what can be seen of the object is to the letter what it was. */
function refuseWithoutEffect(
  definition: AnyDefinition,
  changes: Segment[][],
  base: JsonObject,
  before: Observed,
  after: Observed,
): void {
  const hidden = hiddenPlaces(definition, base);
  const visible = changes.filter((path) => !hidden.some((pattern) => covers(pattern, path)));
  if (visible.length === 0 || JSON.stringify(before.raw) !== JSON.stringify(after.raw)) return;
  throw new Ambiguous(
    "AEP accepted the change and still shows the old values",
    "",
    "Run the command again; if it stays so, compare the object with the program.",
  );
}

/**
 * AEP may not even show the keys of the secrets that it holds: where it shows none of them, what was written there stands for
 * them. Where it shows others, a missing one is not there.
 */
function withHidden(definition: AnyDefinition, base: JsonObject, live: Observed): Observed {
  const places = (definition.secret?.(base) ?? []).map(parse);
  if (places.some((path) => get(live.raw, path) !== undefined)) return live;
  const held = places.filter((path) => isObject(get(live.raw, path.slice(0, -1))));
  return { ...live, raw: held.reduce((raw, path) => set(raw, path, get(base, path)), live.raw) };
}

/** The one conditional write; undefined if nothing of the changes goes into the body. */
async function write(
  operation: Operation,
  id: string,
  body: JsonObject,
  changes: Segment[][],
  live: Observed,
): Promise<JsonObject | undefined> {
  const { definition } = operation;
  const path = definition.item(id);
  if (definition.update === "put") return objectIn(await send(operation, { method: "PUT", path, body }));
  const operations = patch(live.raw, body, changes);
  if (operations.length === 0) return undefined;
  const ifMatch = text(live.outputs["etag"]);
  return objectIn(
    await send(operation, {
      method: "PATCH",
      path,
      body: operations,
      contentType: definition.patchType,
      ifMatch,
    }),
  );
}

// ---- the field that a call of its own changes

export function initialAction({ action }: AnyDefinition): JsonObject {
  return action ? { [action.field]: action.initial } : {};
}

export function actionIn({ action }: AnyDefinition, args: JsonObject): JsonObject {
  return action && args[action.field] !== undefined ? { [action.field]: args[action.field] } : {};
}

export function wantedAction(
  { action }: AnyDefinition,
  live: JsonObject,
  inputs: JsonObject,
): string | undefined {
  const value = action && inputs[action.field];
  return action && typeof value === "string" && live[action.field] !== value ? value : undefined;
}

export function act(operation: Operation, id: string, value: string, etag: unknown): Promise<ApiResponse> {
  return send(operation, {
    method: "POST",
    path: operation.definition.action!.path(id, value),
    ifMatch: text(etag),
  });
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function marked(definition: AnyDefinition, inputs: JsonObject, body: JsonObject): JsonObject {
  const { by } = definition.find;
  const mark = markOf(definition, inputs);
  return mark === undefined || typeof by !== "string" ? body : { ...body, [by]: withMark(body[by], mark) };
}

export function objectIn(reply: ApiResponse): JsonObject {
  return isObject(reply.body) ? reply.body : {};
}
