import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { defaultOrgId, start, type Emulator, type LedgerEntry } from "../emulator";
import { deployedObjectsOf, objectTable } from "./deployedObjects";
import { editOutsidePulumi } from "./outsideEditor";
import { withFolderLock } from "./folderLock";
import { describeWrites } from "./describeWrites";
import { findPulumi, type PulumiCli } from "./pulumiCli";
import type { CommandResult } from "./runCommand";
import { openWorkspace, projectName, type Workspace } from "./workspace";

export const steps = ["up", "drift", "repair", "rotate", "destroy", "reset"] as const;
export type Step = (typeof steps)[number];

export interface Demo {
  /** Stores the data of the emulator and the stack between runs. */
  folder: string;
  /** The folder that contains Pulumi.yaml. */
  program: string;
  stack: string;
  configFile: string;
  print: (text: string) => void;
}

interface Run {
  demo: Demo;
  emulator: Emulator;
  workspace: Workspace;
}

const sandbox = "dev";

/** The stack secrets of the example. The emulator accepts these values; AEP does not. */
const demoSecrets = {
  s3AccessKey: "demo-access-key",
  s3SecretKey: "demo-secret-key",
  s3SessionToken: "demo-session-token",
};

const actions: Record<Exclude<Step, "reset">, (run: Run) => Promise<void>> = {
  up,
  drift,
  repair,
  rotate,
  destroy,
};

interface RunOptions {
  har: string | undefined;
  signal: AbortSignal;
}

export async function runDemo(demo: Demo, step: Step, options: RunOptions): Promise<void> {
  const onWait = (): void => demo.print("Waiting for another run of the demo to finish ...\n");
  await withFolderLock(join(demo.folder, ".lock"), onWait, async () => {
    if (step === "reset") return reset(demo);
    const progress = (line: string): void => demo.print(`${line}\n`);
    const cli = await findPulumi({ progress, signal: options.signal });
    const { har } = options;
    const emulator = await start({ data: emulatorFolder(demo), ...(har === undefined ? {} : { har }) });
    try {
      demo.print(`Adobe Experience Platform emulator: ${emulator.url}\n`);
      demo.print(`Pulumi CLI: ${cli.version} (${cli.command})\n`);
      const workspace = await openDemoStack(demo, cli, emulator, options.signal);
      await actions[step]({ demo, emulator, workspace });
    } finally {
      await emulator.close();
      if (har !== undefined) {
        demo.print(`\nRecorded ${plural(emulator.requests.length, "request")} in ${har}.\n`);
      }
    }
  });
}

async function openDemoStack(
  demo: Demo,
  cli: PulumiCli,
  emulator: Emulator,
  signal: AbortSignal,
): Promise<Workspace> {
  const workspace = await openWorkspace({
    cli,
    folder: stackFolder(demo),
    program: demo.program,
    stack: demo.stack,
    configFile: demo.configFile,
    env: platformEnvironment(emulator),
    onOutput: demo.print,
    signal,
  });
  await removeStaleLocks(workspace);
  await setMissingSecrets(demo, workspace);
  return workspace;
}

async function up({ demo, emulator, workspace }: Run): Promise<void> {
  const { print } = demo;
  await runAndPrint(demo, "up --yes --skip-preview", workspace.up());
  const objects = deployedObjectsOf(await workspace.exportState());
  print(`\n${objectTable(objects)}\n\n`);
  const writes = emulator.ledger.writes();
  if (writes.length === 0) {
    print(
      `No changes and no writes. The emulator received ${plural(emulator.requests.length, "request")}.\n`,
    );
  } else {
    print(acceptedWrites(writes));
  }
  print(nextSteps);
}

const nextSteps = `
Try next:
  npm run demo               run it again: it changes and writes nothing
  npm run demo -- drift      edit two objects outside Pulumi and preview the difference
  npm run demo -- rotate     set a new session token: one PATCH of the base connection
  npm run demo -- destroy    delete all objects
The program is examples/amazon-s3/index.ts. Change it and run the demo again.
`;

async function drift({ demo, emulator, workspace }: Run): Promise<void> {
  const objects = await requireDeployedObjects(workspace);
  demo.print("\nTwo objects are edited outside Pulumi, through the API:\n");
  for (const line of await editOutsidePulumi(emulator, objects)) demo.print(`  ${line}\n`);
  const writesBefore = emulator.ledger.writes().length;
  await runAndPrint(demo, "preview --refresh --diff", workspace.preview(["--refresh", "--diff"]));
  const writes = emulator.ledger.writes().length - writesBefore;
  demo.print(
    `\nThe preview shows the changes that \`up --refresh\` would revert. It made ${plural(writes, "write")}.\n`,
  );
  demo.print("\nTry next:\n  npm run demo -- repair     revert the edits\n");
}

