import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "./projectRoot";
import type { PulumiCli } from "./pulumiCli";
import { runCommand, type CommandResult } from "./runCommand";

export interface WorkspaceOptions {
  cli: PulumiCli;
  /** A private folder for the backend, Pulumi's home and the stack's config. Created if missing, otherwise reused. */
  folder: string;
  /** The folder that contains the program's Pulumi.yaml. */
  program: string;
  stack: string;
  /** Added to the environment of the CLI. Undefined removes a variable. */
  env?: NodeJS.ProcessEnv;
  /** The committed stack file (Pulumi.dev.yaml). The CLI uses a copy. If the file has changed, set secrets again. */
  configFile?: string | undefined;
  /** Called with every part of the CLI's output. */
  onOutput?: ((text: string) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface RunOptions {
  /** Standard input. */
  input?: string;
  env?: NodeJS.ProcessEnv;
  onOutput?: ((text: string) => void) | undefined;
}

export interface StackResource {
  urn: string;
  type: string;
  id?: string;
  parent?: string;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
  protect?: boolean;
  external?: boolean;
}

export interface StackState {
  version: number;
  deployment: { resources?: StackResource[]; [key: string]: unknown };
}

export interface Workspace {
  readonly stack: string;
  /** The copy of the stack's config file that the CLI uses. */
  readonly configFile: string;
  /** The folder of the backend. Tests search it for plain secrets. */
  readonly backendFolder: string;
  up(more?: readonly string[], options?: RunOptions): Promise<CommandResult>;
  preview(more?: readonly string[], options?: RunOptions): Promise<CommandResult>;
  refresh(more?: readonly string[], options?: RunOptions): Promise<CommandResult>;
  destroy(more?: readonly string[], options?: RunOptions): Promise<CommandResult>;
  /** Runs any other command of the CLI for this stack. */
  run(command: readonly string[], options?: RunOptions): Promise<CommandResult>;
  setConfig(key: string, value: string, kind?: "plain" | "secret"): Promise<void>;
  exportState(): Promise<StackState>;
  outputs(): Promise<Record<string, unknown>>;
}

/** Commands with --config-file run in the program's folder. All others need only the name of the stack. */
const commandsWithConfig = new Set(["up", "preview", "refresh", "destroy", "config", "import", "watch"]);
const passphrase = "not a secret: the backend is a folder of this checkout";

/**
 * Opens a stack of a Pulumi program in a private folder with its own backend, home and config. It is independent of
 * parallel runs, the user's login and the committed stack files.
 */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const files = createFiles(options);
  const env = workspaceEnvironment(options, files);
  const run = (command: readonly string[], more: RunOptions = {}): Promise<CommandResult> =>
    runCommand(options.cli.command, commandArguments(command, options.stack, files), {
      cwd: commandsWithConfig.has(command[0] ?? "") ? options.program : files.projectFolder,
      env: { ...env, ...more.env },
      onOutput: "onOutput" in more ? more.onOutput : options.onOutput,
      signal: options.signal,
      ...(more.input === undefined ? {} : { input: more.input }),
    });
  const runChecked = async (command: readonly string[], more: RunOptions = {}): Promise<string> => {
    const { code, stdout, stderr } = await run(command, { ...more, onOutput: undefined });
    if (code === 0) return stdout;
    throw new Error(
      `pulumi ${command.slice(0, 2).join(" ")} ended with exit code ${code}:\n${stderr}${stdout}`,
    );
  };
  await initStack(options.stack, runChecked);

  return {
    stack: options.stack,
    configFile: files.configFile,
    backendFolder: files.backendFolder,
    run,
    up: (more = [], runOptions) => run(["up", "--yes", "--skip-preview", ...more], runOptions),
    preview: (more = [], runOptions) => run(["preview", ...more], runOptions),
    refresh: (more = [], runOptions) => run(["refresh", ...approvalFlags(more), ...more], runOptions),
    destroy: (more = [], runOptions) => run(["destroy", ...approvalFlags(more), ...more], runOptions),
    setConfig: async (key, value, kind = "plain") => {
      await runChecked(["config", "set", `--${kind === "secret" ? "secret" : "plaintext"}`, key], {
        input: value,
      });
    },
    exportState: async () => JSON.parse(await runChecked(["stack", "export"])) as StackState,
    outputs: async () =>
      JSON.parse(await runChecked(["stack", "output", "--json", "--show-secrets"])) as Record<
        string,
        unknown
      >,
  };
}

interface WorkspaceFiles {
  homeFolder: string;
  backendFolder: string;
  /** A project with the same name but no program. Here `stack init` can write the salt into the stack's config. */
  projectFolder: string;
  configFile: string;
}

function createFiles({ folder, program, stack, configFile }: WorkspaceOptions): WorkspaceFiles {
  const files = {
    homeFolder: join(folder, "home"),
    backendFolder: join(folder, "backend"),
    projectFolder: join(folder, "project"),
    configFile: join(folder, "project", `Pulumi.${stack}.yaml`),
  };
  for (const each of [files.homeFolder, files.backendFolder, files.projectFolder])
    mkdirSync(each, { recursive: true });
  const projectFile = `name: ${projectName(program)}\nruntime: nodejs\n`;
  writeFileSync(join(files.projectFolder, "Pulumi.yaml"), projectFile);
  copyConfig(configFile, files.configFile);
  return files;
}

/** Copies the committed file again if it has changed, and keeps only the salt of the stack's secrets. */
function copyConfig(committedFile: string | undefined, copy: string): void {
  const committed = committedFile === undefined ? "config: {}\n" : readFileSync(committedFile, "utf8");
  const original = `${copy}.original`;
  const current = readIfPresent(copy);
  if (current !== undefined && readIfPresent(original) === committed) return;
  const salt = /^encryptionsalt:.*$/m.exec(current ?? "")?.[0] ?? "";
  writeFileSync(copy, `${committed.trimEnd()}\n${salt}\n`);
  writeFileSync(original, committed);
}

function readIfPresent(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

export function projectName(program: string): string {
  const file = join(program, "Pulumi.yaml");
  const name = /^name:\s*["']?([\w.-]+)["']?\s*$/m.exec(readFileSync(file, "utf8"))?.[1];
  if (name === undefined) throw new Error(`${file} does not contain a name.`);
  return name;
}

function workspaceEnvironment(options: WorkspaceOptions, files: WorkspaceFiles): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !isPrivateVariable(name));
  const env: NodeJS.ProcessEnv = Object.fromEntries(inherited);
  const localHosts = [env["NO_PROXY"] ?? env["no_proxy"], "127.0.0.1", "localhost"].filter(Boolean).join(",");
  return {
    ...env,
    PATH: [join(projectRoot, "node_modules", ".bin"), options.cli.binFolder, env["PATH"]].join(delimiter),
    PULUMI_HOME: files.homeFolder,
    PULUMI_BACKEND_URL: pathToFileURL(files.backendFolder).href,
    PULUMI_CONFIG_PASSPHRASE: passphrase,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    NO_PROXY: localHosts,
    no_proxy: localHosts,
    ...options.env,
  };
}

/** Variables that the caller or the test runner uses and that a private run must not inherit. */
function isPrivateVariable(name: string): boolean {
  return /^(PULUMI_|AEP_|JEST_|NODE_OPTIONS$|NODE_V8_COVERAGE$|NODE_ENV$|FORCE_COLOR$)/.test(name);
}

async function initStack(
  stack: string,
  runChecked: (command: readonly string[]) => Promise<string>,
): Promise<void> {
  const stacks = JSON.parse(await runChecked(["stack", "ls", "--json"])) as { name: string }[];
  if (!stacks.some(({ name }) => name === stack)) await runChecked(["stack", "init", "--no-select"]);
}

function commandArguments(command: readonly string[], stack: string, files: WorkspaceFiles): string[] {
  const where = command[0] === "stack" && command[1] === "ls" ? [] : ["--stack", stack];
  const config = commandsWithConfig.has(command[0] ?? "") ? ["--config-file", files.configFile] : [];
  return [...command, ...where, ...config, "--non-interactive", "--color", "never"];
}

/** `--preview-only` cannot be combined with `--yes` and `--skip-preview`. */
function approvalFlags(more: readonly string[]): string[] {
  return more.includes("--preview-only") ? [] : ["--yes", "--skip-preview"];
}
