import { setTimeout as wait } from "node:timers/promises";

/** Real time. Does not keep the process alive after the emulator has been closed. */
export async function sleep(ms: number): Promise<void> {
  if (ms === Infinity) await new Promise(() => undefined);
  await wait(ms, undefined, { ref: false });
}
