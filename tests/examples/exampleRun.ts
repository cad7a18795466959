import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awkward, defaultOrgId, start, type Emulator, type Switches } from "../emulator";
import { projectRoot } from "../engine/projectRoot";
import { findPulumi } from "../engine/pulumiCli";
import type { CommandResult } from "../engine/runCommand";
import { openWorkspace, type Workspace } from "../engine/workspace";

export const examplesFolder = join(projectRoot, "examples");
export const examples = [
  "amazon-s3",
  "sftp",
  "amazon-redshift",
  "cloud-storage-classic",
  "http-api",
  "google-cloud-storage",
] as const;
export type ExampleName = (typeof examples)[number];

/** A text of the program and its replacement. */
export type Edit = readonly [from: string, to: string];

/** An example in a private stack, with its own emulator. */
export interface ExampleRun {
  name: ExampleName;
  emulator: Emulator;
  workspace: Workspace;
  /** Opens the same stack with a copy of the program that contains these edits. */
  withEdits: (edits: readonly Edit[]) => Promise<Workspace>;
  /** File with the recorded traffic, written when the emulator closes. */
  har: string;
  /** The output of the CLI so far. */
  printed: () => string;
  close: () => Promise<void>;
}

/** `secrets` are those of the example's README, by their config keys without the project's name. */
export async function openExample(
  name: ExampleName,
  secrets: Readonly<Record<string, string>>,
  switches: Partial<Switches> = {},
): Promise<ExampleRun> {
  const folder = mkdtempSync(join(tmpdir(), `pulumi-aep-${name}-`));
  const har = join(folder, "traffic.har");
  const cli = await findPulumi({ progress: (line) => process.stderr.write(`${line}\n`) });
  const emulator = await start({ switches: { ...awkward, ...switches }, har });
  const program = join(examplesFolder, name);
  const copy = copyInCheckout(program);
  let printed = "";
  const open = (programFolder: string): Promise<Workspace> =>
    openWorkspace({
      cli,
      folder: join(folder, "workspace"),
      program: programFolder,
      stack: "dev",
      configFile: join(program, "Pulumi.dev.yaml"),
      env: platformEnvironment(emulator),
      onOutput: (text) => (printed += text),
    });
  const workspace = await open(program);
  for (const [key, value] of Object.entries(secrets)) {
    await workspace.setConfig(`${name}:${key}`, value, "secret");
  }
  const close = async (): Promise<void> => {
    await emulator.close();
    for (const each of [folder, copy]) rmSync(each, { recursive: true, force: true });
  };
  const withEdits = (edits: readonly Edit[]): Promise<Workspace> => {
    edits.forEach((edit) => applyEdit(join(copy, "index.ts"), edit));
    return open(copy);
  };
  return { name, emulator, workspace, withEdits: withEdits, har, printed: () => printed, close };
}

/** Copies to a git-ignored folder of the checkout, so that Node.js resolves the program's packages. */
export function copyInCheckout(program: string): string {
  mkdirSync(join(projectRoot, ".demo"), { recursive: true });
  const copy = mkdtempSync(join(projectRoot, ".demo", "example-test-"));
  cpSync(program, copy, {
    recursive: true,
    filter: (file) => !file.includes("node_modules", program.length),
  });
  return copy;
}

/** The file must contain the text exactly once. */
export function applyEdit(file: string, [from, to]: Edit): void {
  const parts = readFileSync(file, "utf8").split(from);
  if (parts.length !== 2)
    throw new Error(`${file} contains '${from}' ${parts.length - 1} times instead of once.`);
  writeFileSync(file, parts.join(to));
}

/** The variables of the examples' READMEs, without the sandbox, which is in the stack files. */
export function platformEnvironment(emulator: Emulator): Record<string, string> {
  return {
    AEP_ENDPOINT: emulator.url,
    AEP_IMS_ENDPOINT: emulator.url,
    AEP_CLIENT_ID: "client-of-the-examples",
    AEP_CLIENT_SECRET: "planted-client-secret",
    AEP_ORG_ID: defaultOrgId,
    ...transpileOnly,
  };
}

/** Lets Pulumi run a program without a check of its types, which takes most of a run. `npm run check` checks them. */
export const transpileOnly = { PULUMI_NODEJS_TRANSPILE_ONLY: "true" } as const;

/** Throws an error with the output of the CLI if the command failed. */
export function expectSuccess({ code, stdout, stderr }: CommandResult): void {
  if (code !== 0) throw new Error(`exit code ${code}:\n${stdout}${stderr}`);
}

/** The text of each file of a folder. Tests use it to check that no file was changed or added. */
export function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), "utf8")]),
  );
}
