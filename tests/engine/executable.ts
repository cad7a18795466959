import { accessSync, constants, statSync } from "node:fs";
import { join } from "node:path";

const suffixes = process.platform === "win32" ? [".exe", ".cmd"] : [""];

/** The first executable file with this name in the folders, in their order. */
export function findExecutable(name: string, folders: readonly string[]): string | undefined {
  return folders
    .flatMap((folder) => suffixes.map((suffix) => join(folder, name + suffix)))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
