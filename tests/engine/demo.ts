import { resolve, join } from "node:path";
import { parseArgs } from "node:util";
import { runDemo, steps, type Demo, type Step } from "./demoRun";
import { projectRoot } from "./projectRoot";

const usage = `Usage: npm run demo [-- STEP] [-- --har FILE]

Deploys examples/amazon-s3 with the real Pulumi CLI to an emulated Adobe Experience Platform on this machine.
Needs no account; everything that it keeps between runs is in the folder .demo.

Steps:
  up        deploy the whole chain (what runs without a step); a second run changes nothing
  drift     edit two objects behind Pulumi's back and preview the difference, field by field
  repair    put back what was edited behind Pulumi's back
  rotate    give the base connection a new session token
  destroy   delete what was deployed
  reset     forget everything: the emulated platform and the stack

  --har FILE  record all HTTP traffic of the run in this file
`;

const stack = "dev";
const demo: Demo = {
  folder: join(projectRoot, ".demo"),
  program: projectRoot,
  stack,
  configFile: join(projectRoot, "examples", "amazon-s3", `Pulumi.${stack}.yaml`),
  print: (text) => process.stdout.write(text),
};

async function main(commandArguments: string[]): Promise<number> {
  const parsed = parse(commandArguments);
  if (typeof parsed === "string") {
    (parsed === usage ? process.stdout : process.stderr).write(parsed);
    return parsed === usage ? 0 : 2;
  }
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (interruption.signal.aborted) process.exit(130);
      demo.print("\nStopping (again to stop at once) ...\n");
      interruption.abort();
    });
  }
  try {
    await runDemo(demo, parsed.step, { har: parsed.har, signal: interruption.signal });
    return interruption.signal.aborted ? 130 : 0;
  } catch (error) {
    if (interruption.signal.aborted) return 130;
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function parse(commandArguments: string[]): { step: Step; har: string | undefined } | string {
  try {
    const { values, positionals } = parseArgs({
      args: commandArguments,
      allowPositionals: true,
      options: { har: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
    if (values.help === true) return usage;
    const [word = "up", ...rest] = positionals;
    const step = steps.find((each) => each === word);
    if (step === undefined || rest.length > 0)
      return `There is no step '${positionals.join(" ")}'.\n\n${usage}`;
    // npm runs scripts in the project's folder, whatever folder the user is in.
    const har = values.har && resolve(process.env["INIT_CWD"] ?? process.cwd(), values.har);
    return { step, har };
  } catch (error) {
    return `${(error as Error).message}\n\n${usage}`;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
