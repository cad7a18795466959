import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { steps } from "./demoRun";
import { projectRoot } from "./projectRoot";
import { runCommand, type CommandResult } from "./runCommand";

interface Script {
  readonly command?: readonly string[];
  readonly words?: readonly string[];
  readonly usage?: string;
}

let scripts: Record<string, Script>;

beforeAll(async () => {
  const module = pathToFileURL(join(__dirname, "scripts.mjs")).href;
  ({ scripts } = (await import(module)) as { scripts: Record<string, Script> });
});

/** PATH has no npm and no node, so that a run which installs, builds or starts anything fails. */
function run(name: string, ...scriptArguments: string[]): Promise<CommandResult> {
  const file = join(__dirname, "runScript.mjs");
  return runCommand(process.execPath, [file, name, ...scriptArguments], {
    env: { ...process.env, NODE_OPTIONS: "", PATH: "" },
  });
}

const wrong: [string, string[], string][] = [
  ["demo", ["nonsense"], 'There is no step "nonsense".'],
  ["demo", ["up", "drift"], 'Only one step can be given, not "up drift".'],
  ["demo", ["--nonsense"], "Unknown option '--nonsense'"],
  ["demo", ["--har"], "Option '--har <value>' argument missing"],
  ["faults", ["--seeds", "many"], '--seeds cannot be "many".'],
  ["faults", ["nonsense"], "Unexpected argument 'nonsense'"],
  ["docs", ["--chekc"], "Unknown option '--chekc'"],
  ["bench", ["nonsense"], "Unexpected argument 'nonsense'"],
  ["canaries", ["--all"], "Unknown option '--all'"],
  ["check", ["--fix"], "Unknown option '--fix'"],
];

test.each(wrong)(
  "npm run %s -- %j prints the usage before anything is installed or built",
  async (name, args, problem) => {
    const { code, stdout, stderr } = await run(name, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(problem);
    expect(stderr).toContain(`\nUsage: npm run ${name}`);
  },
);

test("a Node that is too old to start is named", async () => {
  const older = "Object.defineProperty(process, 'versions', { value: { node: '18.20.0' } })";
  const file = join(__dirname, "runScript.mjs");
  const { code, stderr } = await runCommand(process.execPath, [
    `--import=data:text/javascript,${encodeURIComponent(older)}`,
    ...[file, "demo", "--help"],
  ]);
  expect(code).toBe(1);
  expect(stderr).toBe(
    "This needs Node 20 or newer to start, and this is Node 18.20.0. Install a newer one.\n",
  );
});

test("--help prints the usage", async () => {
  expect(await run("demo", "--help")).toEqual({ code: 0, stdout: scripts["demo"]!.usage, stderr: "" });
});

test("the usage of the demo names the steps that the demo has", () => {
  expect(scripts["demo"]!.words).toEqual(steps);
  for (const step of steps) expect(scripts["demo"]!.usage).toMatch(new RegExp(`^  ${step} `, "m"));
});

test("package.json starts each of these scripts, and no other script needs compiled code", () => {
  const file = readFileSync(join(projectRoot, "package.json"), "utf8");
  const { scripts: known } = JSON.parse(file) as { scripts: Record<string, string> };
  for (const name of Object.keys(scripts))
    expect(known[name]).toBe(`node tests/engine/runScript.mjs ${name}`);
});
