import { UnexpectedState } from "../api/errors";
import { errorTable } from "../api/errorTable";
import { errorText } from "../api/errorText";
import type { JsonObject } from "../values/propertyPath";
import { get, parse, set } from "../values/propertyPath";
import { bodyArgs, hiddenPlaces, programPlaces, without } from "./args";
import { project } from "./canonical";
import { describeSubject } from "./check/validate";
import { knownObjectsOf } from "./knownObjects";
import { locate } from "./locate";
import { observe } from "./observe";
import { contextOf, type Operation } from "./operation";
import { createdInRun } from "./ownWrites";
import { reconcile } from "./reconcile";
import { lagWindowMs, poll, readAfterCreateWindowMs, waitUntilReady, windowOf } from "./wait";

/** A create that finds its object in AEP updates it and creates nothing. */

export interface Created {
  id: string;
  outs: JsonObject;
}

/** How long an object that a list has shown may be missing in a read. */
const listedButNotReadMs = 7_000;

/** Adopts an object of an interrupted run. Undefined if it does not exist any more. */
export async function adopt(
  operation: Operation,
  id: string,
  inputs: JsonObject,
): Promise<Created | undefined> {
  const { definition, session } = operation;
  const until = session.clock.now() + Math.max(listedButNotReadMs, definition.lag ? lagWindowMs : 0);
  const look = () =>
    poll(
      operation,
      () => until,
      () => observe(operation, id, {}),
    );
  const live = await locate(operation, id, inputs, look);
  if (live === "hidden") throw new UnexpectedState(errorText(errorTable.hidden, {}));
  if (live === "deleted" || definition.gone?.(live.raw)) return undefined;
  session.warn(
    `${describeSubject(definition, inputs)}: ${id} already exists for this resource (found by its mark) and was reused`,
  );
  return manage(operation, id, argsOfEarlierRun(operation, bodyArgs(definition, inputs), live.args), inputs);
}

/** Updates an object that this create did not make. `args` are those that AEP has. */
export async function manage(
  operation: Operation,
  id: string,
  args: JsonObject,
  inputs: JsonObject,
): Promise<Created> {
  const { definition, session } = operation;
  // AEP does not show secrets: they are sent again.
  const base = without(hiddenPlaces(definition, bodyArgs(definition, inputs)), args);
  const adoptedAt = session.clock.now();
  knownObjectsOf(session).recordAdoption(id, adoptedAt);
  return { id, outs: { ...(await reconcile(operation, id, { ...base, adoptedAt }, inputs)), ...inputs } };
}

/** Updates an object that another resource manages. A second update changes nothing. */
export async function updateExisting(operation: Operation, id: string, inputs: JsonObject): Promise<Created> {
  const { definition, session } = operation;
  const createdAt = session.clock.now();
  const created = createdInRun(operation, id);
  const missingUntil =
    created === undefined ? createdAt + readAfterCreateWindowMs : created + windowOf(definition);
  const live = await waitUntilReady(
    operation,
    id,
    { createdAt: missingUntil - windowOf(definition) },
    { ready: false },
  );
  if (!live) {
    throw new UnexpectedState(
      `sandbox "${operation.sandbox}" has no ${id}. Pass the id of an object that exists, or run \`pulumi up --refresh\` if this program manages it`,
    );
  }
  return { id, outs: { ...(await reconcile(operation, id, { createdAt }, inputs, live)), ...inputs } };
}

/** What an earlier run has written: the fields of the program, and other fields that only a program can have written. */
function argsOfEarlierRun(operation: Operation, args: JsonObject, live: JsonObject): JsonObject {
  const { definition } = operation;
  const { by } = definition.find;
  const ours = programPlaces(definition, args);
  const places = (typeof by === "string" ? [by, ...ours] : ours).map(parse);
  // The update removes those fields, because the program does not have them any more.
  return places.reduce(
    (values, place) => (get(live, place) === undefined ? values : set(values, place, get(live, place))),
    project(definition, args, live, contextOf(operation), []),
  );
}
