import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The top folder of the checkout, for the sources and for dist/. */
export const projectRoot = folderOfPackageJson(__dirname);

function folderOfPackageJson(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`No package.json at or above ${__dirname}.`);
  return folderOfPackageJson(parent);
}
