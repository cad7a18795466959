import type { Session } from "./session";

/** A runner that cancels a job gives its processes some seconds; what is under way needs fewer. */
const lastSecondsMs = 7_000;

const sessions = new Set<Session>();

/**
 * Ctrl-C reaches the provider's process together with Pulumi's. Without a handler Node would end at once, in the middle of
 * a write; with it, what is under way ends and is answered, nothing new is sent, and the engine then ends this process.
 */
export function interruptOnSignal(session: Session): void {
  if (sessions.size === 0) {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => interrupt());
  }
  sessions.add(session);
}

function interrupt(): void {
  for (const session of sessions) session.interrupt();
  // An engine that was killed ends nobody.
  setTimeout(() => process.exit(130), lastSecondsMs).unref();
}
