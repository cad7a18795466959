import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The checkout's top folder, from the sources as well as from dist/. */
export const projectRoot = folderOfPackageJson(__dirname);

function folderOfPackageJson(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`No package.json at or above ${__dirname}.`);
  return folderOfPackageJson(parent);
}
