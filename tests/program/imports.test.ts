import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import * as ts from "typescript";

const root = join(__dirname, "../..");

/** The files and packages that a file loads at once: without types, and without those that it loads at first use. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const { outputText } = ts.transpileModule(readFileSync(join(root, file), "utf8"), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  for (const [, name = ""] of outputText.matchAll(/\brequire\("([^"]+)"\)/g)) {
    const path = relative(root, join(root, dirname(file), name));
    const found = [`${path}.ts`, join(path, "index.ts")].find((each) => existsSync(join(root, each)));
    if (!name.startsWith(".")) seen.add(name);
    else if (found) loadedBy(found, seen);
  }
  return seen;
}

test("a program loads neither the provider nor the code that only mapping sets need", () => {
  const loaded = [...loadedBy("sdk/index.ts")];
  expect(loaded).toEqual(expect.arrayContaining(["sdk/program/rules.ts", "@pulumi/pulumi"]));
  expect(loaded.filter((name) => /^(zod|got)\b/.test(name))).toEqual([]);
  expect(loaded.filter((name) => /^provider\/(dataPrep|xdm|resources)\//.test(name))).toEqual([]);
});

test("the code that mapping sets load at first use is pure: no zod, no got, no HTTP", () => {
  for (const entry of ["provider/dataPrep/index.ts", "provider/xdm/index.ts"]) {
    const outside = [...loadedBy(entry)].filter(
      (name) => !/^provider\/(dataPrep|xdm|connectors)\/[\w/]+\.ts$/.test(name),
    );
    expect(outside).toEqual([]);
  }
});

test("usage errors of a command are printed before its code is loaded", () => {
  const own = ["command", "output", "version", "connectorsCommand"].map((name) => `sdk/cli/${name}.ts`);
  const control = ["command", "controlCommand", "controlEndpoint", "setAt"];
  const emulator = control.map((name) => `tests/emulator/${name}.ts`);
  const entries = [...own, ...emulator, "provider/connectors/nearestName.ts"];
  const loaded = new Set(entries.flatMap((entry) => [...loadedBy(entry)]));
  expect([...loaded].filter((name) => !name.startsWith("node:")).sort()).toEqual([...entries].sort());
});
