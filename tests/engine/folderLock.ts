import { mkdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const beatMs = 2_000;
const staleMs = 15_000;

/**
 * Runs `task` with a folder as a lock between processes. The process with the lock touches the folder regularly, so that
 * the lock of a killed process becomes stale and another process can take it. prepare.mjs has the same lock, because it
 * runs before anything is installed or compiled.
 */
export async function withFolderLock<T>(
  folder: string,
  onWait: () => void,
  task: () => Promise<T>,
): Promise<T> {
  mkdirSync(dirname(folder), { recursive: true });
  for (let isFirst = true; !tryLock(folder); isFirst = false) {
    if (isFirst) onWait();
    const touchedMs = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - touchedMs > staleMs) unlock(folder);
    else await delay(200);
  }
  const beat = setInterval(() => {
    if (statSync(folder, { throwIfNoEntry: false })) utimesSync(folder, new Date(), new Date());
  }, beatMs);
  const unlockAtExit = (): void => unlock(folder);
  process.once("exit", unlockAtExit);
  try {
    return await task();
  } finally {
    process.off("exit", unlockAtExit);
    clearInterval(beat);
    unlock(folder);
  }
}

function tryLock(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function unlock(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
