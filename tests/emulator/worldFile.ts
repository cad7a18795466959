/** A world kept in a folder, so that it outlives the emulator's process. */

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Organisation, Snapshot } from "./world";

const fileName = "world.json";

export function loadWorld(folder: string, world: Organisation): void {
  const file = join(folder, fileName);
  if (!existsSync(file)) return;
  try {
    world.restore(JSON.parse(readFileSync(file, "utf8")) as Snapshot);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${file} does not hold an emulator's world (${cause}). Delete the file to start with an empty one.`,
      {
        cause: error,
      },
    );
  }
}

/** Written beside and renamed, so that a killed process never leaves half a world. */
export function saveWorld(folder: string, world: Organisation): void {
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `${fileName}.${String(process.pid)}.tmp`);
  // A world holds secrets in plain.
  writeFileSync(temporary, JSON.stringify(world.snapshot()), { mode: 0o600 });
  renameSync(temporary, join(folder, fileName));
}
