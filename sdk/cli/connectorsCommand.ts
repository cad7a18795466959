import { createRequire } from "node:module";
import type * as catalogue from "../../provider/connectors";
import { type Output, print } from "./output";

const usage = `Usage: pulumi-aep connectors [NAME]

Without NAME, lists the source connectors of the catalogue. With the name of a
connector or the id of its connection spec, prints a starter program for it.
A program can use any other connector as connectionSpec: { id, version }.
`;

const load = createRequire(__filename);

/** Returns the exit code of the process: 0 for success, 2 for a usage error. */
export function connectorsCommand(args: string[], to: Output = process): number {
  const [name, ...rest] = args;
  if (name === "--help" || name === "-h") return print(to.stdout, usage, 0);
  const option = args.find((arg) => arg.startsWith("-"));
  if (option !== undefined) return print(to.stderr, `pulumi-aep: unknown option "${option}".\n\n${usage}`, 2);
  if (rest.length > 0) {
    return print(
      to.stderr,
      `pulumi-aep: only one connector can be named, not ${args.length}.\n\n${usage}`,
      2,
    );
  }
  const facts = load("../../provider/connectors") as typeof catalogue;
  if (name === undefined) return print(to.stdout, `${tableOf(facts)}\n`, 0);
  const connector = facts.connectorByName(name) ?? facts.connectorById(name);
  if (connector) return print(to.stdout, facts.starterProgram(connector), 0);
  const nearest = facts.nearestName(
    name,
    facts.connectors.map((known) => known.name),
  );
  const hint =
    nearest === undefined ? "`pulumi-aep connectors` lists all names." : `Did you mean "${nearest}"?`;
  return print(to.stderr, `pulumi-aep: unknown connector "${name}". ${hint}\n`, 2);
}

function tableOf(facts: typeof catalogue): string {
  const rows = facts.connectors.map(({ name, title, status, category, auth }) => [
    name,
    status === undefined ? title : `${title} (${facts.statusText(status)})`,
    category,
    Object.keys(auth).join(", ") || "-",
  ]);
  return aligned([["NAME", "CONNECTOR", "READS", "AUTH SPECS"], ...rows]);
}

function aligned(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
