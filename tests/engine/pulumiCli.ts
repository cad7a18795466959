import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { findExecutable } from "./executable";
import { withFolderLock } from "./folderLock";
import { buildPulumi } from "./pulumiBuild";
import { installPulumi } from "./pulumiInstall";
import { runCommand } from "./runCommand";
import { compareVersions, formatVersion, isAtLeast, parseVersion, type Version } from "./version";

export interface PulumiCli {
  /** Absolute path of the `pulumi` binary. */
  command: string;
  version: string;
  /** The folder with the CLI and its plugins. It is first on PATH when the CLI runs. */
  binFolder: string;
  how: "path" | "versions folder" | "installed" | "built";
}

/** Installs a CLI in a new folder (binaries in bin/), or throws an error with the reason. */
export type PulumiMaker = (folder: string, context: SearchContext) => Promise<void>;

export interface SearchContext {
  progress: (line: string) => void;
  environment: NodeJS.ProcessEnv;
  /** Stops a download or build in progress. */
  signal: AbortSignal | undefined;
}

export interface FindOptions {
  progress: (line: string) => void;
  environment?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
  makers?: Partial<Record<"installed" | "built", PulumiMaker>>;
}

const unfinishedPrefix = ".pulumi-aep-";

export const oldestVersion: Version = [3, 232, 0];

/**
 * The real Pulumi CLI: the one on PATH, or one in Pulumi's versions folder, or the official one, which is installed there,
 * or one that is built there from Go modules.
 */
export async function findPulumi(options: FindOptions): Promise<PulumiCli> {
  const { progress, environment = process.env, signal } = options;
  const context = { progress, environment, signal };
  const reasons: string[] = [];
  const present = (await findOnPath(context, reasons)) ?? (await findInVersionsFolders(context, reasons));
  if (present !== undefined) return present;
  const makers = options.makers ?? { installed: installPulumi, built: buildPulumi };
  const versionsFolder = versionsFolders(context.environment)[0]!;
  const onWait = (): void => context.progress("Waiting for another run that is fetching the Pulumi CLI");
  return withFolderLock(join(versionsFolder, ".lock-pulumi-aep"), onWait, async () => {
    const made = await findInVersionsFolders(context, []);
    if (made !== undefined) return made;
    for (const how of ["installed", "built"] as const) {
      const maker = makers[how];
      const cli = maker && (await make(how, maker, versionsFolder, context, reasons));
      signal?.throwIfAborted();
      if (cli !== undefined) return cli;
    }
    throw new Error(notFoundMessage(reasons));
  });
}

async function findOnPath(context: SearchContext, reasons: string[]): Promise<PulumiCli | undefined> {
  const folders = (context.environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const command = findExecutable("pulumi", folders);
  if (command === undefined) {
    reasons.push("PATH: no pulumi there");
    return undefined;
  }
  return examine(command, "path", folders, context, reasons);
}

async function findInVersionsFolders(
  context: SearchContext,
  reasons: string[],
): Promise<PulumiCli | undefined> {
  for (const folder of versionsFolders(context.environment)) {
    for (const version of usableVersions(listFolder(folder))) {
      const command = findExecutable("pulumi", [join(folder, version, "bin")]);
      if (command === undefined) continue;
      const cli = await examine(command, "versions folder", [], context, reasons);
      if (cli !== undefined) return cli;
    }
    reasons.push(`${folder}: it has no version ${formatVersion(oldestVersion)} or newer`);
  }
  return undefined;
}

/** The names of versions that are new enough, newest first. */
export function usableVersions(names: readonly string[]): string[] {
  return names
    .flatMap((name) => {
      const version = parseVersion(name);
      return version !== undefined && isAtLeast(version, oldestVersion) ? [{ name, version }] : [];
    })
    .sort((left, right) => compareVersions(right.version, left.version))
    .map(({ name }) => name);
}

async function examine(
  command: string,
  how: PulumiCli["how"],
  pathFolders: readonly string[],
  { environment }: SearchContext,
  reasons: string[],
): Promise<PulumiCli | undefined> {
  const env = { ...environment, PULUMI_SKIP_UPDATE_CHECK: "true", NODE_OPTIONS: undefined };
  const text = await runCommand(command, ["version"], { env, deadlineMs: 120_000 }).then(
    ({ stdout }) => stdout.trim(),
    (error: Error) => error.message,
  );
  const version = parseVersion(text);
  if (version === undefined || !isAtLeast(version, oldestVersion)) {
    reasons.push(
      `${command}: ${formatVersion(oldestVersion)} or newer is required, this is ${text || "broken"}`,
    );
    return undefined;
  }
  // Package managers put links to the binaries on PATH. The language host is then beside the real file.
  const hostFolders = [dirname(command), dirname(realpathSync(command)), ...pathFolders];
  if (findExecutable("pulumi-language-nodejs", hostFolders) === undefined) {
    reasons.push(`${command}: pulumi-language-nodejs is neither beside it nor on PATH`);
    return undefined;
  }
  return { command, version: formatVersion(version), binFolder: dirname(command), how };
}

async function make(
  how: "installed" | "built",
  maker: PulumiMaker,
  versionsFolder: string,
  context: SearchContext,
  reasons: string[],
): Promise<PulumiCli | undefined> {
  try {
    const command = await makeInPlace(maker, versionsFolder, context);
    return await examine(command, how, [], context, reasons);
  } catch (error) {
    reasons.push(`${how === "installed" ? "download" : "build"}: ${(error as Error).message}`);
    return undefined;
  }
}

/** The finished folder is renamed at the end, so that an incomplete one is never found. */
async function makeInPlace(
  maker: PulumiMaker,
  versionsFolder: string,
  context: SearchContext,
): Promise<string> {
  for (const name of listFolder(versionsFolder)) {
    if (name.startsWith(unfinishedPrefix))
      rmSync(join(versionsFolder, name), { recursive: true, force: true });
  }
  const unfinished = mkdtempSync(join(versionsFolder, unfinishedPrefix));
  try {
    await maker(unfinished, context);
    const version = await readVersion(join(unfinished, "bin"));
    chmodSync(unfinished, 0o755);
    const finished = join(versionsFolder, version);
    rmSync(finished, { recursive: true, force: true });
    renameSync(unfinished, finished);
    return findExecutable("pulumi", [join(finished, "bin")])!;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function readVersion(binFolder: string): Promise<string> {
  const command = findExecutable("pulumi", [binFolder]);
  if (command === undefined) throw new Error(`it left no pulumi in ${binFolder}`);
  const { stdout, stderr } = await runCommand(command, ["version"]);
  const version = parseVersion(stdout);
  if (version === undefined) throw new Error(`pulumi version printed ${stdout}${stderr}`);
  return formatVersion(version);
}

/** The folders in which the Automation API installs CLIs. The first one is used for new CLIs. */
function versionsFolders(environment: NodeJS.ProcessEnv): string[] {
  const homes = [environment["PULUMI_HOME"], join(environment["HOME"] ?? homedir(), ".pulumi")];
  const folders = homes
    .filter((home) => home !== undefined && home !== "")
    .map((home) => join(home!, "versions"));
  return [...new Set(folders)];
}

function listFolder(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function notFoundMessage(reasons: readonly string[]): string {
  return [
    `No usable Pulumi CLI (${formatVersion(oldestVersion)} or newer, with its Node.js language host) was found or could be installed:`,
    ...reasons.map((reason) => `  - ${reason}`),
    "Install the Pulumi CLI from https://www.pulumi.com/docs/install/ (or Go, which builds it), then run this again.",
  ].join("\n");
}
