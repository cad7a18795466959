import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { installPulumi } from "./pulumiInstall";
import { findPulumi, usableVersions, type FindOptions, type PulumiInstaller } from "./pulumiCli";

let root: string;
let pathFolder: string;
let versions: string;
let progress: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "pulumi-cli-test-"));
  pathFolder = join(root, "path");
  versions = join(root, "home", "versions");
  progress = [];
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A fake CLI that only prints its version, with or without the language host in its folder. */
function putCli(folder: string, version: string, languageHost = true): string {
  const script = `#!/bin/sh\necho v${version}\n`;
  for (const name of ["pulumi", ...(languageHost ? ["pulumi-language-nodejs"] : [])]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), script);
    chmodSync(join(folder, name), 0o755);
  }
  return join(folder, "pulumi");
}

function find(installers: FindOptions["installers"] = {}): ReturnType<typeof findPulumi> {
  const environment = { PATH: pathFolder, PULUMI_HOME: join(root, "home"), HOME: join(root, "user") };
  return findPulumi({ progress: (line) => progress.push(line), environment, installers: installers });
}

function installerOf(version: string, calls: string[] = []): PulumiInstaller {
  return async (folder) => {
    calls.push(version);
    putCli(join(folder, "bin"), version);
  };
}

const failing =
  (message: string): PulumiInstaller =>
  () =>
    Promise.reject(new Error(message));

test("a recent CLI on PATH has priority", async () => {
  const command = putCli(pathFolder, "3.232.0");
  putCli(join(versions, "3.270.0", "bin"), "3.270.0");
  expect(await find()).toEqual({ command, version: "3.232.0", binFolder: pathFolder, source: "path" });
});

test("the newest CLI in the versions folder replaces an old one on PATH", async () => {
  putCli(pathFolder, "3.231.9");
  putCli(join(versions, "3.232.0", "bin"), "3.232.0");
  const command = putCli(join(versions, "3.270.0", "bin"), "3.270.0");
  expect(await find()).toEqual({
    command,
    version: "3.270.0",
    binFolder: dirname(command),
    source: "versions folder",
  });
});

test("a CLI without the Node.js language host is skipped", async () => {
  putCli(pathFolder, "3.270.0", false);
  putCli(join(versions, "3.270.0", "bin"), "3.270.0", false);
  const command = putCli(join(versions, "3.240.0", "bin"), "3.240.0");
  expect((await find()).command).toBe(command);
});

test("the user's versions folder is searched in addition to PULUMI_HOME", async () => {
  const command = putCli(join(root, "user", ".pulumi", "versions", "3.250.0", "bin"), "3.250.0");
  expect((await find()).command).toBe(command);
});

test("the CLI is downloaded before it is built, and reused the next time", async () => {
  const calls: string[] = [];
  const installers = { installed: installerOf("3.270.0", calls), built: installerOf("3.232.0", calls) };
  const installed = await find(installers);
  expect(installed).toEqual({
    ...installed,
    version: "3.270.0",
    source: "installed",
    binFolder: join(versions, "3.270.0", "bin"),
  });
  expect(await find(installers)).toEqual({ ...installed, source: "versions folder" });
  expect(calls).toEqual(["3.270.0"]);
});

test("the CLI is built if the download fails", async () => {
  const cli = await find({ installed: failing("no network"), built: installerOf("3.232.0") });
  expect(cli).toMatchObject({ source: "built", version: "3.232.0" });
});

test("two concurrent runs install the CLI once", async () => {
  const calls: string[] = [];
  const slow: PulumiInstaller = async (folder, context) => {
    while (progress.length === 0) await turn();
    await installerOf("3.232.0", calls)(folder, context);
  };
  const [first, second] = await Promise.all([find({ built: slow }), find({ built: slow })]);
  expect(first.command).toBe(second.command);
  expect(calls).toEqual(["3.232.0"]);
  expect(progress).toEqual(["Waiting for another run that installs the Pulumi CLI"]);
});

test("a failed build leaves no version folder", async () => {
  const failingBuild: PulumiInstaller = async (folder) => {
    putCli(join(folder, "bin"), "3.232.0", false);
    throw new Error("disk full");
  };
  await expect(find({ built: failingBuild })).rejects.toThrow("build: disk full");
  expect(existsSync(versions) ? readdirSync(versions) : []).toEqual([]);
});

test("one error lists all attempts and what to install", async () => {
  putCli(pathFolder, "3.100.0");
  const error = await find({ installed: failing("no network"), built: failing("no Go") }).catch(
    (e: Error) => e,
  );
  expect((error as Error).message.split("\n")).toEqual([
    "No usable Pulumi CLI (3.232.0 or newer, with its Node.js language host) was found or could be installed:",
    `  - ${join(pathFolder, "pulumi")}: 3.232.0 or newer is needed; found v3.100.0`,
    `  - ${versions}: contains no version 3.232.0 or newer`,
    `  - ${join(root, "user", ".pulumi", "versions")}: contains no version 3.232.0 or newer`,
    "  - download: no network",
    "  - build: no Go",
    "Install the Pulumi CLI from https://www.pulumi.com/docs/install/ or install Go to build it. Then run this command again.",
  ]);
});

test("PULUMI_AEP_SKIP_DOWNLOAD skips the download", async () => {
  const context = {
    progress: () => undefined,
    signal: undefined,
    environment: { PULUMI_AEP_SKIP_DOWNLOAD: "true" },
  };
  await expect(installPulumi(join(root, "cli"), context)).rejects.toThrow("PULUMI_AEP_SKIP_DOWNLOAD is set");
});

test("usable versions are sorted, newest first", () => {
  expect(usableVersions(["3.99.0", "3.232.0", ".lock", "3.1000.0", "3.270.0-alpha", "3.240.1"])).toEqual([
    "3.1000.0",
    "3.240.1",
    "3.232.0",
  ]);
});
