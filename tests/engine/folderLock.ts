import { mkdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const heartbeatMs = 2_000;
const staleMs = 15_000;

/**
 * Runs `task` while a folder exists as a lock for all processes. The owner of the lock updates the folder's time. If a
 * process is killed, its lock becomes stale and another process removes it. prepare.mjs contains a copy of this lock,
 * because it runs before packages are installed and code is compiled.
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
  const heartbeat = setInterval(() => {
    if (statSync(folder, { throwIfNoEntry: false })) utimesSync(folder, new Date(), new Date());
  }, heartbeatMs);
  const unlockAtExit = (): void => unlock(folder);
  process.once("exit", unlockAtExit);
  try {
    return await task();
  } finally {
    process.off("exit", unlockAtExit);
    clearInterval(heartbeat);
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
