import {
  type Connector,
  connectorById,
  connectorByName,
  connectors,
  nearestName,
  starterProgram,
} from "../../provider/connectors";

/** Where texts go. */
interface Output {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
}

const usage = `Usage: pulumi-aep connectors [NAME]

Lists the source connectors that the package knows; with the name or spec id of one, prints a program to begin with. Any
other connector is written as connectionSpec: { id, version }.
`;

/** Answers with the exit code of the process: 0 done, 2 wrongly called. */
export function connectorsCommand(args: string[], to: Output = process): number {
  const [name, ...rest] = args;
  if (name === "--help" || name === "-h") return print(to.stdout, usage, 0);
  if (name === undefined) return print(to.stdout, `${listing(connectors)}\n`, 0);
  if (rest.length > 0 || name.startsWith("-")) return print(to.stderr, usage, 2);
  const connector = connectorByName(name) ?? connectorById(name);
  if (connector) return print(to.stdout, starterProgram(connector), 0);
  const nearest = nearestName(
    name,
    connectors.map((known) => known.name),
  );
  const hint =
    nearest === undefined ? "`pulumi-aep connectors` lists the names." : `Did you mean "${nearest}"?`;
  return print(to.stderr, `pulumi-aep: the catalogue has no connector "${name}". ${hint}\n`, 2);
}

function listing(known: readonly Connector[]): string {
  const rows = known.map(({ name, title, status, category, auth }) => [
    name,
    status === undefined ? title : `${title} (${status})`,
    category,
    Object.keys(auth).join(", ") || "-",
  ]);
  return columns([["NAME", "CONNECTOR", "READS", "AUTH SPECS"], ...rows]);
}

function columns(rows: string[][]): string {
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

function print(stream: Output["stdout"], text: string, code: number): number {
  stream.write(text);
  return code;
}
