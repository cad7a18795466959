import { coerce } from "./canonical";
import type { AnyDefinition, Lookup, Context } from "../resources/definition";
import type { ApiResponse } from "../api/response";
import { InvalidInput, NotFound, NotReady, Rejected } from "../api/errors";
import { errorTable } from "../api/errorTable";
import { errorText } from "../api/errorText";
import { nextPage } from "../api/paging";
import { pages } from "../api/listAll";
import { withoutMark } from "./mark";
import type { JsonObject } from "../values/propertyPath";
import type { ApiRequest } from "../api/aepClient";
import type { Session } from "../api/session";

/** One verb on one object. */
export interface Operation {
  definition: AnyDefinition;
  session: Session;
  sandbox: string;
  /** Epoch milliseconds. */
  deadline: number;
}

/** An object as AEP answered it: as it came, and in the words of args and outputs. */
export interface Observed {
  raw: JsonObject;
  args: JsonObject;
  outputs: JsonObject;
}

/** An object belongs to its organisation and sandbox for life, whatever the config says today. */
export function begin(definition: AnyDefinition, session: Session, values: JsonObject): Operation {
  const sandbox = String(values["sandbox"] ?? session.config.sandbox ?? "");
  const { orgId } = values;
  if (typeof orgId === "string" && orgId !== session.config.orgId) {
    throw new InvalidInput(
      `it belongs to organisation ${orgId}, but aep:orgId is ${session.config.orgId}. Use credentials of ${orgId} for this stack`,
    );
  }
  if (sandbox === "") throw new InvalidInput("sandbox is missing: `pulumi config set aep:sandbox NAME`");
  return { definition, session, sandbox, deadline: session.clock.now() + session.config.operationTimeoutMs };
}

export function send(
  operation: Operation,
  call: Omit<ApiRequest, "sandbox" | "deadline">,
): Promise<ApiResponse> {
  return operation.session.client.send({ ...call, sandbox: operation.sandbox, deadline: operation.deadline });
}

export function contextOf(
  operation: Operation,
  state: JsonObject = {},
  found: Record<string, unknown> = {},
): Context {
  return { now: operation.session.client.now(), state, found };
}

/** The object as it is now, undefined where there is none. */
export async function observe(
  operation: Operation,
  id: string,
  state: JsonObject,
): Promise<Observed | undefined> {
  const { definition } = operation;
  const shown = await fetch(operation, definition.item(id), id);
  if (!shown) return undefined;
  let newest = shown;
  for (;;) {
    const path = definition.newer?.(shown.raw, newest.raw, state, id);
    const next = path === undefined ? undefined : await fetch(operation, path, id);
    if (!next) break;
    newest = next;
  }
  const { args, outputs } = definition.decode(unmarked(definition, newest.raw), newest.reply);
  const own = Object.keys(definition.args.shape).map((key) => [key, args[key]] as const);
  return {
    raw: newest.raw,
    args: coerce(definition, Object.fromEntries(own)),
    outputs: validatedOutputs(operation, outputs),
  };
}

function unmarked(definition: AnyDefinition, raw: JsonObject): JsonObject {
  const { by } = definition.find;
  return typeof by === "string" && raw[by] !== undefined ? { ...raw, [by]: withoutMark(raw[by]) } : raw;
}

