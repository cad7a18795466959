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

/** PATH contains no npm and no node, so a run that installs, builds or starts something fails. */
function run(name: string, ...scriptArguments: string[]): Promise<CommandResult> {
  const file = join(__dirname, "runScript.mjs");
  return runCommand(process.execPath, [file, name, ...scriptArguments], {
    env: { ...process.env, NODE_OPTIONS: "", PATH: "" },
  });
}

const invalid: [string, string[], string][] = [
  ["demo", ["nonsense"], 'There is no step "nonsense".'],
  ["demo", ["up", "drift"], 'Only one step is allowed, not "up drift".'],
  ["demo", ["--nonsense"], "Unknown option '--nonsense'"],
  ["demo", ["--har"], "Option '--har <value>' argument missing"],
  ["faults", ["--seeds", "many"], '--seeds must not be "many".'],
  ["faults", ["nonsense"], "Unexpected argument 'nonsense'"],
  ["docs", ["--chekc"], "Unknown option '--chekc'"],
  ["bench", ["nonsense"], "Unexpected argument 'nonsense'"],
  ["canaries", ["--all"], "Unknown option '--all'"],
  ["check", ["--fix"], "Unknown option '--fix'"],
];

test.each(invalid)(
  "npm run %s -- %j prints the usage without installing or building",
  async (name, args, problem) => {
    const { code, stdout, stderr } = await run(name, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(problem);
    expect(stderr).toContain(`\nUsage: npm run ${name}`);
  },
);

test("reports a Node that is too old to start", async () => {
  const older = "Object.defineProperty(process, 'versions', { value: { node: '18.20.0' } })";
  const file = join(__dirname, "runScript.mjs");
  const { code, stderr } = await runCommand(process.execPath, [
    `--import=data:text/javascript,${encodeURIComponent(older)}`,
    ...[file, "demo", "--help"],
  ]);
  expect(code).toBe(1);
  expect(stderr).toBe("Node 20 or newer is needed; found Node 18.20.0. Install a newer version.\n");
});

test("--help prints the usage", async () => {
  expect(await run("demo", "--help")).toEqual({ code: 0, stdout: scripts["demo"]!.usage, stderr: "" });
});

test("the usage of the demo lists all its steps", () => {
  expect(scripts["demo"]!.words).toEqual(steps);
  for (const step of steps) expect(scripts["demo"]!.usage).toMatch(new RegExp(`^  ${step} `, "m"));
});

test("package.json runs each of these scripts with runScript.mjs", () => {
  const file = readFileSync(join(projectRoot, "package.json"), "utf8");
  const { scripts: packageScripts } = JSON.parse(file) as { scripts: Record<string, string> };
  for (const name of Object.keys(scripts))
    expect(packageScripts[name]).toBe(`node tests/engine/runScript.mjs ${name}`);
});
