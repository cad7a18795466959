// First step of `npm run demo`, `npm test` and `npm run check`: installs and builds what is missing or stale, then
// runs the command given as arguments, if any. Plain JavaScript without imports from packages, since it runs before
// anything is installed, with whatever Node (>= 20) the machine has.
//
// The command is run from here and not after `&&`: a shell remembers where it found `node` the first time, so the
// second `node` of the same line would still be the machine's own and not the one installed in between.
import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { constants as osConstants } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const binFolder = path.join(root, "node_modules", ".bin");
const distFolder = path.join(root, "dist");
const lockFolder = path.join(distFolder, ".prepare.lock");
const buildStamp = path.join(distFolder, ".built");
const buildInfo = path.join(distFolder, ".tsbuildinfo");
const sourceFolders = ["provider", "sdk", "tests"];
const buildSettings = ["tsconfig.json", "tsconfig.build.json", "package-lock.json"];

// jest loads the ESM-only packages (got) with require(), which its module loader can do from this version on.
const neededNode = [24, 9];
const lockBeatMs = 2_000;
const lockStaleMs = 15_000;

class PreparationError extends Error {}

const runEnvironment = { ...process.env, PATH: [binFolder, process.env.PATH].join(path.delimiter) };

try {
  await prepare();
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
}
const [command, ...commandArguments] = process.argv.slice(2);
if (command !== undefined) await runInForeground(command, commandArguments);

async function prepare() {
  if (isInstalled() && isBuilt()) return verifyNode();
  await withLock(async () => {
    if (!isInstalled()) await step("Installing packages", installPackages);
    verifyNode();
    if (!isBuilt()) await step("Building", build);
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

function verifyNode() {
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

function isBuilt() {
  const stamp = readText(buildStamp);
  return (
    stamp !== undefined &&
    stamp === sourceState() &&
    sources().every((file) => fs.existsSync(emitted(file)[0]))
  );
}

async function build() {
  const state = sourceState();
  // tsc emits only what changed: outputs of deleted sources stay, and outputs deleted by hand do not come back.
  removeOutputsWithoutSource();
  if (!sources().every((file) => fs.existsSync(emitted(file)[0]))) fs.rmSync(buildInfo, { force: true });
  const compiler = path.join(root, "node_modules", "typescript", "bin", "tsc");
  const { code, output } = await run("node", [compiler, "-p", "tsconfig.build.json", "--pretty", "false"]);
  if (code !== 0) throw new PreparationError(`${output.trim()}\n\nThe build failed with the errors above.`);
  fs.writeFileSync(buildStamp, state);
}

function removeOutputsWithoutSource() {
  const expected = new Set(sources().flatMap(emitted));
  for (const folder of sourceFolders) {
    for (const file of listFiles(path.join(distFolder, folder))) {
      if (!expected.has(file)) fs.rmSync(file, { force: true });
    }
  }
}

function sources() {
  return sourceFolders
    .flatMap((folder) => listFiles(path.join(root, folder)))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.endsWith(".d.ts"));
}

function emitted(source) {
  const stem = path.join(distFolder, path.relative(root, source)).slice(0, -".ts".length);
  return [`${stem}.js`, `${stem}.js.map`, `${stem}.d.ts`];
}

function sourceState() {
  const files = [...sources(), ...buildSettings.map((file) => path.join(root, file))];
  return files
    .map((file) => {
      const { size, mtimeMs } = fs.statSync(file, { throwIfNoEntry: false }) ?? { size: 0, mtimeMs: 0 };
      return `${path.relative(root, file)} ${size} ${mtimeMs}\n`;
    })
    .join("");
}

function listFiles(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    return entry.isDirectory() ? listFiles(place) : [place];
  });
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

/** Ctrl-C reaches the whole foreground group: the command decides when it ends, and we wait for it. */
function runInForeground(program, programArguments) {
  return new Promise((resolve) => {
    process.on("SIGINT", () => undefined);
    const child = spawn(program, programArguments, { cwd: root, env: runEnvironment, stdio: "inherit" });
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    child.on("error", (error) => {
      process.stderr.write(`${program} could not be started: ${error.message}\n`);
      process.exitCode = 127;
      resolve();
    });
    child.on("close", (code, signal) => {
      process.exitCode = code ?? 128 + osConstants.signals[signal];
      resolve();
    });
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

function readText(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
}