async function repair({ demo, emulator, workspace }: Run): Promise<void> {
  await requireDeployedObjects(workspace);
  await runAndPrint(demo, "up --refresh --yes --skip-preview", workspace.up(["--refresh"]));
  const writes = emulator.ledger.writes();
  if (writes.length === 0) demo.print("\nNo object differed from the program, so nothing was written.\n");
  else demo.print(`\n${acceptedWrites(writes)}`);
}

async function rotate({ demo, emulator, workspace }: Run): Promise<void> {
  await requireDeployedObjects(workspace);
  const key = `${projectName(demo.program)}:s3SessionToken`;
  demo.print(`\n$ pulumi config set --secret ${key} [new value]\n`);
  await workspace.setConfig(key, `demo-session-token-${randomBytes(8).toString("hex")}`, "secret");
  await runAndPrint(demo, "up --yes --skip-preview", workspace.up());
  const writes = emulator.ledger.writes();
  demo.print(`\n${acceptedWrites(writes)}`);
  if (writes.length !== 1 || writes[0]?.method !== "PATCH") {
    throw new Error(
      "Expected exactly one PATCH of the base connection for a new session token. The writes are listed above.",
    );
  }
}

async function destroy({ demo, emulator, workspace }: Run): Promise<void> {
  await runAndPrint(demo, "destroy --yes --skip-preview", workspace.destroy());
  const writes = emulator.ledger.writes();
  demo.print(`\n${acceptedWrites(writes)}`);
  demo.print("\nTry next:\n  npm run demo               deploy again\n");
}

function reset(demo: Demo): void {
  for (const folder of [emulatorFolder(demo), stackFolder(demo)])
    rmSync(folder, { recursive: true, force: true });
  demo.print("The data of the emulator and the stack of the demo are deleted.\n");
}

/** Prints the command and its output while it runs. Throws if the command fails. */
async function runAndPrint(demo: Demo, command: string, running: Promise<CommandResult>): Promise<void> {
  demo.print(`\n$ pulumi ${command}\n`);
  const { code } = await running;
  if (code !== 0) {
    throw new Error(
      `pulumi ${command.split(" ")[0]} failed with exit code ${code}. See its output above.` +
        " To start again with an empty emulator, run `npm run demo -- reset`.",
    );
  }
}

async function requireDeployedObjects(workspace: Workspace): Promise<ReturnType<typeof deployedObjectsOf>> {
  const objects = deployedObjectsOf(await workspace.exportState());
  if (objects.length === 0) throw new Error("Nothing is deployed. Run `npm run demo` first.");
  return objects;
}

/** A killed run leaves Pulumi's lock on the stack. The demo's own lock ensures that no other run is active. */
async function removeStaleLocks(workspace: Workspace): Promise<void> {
  const folder = join(workspace.backendFolder, ".pulumi", "locks");
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  if (entries.some((entry) => entry.isFile()))
    await workspace.run(["cancel", "--yes"], { onOutput: undefined });
}

async function setMissingSecrets(demo: Demo, workspace: Workspace): Promise<void> {
  const config = readFileSync(workspace.configFile, "utf8");
  for (const [name, value] of Object.entries(demoSecrets)) {
    const key = `${projectName(demo.program)}:${name}`;
    if (!config.includes(`${key}:`)) await workspace.setConfig(key, value, "secret");
  }
}

/** The URL changes in every run. Environment variables are not inputs of objects, so they cause no diff. */
function platformEnvironment(emulator: Emulator): NodeJS.ProcessEnv {
  return {
    AEP_ENDPOINT: emulator.url,
    AEP_IMS_ENDPOINT: emulator.url,
    AEP_CLIENT_ID: "demo-client",
    AEP_CLIENT_SECRET: "demo-client-secret",
    AEP_SCOPES: "openid,AdobeID,read_organizations,additional_info.projectedProductContext",
    AEP_ORG_ID: defaultOrgId,
    AEP_SANDBOX: sandbox,
  };
}

function emulatorFolder(demo: Demo): string {
  return join(demo.folder, "world");
}

function stackFolder(demo: Demo): string {
  return join(demo.folder, "stack");
}

function acceptedWrites(writes: readonly LedgerEntry[]): string {
  return `The emulator accepted ${plural(writes.length, "write")}:\n${describeWrites(writes)}\n`;
}

function plural(count: number, noun: string): string {
  return `${count === 0 ? "no" : count} ${noun}${count === 1 ? "" : "s"}`;
}
