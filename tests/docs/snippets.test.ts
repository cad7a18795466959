import { createRequire } from "node:module";
import { join } from "node:path";
import { environmentName, type Setting, settings } from "../../provider/api/config";
import { runCommand as runPackageCommand } from "../../sdk/cli/command";
import { emulatorCommand } from "../emulator/command";
import { projectRoot } from "../engine/projectRoot";
import { findPulumi } from "../engine/pulumiCli";
import { runCommand } from "../engine/runCommand";
import { readWorkflow } from "../examples/workflow";
import { compileAt } from "../types/compile";
import { allBlocks, documents, fileIn, modulePath, placeOf } from "./documents";
import { problemsOf } from "./programRun";
import { commandsIn, everydayProblem, pulumiCall } from "./shellCommands";

/** Every code block of every document: programs compile and pass the checks, commands exist, files are well-formed. */

const typescript = allBlocks("ts");
const places = new Map(typescript.map((block) => [placeOf(block), block]));
const compiled = compileAt(Object.fromEntries(typescript.map((block) => [modulePath(block), block.text])));

test("there are documents, and each code block names a language that is tested here", () => {
  expect(documents().length).toBeGreaterThan(20);
  const others = allBlocks().filter(({ language }) => !["ts", "sh", "yaml", "text"].includes(language));
  expect(others.map(placeOf)).toEqual([]);
});

test.each([...places.keys()])("the program at %s compiles", (place) => {
  expect(compiled[modulePath(places.get(place)!)]).toEqual([]);
});

const programs = typescript.filter(
  ({ file, text }) => text.includes('from "pulumi-aep"') && !file?.endsWith(".test.ts"),
);

test.each(programs.map(placeOf))("the program at %s passes all checks", async (place) => {
  expect(await problemsOf(places.get(place)!.text)).toEqual([]);
});

const load = createRequire(__filename);
// It comes with @pulumi/pulumi, and has no types.
const yaml = load("js-yaml") as { load(text: string): unknown };

test.each(allBlocks("yaml").map((block) => [placeOf(block), block.text]))(
  "the file at %s is YAML",
  (_, text) => {
    expect(yaml.load(text)).toBeInstanceOf(Object);
  },
);

const fromYaml = allBlocks("yaml").flatMap((block) => scriptsIn(yaml.load(block.text)));
const commands = [...new Set([...allBlocks("sh").flatMap(({ text }) => commandsIn(text)), ...fromYaml])];
const ofPackage = (command: string) => command.startsWith("npx pulumi-aep ");
const ofPulumi = (command: string) => command.startsWith("pulumi ");

/** The commands of a CI file: the items of every `script` and `before_script`. */
function scriptsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    /^(before_)?script$/.test(key) ? (entry as string[]).flatMap(commandsIn) : scriptsIn(entry),
  );
}

/** The commands with what is wrong with them. */
async function wrong(
  tried: readonly string[],
  problemOf: (command: string) => string | undefined | Promise<string | undefined>,
): Promise<string[]> {
  const problems = await Promise.all(
    tried.map(async (command) => [command, await problemOf(command)] as const),
  );
  return problems.filter(([, problem]) => problem !== undefined).map((pair) => pair.join(": "));
}

test("every command beside those of Pulumi and of this package can be run", async () => {
  const others = commands.filter((command) => !ofPackage(command) && !ofPulumi(command));
  expect(others.length).toBeGreaterThan(5);
  expect(await wrong(others, everydayProblem)).toEqual([]);
});

test("every command of this package takes the arguments of the documents", async () => {
  const write = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  const problems = await wrong(commands.filter(ofPackage), async (command) => {
    const [name = "", ...options] = command.split(/\s+/).slice(2);
    const args = name === "connectors" ? options : [...options, "--help"];
    const code = name === "emulator" ? emulatorCommand(args) : listing([name, ...args]);
    return (await code) === 0 ? undefined : "refused";
  });
  write.mockRestore();
  expect(problems).toEqual([]);
});

function listing(args: string[]): Promise<number> {
  return runPackageCommand(args, { stdout: { write: () => true }, stderr: process.stderr });
}

test("every command of the Pulumi CLI has the options of the documents", async () => {
  const help = await helpTexts(commands.filter(ofPulumi));
  const problems = await wrong(commands.filter(ofPulumi), (command) => {
    const { subcommand, options } = pulumiCall(command);
    const text = help.get(subcommand.join(" ")) ?? "";
    if (!text.includes(`pulumi ${subcommand.join(" ")}`)) return "there is no such command";
    const unknown = options.filter((option) => !new RegExp(`(^|[\\s,])${option}\\b`, "m").test(text));
    return unknown.length === 0 ? undefined : `there is no ${unknown.join(", ")}`;
  });
  expect(problems).toEqual([]);
});

async function helpTexts(pulumiCommands: readonly string[]): Promise<Map<string, string>> {
  const { command } = await findPulumi({ progress: (line) => process.stderr.write(`${line}\n`) });
  const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const texts = new Map<string, string>();
  for (const name of new Set(pulumiCommands.map((text) => pulumiCall(text).subcommand.join(" ")))) {
    const words = [...name.split(" "), "--help"];
    const { code, stdout } = await runCommand(command, words, { env });
    texts.set(name, code === 0 ? stdout : "");
  }
  return texts;
}

test("every setting that a command or a CI file names exists", () => {
  const keys = commands.flatMap((command) => [...command.matchAll(/\baep:(\w+)/g)].map(([, key]) => key!));
  const names = commands.flatMap((command) => command.match(/\bAEP_[A-Z_]+/g) ?? []);
  expect(keys.length).toBeGreaterThan(5);
  expect(keys.filter((key) => !Object.hasOwn(settings, key))).toEqual([]);
  const known = (Object.keys(settings) as Setting[]).map(environmentName);
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
});

test("GitLab and GitHub run the same commands of Pulumi", () => {
  const gitlab = scriptsIn(yaml.load(fileIn("sdk/guides/ci.md", ".gitlab-ci.yml")));
  const { jobs } = readWorkflow(join(projectRoot, "examples/amazon-s3/.github/workflows/aep.yml"));
  const github = Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap(({ run }) => commandsIn(run ?? "")),
  );
  expect(new Set(gitlab.filter(ofPulumi))).toEqual(new Set(github.filter(ofPulumi)));
});
