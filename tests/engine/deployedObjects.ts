import type { StackResource, StackState } from "./workspace";

/** A deployed AEP object in the state of a stack. */
export interface DeployedObject {
  kind: string;
  name: string;
  id: string;
  sandbox: string | undefined;
}

const typePrefix = "pulumi-nodejs:dynamic/aep:";

/** The AEP objects of a stack in the order of their creation. */
export function deployedObjectsOf(state: StackState): DeployedObject[] {
  return (state.deployment.resources ?? []).filter(isAepObject).map(({ type, urn, id, outputs }) => ({
    kind: type.slice(typePrefix.length),
    name: urn.slice(urn.lastIndexOf("::") + 2),
    id: id ?? "",
    sandbox: typeof outputs?.["sandbox"] === "string" ? outputs["sandbox"] : undefined,
  }));
}

/** A text table with the columns kind, name and id. */
export function objectTable(objects: readonly DeployedObject[]): string {
  const rows = [["Kind", "Name", "Id"], ...objects.map(({ kind, name, id }) => [kind, name, id])];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).join("\n");
}

function isAepObject({ type }: StackResource): boolean {
  return type.startsWith(typePrefix);
}
