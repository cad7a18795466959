import type { LedgerEntry } from "../emulator";

interface Operation {
  op: string;
  path: string;
}

/** One line per write: method, path, and the paths that a JSON Patch changes. Values are omitted, they can be secret. */
export function describeWrites(writes: readonly LedgerEntry[]): string {
  return writes
    .map((write) => `  ${write.method.padEnd(6)} ${write.path}${describePatch(write.body)}`)
    .join("\n");
}

function describePatch(body: unknown): string {
  if (!Array.isArray(body) || !body.every(isOperation)) return "";
  return `  [${body.map(({ op, path }) => `${op} ${path}`).join(", ")}]`;
}

function isOperation(value: unknown): value is Operation {
  return typeof value === "object" && value !== null && "op" in value && "path" in value;
}
