/** `pulumi-aep emulator`: runs the emulator in a process of its own. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { controlCommand, isControlCommand } from "./controlCommand";
import type * as emulators from "./index";
import type * as reports from "./probeReport";

const load = createRequire(__filename);

const usage = `Usage: pulumi-aep emulator [--port N] [--har FILE] [--data DIR] [--latency MS] [--connectors FILE] [--as FILE]
       pulumi-aep emulator edit|remove|add-batch|add-run|disable-failing --help

Runs an emulated Adobe Experience Platform on 127.0.0.1 until SIGINT or SIGTERM. Prints its base URL to stdout, and the
commands that configure a stack for it to stderr.

  --port N      port to listen on (default: any free port)
  --har FILE    record all traffic without credentials, and write it to this file at the end
  --data DIR    keep the world in this folder between runs (default: in memory only)
  --latency MS  wait this many milliseconds before each response (default: 0)
  --connectors FILE
                add the connectors of this JSON file: an object with connectionSpecs and flowSpecs, as AEP lists them
  --as FILE     behave as the sandbox of this report of \`pulumi-aep probe\`

The second form changes the objects of a running emulator.
`;

/** Commands to paste; the emulator accepts any client id and secret. */
function configCommands(url: string, orgId: string): string {
  const settings = [
    `aep:endpoint ${url}`,
    `aep:imsEndpoint ${url}`,
    `aep:orgId ${orgId}`,
    "aep:clientId emulator",
    "--secret aep:clientSecret emulator",
    "aep:sandbox dev",
  ];
  const commands = settings.map((setting) => `pulumi config set ${setting}`);
  return [
    "# Run these commands in the folder of your program, with the stack selected:",
    ...commands,
    "",
  ].join("\n");
}

/** Returns the exit code of the process. */
export async function emulatorCommand(args: string[]): Promise<number> {
  if (isControlCommand(args[0])) return controlCommand(args);
  const options = parse(args);
  if (typeof options === "string") {
    (options === usage ? process.stdout : process.stderr).write(options);
    return options === usage ? 0 : 2;
  }
  const stop = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  // Loaded only now, so that usage errors are printed at once.
  const { defaultOrgId, start } = load("./index") as typeof emulators;
  try {
    const emulator = await start({ ...options.start, ...filesOf(options) });
    process.stdout.write(`${emulator.url}\n`);
    process.stderr.write(configCommands(emulator.url, defaultOrgId));
    await stop;
    await emulator.close();
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** The options that are in files. Prints a warning for each observation of a report that is not used. */
function filesOf({ connectors, as }: Options): emulators.StartOptions {
  const report = as === undefined ? undefined : (load("./probeReport") as typeof reports).readReport(as);
  for (const warning of report?.warnings ?? []) process.stderr.write(`${as}: ${warning}\n`);
  return {
    ...(connectors !== undefined && { connectors: readConnectors(connectors) }),
    ...(report && { switches: report.switches }),
  };
}

function readConnectors(file: string): emulators.AddedSpecs {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as emulators.AddedSpecs;
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read as a file of connectors: ${cause}`, { cause: error });
  }
}

interface Options {
  start: emulators.StartOptions;
  connectors: string | undefined;
  as: string | undefined;
}

/** Returns the options of the command, or the text to print instead of starting. */
function parse(args: string[]): Options | string {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      args,
      options: {
        ...{ port: text, har: text, data: text, latency: text, connectors: text, as: text },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) return usage;
    const port = wholeNumber("--port", values.port, 65_535);
    const latencyMs = wholeNumber("--latency", values.latency, 600_000);
    const start = {
      ...(port !== undefined && { port }),
      ...(latencyMs !== undefined && { latencyMs }),
      ...(values.har !== undefined && { har: values.har }),
      ...(values.data !== undefined && { data: values.data }),
    };
    return { start, connectors: values.connectors, as: values.as };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  }
}

function wholeNumber(name: string, text: string | undefined, highest: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text) && Number(text) <= highest) return Number(text);
  throw new Error(`${name} must be a whole number from 0 to ${String(highest)}, not '${text}'.`);
}
