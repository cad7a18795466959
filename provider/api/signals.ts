import type { Session } from "./session";

/**
 * The last response to the engine is sent shortly after its call has ended: an exit at once would lose it. The pause is counted
 * in turns of the event loop, because on a busy machine 100 ms may pass without a turn that sends the response.
 */
const quietTurns = 10;
const turnMs = 10;
/** A CI runner that cancels a job kills its processes after some seconds. */
const longestEndMs = 7_000;

const sessions = new Set<Session>();
let callsUnderWay = 0;
let ending = false;
let quiet: NodeJS.Timeout | undefined;

/**
 * Pulumi sends SIGINT to this process at the end of every command and kills it 5 seconds later. Node's own handler would end the
 * process in the middle of a write. This one lets the calls under way finish, sends nothing new and then exits.
 */
export function exitOnSignal(session: Session): void {
  if (sessions.size === 0) {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, endProcess);
  }
  sessions.add(session);
}

/** Runs one call of Pulumi's engine. The process does not exit before the call has ended and its response has left. */
export async function duringCall<T>(work: () => Promise<T>): Promise<T> {
  callsUnderWay++;
  clearTimeout(quiet);
  try {
    return await work();
  } finally {
    callsUnderWay--;
    if (ending) exitWhenQuiet();
  }
}

function endProcess(): void {
  if (ending) return;
  ending = true;
  for (const session of sessions) session.interrupt();
  exitWhenQuiet();
  setTimeout(() => process.exit(130), longestEndMs).unref();
}

function exitWhenQuiet(turns = quietTurns): void {
  if (callsUnderWay > 0) return;
  if (turns === 0) process.exit();
  clearTimeout(quiet);
  quiet = setTimeout(() => exitWhenQuiet(turns - 1), turnMs);
}
