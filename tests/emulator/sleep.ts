import { setTimeout as wait } from "node:timers/promises";

/** Does not keep the process alive after the emulator has been closed. */
export async function sleep(ms: number): Promise<void> {
  await wait(ms, undefined, { ref: false });
}
