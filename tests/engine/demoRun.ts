import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { defaultOrgId, start, type Emulator } from "../emulator";
import { chainOf, chainTable } from "./chain";
import { editBehindPulumi } from "./outsideEditor";
import { withFolderLock } from "./folderLock";
import { describeWrites } from "./describeWrites";
import { findPulumi } from "./pulumiCli";
import type { CommandResult } from "./runCommand";
import { openWorkspace, projectName, type Workspace } from "./workspace";

export const steps = ["up", "drift", "repair", "rotate", "destroy", "reset"] as const;
export type Step = (typeof steps)[number];

export interface Demo {
  /** Keeps the emulated platform's world and the stack between runs. */
  folder: string;
  /** The folder with the Pulumi.yaml. */
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

export async function runDemo(
  demo: Demo,
  step: Step,
  options: { har: string | undefined; signal: AbortSignal },
): Promise<void> {
  const onWait = (): void => demo.print("Waiting for another run of the demo to end ...\n");
  await withFolderLock(join(demo.folder, ".lock"), onWait, async () => {
    if (step === "reset") return reset(demo);
    const progress = (line: string): void => demo.print(`${line}\n`);
    const cli = await findPulumi({ progress, signal: options.signal });
    const emulator = await start({
      data: worldFolder(demo),
      ...(options.har === undefined ? {} : { har: options.har }),
    });
    try {
      demo.print(`Emulated Adobe Experience Platform: ${emulator.url}\n`);
      demo.print(`Pulumi CLI: ${cli.version} (${cli.command})\n`);
      const workspace = await openWorkspace({
        cli,
        folder: stackFolder(demo),
        program: demo.program,
        stack: demo.stack,
        configFile: demo.configFile,
        env: platformEnvironment(emulator),
        onOutput: demo.print,
        signal: options.signal,
      });
      await dropStaleLocks(workspace);
      await setMissingSecrets(demo, workspace);
      await actions[step]({ demo, emulator, workspace });
    } finally {
      await emulator.close();
      if (options.har !== undefined) {
        demo.print(`\nRecorded ${plural(emulator.requests.length, "request")} in ${options.har}.\n`);
      }
    }
  });
}

async function up({ demo, emulator, workspace }: Run): Promise<void> {
  const { print } = demo;
  await shown(demo, "up --yes --skip-preview", workspace.up());
  const chain = chainOf(await workspace.exportState());
  print(`\n${chainTable(chain)}\n\n`);
  const writes = emulator.ledger.writes();
  if (writes.length === 0) {
    print(
      `No changes and no writes: the platform received ${plural(emulator.requests.length, "request")}.\n`,
    );
  } else {
    print(`${plural(writes.length, "write")} accepted by the platform:\n${describeWrites(writes)}\n`);
  }
  print(nextSteps);
}

const nextSteps = `
What to try next:
  npm run demo               again: nothing changes, nothing is written
  npm run demo -- drift      edit something behind Pulumi's back and preview the difference
  npm run demo -- rotate     give the base connection a new session token: one PATCH
  npm run demo -- destroy    delete the chain
The program is examples/amazon-s3/index.ts: change it and run the demo again.
`;

async function drift({ demo, emulator, workspace }: Run): Promise<void> {
  const chain = await deployedChain(workspace);
  demo.print("\nSomebody else edits two objects through the API:\n");
  for (const line of await editBehindPulumi(emulator, chain)) demo.print(`  ${line}\n`);
  const writesBefore = emulator.ledger.writes().length;
  await shown(demo, "preview --refresh --diff", workspace.preview(["--refresh", "--diff"]));
  const writes = emulator.ledger.writes().length - writesBefore;
  demo.print(`\nThe preview shows what \`up\` would put back. It made ${plural(writes, "write")}.\n`);
  demo.print("\nWhat to try next:\n  npm run demo -- repair     put it back\n");
}

async function repair({ demo, emulator, workspace }: Run): Promise<void> {
  await deployedChain(workspace);
  await shown(demo, "up --refresh --yes --skip-preview", workspace.up(["--refresh"]));
  const writes = emulator.ledger.writes();
  if (writes.length === 0) demo.print("\nNothing differed, so nothing was written.\n");
  else
    demo.print(`\n${plural(writes.length, "write")} accepted by the platform:\n${describeWrites(writes)}\n`);
}

async function rotate({ demo, emulator, workspace }: Run): Promise<void> {
  await deployedChain(workspace);
  const key = `${projectName(demo.program)}:s3SessionToken`;
  demo.print(`\n$ pulumi config set --secret ${key} [new value]\n`);
  await workspace.setConfig(key, `demo-session-token-${randomBytes(8).toString("hex")}`, "secret");
  await shown(demo, "up --yes --skip-preview", workspace.up());
  const writes = emulator.ledger.writes();
  demo.print(`\n${plural(writes.length, "write")} accepted by the platform:\n${describeWrites(writes)}\n`);
  if (writes.length !== 1 || writes[0]?.method !== "PATCH") {
    throw new Error(
      "Unexpected writes: a new session token must be exactly one PATCH of the base connection.",
    );
  }
}

async function destroy({ demo, emulator, workspace }: Run): Promise<void> {
  await shown(demo, "destroy --yes --skip-preview", workspace.destroy());
  const writes = emulator.ledger.writes();
  demo.print(`\n${plural(writes.length, "write")} accepted by the platform:\n${describeWrites(writes)}\n`);
  demo.print("\nWhat to try next:\n  npm run demo               deploy it again\n");
}

function reset(demo: Demo): void {
  for (const folder of [worldFolder(demo), stackFolder(demo)])
    rmSync(folder, { recursive: true, force: true });
  demo.print("The emulated platform and the stack of the demo are gone.\n");
}

/** Prints the command as the user would type it. Fails if the command failed. */
async function shown(demo: Demo, command: string, running: Promise<CommandResult>): Promise<void> {
  demo.print(`\n$ pulumi ${command}\n`);
  const { code } = await running;
  if (code !== 0) {
    throw new Error(
      `pulumi ${command.split(" ")[0]} ended with exit code ${code}; its output is above.` +
        " `npm run demo -- reset` starts over with an empty platform.",
    );
  }
}

async function deployedChain(workspace: Workspace): Promise<ReturnType<typeof chainOf>> {
  const chain = chainOf(await workspace.exportState());
  if (chain.length === 0) throw new Error("Nothing is deployed: run `npm run demo` first.");
  return chain;
}

/** A killed run leaves Pulumi's lock on the stack. The folder lock makes sure that no other run is active. */
async function dropStaleLocks(workspace: Workspace): Promise<void> {
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

/** The address differs in every run, so it is set in the environment, which is not an input of any object. */
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

function worldFolder(demo: Demo): string {
  return join(demo.folder, "world");
}

function stackFolder(demo: Demo): string {
  return join(demo.folder, "stack");
}

function plural(count: number, noun: string): string {
  return `${count === 0 ? "no" : count} ${noun}${count === 1 ? "" : "s"}`;
}
