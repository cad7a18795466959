import { readdirSync, readFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import ts from "typescript";

const root = resolve(__dirname, "../..");

const facts = ["provider/connectors", "provider/xdm"];
const pure = [...facts, "provider/dataPrep"];

/** The folders that the files of a folder may import from, beside the folder itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "provider/values": [],
  "provider/connectors": [],
  "provider/xdm": [],
  "provider/api": ["provider/values"],
  "provider/dataPrep": [...facts, "provider/values"],
  "provider/resources": [...pure, "provider/api", "provider/values"],
  "provider/lifecycle": ["provider/resources", "provider/api", "provider/connectors", "provider/values"],
  "provider/index.ts": ["provider"],
  "sdk/program": [...pure, "provider/values"],
  "sdk/resources": ["sdk/program", "provider/connectors"],
  "sdk/lookups": ["sdk/resources", "provider"],
  "sdk/cli": ["provider/connectors", "provider/api", "provider/values", "tests/emulator"],
  "sdk/xdm.ts": [],
  "sdk/index.ts": ["sdk", "provider/connectors"],
  "tests/emulator": [],
};

const isIn = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`);

/** The imports of a file that its folder does not allow, also those of types, `import()` and `require()`. */
function wrongImports(file: string, text: string): string[] {
  const folder = Object.keys(allowed).find((name) => isIn(file, name));
  if (folder === undefined) return [`${file} is in no folder of this table`];
  const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return imported
    .filter((name) => name.startsWith("."))
    .map((name) => posix.join(posix.dirname(file), name))
    .filter((target) => ![folder, ...allowed[folder]!].some((name) => isIn(target, name)))
    .map((target) => `${file} imports ${target}`);
}

test("imports go in one direction", () => {
  const files = ["provider", "sdk", "tests/emulator"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => posix.join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap((file) => wrongImports(file, readFileSync(join(root, file), "utf8")))).toEqual([]);
});

test.each([
  ["provider/values/unknown.ts", 'import { Session } from "../api/session";', "provider/api/session"],
  [
    "provider/api/retry.ts",
    'import type { Session } from "../resources/definition";',
    "provider/resources/definition",
  ],
  ["provider/lifecycle/check/index.ts", 'export * from "../../../sdk/xdm";', "sdk/xdm"],
  ["sdk/program/rules.ts", 'const { x } = require("../resources/dataset");', "sdk/resources/dataset"],
  [
    "tests/emulator/switches.ts",
    'type X = import("../../provider/values/unknown").X;',
    "provider/values/unknown",
  ],
])("a wrong import of %s is reported", (file, text, target) => {
  expect(wrongImports(file, text)).toEqual([`${file} imports ${target}`]);
});
