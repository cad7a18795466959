import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { runCommand, type CommandResult } from "../engine/runCommand";

interface Step {
  run?: string;
  uses?: string;
}

interface Job {
  strategy: { matrix: { stack: string[] } };
  env: Record<string, string>;
  steps: Step[];
}

/** The parts of a GitHub Actions workflow that the example uses. */
export interface Workflow {
  env: Record<string, string>;
  jobs: Record<string, Job>;
}

/** The environment in which the steps run. */
export interface Runner {
  workflow: Workflow;
  /** The checked-out repository. */
  folder: string;
  environment: NodeJS.ProcessEnv;
  /** The values of `vars.NAME` and `secrets.NAME`. */
  values: Readonly<Record<string, string>>;
}

/** Steps that are skipped: the checkout of this project already has the packages. */
const installation = "npm ci";

const load = createRequire(__filename);

export function readWorkflow(file: string): Workflow {
  // A dependency of @pulumi/pulumi, without types.
  const yaml = load("js-yaml") as { load(text: string): unknown };
  return yaml.load(readFileSync(file, "utf8")) as Workflow;
}

/** Runs the shell steps of a job as GitHub does. Returns the result of the last step that ran. */
export async function runJob(runner: Runner, name: string, stack: string): Promise<CommandResult> {
  const job = jobOf(runner.workflow, name);
  const values = { ...runner.values, "matrix.stack": stack };
  const variables = Object.entries({ ...runner.workflow.env, ...job.env });
  const env = {
    ...runner.environment,
    ...Object.fromEntries(variables.map(([key, text]) => [key, evaluate(text, values)])),
  };
  let result: CommandResult | undefined;
  for (const script of scriptsOf(job)) {
    const shell = ["--noprofile", "--norc", "-eo", "pipefail", "-c", script];
    result = await runCommand("bash", shell, { cwd: runner.folder, env });
    if (result.code !== 0) break;
  }
  if (result === undefined) throw new Error(`The job '${name}' contains no shell step.`);
  return result;
}

export function jobOf(workflow: Workflow, name: string): Job {
  const job = workflow.jobs[name];
  if (job === undefined) throw new Error(`The workflow contains no job '${name}'.`);
  return job;
}

function scriptsOf({ steps }: Job): string[] {
  return steps.flatMap(({ run }) => (run === undefined || run === installation ? [] : [run]));
}

/** Replaces `${{ NAME }}`. Throws for an expression that is not a known name. */
function evaluate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The workflow uses '${name}', which has no value in this test.`);
    return value;
  });
}
