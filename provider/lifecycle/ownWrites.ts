import type { Session } from "../api/session";
import type { JsonObject } from "../values/propertyPath";
import type { Operation } from "./operation";

/**
 * What this process has written to services that show writes late (`lag` of a definition). A read that is older than the own
 * write must not be the base of the next one, and an object that AEP does not show yet is not missing.
 */

interface OwnWrite {
  /** The object as it was before the write. */
  before: JsonObject | undefined;
  /** The time of the write by the service's clock, where its response has one. */
  modified: number | undefined;
}

interface OwnWrites {
  /** When this process created the object, in epoch milliseconds. */
  created: Map<string, number>;
  written: Map<string, OwnWrite>;
}

const bySession = new WeakMap<Session, OwnWrites>();

function writesOf(session: Session): OwnWrites {
  const known = bySession.get(session) ?? { created: new Map(), written: new Map() };
  bySession.set(session, known);
  return known;
}

/** Ids are unique in a sandbox. A schema has the same id whichever kind writes to it. */
function keyOf({ sandbox }: Operation, id: string): string {
  return `${sandbox} ${id}`;
}

export function recordCreate(operation: Operation, id: string): void {
  const { definition, session } = operation;
  if (definition.lag) writesOf(session).created.set(keyOf(operation, id), session.clock.now());
}

export function recordWrite(
  operation: Operation,
  id: string,
  before: JsonObject | undefined,
  response: JsonObject,
): void {
  const { definition, session } = operation;
  if (!definition.lag) return;
  const modified = definition.lag.modified(response);
  writesOf(session).written.set(keyOf(operation, id), { before, modified });
}

/** When this process created the object; undefined if it did not. */
export function createdInRun(operation: Operation, id: string): number | undefined {
  return writesOf(operation.session).created.get(keyOf(operation, id));
}

/** When this process created the newest of the objects that the values name; undefined if they name none. */
export function newestNamed(operation: Operation, values: unknown): number | undefined {
  const text = JSON.stringify(values);
  const prefix = keyOf(operation, "");
  const named = [...writesOf(operation.session).created].filter(
    ([key]) => key.startsWith(prefix) && text.includes(JSON.stringify(key.slice(prefix.length))),
  );
  return named.length === 0 ? undefined : Math.max(...named.map(([, created]) => created));
}

/** AEP's own times show that the read is older than the last own write. */
export function isOlder(operation: Operation, id: string, read: JsonObject): boolean {
  const [seen, written] = [operation.definition.lag?.modified(read), lastWrite(operation, id)?.modified];
  return seen !== undefined && written !== undefined && seen < written;
}

/** The read may be older than the last own write: by AEP's times or, without them, because nothing has changed. */
export function mayBeOlder(operation: Operation, id: string, read: JsonObject): boolean {
  const write = lastWrite(operation, id);
  if (!write || isOlder(operation, id, read)) return write !== undefined;
  const comparable = write.modified !== undefined && operation.definition.lag?.modified(read) !== undefined;
  return !comparable && JSON.stringify(read) === JSON.stringify(write.before);
}

/** Versions such as "1.10", of which the registry raises the minor part. */
export function isOlderVersion(one: unknown, other: unknown): boolean {
  if (typeof one !== "string" || typeof other !== "string") return false;
  const [[major = 0, minor = 0], [otherMajor = 0, otherMinor = 0]] = [one, other].map((text) =>
    text.split(".").map(Number),
  ) as [number[], number[]];
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}

function lastWrite(operation: Operation, id: string): OwnWrite | undefined {
  return writesOf(operation.session).written.get(keyOf(operation, id));
}