async function fetch(
  operation: Operation,
  path: string,
  id: string,
): Promise<{ raw: JsonObject; reply: ApiResponse } | undefined> {
  const { accept, remember } = operation.definition;
  try {
    const { sandbox, deadline } = operation;
    const reply = await operation.session.client.get(path, {
      sandbox,
      deadline,
      ...(remember === undefined ? {} : { remember }),
      ...(accept === undefined ? {} : { accept }),
    });
    const raw = operation.definition.unwrap(reply, id);
    return raw && { raw, reply };
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

/** Outputs of other types than documented are named before they can spoil the state. */
function validatedOutputs(operation: Operation, outputs: JsonObject): JsonObject {
  const given = Object.fromEntries(
    Object.entries(outputs).filter(([, value]) => value !== null && value !== undefined),
  );
  const result = operation.definition.outputs.safeParse(given);
  if (result.success) return { ...given, orgId: operation.session.config.orgId };
  const fields = result.error.issues.map((issue) => issue.path.join("..")).join(", ");
  throw new Rejected(
    `AEP's answer has an unexpected ${fields}`,
    "",
    "Compare the object with Adobe's API reference.",
  );
}

const firstPollMs = 1_000;
const longestPollMs = 8_000;
/** How long after its create an object may vanish from a read and come back. */
export const readAfterCreateWindowMs = 6_000;
/** How long AEP may not yet show what it has just made. */
export const creationVisibleWithinMs = 30_000;

/** Calls `look` until it gives something, with growing pauses; undefined when `until` has passed. */
export async function poll<T>(
  operation: Operation,
  until: () => number,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let pause = firstPollMs; ; pause = Math.min(2 * pause, longestPollMs)) {
    const result = await look();
    if (result !== undefined) return result;
    const left = until() - operation.session.clock.now();
    if (left <= 0) return undefined;
    await operation.session.clock.sleep(Math.min(pause, left));
  }
}

/**
 * The object once AEP has finished with it. `made`: it exists for certain, so that a 404 means "not yet"; `seen` is told
 * each observation. A failed state ends the wait with an error only where the caller waits for `ready`.
 */
export async function waitUntilReady(
  operation: Operation,
  id: string,
  state: JsonObject,
  options: { mustExist?: boolean; ready: boolean; onObserved?: (live: Observed) => void },
): Promise<Observed | undefined> {
  const { session, definition, deadline } = operation;
  const began = session.clock.now();
  let last: Observed | undefined;
  let pending = "";
  const settled = await poll(
    operation,
    () => (last ? deadline : Math.min(deadline, began + creationVisibleWithinMs)),
    async () => {
      last = await observe(operation, id, state);
      if (!last) return options.mustExist ? undefined : ("missing" as const);
      options.onObserved?.(last);
      const status = definition.ready?.(last.raw);
      if (status && "failed" in status && options.ready) {
        throw new NotReady(errorText(errorTable.failed, { message: status.failed }));
      }
      pending = status && "pending" in status ? status.pending : "";
      return pending === "" ? last : undefined;
    },
  );
  if (settled === "missing") return undefined;
  if (settled) return settled;
  const seconds = secondsSince(operation, began);
  throw new NotReady(
    last
      ? errorText(errorTable.pending, { state: pending, seconds })
      : errorText(errorTable.notVisible, { seconds }),
  );
}

export function secondsSince(operation: Operation, began: number): number {
  return Math.round((operation.session.clock.now() - began) / 1000);
}

/** The replies of a definition's look-ups, by their names. */
export async function lookUp(
  operation: Operation,
  lookups: Record<string, Lookup> | undefined,
  values: JsonObject,
  id: string,
): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [name, lookup] of Object.entries(lookups ?? {})) {
    const path = lookup.path(values, id);
    if (path === undefined) continue;
    const load = () =>
      lookup.items ? allPages(operation, path, lookup.items) : onePage(operation, path, lookup);
    found[name] =
      lookup.reuse === "process"
        ? await operation.session.cache.once(`${operation.sandbox} ${path}`, load)
        : await load();
  }
  return found;
}

async function onePage(operation: Operation, path: string, lookup: Lookup): Promise<unknown> {
  const { sandbox, deadline } = operation;
  const seen = lookup.reuse === "seen" ? operation.session.seen(path, sandbox) : undefined;
  return (seen ?? (await operation.session.client.get(path, { sandbox, deadline }))).body;
}

async function allPages(
  operation: Operation,
  first: string,
  items: (body: unknown) => unknown[],
): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const body of pages(operation.session.client, first, { next: nextPage }, operation))
    all.push(...items(body));
  return all;
}
