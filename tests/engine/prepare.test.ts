import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { runCommand, type CommandResult } from "./runCommand";

let root: string;

const lockfile = {
  packages: {
    "": { version: "0.1.0" },
    "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/a-other-platform": { version: "1.0.0", integrity: "sha512-b", optional: true },
  },
};
const { "node_modules/a": installedPackage } = lockfile.packages;

/** A fake npm. It installs the packages of the test and records its calls. */
const npm = `#!/bin/sh
echo "$@" >> npm-calls
sleep 0.3
[ -f npm-fails ] && echo "npm error no such package" && exit 1
mkdir -p node_modules/typescript/bin node_modules/.bin
cp compiler.js node_modules/typescript/bin/tsc
cp hidden-lockfile.json node_modules/.package-lock.json
[ -f own-node ] && cp own-node node_modules/.bin/node
exit 0
`;
const compiler = `
const fs = require("node:fs");
fs.appendFileSync("compiler-calls", fs.existsSync("dist/.tsbuildinfo") ? "incremental\\n" : "full\\n");
if (fs.existsSync("compile-error")) { console.log("sdk/index.ts(1,1): error TS1: wrong"); process.exit(2); }
fs.mkdirSync("dist/sdk", { recursive: true });
for (const file of fs.readdirSync("sdk").filter((name) => !name.endsWith(".test.ts"))) {
  for (const ending of [".js", ".js.map", ".d.ts"]) fs.writeFileSync("dist/sdk/" + file.replace(".ts", ending), "");
}
fs.writeFileSync("dist/.tsbuildinfo", "");
`;
/** Installs and builds, then runs the given command, if any. */
const scripts = `
export const scripts = { prepare: { anyArguments: true }, run: { command: [], anyArguments: true } };
`;
const buildSettings = { include: ["provider", "sdk", "tests"], exclude: ["**/*.test.ts", "**/*.mts"] };

const built = /^Building \.\.\. \d+ s\n$/;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "prepare-test-"));
  for (const file of ["runScript.mjs", "prepare.mjs", "build.mjs"])
    put(join("tests/engine", file), readFileSync(join(__dirname, file), "utf8"));
  put("tests/engine/scripts.mjs", scripts);
  put("tsconfig.build.json", JSON.stringify(buildSettings));
  put("package.json", JSON.stringify({ devDependencies: { node: "^24.9.0" } }));
  put("package-lock.json", JSON.stringify(lockfile));
  put("hidden-lockfile.json", JSON.stringify({ packages: { "node_modules/a": installedPackage } }));
  put("sdk/index.ts", "export {};");
  put("compiler.js", compiler);
  put("path/npm", npm);
  chmodSync(join(root, "path/npm"), 0o755);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function callsOf(tool: "npm" | "compiler"): string[] {
  const file = join(root, `${tool}-calls`);
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}

function prepare(...command: string[]): Promise<CommandResult> {
  const path = [join(root, "path"), dirname(process.execPath), process.env["PATH"]].join(delimiter);
  const script = [join(root, "tests/engine/runScript.mjs"), command.length > 0 ? "run" : "prepare"];
  return runCommand(process.execPath, [...script, ...command], {
    env: { ...process.env, NODE_OPTIONS: "", PATH: path },
  });
}

test("installs and builds a fresh clone, and does and prints nothing in a second run", async () => {
  expect(await prepare()).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^Installing packages \.\.\. \d+ s\nBuilding \.\.\. \d+ s\n$/),
    stderr: "",
  });
  expect(callsOf("npm")).toEqual([expect.stringMatching(/^ci --include=dev /)]);
  expect(await prepare()).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(callsOf("npm").length + callsOf("compiler").length).toBe(2);
});

test("installs a changed lockfile and builds a changed source", async () => {
  await prepare();
  put("sdk/index.ts", "export const changed = true;");
  expect((await prepare()).stdout).toMatch(built);
  expect(callsOf("compiler")).toEqual(["full", "incremental"]);
  const later = { ...installedPackage, version: "1.1.0" };
  put("package-lock.json", JSON.stringify({ packages: { "node_modules/a": later } }));
  put("hidden-lockfile.json", JSON.stringify({ packages: { "node_modules/a": later } }));
  expect((await prepare()).stdout).toContain("Installing packages");
});

test("does not build again if no compiled file has changed", async () => {
  put("sdk/index.test.ts", "");
  await prepare();
  put("sdk/index.test.ts", "export const changed = true;");
  put("examples/program.ts", "export {};");
  utimesSync(join(root, "sdk/index.ts"), new Date(), new Date(0));
  put("package-lock.json", JSON.stringify(lockfile));
  expect(await prepare()).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(callsOf("compiler")).toHaveLength(1);
});

test("removes the output of a deleted source and restores a deleted output", async () => {
  put("sdk/extra.ts", "export {};");
  await prepare();
  rmSync(join(root, "sdk/extra.ts"));
  rmSync(join(root, "dist/sdk/index.js"));
  await prepare();
  expect(existsSync(join(root, "dist/sdk/extra.js"))).toBe(false);
  expect(existsSync(join(root, "dist/sdk/index.js"))).toBe(true);
  expect(callsOf("compiler")).toEqual(["full", "full"]);
});

test("installs and builds once in two concurrent runs", async () => {
  const [first, second] = await Promise.all([prepare(), prepare()]);
  expect([first.code, second.code]).toEqual([0, 0]);
  expect([callsOf("npm").length, callsOf("compiler").length]).toEqual([1, 1]);
});

test("prints the output of a failed npm and does not run the command", async () => {
  put("npm-fails", "");
  const { code, stdout, stderr } = await prepare("node", "--version");
  expect(code).toBe(1);
  expect(stderr).toBe(
    "\nnpm error no such package\n\nnpm ci failed with exit code 1. See its output above.\n",
  );
  expect(stdout).not.toContain("v2");
});

test("prints build errors and builds again the next time", async () => {
  put("compile-error", "");
  expect((await prepare()).stderr).toContain("error TS1: wrong");
  rmSync(join(root, "compile-error"));
  expect(await prepare()).toMatchObject({ code: 0, stdout: expect.stringMatching(built) });
});

test("reports a Node that is too old and what to do", async () => {
  put("own-node", "#!/bin/sh\necho v20.20.2\n");
  chmodSync(join(root, "own-node"), 0o755);
  const { code, stderr } = await prepare();
  expect(code).toBe(1);
  expect(stderr).toContain("Node 24.9 or newer is needed; found v20.20.2. Run `npm rebuild node");
});

test("runs the command with the installed Node, passes its arguments and returns its exit code", async () => {
  put("own-node", `#!/bin/sh\n[ "$1" = --version ] && exec echo v24.99.0\nexec ${process.execPath} "$@"\n`);
  chmodSync(join(root, "own-node"), 0o755);
  expect((await prepare("node", "--version")).stdout).toMatch(/v24\.99\.0\n$/);
  const { code, stdout } = await prepare(
    "node",
    "-e",
    "console.log(process.argv[1]); process.exit(5)",
    "a b",
  );
  expect({ code, stdout }).toEqual({ code: 5, stdout: "a b\n" });
});
