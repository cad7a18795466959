import { NotReady } from "../api/errors";
import type { AnyDefinition } from "../resources/definition";
import { errorTable } from "../api/errorTable";
import { errorText } from "../api/errorText";
import type { JsonObject } from "../values/propertyPath";
import { observe, type Observed } from "./observe";
import { mayBeOlder } from "./ownWrites";
import { secondsSince, type Operation } from "./operation";

const firstPollMs = 1_000;
const longestPollMs = 8_000;
/** How long after its create an object may be missing in a read and be there again in the next. */
export const readAfterCreateWindowMs = 6_000;
/** The same for a service that shows writes late: new objects, and changes. */
export const lagWindowMs = 30_000;
/** How long AEP may take to show an object that it has just created. */
export const creationVisibleWithinMs = 30_000;

/** How long after its create an object of this kind is not gone if a read does not find it. */
export function windowOf({ lag }: AnyDefinition): number {
  return lag ? lagWindowMs : readAfterCreateWindowMs;
}

/** Calls `look` until it returns a value, with growing pauses. Undefined: `until` has passed. */
export async function poll<T>(
  { session: { clock } }: Operation,
  until: () => number,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let pause = firstPollMs; ; pause = Math.min(2 * pause, longestPollMs)) {
    const result = await look();
    if (result !== undefined) return result;
    const left = until() - clock.now();
    if (left <= 0) return undefined;
    await clock.sleep(Math.min(pause, left));
  }
}

export interface WaitOptions {
  /** The object exists for certain: a missing object is not shown yet. */
  mustExist?: boolean;
  /** A failed state is an error. */
  ready: boolean;
  onObserved?: (live: Observed) => void;
}

/** The object after AEP has finished its work on it. Undefined: it does not exist. */
export async function waitUntilReady(
  operation: Operation,
  id: string,
  state: JsonObject,
  { mustExist, ready, onObserved }: WaitOptions,
): Promise<Observed | undefined> {
  const { session, definition, deadline } = operation;
  const startMs = session.clock.now();
  const youngUntil = definition.lag ? Number(state["createdAt"] ?? 0) + lagWindowMs : 0;
  const isOld = ({ raw }: Observed) =>
    session.clock.now() < startMs + lagWindowMs && mayBeOlder(operation, id, raw);
  let last: Observed | undefined;
  let pending = "";
  const result = await poll(
    operation,
    () => (last ? deadline : Math.min(deadline, startMs + creationVisibleWithinMs)),
    async () => {
      last = await observe(operation, id, state);
      if (!last) return mustExist || session.clock.now() < youngUntil ? undefined : ("missing" as const);
      onObserved?.(last);
      if (isOld(last)) return undefined;
      const status = definition.ready?.(last.raw);
      if (status && "failed" in status && ready) {
        throw new NotReady(errorText(errorTable.failed, { message: status.failed }));
      }
      pending = status && "pending" in status ? status.pending : "";
      return pending === "" ? last : undefined;
    },
  );
  if (result) return result === "missing" ? undefined : result;
  const seconds = secondsSince(operation, startMs);
  throw new NotReady(
    last
      ? errorText(errorTable.pending, { state: pending, seconds })
      : errorText(errorTable.notVisible, { seconds }),
  );
}
