import type { Emulator } from "../emulator";
import type { DeployedObject } from "./deployedObjects";
import { defaultOrgId } from "../emulator";

interface Edit {
  kind: string;
  collection: string;
  /** JSON Pointer of the edited field. `change` returns its new value. */
  path: string;
  change: (object: Record<string, unknown>) => unknown;
}

const clientId = "outside-editor";
const editMark = " (edited by hand)";

/** Edits that users typically make in the AEP UI. */
const edits: readonly Edit[] = [
  {
    kind: "BaseConnection",
    collection: "connections",
    path: "/name",
    change: ({ name }) => `${String(name).replace(editMark, "")}${editMark}`,
  },
  {
    kind: "Dataflow",
    collection: "flows",
    path: "/scheduleParams/interval",
    change: ({ scheduleParams }) => doubled((scheduleParams as { interval?: unknown } | undefined)?.interval),
  },
];

/** Edits deployed objects through the API, without Pulumi. Returns one line per edit. */
export async function editOutsidePulumi(
  emulator: Emulator,
  objects: readonly DeployedObject[],
): Promise<string[]> {
  const descriptions: string[] = [];
  for (const edit of edits) {
    const target = objects.find(({ kind }) => kind === edit.kind);
    if (target === undefined) continue;
    const value = await patch(emulator, target, edit);
    descriptions.push(`${edit.kind} "${target.name}": ${edit.path} is now ${JSON.stringify(value)}`);
  }
  return descriptions;
}

async function patch(
  emulator: Emulator,
  target: DeployedObject,
  { collection, path, change }: Edit,
): Promise<unknown> {
  const url = `${emulator.url}/data/foundation/flowservice/${collection}/${target.id}`;
  const headers = {
    Authorization: `Bearer ${emulator.issueToken(clientId)}`,
    "x-api-key": clientId,
    "x-gw-ims-org-id": defaultOrgId,
    "x-sandbox-name": target.sandbox ?? "",
    "Content-Type": "application/json",
  };
  const found = (await jsonOf(await fetch(url, { headers }))) as { items: Record<string, unknown>[] };
  const object = found.items[0]!;
  const value = change(object);
  const body = JSON.stringify([{ op: "replace", path, value }]);
  await jsonOf(
    await fetch(url, { method: "PATCH", headers: { ...headers, "If-Match": String(object["etag"]) }, body }),
  );
  return value;
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  throw new Error(`The edit outside Pulumi failed (HTTP ${response.status}): ${text}`);
}

/** Keeps the type of the value: AEP returns the numbers of a schedule as text. */
function doubled(interval: unknown): unknown {
  const value = 2 * Number(interval ?? 1);
  return typeof interval === "number" ? value : String(value);
}
