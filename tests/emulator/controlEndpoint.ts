/** What `pulumi-aep emulator edit` and its siblings send to a running emulator. AEP has no such path. */

import type { Controls } from "./controls";
import { setAt } from "./setAt";
import type { RunStatus } from "./flowService/runs";
import type { ServiceResponse } from "./service";

export const controlPath = "/emulator/control";

export type Control =
  | { command: "edit"; collection: string; object: string; values: Record<string, unknown> }
  | { command: "remove"; collection: string; object: string }
  | { command: "add-batch"; object: string; status: string }
  | { command: "add-run"; object: string; status: RunStatus; message?: string }
  | { command: "disable-failing"; object: string };

export type SandboxControl = Control & { sandbox: string };

/**
 * Handles a control request. A web page cannot send one without leave, because browsers ask before they send JSON to
 * another origin.
 */
export function controlled(
  controls: Controls,
  contentType: string | undefined,
  text: string,
): ServiceResponse {
  if (contentType !== "application/json") return { status: 415, body: { error: "The body must be JSON." } };
  try {
    return { status: 200, body: { result: run(controls, JSON.parse(text) as SandboxControl) } };
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}

/** Returns the line that the command prints. */
function run(controls: Controls, control: SandboxControl): string {
  const { sandbox } = control;
  const find = (collection: string) => storedId(controls, sandbox, collection, control.object);
  switch (control.command) {
    case "edit": {
      const id = find(control.collection);
      controls.edit(sandbox, control.collection, id, (object) => {
        for (const [path, value] of Object.entries(control.values)) setAt(object, path.split("."), value);
      });
      return `Edited ${control.collection} ${id}`;
    }
    case "remove": {
      const id = find(control.collection);
      controls.remove(sandbox, control.collection, id);
      return `Removed ${control.collection} ${id}`;
    }
    case "add-batch":
      return `Added batch ${controls.addBatch(sandbox, find("dataSets"), { status: control.status })}`;
    case "add-run":
      return `Added run ${controls.addRun(sandbox, find("flows"), control)}`;
    case "disable-failing": {
      const id = find("flows");
      controls.disableFailing(sandbox, id);
      return `Disabled flow ${id}`;
    }
  }
}

/** The id of the object with this id, or with this name or title. */
function storedId({ world }: Controls, sandbox: string, collection: string, wanted: string): string {
  const found = world.sandboxes.find(({ name }) => name === sandbox);
  if (found === undefined) throw new Error(`There is no sandbox '${sandbox}'.`);
  const objects = [...world.collection<Record<string, unknown>>(found, collection)];
  if (objects.some(([id]) => id === wanted)) return wanted;
  const named = objects.filter(([, object]) => [object["name"], object["title"]].includes(wanted));
  if (named.length === 1) return named[0]![0];
  const what = `object '${wanted}' in '${collection}' of sandbox '${sandbox}'`;
  if (named.length === 0) throw new Error(`There is no ${what}.`);
  throw new Error(`There is more than one ${what}. Use an id: ${named.map(([id]) => id).join(", ")}.`);
}
