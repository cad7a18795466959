import { coerce } from "./canonical";
import type { AnyDefinition, Lookup, Reply, Surroundings } from "./definition";
import { InvalidInput, NotFound, NotReady, Rejected } from "./errors";
import { nextPage } from "./http/paging";
import { pages } from "./listAll";
import { withoutMark } from "./marker";
import type { Json } from "./propertyPath";
import type { ApiCall, Session } from "./session";

/** One verb on one object. */
export interface Work {
  definition: AnyDefinition;
  session: Session;
  sandbox: string;
  /** Epoch milliseconds. */
  deadline: number;
}

/** An object as AEP answered it: as it came, and in the words of args and outputs. */
export interface Observed {
  raw: Json;
  args: Json;
  outputs: Json;
}

/** An object belongs to its organisation and sandbox for life, whatever the config says today. */
export function begin(definition: AnyDefinition, session: Session, values: Json): Work {
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

export function send(work: Work, call: Omit<ApiCall, "sandbox" | "deadline">): Promise<Reply> {
  return work.session.send({ ...call, sandbox: work.sandbox, deadline: work.deadline });
}

export function surroundings(
  work: Work,
  state: Json = {},
  found: Record<string, unknown> = {},
): Surroundings {
  return { now: work.session.now(), state, found, givenUp: [] };
}

/** The object as it is now, undefined where there is none. */
export async function observe(work: Work, id: string, state: Json): Promise<Observed | undefined> {
  const { definition } = work;
  const shown = await fetch(work, definition.item(id), id);
  if (!shown) return undefined;
  let newest = shown;
  for (;;) {
    const path = definition.newer?.(shown.raw, newest.raw, state, id);
    const next = path === undefined ? undefined : await fetch(work, path, id);
    if (!next) break;
    newest = next;
  }
  const { args, outputs } = definition.decode(unmarked(definition, newest.raw), newest.reply);
  const own = Object.keys(definition.args.shape).map((key) => [key, args[key]] as const);
  return {
    raw: newest.raw,
    args: coerce(definition, Object.fromEntries(own)),
    outputs: checked(work, outputs),
  };
}

function unmarked(definition: AnyDefinition, raw: Json): Json {
  const { by } = definition.find;
  return typeof by === "string" && raw[by] !== undefined ? { ...raw, [by]: withoutMark(raw[by]) } : raw;
}

async function fetch(work: Work, path: string, id: string): Promise<{ raw: Json; reply: Reply } | undefined> {
  const { accept, remember } = work.definition;
  try {
    const { sandbox, deadline } = work;
    const reply = await work.session.get(path, {
      sandbox,
      deadline,
      ...(remember === undefined ? {} : { remember }),
      ...(accept === undefined ? {} : { accept }),
    });
    const raw = work.definition.unwrap(reply, id);
    return raw && { raw, reply };
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

/** Outputs of other types than documented are named before they can spoil the state. */
function checked(work: Work, outputs: Json): Json {
  const given = Object.fromEntries(
    Object.entries(outputs).filter(([, value]) => value !== null && value !== undefined),
  );
  const result = work.definition.outputs.safeParse(given);
  if (result.success) return { ...given, orgId: work.session.config.orgId };
  const fields = result.error.issues.map((issue) => issue.path.join(".")).join(", ");
  throw new Rejected(
    `AEP's answer has an unexpected ${fields}`,
    "",
    "Compare the object with Adobe's API reference.",
  );
}

const firstPollMs = 1_000;
const longestPollMs = 8_000;
/** How long after its create an object may vanish from a read and come back. */
export const youthMs = 6_000;
/** How long AEP may not yet show what it has just made. */
export const graceMs = 30_000;

/** Calls `look` until it gives something, with growing pauses; undefined when `until` has passed. */
export async function poll<T>(
  work: Work,
  until: () => number,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let pause = firstPollMs; ; pause = Math.min(2 * pause, longestPollMs)) {
    const result = await look();
    if (result !== undefined) return result;
    const left = until() - work.session.clock.now();
    if (left <= 0) return undefined;
    await work.session.pause(Math.min(pause, left));
  }
}

/**
 * The object once AEP has finished with it. `made`: it exists for certain, so that a 404 means "not yet"; `seen` is told
 * each observation. A failed state ends the wait with an error only where the caller waits for `ready`.
 */
export async function settle(
  work: Work,
  id: string,
  state: Json,
  options: { made?: boolean; ready: boolean; seen?: (live: Observed) => void },
): Promise<Observed | undefined> {
  const { session, definition, deadline } = work;
  const began = session.clock.now();
  let last: Observed | undefined;
  let pending = "";
  const settled = await poll(
    work,
    () => (last ? deadline : Math.min(deadline, began + graceMs)),
    async () => {
      last = await observe(work, id, state);
      if (!last) return options.made ? undefined : ("missing" as const);
      options.seen?.(last);
      const status = definition.ready?.(last.raw);
      if (status && "failed" in status && options.ready) {
        throw new NotReady(
          `AEP reports a failure: ${status.failed}. Correct the cause and run \`pulumi up\` again`,
        );
      }
      pending = status && "pending" in status ? status.pending : "";
      return pending === "" ? last : undefined;
    },
  );
  if (settled === "missing") return undefined;
  if (settled) return settled;
  const what = last ? `AEP still shows it as "${pending}"` : "AEP does not show it yet";
  throw new NotReady(
    `${what} after ${secondsSince(work, began)} s. Run \`pulumi up\` again to go on waiting`,
  );
}

export function secondsSince(work: Work, began: number): number {
  return Math.round((work.session.clock.now() - began) / 1000);
}

/** The replies of a definition's look-ups, by their names. */
export async function lookUp(
  work: Work,
  lookups: Record<string, Lookup> | undefined,
  values: Json,
  id: string,
): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [name, lookup] of Object.entries(lookups ?? {})) {
    const path = lookup.path(values, id);
    if (path === undefined) continue;
    const load = () => (lookup.items ? allPages(work, path, lookup.items) : onePage(work, path, lookup));
    found[name] =
      lookup.reuse === "process" ? await work.session.once(`${work.sandbox} ${path}`, load) : await load();
  }
  return found;
}

async function onePage(work: Work, path: string, lookup: Lookup): Promise<unknown> {
  const { sandbox, deadline } = work;
  const seen = lookup.reuse === "seen" ? work.session.seen(path, sandbox) : undefined;
  return (seen ?? (await work.session.get(path, { sandbox, deadline }))).body;
}

async function allPages(work: Work, first: string, items: (body: unknown) => unknown[]): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const body of pages(work.session, first, { next: nextPage }, work)) all.push(...items(body));
  return all;
}
