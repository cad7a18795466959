/** `npm run capture`: stores the state and data that the current version writes, for the compatibility tests of later versions. */

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, start, type Emulator } from "../emulator";
import { projectRoot } from "../engine/projectRoot";
import { findPulumi } from "../engine/pulumiCli";
import { openWorkspace, type Workspace } from "../engine/workspace";
import { examples, examplesFolder, expectSuccess, platformEnvironment } from "../examples/exampleRun";
import { compatibilityFolder, dataFolder, files, passphrase, readJson, switches } from "./captures";

const amazonS3 = { id: "ecadc60c-7455-4d87-84dc-2a0e293d997b", version: "1.0" };

async function captureAll(): Promise<void> {
  const { version } = readJson(join(projectRoot, "package.json")) as { version: string };
  const folder = join(compatibilityFolder, version);
  if (existsSync(folder)) {
    throw new Error(
      `tests/compatibility/${version} already exists, and the files of a released version must not change. ` +
        `Increase the version in package.json first. If ${version} is not released, delete the folder.`,
    );
  }
  try {
    for (const name of examples) await capture(name, join(examplesFolder, name), join(folder, name));
    await capture("every-kind", join(compatibilityFolder, "every-kind"), join(folder, "every-kind"));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Deploys a program to an empty emulator and stores the stack's state and the emulator's data. */
async function capture(name: string, program: string, folder: string): Promise<void> {
  process.stdout.write(`${name}\n`);
  mkdirSync(folder, { recursive: true });
  for (const file of [files.project, files.package, files.program])
    copyFileSync(join(program, file), join(folder, file));
  const data = join(folder, dataFolder);
  const emulator = await start({ data, switches, seed: 1 });
  const workspaceFolder = mkdtempSync(join(tmpdir(), "pulumi-aep-capture-"));
  try {
    const workspace = await openWorkspace({
      cli: await findPulumi({ progress: (line) => process.stderr.write(`${line}\n`) }),
      folder: workspaceFolder,
      program,
      stack: "dev",
      configFile: join(program, files.config),
      env: { ...platformEnvironment(emulator), PULUMI_CONFIG_PASSPHRASE: passphrase },
    });
    await setConfig(workspace, emulator, name, readFileSync(join(program, files.program), "utf8"));
    expectSuccess(await workspace.up());
    writeJson(join(folder, files.state), await workspace.exportState());
    copyFileSync(workspace.configFile, join(folder, files.config));
  } finally {
    await emulator.close();
    rmSync(workspaceFolder, { recursive: true, force: true });
  }
  const world = join(data, "world.json");
  writeJson(world, readJson(world));
}

/** Sets a test credential for every secret of the program, and the id of an object that it imports. */
async function setConfig(
  workspace: Workspace,
  emulator: Emulator,
  name: string,
  program: string,
): Promise<void> {
  const secrets = program.matchAll(/config\.(?:get|require)Secret\("(\w+)"\)/g);
  for (const key of new Set([...secrets].map((found) => found[1]!))) {
    await workspace.setConfig(`${name}:${key}`, credentialFor(key), "secret");
  }
  if (program.includes('config.require("importedId")')) {
    await workspace.setConfig(`${name}:importedId`, await createConnection(emulator));
  }
}

/** Letters only, so that the value is also valid as a base64 key. */
function credentialFor(key: string): string {
  return `testCredential${key}`;
}

/** Creates a base connection outside Pulumi. The program `every-kind` imports it. */
async function createConnection(emulator: Emulator): Promise<string> {
  const params = Object.fromEntries(["s3AccessKey", "s3SecretKey"].map((key) => [key, credentialFor(key)]));
  const { body, text } = await connect(emulator, { sandbox: "dev" }).call(
    "POST",
    "/data/foundation/flowservice/connections",
    {
      name: "Made by hand",
      description: "Made in the UI",
      connectionSpec: amazonS3,
      auth: { specName: "Access Key", params },
    },
  );
  if (typeof body["id"] !== "string") throw new Error(`The emulator did not create the connection: ${text}`);
  return body["id"];
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, undefined, 1)}\n`);
}

captureAll().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
