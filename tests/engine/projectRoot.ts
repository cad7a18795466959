import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The root folder of the checkout, also when the compiled code in dist/ runs. */
export const projectRoot = folderOfPackageJson(__dirname);

function folderOfPackageJson(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`There is no package.json in ${__dirname} or its parent folders.`);
  return folderOfPackageJson(parent);
}
