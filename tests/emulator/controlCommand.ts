/** `pulumi-aep emulator edit`, `remove`, `add-batch`, `add-run` and `disable-failing`: change a running emulator. */

import { parseArgs } from "node:util";
import { controlPath, type Control, type SandboxControl } from "./controlEndpoint";

export const controlUsage = `Usage: pulumi-aep emulator COMMAND ARGUMENTS [--url URL] [--sandbox NAME]

Changes the objects of a running emulator, as other users of AEP and AEP itself do. OBJECT is an id, a name or a title.

  edit COLLECTION OBJECT PATH=VALUE ...   set fields, such as scheduleParams.interval=30; VALUE is JSON or a text
  remove COLLECTION OBJECT                delete an object
  add-batch DATASET [--status STATUS]     add a batch to a dataset (default: success)
  add-run DATAFLOW [--status STATUS] [--message TEXT]
                                          add a run to a dataflow (default: success), such as a failed one
  disable-failing DATAFLOW                disable a dataflow as AEP does after 30 days of failed runs

  --url URL       the URL that the emulator has printed (default: AEP_ENDPOINT)
  --sandbox NAME  the sandbox of the object (default: AEP_SANDBOX, or else dev)
`;

interface Options {
  status?: string | undefined;
  message?: string | undefined;
}

/** By command: what it sends. Undefined if the number of arguments is wrong. */
const controls: Record<string, (words: string[], options: Options) => Control | undefined> = {
  edit: ([collection, object, ...settings]) =>
    collection !== undefined && object !== undefined && settings.length > 0
      ? { command: "edit", collection, object, values: Object.fromEntries(settings.map(setting)) }
      : undefined,
  remove: ([collection, object, ...rest]) =>
    collection !== undefined && object !== undefined && rest.length === 0
      ? { command: "remove", collection, object }
      : undefined,
  "add-batch": ([object, ...rest], { status = "success" }) =>
    object !== undefined && rest.length === 0 ? { command: "add-batch", object, status } : undefined,
  "add-run": ([object, ...rest], { status = "success", message }) =>
    object !== undefined && rest.length === 0
      ? { command: "add-run", object, status: runStatus(status), ...(message !== undefined && { message }) }
      : undefined,
  "disable-failing": ([object, ...rest]) =>
    object !== undefined && rest.length === 0 ? { command: "disable-failing", object } : undefined,
};

export function isControlCommand(name: string | undefined): boolean {
  return name !== undefined && Object.hasOwn(controls, name);
}

/** Returns the exit code of the process. */
export async function controlCommand([name = "", ...args]: string[]): Promise<number> {
  const parsed = parse(name, args);
  if (typeof parsed === "string") {
    (parsed === controlUsage ? process.stdout : process.stderr).write(parsed);
    return parsed === controlUsage ? 0 : 2;
  }
  try {
    process.stdout.write(`${await send(parsed.url, parsed.control)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** Returns what to send, or the text to print instead. */
function parse(name: string, args: string[]): { url: string; control: SandboxControl } | string {
  const text = { type: "string" } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: text,
        sandbox: text,
        status: text,
        message: text,
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help && positionals.length === 0) return controlUsage;
    const control = controls[name]?.(positionals, values);
    if (control === undefined) throw new Error(`The arguments of ${name} are wrong.`);
    if (values.help) return controlUsage;
    const url = values.url ?? process.env["AEP_ENDPOINT"];
    if (url === undefined) throw new Error("Give the URL of the emulator with --url.");
    const sandbox = values.sandbox ?? process.env["AEP_SANDBOX"] ?? "dev";
    return { url, control: { ...control, sandbox } };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${controlUsage}`;
  }
}

function setting(word: string): [string, unknown] {
  const [, path, text = ""] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
  if (path === undefined) throw new Error(`"${word}" must have the form PATH=VALUE.`);
  try {
    return [path, JSON.parse(text) as unknown];
  } catch {
    return [path, text];
  }
}

function runStatus(text: string) {
  const statuses = ["success", "failed", "partialSuccess", "inProgress"] as const;
  const status = statuses.find((candidate) => candidate === text);
  if (status === undefined) throw new Error(`--status must be one of ${statuses.join(", ")}, not "${text}".`);
  return status;
}

async function send(url: string, control: SandboxControl): Promise<string> {
  const response = await fetch(new URL(controlPath, url), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(control),
  }).catch((error: unknown) => {
    throw new Error(`No emulator runs at ${url}. Start it with \`pulumi-aep emulator\`.`, { cause: error });
  });
  const { result, error } = (await response.json().catch(() => ({}))) as { result?: string; error?: string };
  if (response.ok && result !== undefined) return result;
  throw new Error(error ?? `${url} is not an emulator: it responded with HTTP ${response.status}.`);
}
