#!/usr/bin/env node
import { createRequire } from "node:module";
import { nearestName } from "../../provider/connectors/nearestName";
import type * as emulator from "../../tests/emulator/command";
import type * as connectors from "./connectorsCommand";
import { type Output, print } from "./output";
import type * as probes from "./probe/probeCommand";
import { version } from "./version";

interface Subcommand {
  /** Its line in the help text. */
  about: string;
  /** Returns the exit code of the process. */
  run: (args: string[], to: Output) => number | Promise<number>;
}

const load = createRequire(__filename);

/** Each loads its code when it runs, so that help and usage errors are printed at once. */
const subcommands: Record<string, Subcommand> = {
  connectors: {
    about: "list the source connectors, or print a starter program for one",
    run: (args, to) => (load("./connectorsCommand") as typeof connectors).connectorsCommand(args, to),
  },
  emulator: {
    about: "run an emulated Adobe Experience Platform on this machine",
    run: (args) => (load("../../tests/emulator/command") as typeof emulator).emulatorCommand(args),
  },
  probe: {
    about: "observe how a sandbox behaves where Adobe's documents are not clear",
    run: (args, to) => (load("./probe/probeCommand") as typeof probes).probeCommand(args, to),
  },
};

function usage(): string {
  const list = Object.entries(subcommands).map(([name, { about }]) => `  ${name.padEnd(12)}${about}`);
  return [
    "Usage: pulumi-aep COMMAND [OPTIONS]",
    "",
    "Commands:",
    ...list,
    "",
    "Run `pulumi-aep COMMAND --help` for the options of a command,",
    "and `pulumi-aep --version` for the version of the package.",
    "",
  ].join("\n");
}

/** Returns the exit code of the process: 0 for success, 1 for a failure, 2 for a usage error. */
export async function runCommand(args: string[], to: Output = process): Promise<number> {
  const [name, ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") return print(to.stdout, usage(), 0);
  if (name === "--version" || name === "-v") return print(to.stdout, `${version()}\n`, 0);
  if (name === undefined) return print(to.stderr, usage(), 2);
  const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (subcommand) return subcommand.run(rest, to);
  const nearest = nearestName(name, Object.keys(subcommands));
  const hint =
    nearest === undefined ? "`pulumi-aep --help` lists all commands." : `Did you mean "${nearest}"?`;
  return print(to.stderr, `pulumi-aep: unknown command "${name}". ${hint}\n`, 2);
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
