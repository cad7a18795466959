import { resolve, join } from "node:path";
import { parseArgs } from "node:util";
import { runDemo, steps, type Demo, type Step } from "./demoRun";
import { projectRoot } from "./projectRoot";

const stack = "dev";
const demo: Demo = {
  folder: join(projectRoot, ".demo"),
  program: projectRoot,
  stack,
  configFile: join(projectRoot, "examples", "amazon-s3", `Pulumi.${stack}.yaml`),
  print: (text) => process.stdout.write(text),
};

async function main(): Promise<number> {
  const { step, har } = parse();
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (interruption.signal.aborted) process.exit(130);
      demo.print("\nStopping. Press Ctrl-C again to stop at once.\n");
      interruption.abort();
    });
  }
  try {
    await runDemo(demo, step, { har, signal: interruption.signal });
    return interruption.signal.aborted ? 130 : 0;
  } catch (error) {
    if (interruption.signal.aborted) return 130;
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** Reads the arguments. runScript.mjs has already checked them. */
function parse(): { step: Step; har: string | undefined } {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { har: { type: "string" } } });
  const [word = "up"] = positionals;
  const step = steps.find((each) => each === word);
  if (step === undefined) throw new Error(`There is no step "${word}".`);
  // npm runs scripts in the folder of the project. INIT_CWD is the folder of the user.
  const har = values.har && resolve(process.env["INIT_CWD"] ?? process.cwd(), values.har);
  return { step, har };
}

void main().then((code) => {
  process.exitCode = code;
});
