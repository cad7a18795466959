import { spawn, type ChildProcess } from "node:child_process";
import type { Writable } from "node:stream";

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Text for standard input, which is closed afterwards. */
  input?: string;
  /** Default: 10 minutes. Only a program that hangs takes that long. */
  deadlineMs?: number;
  /** Called with each piece of standard output and standard error as it arrives. */
  onOutput?: ((text: string) => void) | undefined;
  /** When aborted, the command gets SIGINT as from Ctrl-C, then further signals until it ends. */
  signal?: AbortSignal | undefined;
}

export interface CommandResult {
  /** The exit code, or 128 + the number of the signal that ended the command, as in shells. */
  code: number;
  stdout: string;
  stderr: string;
}

const nextSignalMs = 10_000;
const isWindows = process.platform === "win32";
const signalNumbers: Partial<Record<NodeJS.Signals, number>> = { SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/** Runs a program without a shell, in its own process group, so that the deadline also stops its children. */
export function runCommand(
  command: string,
  commandArguments: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { deadlineMs = 600_000 } = options;
  return new Promise((resolve, reject) => {
    const child = start(command, commandArguments, options);
    // Not SIGKILL: Pulumi's plugins have their own process groups, and only Pulumi stops them.
    const stopAtExit = (): void => signalGroup(child, "SIGINT");
    process.once("exit", stopAtExit);
    const output = collectOutput(child, options.onOutput);
    let timedOut = false;
    const stop = (): void => interrupt(child);
    const deadline = setTimeout(() => {
      timedOut = true;
      stop();
    }, deadlineMs);
    options.signal?.addEventListener("abort", stop, { once: true });
    if (options.signal?.aborted === true) stop();
    const cleanUp = (): void => {
      clearTimeout(deadline);
      process.off("exit", stopAtExit);
      options.signal?.removeEventListener("abort", stop);
    };

    child.on("error", (error) => {
      cleanUp();
      reject(new Error(`${command} could not be started: ${error.message}`));
    });
    child.on("close", (code, signal) => {
      cleanUp();
      const { stdout, stderr } = output;
      if (timedOut) reject(new Error(timeoutMessage(command, commandArguments, deadlineMs, stdout + stderr)));
      else resolve({ code: code ?? 128 + (signalNumbers[signal ?? "SIGKILL"] ?? 0), stdout, stderr });
    });
    writeInput(child.stdin, options.input);
  });
}

function writeInput(stdin: Writable, input: string | undefined): void {
  // A command that ends without reading its input closes the pipe. This is not an error.
  stdin.on("error", () => undefined);
  stdin.end(input);
}

function start(command: string, commandArguments: readonly string[], { cwd, env }: CommandOptions) {
  return spawn(command, commandArguments, {
    cwd,
    env,
    detached: !isWindows,
    stdio: ["pipe", "pipe", "pipe"],
  });
}

function collectOutput(
  child: ChildProcess,
  onOutput: CommandOptions["onOutput"],
): { stdout: string; stderr: string } {
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
      onOutput?.(text);
    });
  }
  return output;
}

/** Pulumi finishes running operations after the first SIGINT and aborts them after the second. */
function interrupt(child: ChildProcess): void {
  signalGroup(child, "SIGINT");
  const timers = [
    setTimeout(() => signalGroup(child, "SIGINT"), nextSignalMs),
    setTimeout(() => signalGroup(child, "SIGKILL"), 2 * nextSignalMs),
  ];
  child.once("close", () => timers.forEach((timer) => clearTimeout(timer)));
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (isWindows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function timeoutMessage(
  command: string,
  commandArguments: readonly string[],
  deadlineMs: number,
  output: string,
): string {
  const tail = output.trimEnd().split("\n").slice(-20).join("\n");
  const commandLine = [command, ...commandArguments].join(" ");
  return `${commandLine} did not end within ${Math.round(deadlineMs / 1000)} s and was stopped. Its last output:\n${tail}`;
}
