import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { projectRoot } from "./projectRoot";
import { findPulumi } from "./pulumiCli";
import { openWorkspace } from "./workspace";

const lastSetting = "aep:sandbox";
let folder: string;
let command: ChildProcessByStdio<null, Readable, Readable>;

beforeAll(() => {
  mkdirSync(join(projectRoot, ".demo"), { recursive: true });
  folder = mkdtempSync(join(projectRoot, ".demo", "emulator-command-"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: first-try\nruntime: nodejs\nmain: index.js\n");
  const resource =
    'new (require("pulumi-aep").BaseConnection)("zone", { connectionSpec: "data-landing-zone" });';
  writeFileSync(join(folder, "index.js"), `${resource}\n`);
});
afterAll(async () => {
  command.kill("SIGTERM");
  if (command.exitCode === null) await once(command, "exit");
  rmSync(folder, { recursive: true, force: true });
});

/** Starts `pulumi-aep emulator` and returns its output when it is ready. */
async function startCommand(): Promise<{ stdout: string; stderr: string }> {
  const output = { stdout: "", stderr: "" };
  command = spawn(join(projectRoot, "node_modules/.bin/node"), ["dist/sdk/cli/command.js", "emulator"], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "pipe"],
  });
  command.stdout.on("data", (text: Buffer) => (output.stdout += text.toString()));
  command.stderr.on("data", (text: Buffer) => (output.stderr += text.toString()));
  while (!output.stderr.includes(lastSetting) || !output.stderr.endsWith("\n"))
    await once(command.stderr, "data");
  return output;
}

it("deploys a stack to the emulator with the settings that the command prints", async () => {
  const { stdout, stderr } = await startCommand();
  expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
  const lines = stderr.trimEnd().split("\n");
  const settings = lines.filter((line) => !line.startsWith("#")).map((line) => line.split(" "));
  expect(new Set(settings.map(([program]) => program))).toEqual(new Set(["pulumi"]));
  const workspace = await openWorkspace({
    cli: await findPulumi({ progress: (line) => process.stderr.write(`${line}\n`) }),
    folder: join(folder, "workspace"),
    program: folder,
    stack: "dev",
  });
  for (const [, ...words] of settings) expect(await workspace.run(words)).toMatchObject({ code: 0 });
  const up = await workspace.up();
  expect(up).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("BaseConnection zone created") as string,
  });
});
