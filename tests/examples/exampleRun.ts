import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awkward, defaultOrgId, start, type Emulator } from "../emulator";
import { projectRoot } from "../engine/projectRoot";
import { findPulumi } from "../engine/pulumiCli";
import type { CommandResult } from "../engine/runCommand";
import { openWorkspace, type Workspace } from "../engine/workspace";

export const examplesFolder = join(projectRoot, "examples");
export const examples = ["amazon-s3", "sftp", "amazon-redshift", "cloud-storage-classic"] as const;
export type ExampleName = (typeof examples)[number];

/** An example in a private stack, on an emulated platform of its own. */
export interface ExampleRun {
  name: ExampleName;
  emulator: Emulator;
  workspace: Workspace;
  /** Recorded traffic; written when the emulator closes. */
  har: string;
  /** All that the CLI has printed so far. */
  printed: () => string;
  close: () => Promise<void>;
}

/** The secrets are those that the example's README says to set, by their keys without the project's name. */
export async function openExample(
  name: ExampleName,
  secrets: Readonly<Record<string, string>>,
): Promise<ExampleRun> {
  const folder = mkdtempSync(join(tmpdir(), `pulumi-aep-${name}-`));
  const har = join(folder, "traffic.har");
  const cli = await findPulumi({ progress: (line) => process.stderr.write(`${line}\n`) });
  const emulator = await start({ switches: awkward, har });
  const program = join(examplesFolder, name);
  let printed = "";
  const workspace = await openWorkspace({
    cli,
    folder: join(folder, "workspace"),
    program,
    stack: "dev",
    configFile: join(program, "Pulumi.dev.yaml"),
    env: platformEnvironment(emulator),
    onOutput: (text) => (printed += text),
  });
  for (const [key, value] of Object.entries(secrets)) {
    await workspace.setConfig(`${name}:${key}`, value, "secret");
  }
  const close = async (): Promise<void> => {
    await emulator.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { name, emulator, workspace, har, printed: () => printed, close };
}

/** As READMEs of the examples set it, but for the sandbox, which is in the stack files. */
export function platformEnvironment(emulator: Emulator): Record<string, string> {
  return {
    AEP_ENDPOINT: emulator.url,
    AEP_IMS_ENDPOINT: emulator.url,
    AEP_CLIENT_ID: "client-of-the-examples",
    AEP_CLIENT_SECRET: "planted-client-secret",
    AEP_ORG_ID: defaultOrgId,
  };
}

/** Fails with what the CLI has printed. */
export function expectSuccess({ code, stdout, stderr }: CommandResult): void {
  if (code !== 0) throw new Error(`exit code ${code}:\n${stdout}${stderr}`);
}

/** Each file of a folder with its text, to see that nothing was changed or left behind. */
export function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), "utf8")]),
  );
}
