// Runs a script of package.json: `node tests/engine/runScript.mjs NAME [ARGUMENT ...]`. Checks the arguments, installs
// and builds what is missing or out of date, then runs the script's command. Plain JavaScript without packages, because
// it runs before packages are installed, with the machine's Node (20 or newer).
//
// package.json does not run the command after `&&`: a shell caches the path of `node`, so the second `node` on the line
// would be the machine's Node and not the installed one.
import { spawn } from "node:child_process";
import { constants as osConstants } from "node:os";
import * as util from "node:util";
import { prepare, PreparationError, root, runEnvironment } from "./prepare.mjs";
import { scripts } from "./scripts.mjs";

const oldestNode = 20;
if (Number.parseInt(process.versions.node) < oldestNode) {
  process.stderr.write(
    `Node ${oldestNode} or newer is needed; found Node ${process.versions.node}. Install a newer version.\n`,
  );
  process.exit(1);
}

const [name, ...scriptArguments] = process.argv.slice(2);
const script = scripts[name];
if (script === undefined) throw new Error(`There is no script "${name}" in tests/engine/scripts.mjs.`);

if (!script.anyArguments) {
  const { help, problem } = checkArguments(script, scriptArguments);
  if (help) {
    process.stdout.write(script.usage);
    process.exit(0);
  }
  if (problem !== undefined) {
    process.stderr.write(`${problem}\n\n${script.usage}`);
    process.exit(2);
  }
}

try {
  await prepare();
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
}
if (script.command) await runInForeground(script, scriptArguments);

/** Returns whether the user asks for help, or the problem with the arguments. */
function checkArguments({ words = [], options = {} }, given) {
  try {
    const { values, positionals } = util.parseArgs({
      args: given,
      allowPositionals: words.length > 0,
      options: { ...options, help: { type: "boolean", short: "h" } },
    });
    if (values.help) return { help: true };
    const unknown = positionals.find((word) => !words.includes(word));
    if (unknown !== undefined) return { problem: `There is no step "${unknown}".` };
    if (positionals.length > 1)
      return { problem: `Only one step is allowed, not "${positionals.join(" ")}".` };
    const invalid = Object.keys(values).find((key) => options[key]?.wanted?.test(values[key]) === false);
    if (invalid !== undefined) return { problem: `--${invalid} must not be "${values[invalid]}".` };
    return {};
  } catch (error) {
    return { problem: error.message };
  }
}

/** Ctrl-C reaches all foreground processes. The command decides when it ends; this process waits for it. */
function runInForeground({ command: fixed, environment }, given) {
  const [command, ...commandArguments] = [...fixed, ...given];
  return new Promise((resolve) => {
    process.on("SIGINT", () => undefined);
    const child = spawn(command, commandArguments, {
      cwd: root,
      env: { ...runEnvironment, ...environment },
      stdio: "inherit",
    });
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    child.on("error", (error) => {
      process.stderr.write(`${command} could not be started: ${error.message}\n`);
      process.exitCode = 127;
      resolve();
    });
    child.on("close", (code, signal) => {
      process.exitCode = code ?? 128 + osConstants.signals[signal];
      resolve();
    });
  });
}
