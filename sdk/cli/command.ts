#!/usr/bin/env node
import { createRequire } from "node:module";
import { nearestName } from "../../provider/connectors";
import type * as emulator from "../../tests/emulator/command";
import type * as listing from "./connectorsCommand";

interface Subcommand {
  about: string;
  /** The exit code of the process. */
  run: (args: string[], to: Output) => number | Promise<number>;
}

/** Where texts go. */
interface Output {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
}

const load = createRequire(__filename);

/** Each loads its code when it runs, so that `--help` is instant. */
const subcommands: Record<string, Subcommand> = {
  connectors: {
    about: "list the source connectors, or print a program to begin with",
    run: (args, to) => (load("./connectorsCommand") as typeof listing).connectorsCommand(args, to),
  },
  emulator: {
    about: "run an emulated Adobe Experience Platform on this machine",
    run: (args) => (load("../../tests/emulator/command") as typeof emulator).emulatorCommand(args),
  },
};

function usage(): string {
  const list = Object.entries(subcommands).map(([name, { about }]) => `  ${name.padEnd(12)}${about}`);
  return [
    "Usage: pulumi-aep COMMAND [OPTIONS]",
    "",
    ...list,
    "",
    "pulumi-aep COMMAND --help shows a command's options, pulumi-aep --version the version.",
    "",
  ].join("\n");
}

/** Answers with the exit code of the process: 0 done, 1 failed, 2 wrongly called. */
export async function runCommand(args: string[], to: Output = process): Promise<number> {
  const [name, ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") return print(to.stdout, usage(), 0);
  if (name === "--version" || name === "-v") return print(to.stdout, `${version()}\n`, 0);
  if (name === undefined) return print(to.stderr, usage(), 2);
  const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (subcommand) return subcommand.run(rest, to);
  const nearest = nearestName(name, Object.keys(subcommands));
  const hint =
    nearest === undefined ? "`pulumi-aep --help` lists the commands." : `Did you mean "${nearest}"?`;
  return print(to.stderr, `pulumi-aep: there is no command "${name}". ${hint}\n`, 2);
}

function print(stream: Output["stdout"], text: string, code: number): number {
  stream.write(text);
  return code;
}

function version(): string {
  return (load("pulumi-aep/package.json") as { version: string }).version;
}

async function main(): Promise<void> {
  try {
    process.exitCode = await runCommand(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`pulumi-aep: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

if (require.main === module) void main();
