import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "./projectRoot";
import type { PulumiCli } from "./pulumiCli";
import { runCommand, type CommandResult } from "./runCommand";

export interface WorkspaceOptions {
  cli: PulumiCli;
  /** A private folder for the backend, Pulumi's home and the stack's config. It is created if it does not exist. */
  folder: string;
  /** The folder with the program's Pulumi.yaml. */
  program: string;
  stack: string;
  /** Added to the environment of the CLI. Undefined removes a variable. */
  env?: NodeJS.ProcessEnv;
  /** The committed stack file (Pulumi.dev.yaml). A copy is used. If the file changes, secrets must be set again. */
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
  /** The config file of the stack, which is a copy. */
  readonly configFile: string;
  /** The folder of the backend, in which tests search for plain secrets. */
  readonly backendFolder: string;
  up(more?: readonly string[], options?: RunOptions): Promise<CommandResult>;
  preview(more?: readonly string[], options?: RunOptions): Promise<CommandResult>;
  refresh(more?: readonly string[], options?: RunOptions): Promise<CommandResult>;
  destroy(more?: readonly string[], options?: RunOptions): Promise<CommandResult>;
  /** Runs any other command of the CLI for the stack. */
  run(command: readonly string[], options?: RunOptions): Promise<CommandResult>;
  setConfig(key: string, value: string, kind?: "plain" | "secret"): Promise<void>;
  exportState(): Promise<StackState>;
  outputs(): Promise<Record<string, unknown>>;
}

/** Commands with --config-file, which run in the program's folder. All others only need the stack's name. */
const commandsWithConfig = new Set(["up", "preview", "refresh", "destroy", "config", "import", "watch"]);
const passphrase = "not a secret: the backend is a folder of this checkout";

/**
 * A stack of a Pulumi program in a private folder with its own backend, home and config. It does not use the user's login
 * or change committed stack files, and several workspaces can run in parallel.
 */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const place = layOut(options);
  const env = workspaceEnvironment(options, place);
  const run = (command: readonly string[], more: RunOptions = {}): Promise<CommandResult> =>
    runCommand(options.cli.command, commandArguments(command, options.stack, place), {
      cwd: commandsWithConfig.has(command[0] ?? "") ? options.program : place.projectFolder,
      env: { ...env, ...more.env },
      onOutput: "onOutput" in more ? more.onOutput : options.onOutput,
      signal: options.signal,
      ...(more.input === undefined ? {} : { input: more.input }),
    });
  const quietly = async (command: readonly string[], more: RunOptions = {}): Promise<string> => {
    const { code, stdout, stderr } = await run(command, { ...more, onOutput: undefined });
    if (code === 0) return stdout;
    throw new Error(
      `pulumi ${command.slice(0, 2).join(" ")} ended with exit code ${code}:\n${stderr}${stdout}`,
    );
  };
  await initStack(options.stack, quietly);

  return {
    stack: options.stack,
    configFile: place.configFile,
    backendFolder: place.backendFolder,
    run,
    up: (more = [], runOptions) => run(["up", "--yes", "--skip-preview", ...more], runOptions),
    preview: (more = [], runOptions) => run(["preview", ...more], runOptions),
    refresh: (more = [], runOptions) => run(["refresh", ...withoutPreview(more), ...more], runOptions),
    destroy: (more = [], runOptions) => run(["destroy", ...withoutPreview(more), ...more], runOptions),
    setConfig: async (key, value, kind = "plain") => {
      await quietly(["config", "set", `--${kind === "secret" ? "secret" : "plaintext"}`, key], {
        input: value,
      });
    },
    exportState: async () => JSON.parse(await quietly(["stack", "export"])) as StackState,
    outputs: async () =>
      JSON.parse(await quietly(["stack", "output", "--json", "--show-secrets"])) as Record<string, unknown>,
  };
}

interface Place {
  homeFolder: string;
  backendFolder: string;
  /** A project with the same name and without a program, in which `stack init` can write the salt into the config. */
  projectFolder: string;
  configFile: string;
}

function layOut({ folder, program, stack, configFile }: WorkspaceOptions): Place {
  const place = {
    homeFolder: join(folder, "home"),
    backendFolder: join(folder, "backend"),
    projectFolder: join(folder, "project"),
    configFile: join(folder, "project", `Pulumi.${stack}.yaml`),
  };
  for (const each of [place.homeFolder, place.backendFolder, place.projectFolder])
    mkdirSync(each, { recursive: true });
  const projectFile = `name: ${projectName(program)}\nruntime: nodejs\n`;
  writeFileSync(join(place.projectFolder, "Pulumi.yaml"), projectFile);
  copyConfig(configFile, place.configFile);
  return place;
}

/** Copies the committed file again if it has changed. Only the salt of the stack's secrets is kept. */
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
  if (name === undefined) throw new Error(`${file} has no name.`);
  return name;
}

function workspaceEnvironment(options: WorkspaceOptions, place: Place): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !isPrivateVariable(name));
  const env: NodeJS.ProcessEnv = Object.fromEntries(inherited);
  const localHosts = [env["NO_PROXY"] ?? env["no_proxy"], "127.0.0.1", "localhost"].filter(Boolean).join(",");
  return {
    ...env,
    PATH: [join(projectRoot, "node_modules", ".bin"), options.cli.binFolder, env["PATH"]].join(delimiter),
    PULUMI_HOME: place.homeFolder,
    PULUMI_BACKEND_URL: pathToFileURL(place.backendFolder).href,
    PULUMI_CONFIG_PASSPHRASE: passphrase,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    NO_PROXY: localHosts,
    no_proxy: localHosts,
    ...options.env,
  };
}

/** Variables of the caller's Pulumi, AEP and test runner that a private run must not use. */
function isPrivateVariable(name: string): boolean {
  return /^(PULUMI_|AEP_|JEST_|NODE_OPTIONS$|NODE_V8_COVERAGE$|NODE_ENV$|FORCE_COLOR$)/.test(name);
}

async function initStack(
  stack: string,
  quietly: (command: readonly string[]) => Promise<string>,
): Promise<void> {
  const known = JSON.parse(await quietly(["stack", "ls", "--json"])) as { name: string }[];
  if (!known.some(({ name }) => name === stack)) await quietly(["stack", "init", "--no-select"]);
}

function commandArguments(command: readonly string[], stack: string, place: Place): string[] {
  const where = command[0] === "stack" && command[1] === "ls" ? [] : ["--stack", stack];
  const config = commandsWithConfig.has(command[0] ?? "") ? ["--config-file", place.configFile] : [];
  return [...command, ...where, ...config, "--non-interactive", "--color", "never"];
}

/** `refresh --preview-only` and `destroy --preview-only` cannot be combined with --yes. */
function withoutPreview(more: readonly string[]): string[] {
  return more.includes("--preview-only") ? [] : ["--yes", "--skip-preview"];
}
