import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { findPulumi } from "../engine/pulumiCli";
import { projectRoot } from "../engine/projectRoot";
import { runCommand, type CommandResult } from "../engine/runCommand";
import { codeBlocks, fileIn, readDocument } from "./documents";
import { commandsIn } from "./shellCommands";

/** "Getting started", followed to the letter in an empty folder, up to the deployment on the emulator. */

const guide = "sdk/guides/getting-started.md";
const emulatorStart = "npx pulumi-aep emulator --data .aep";
/** What the emulator prints last. */
const lastSetting = "aep:sandbox dev\n";

let root: string;
let folder: string;
let env: NodeJS.ProcessEnv;
let emulator: ChildProcessByStdio<null, Readable, Readable> | undefined;

beforeAll(async () => {
  const { binFolder } = await findPulumi({ progress: (line) => process.stderr.write(`${line}\n`) });
  mkdirSync(join(projectRoot, ".demo"), { recursive: true });
  // Inside of the project, so that its packages are found where the guide installs them.
  root = folder = mkdtempSync(join(projectRoot, ".demo", "getting-started-"));
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(AEP_|PULUMI_|NODE_OPTIONS$|JEST_)/.test(name),
  );
  env = {
    ...Object.fromEntries(inherited),
    PATH: [join(projectRoot, "node_modules/.bin"), binFolder, process.env["PATH"]].join(delimiter),
    PULUMI_HOME: join(root, "home"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    NO_PROXY: "127.0.0.1",
  };
});

afterAll(async () => {
  if (emulator !== undefined) {
    emulator.kill("SIGTERM");
    if (emulator.exitCode === null) await once(emulator, "exit");
  }
  rmSync(root, { recursive: true, force: true });
});

/** Starts the emulator as the guide does; returns its URL and the commands that it prints. */
async function startEmulator(): Promise<{ url: string; printed: string[] }> {
  const { bin } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
    bin: Record<string, string>;
  };
  const [, , ...args] = emulatorStart.split(" ");
  const script = join(projectRoot, bin["pulumi-aep"]!);
  emulator = spawn("node", [script, ...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let url = "";
  let text = "";
  emulator.stdout.on("data", (data: Buffer) => (url += data.toString()));
  emulator.stderr.on("data", (data: Buffer) => (text += data.toString()));
  while (!text.endsWith(lastSetting)) await once(emulator.stderr, "data");
  return { url: url.trim(), printed: text.split("\n").filter((line) => line.startsWith("pulumi ")) };
}

/** Runs one command of the guide as a shell does; `pulumi up` would ask. */
async function run(command: string): Promise<CommandResult | undefined> {
  const [program = "", ...words] = command.split(" ");
  if (program === "export") {
    const [name = "", value = ""] = words.join(" ").split("=");
    env[name] = value;
    return undefined;
  }
  // The CLI finds the home folder of the user, whatever HOME says: the state belongs elsewhere in a test.
  if (command === "pulumi login --local") return void (env["PULUMI_BACKEND_URL"] = pathToFileURL(root).href);
  if (program === "mkdir") return void mkdirSync(join(folder, words[0]!));
  if (program === "cd") return void (folder = join(folder, words[0]!));
  // They are found in the folders above.
  if (command.startsWith("npm install ")) return undefined;
  const args = command === "pulumi up" ? ["up", "--yes"] : words;
  const result = await runCommand(program, args, { cwd: folder, env });
  if (result.code !== 0) throw new Error(`${command}\n${result.stdout}\n${result.stderr}`);
  return result;
}

it("ends with a second `pulumi up` that changes nothing", async () => {
  const [emulated = ""] = readDocument(guide).split("## 4.");
  const lines = emulated.split("\n").length;
  const blocks = codeBlocks(guide).filter(({ language, line }) => language === "sh" && line < lines);
  const results: CommandResult[] = [];
  let settings: { url: string; printed: string[] } | undefined;
  for (const command of blocks.flatMap(({ text }) => commandsIn(text))) {
    if (command === emulatorStart) {
      writeFileSync(
        join(folder, "Pulumi.yaml"),
        codeBlocks(guide).find((each) => each.language === "yaml")!.text,
      );
      writeFileSync(join(folder, "index.ts"), fileIn(guide, "index.ts"));
      settings = await startEmulator();
      continue;
    }
    const result = await run(command.replace("http://127.0.0.1:PORT", settings?.url ?? ""));
    if (command === "pulumi up") results.push(result!);
  }
  const text = blocks.map((block) => block.text).join("");
  for (const line of settings!.printed)
    expect(text.replaceAll("http://127.0.0.1:PORT", settings!.url)).toContain(line);
  expect(results.map(({ stdout }) => /(\d+) (created|unchanged)\n/.exec(stdout)?.slice(1))).toEqual([
    ["8", "created"],
    ["8", "unchanged"],
  ]);
});
