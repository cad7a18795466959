/** `pulumi-aep emulator`: runs the emulator in a process of its own. */

import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import type * as emulators from "./index";

const usage = `Usage: pulumi-aep emulator [--port N] [--har FILE] [--data DIR] [--latency MS]

Runs an emulated Adobe Experience Platform on 127.0.0.1 until SIGINT or SIGTERM. Prints its base URL to stdout, and the
commands that configure a stack for it to stderr.

  --port N      port to listen on (default: any free port)
  --har FILE    record all traffic without credentials, and write it to this file at the end
  --data DIR    keep the world in this folder between runs (default: in memory only)
  --latency MS  wait this many milliseconds before each response (default: 0)
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
  const options = parse(args);
  if (typeof options === "string") {
    (options === usage ? process.stdout : process.stderr).write(options);
    return options === usage ? 0 : 2;
  }
  const stop = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  // Loaded only now, so that usage errors are printed at once.
  const { defaultOrgId, start } = createRequire(__filename)("./index") as typeof emulators;
  try {
    const emulator = await start(options);
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

/** Returns the options of start(), or the text to print instead of starting. */
function parse(args: string[]): emulators.StartOptions | string {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      args,
      options: { port: text, har: text, data: text, latency: text, help: { type: "boolean", short: "h" } },
    });
    if (values.help) return usage;
    const port = wholeNumber("--port", values.port, 65_535);
    const latencyMs = wholeNumber("--latency", values.latency, 600_000);
    return {
      ...(port !== undefined && { port }),
      ...(latencyMs !== undefined && { latencyMs }),
      ...(values.har !== undefined && { har: values.har }),
      ...(values.data !== undefined && { data: values.data }),
    };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  }
}

function wholeNumber(name: string, text: string | undefined, highest: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text) && Number(text) <= highest) return Number(text);
  throw new Error(`${name} must be a whole number from 0 to ${String(highest)}, not '${text}'.`);
}
