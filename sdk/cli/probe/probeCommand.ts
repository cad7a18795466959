import { parseArgs } from "node:util";
import { type Output, print } from "../output";
import { probe } from "./probe";

const usage = `Usage: pulumi-aep probe [--stack NAME] [--report FILE] [--allow-production]

Observes how the configured sandbox behaves where Adobe's documents are silent
or contradict each other. It makes some objects, which need no outside account,
with names that begin with pulumi-aep-probe-, and deletes them again. It prints
a table of what it saw. It sends 150 requests at most. Ctrl-C ends it: the
objects are still deleted.

  --stack NAME        use the config of this stack, beside the AEP_* variables
  --report FILE       write the findings as JSON, without ids, names and
                      credentials, for a bug report or for
                      \`pulumi-aep emulator --as FILE\`
  --allow-production  also run in a sandbox of the type production
`;

export interface ProbeOptions {
  stack?: string;
  report?: string;
  allowProduction: boolean;
}

/** Returns the exit code of the process: 0 for success, 1 for a failure, 2 for a usage error, 130 after an interrupt. */
export function probeCommand(args: string[], to: Output = process): number | Promise<number> {
  const options = parse(args);
  if (typeof options !== "string") return probe(options, to);
  return options === usage ? print(to.stdout, usage, 0) : print(to.stderr, options, 2);
}

/** The options, or the text to print. */
function parse(args: string[]): ProbeOptions | string {
  const [text, flag] = [{ type: "string" }, { type: "boolean" }] as const;
  try {
    const { values } = parseArgs({
      args,
      options: { stack: text, report: text, "allow-production": flag, help: { ...flag, short: "h" } },
    });
    if (values.help) return usage;
    return {
      ...(values.stack === undefined ? {} : { stack: values.stack }),
      ...(values.report === undefined ? {} : { report: values.report }),
      allowProduction: values["allow-production"] === true,
    };
  } catch (error) {
    return `pulumi-aep: ${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  }
}
