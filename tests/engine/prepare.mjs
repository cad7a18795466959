// Installs packages and compiles, if that is missing or stale. Plain JavaScript, see runScript.mjs.
import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { constants as osConstants } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Build } from "./build.mjs";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const binFolder = path.join(root, "node_modules", ".bin");
const distFolder = path.join(root, "dist");
const lockFolder = path.join(distFolder, ".prepare.lock");
const build = new Build(root, compile);

const lockBeatMs = 2_000;
const lockStaleMs = 15_000;

/** Its message is for the user and says what to do. */
export class PreparationError extends Error {}

/** The compile cache saves every Node process, Pulumi's too, a part of its start. */
export const runEnvironment = {
  NODE_COMPILE_CACHE: path.join(distFolder, ".cache", "node"),
  ...process.env,
  PATH: [binFolder, process.env.PATH].join(path.delimiter),
};

export async function prepare() {
  if (isInstalled() && build.isCurrent()) return verifyNode();
  await withLock(async () => {
    if (!isInstalled()) await step("Installing packages", installPackages);
    verifyNode();
    if (!build.isCurrent()) await step("Building", () => build.run());
  });
}

/** What npm noted about the installed tree holds every package of the lockfile, optional ones of other platforms aside. */
function isInstalled() {
  const wanted = readJson(path.join(root, "package-lock.json"))?.packages;
  const installed = readJson(path.join(root, "node_modules", ".package-lock.json"))?.packages;
  if (wanted === undefined) {
    throw new PreparationError(
      `package-lock.json is missing or is not JSON in ${root}: restore it from git.`,
    );
  }
  if (installed === undefined) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "") return true;
    const found = installed[place];
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

async function installPackages() {
  // --include=dev: NODE_ENV=production or omit=dev in someone's .npmrc would leave the tools out.
  const { code, output } = await run("npm", ["ci", "--include=dev", "--no-progress", "--loglevel=error"]);
  if (code !== 0) {
    throw new PreparationError(
      `${output.trim()}\n\nnpm ci ended with exit code ${code}; its output is above.`,
    );
  }
}

/** The tools need the Node of the devDependency `node`: before it, jest cannot load ESM-only packages (got) with require(). */
function verifyNode() {
  const wanted = readJson(path.join(root, "package.json")).devDependencies.node;
  const neededNode = /(\d+)\.(\d+)/.exec(wanted).slice(1).map(Number);
  const result = spawnSync("node", ["--version"], { env: runEnvironment, encoding: "utf8" });
  const version = /^v(\d+)\.(\d+)\./.exec(result.stdout ?? "");
  if (version !== null && isAtLeast(version, neededNode)) return;
  const found = version === null ? "none was found" : `found is ${result.stdout.trim()}`;
  const cause = fs.existsSync(path.join(binFolder, "node"))
    ? ""
    : " The package `node`, which brings it, has no binary: npm did not run its install script (ignore-scripts, or" +
      " allowScripts without it).";
  throw new PreparationError(
    `This needs Node ${neededNode.join(".")} or newer, and ${found}.${cause} Run` +
      " `npm rebuild node --ignore-scripts=false`, or put a newer Node first on PATH, then try again.",
  );
}

async function compile() {
  const compiler = path.join(root, "node_modules", "typescript", "bin", "tsc");
  const { code, output } = await run("node", [compiler, "-p", "tsconfig.build.json", "--pretty", "false"]);
  if (code !== 0) throw new PreparationError(`${output.trim()}\n\nThe build failed with the errors above.`);
}

/**
 * One run at a time per checkout. The holder keeps touching the lock, so that one left by a killed run goes stale.
 * folderLock.ts has the same lock for all that runs later; this file runs before it is compiled.
 */
async function withLock(work) {
  fs.mkdirSync(distFolder, { recursive: true });
  while (!tryLock()) {
    const { mtimeMs } = fs.statSync(lockFolder, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > lockStaleMs) unlock();
    await delay(100);
  }
  const beat = setInterval(() => {
    if (fs.existsSync(lockFolder)) fs.utimesSync(lockFolder, new Date(), new Date());
  }, lockBeatMs);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      unlock();
      process.exit(128 + osConstants.signals[signal]);
    });
  }
  try {
    return await work();
  } finally {
    clearInterval(beat);
    unlock();
    process.removeAllListeners("SIGINT");
    process.removeAllListeners("SIGTERM");
  }
}

function tryLock() {
  try {
    fs.mkdirSync(lockFolder);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function unlock() {
  fs.rmSync(lockFolder, { recursive: true, force: true });
}

async function step(title, work) {
  const startedMs = Date.now();
  process.stdout.write(`${title} ... `);
  await work();
  process.stdout.write(`${Math.max(1, Math.round((Date.now() - startedMs) / 1000))} s\n`);
}

/** Output is kept back: npm's warnings about the machine's Node are noise, and errors are shown when it fails. */
function run(program, programArguments) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, {
      cwd: root,
      env: runEnvironment,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("error", (error) =>
      reject(new PreparationError(`${program} could not be started (${error.message}). Is it installed?`)),
    );
    child.on("close", (code) => resolve({ code, output }));
  });
}

function isAtLeast([, major, minor], [wantedMajor, wantedMinor]) {
  return Number(major) > wantedMajor || (Number(major) === wantedMajor && Number(minor) >= wantedMinor);
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
