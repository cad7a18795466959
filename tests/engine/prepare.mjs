// Installs packages and compiles the code if they are missing or out of date. Plain JavaScript, see runScript.mjs.
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

const lockHeartbeatMs = 2_000;
const lockStaleMs = 15_000;

/** Its message is shown to the user and says what to do. */
export class PreparationError extends Error {}

/** With a shared compile cache, every Node process starts faster, including those of Pulumi. */
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

/** Checks that npm's list of installed packages contains every package of the lockfile. Optional packages can be missing. */
function isInstalled() {
  const wanted = readJson(path.join(root, "package-lock.json"))?.packages;
  const installed = readJson(path.join(root, "node_modules", ".package-lock.json"))?.packages;
  if (wanted === undefined) {
    throw new PreparationError(
      `package-lock.json in ${root} is missing or is not valid JSON. Restore it with \`git checkout package-lock.json\`.`,
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
  // --include=dev: with NODE_ENV=production or omit=dev in .npmrc, npm does not install the tools.
  const { code, output } = await run("npm", ["ci", "--include=dev", "--no-progress", "--loglevel=error"]);
  if (code !== 0) {
    throw new PreparationError(
      `${output.trim()}\n\nnpm ci failed with exit code ${code}. See its output above.`,
    );
  }
}

/** The tools need the Node version of the devDependency `node`. In older ones, jest cannot require() ESM-only packages (got). */
function verifyNode() {
  const wanted = readJson(path.join(root, "package.json")).devDependencies.node;
  const neededNode = /(\d+)\.(\d+)/.exec(wanted).slice(1).map(Number);
  const result = spawnSync("node", ["--version"], { env: runEnvironment, encoding: "utf8" });
  const version = /^v(\d+)\.(\d+)\./.exec(result.stdout ?? "");
  if (version !== null && isAtLeast(version, neededNode)) return;
  const found = version === null ? "no Node was found" : `found ${result.stdout.trim()}`;
  const cause = fs.existsSync(path.join(binFolder, "node"))
    ? ""
    : " The npm package `node` has no binary, because npm did not run its install script (see ignore-scripts and" +
      " allowScripts in .npmrc).";
  throw new PreparationError(
    `Node ${neededNode.join(".")} or newer is needed; ${found}.${cause} Run` +
      " `npm rebuild node --ignore-scripts=false`, or put a newer Node first on PATH. Then try again.",
  );
}

async function compile() {
  const compiler = path.join(root, "node_modules", "typescript", "bin", "tsc");
  const { code, output } = await run("node", [compiler, "-p", "tsconfig.build.json", "--pretty", "false"]);
  if (code !== 0) throw new PreparationError(`${output.trim()}\n\nThe build failed. See the errors above.`);
}

/**
 * Allows one run at a time per checkout. The owner updates the time of the lock, so the lock of a killed run becomes
 * stale. folderLock.ts contains the same lock for compiled code; this file runs before code is compiled.
 */
async function withLock(task) {
  fs.mkdirSync(distFolder, { recursive: true });
  while (!tryLock()) {
    const { mtimeMs } = fs.statSync(lockFolder, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > lockStaleMs) unlock();
    await delay(100);
  }
  const heartbeat = setInterval(() => {
    if (fs.existsSync(lockFolder)) fs.utimesSync(lockFolder, new Date(), new Date());
  }, lockHeartbeatMs);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      unlock();
      process.exit(128 + osConstants.signals[signal]);
    });
  }
  try {
    return await task();
  } finally {
    clearInterval(heartbeat);
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

async function step(title, task) {
  const startedMs = Date.now();
  process.stdout.write(`${title} ... `);
  await task();
  process.stdout.write(`${Math.max(1, Math.round((Date.now() - startedMs) / 1000))} s\n`);
}

/** Collects the output without printing it: npm warns about the machine's Node. It is printed if the program fails. */
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
      reject(
        new PreparationError(
          `${program} could not be started (${error.message}). Check that it is installed and on PATH.`,
        ),
      ),
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
