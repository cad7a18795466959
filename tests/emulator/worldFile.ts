/** Keeps a world in a folder between runs of the emulator. */

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
      `${file} is not a world file of the emulator (${cause}). Delete the file to start with an empty world.`,
      { cause: error },
    );
  }
}

/** Writes a second file and renames it, so that a killed process never leaves half a world. */
export function saveWorld(folder: string, world: Organisation): void {
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `${fileName}.${String(process.pid)}.tmp`);
  // A world holds secrets in plain text.
  writeFileSync(temporary, JSON.stringify(world.snapshot()), { mode: 0o600 });
  renameSync(temporary, join(folder, fileName));
}
