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
  /** The folder of the binary and its plugins. It is first on PATH when the CLI runs. */
  binFolder: string;
  source: "path" | "versions folder" | "installed" | "built";
}

/** Installs a CLI in a new folder, with its binaries in bin/. Throws an error with the reason if it cannot. */
export type PulumiInstaller = (folder: string, context: SearchContext) => Promise<void>;

export interface SearchContext {
  progress: (line: string) => void;
  environment: NodeJS.ProcessEnv;
  /** Stops a running download or build. */
  signal: AbortSignal | undefined;
}

export interface FindOptions {
  progress: (line: string) => void;
  environment?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
  installers?: Partial<Record<"installed" | "built", PulumiInstaller>>;
}

const unfinishedPrefix = ".pulumi-aep-";

export const oldestVersion: Version = [3, 232, 0];

/**
 * Finds the real Pulumi CLI on PATH or in Pulumi's versions folders. Otherwise downloads it, or builds it from Go
 * modules, into the first versions folder.
 */
export async function findPulumi(options: FindOptions): Promise<PulumiCli> {
  const { progress, environment = process.env, signal } = options;
  const context = { progress, environment, signal };
  const reasons: string[] = [];
  const existing = (await findOnPath(context, reasons)) ?? (await findInVersionsFolders(context, reasons));
  if (existing !== undefined) return existing;
  const installers = options.installers ?? { installed: installPulumi, built: buildPulumi };
  const versionsFolder = versionsFolders(context.environment)[0]!;
  const onWait = (): void => context.progress("Waiting for another run that installs the Pulumi CLI");
  return withFolderLock(join(versionsFolder, ".lock-pulumi-aep"), onWait, async () => {
    const installedMeanwhile = await findInVersionsFolders(context, []);
    if (installedMeanwhile !== undefined) return installedMeanwhile;
    for (const source of ["installed", "built"] as const) {
      const install = installers[source];
      const cli = install && (await installWith(source, install, versionsFolder, context, reasons));
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
    reasons.push("PATH: contains no pulumi");
    return undefined;
  }
  return inspect(command, "path", folders, context, reasons);
}

async function findInVersionsFolders(
  context: SearchContext,
  reasons: string[],
): Promise<PulumiCli | undefined> {
  for (const folder of versionsFolders(context.environment)) {
    for (const version of usableVersions(listFolder(folder))) {
      const command = findExecutable("pulumi", [join(folder, version, "bin")]);
      if (command === undefined) continue;
      const cli = await inspect(command, "versions folder", [], context, reasons);
      if (cli !== undefined) return cli;
    }
    reasons.push(`${folder}: contains no version ${formatVersion(oldestVersion)} or newer`);
  }
  return undefined;
}

/** Names of usable versions, newest first. */
export function usableVersions(names: readonly string[]): string[] {
  return names
    .flatMap((name) => {
      const version = parseVersion(name);
      return version !== undefined && isAtLeast(version, oldestVersion) ? [{ name, version }] : [];
    })
    .sort((left, right) => compareVersions(right.version, left.version))
    .map(({ name }) => name);
}

async function inspect(
  command: string,
  source: PulumiCli["source"],
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
      `${command}: ${formatVersion(oldestVersion)} or newer is needed; found ${text || "no version"}`,
    );
    return undefined;
  }
  // Package managers put links to the binaries on PATH. The language host is then in the folder of the real file.
  const hostFolders = [dirname(command), dirname(realpathSync(command)), ...pathFolders];
  if (findExecutable("pulumi-language-nodejs", hostFolders) === undefined) {
    reasons.push(`${command}: pulumi-language-nodejs is neither in the same folder nor on PATH`);
    return undefined;
  }
  return { command, version: formatVersion(version), binFolder: dirname(command), source: source };
}

async function installWith(
  source: "installed" | "built",
  install: PulumiInstaller,
  versionsFolder: string,
  context: SearchContext,
  reasons: string[],
): Promise<PulumiCli | undefined> {
  try {
    const command = await installInPlace(install, versionsFolder, context);
    return await inspect(command, source, [], context, reasons);
  } catch (error) {
    reasons.push(`${source === "installed" ? "download" : "build"}: ${(error as Error).message}`);
    return undefined;
  }
}

/** The finished folder is renamed to its final name, so that an incomplete folder is never used. */
async function installInPlace(
  install: PulumiInstaller,
  versionsFolder: string,
  context: SearchContext,
): Promise<string> {
  for (const name of listFolder(versionsFolder)) {
    if (name.startsWith(unfinishedPrefix))
      rmSync(join(versionsFolder, name), { recursive: true, force: true });
  }
  const unfinished = mkdtempSync(join(versionsFolder, unfinishedPrefix));
  try {
    await install(unfinished, context);
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
  if (command === undefined) throw new Error(`there is no pulumi in ${binFolder} after the installation`);
  const { stdout, stderr } = await runCommand(command, ["version"]);
  const version = parseVersion(stdout);
  if (version === undefined) throw new Error(`pulumi version printed ${stdout}${stderr}`);
  return formatVersion(version);
}

/** The folders where the Automation API installs CLIs. New ones are installed in the first folder. */
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
    "Install the Pulumi CLI from https://www.pulumi.com/docs/install/ or install Go to build it. Then run this command again.",
  ].join("\n");
}
