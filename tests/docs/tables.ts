import { connectors } from "../../provider/connectors";
import { environmentName, type Setting, settings } from "../../provider/api/config";
import type { AnyDefinition } from "../../provider/resources/definition";
import { definitions } from "../../provider/resources";
import { type Switches, switchReasons } from "../emulator";
import { defaultSwitches } from "../emulator/switches";

/** The generated tables, from the definitions themselves. Columns are padded as Prettier pads them. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

const code = (text: string) => `\`${text}\``;
const list = (texts: readonly string[]) => (texts.length === 0 ? "-" : texts.map(code).join(", "));

function updateOf(definition: AnyDefinition): string {
  const action = definition.action ? `, action for ${code(definition.action.field)}` : "";
  if (definition.update === "put") return "PUT";
  return `PATCH${definition.patchType === undefined ? " with If-Match" : ", If-Match if known"}${action}`;
}

export function kindTable(): string {
  const rows = definitions.map((definition) => [
    code(definition.type),
    code(definition.collection.replace("/data/foundation", "").split("?")[0]!),
    updateOf(definition),
    list([...definition.immutable, "sandbox"]),
    definition.secret ? "the connector's secret `auth.params`" : "-",
    list(Object.keys(definition.outputs.shape)),
  ]);
  return table(
    ["Kind", "API", "Changed by", "Replaced when these change", "Secret", "Outputs beside the args"],
    rows,
  );
}

export function configTable(): string {
  const rows = (Object.keys(settings) as Setting[]).map((setting) => [
    code(`aep:${setting}`),
    code(environmentName(setting)),
    settings[setting].secret ? "yes" : "",
    settings[setting].what,
  ]);
  return table(["Key", "Environment", "Secret", "Meaning"], rows);
}

export function connectorTable(): string {
  const rows = connectors.map((connector) => [
    code(connector.name),
    `[${connector.title}](${connector.page})`,
    connector.category,
    connector.status ?? "",
    code(connector.id),
    code(connector.flowSpec),
    list(Object.keys(connector.auth)),
  ]);
  return table(
    ["Name", "Connector", "Category", "Status", "Connection spec", "Flow spec", "Auth specs"],
    rows,
  );
}

export function switchTable(): string {
  const rows = Object.entries(defaultSwitches()).map(([name, value]) => [
    code(name),
    code(JSON.stringify(value)),
    switchReasons[name as keyof Switches].replaceAll("|", "\\|"),
  ]);
  return table(["Switch", "Default", "Why it is a switch"], rows);
}
