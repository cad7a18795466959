import {
  type Connector,
  connectors,
  factsOf,
  type Params,
  type Status,
  statusText,
} from "../../provider/connectors";
import { code, codeList, table } from "./markdown";

/** The catalogue as a table, and one section per connector with its parameters. */
export function connectorTable(): string {
  const rows = connectors.map((connector) => [
    `[${code(connector.name)}](#${connector.name})`,
    connector.title,
    connector.category,
    connector.status ? statusText(connector.status) : "",
    factsOf(connector.name).date,
    codeList(Object.keys(connector.auth)) || "none",
  ]);
  return table(["Name", "Connector", "Category", "Status", "Facts of", "Auth specs"], rows);
}

export function connectorSections(): string {
  return connectors.map(section).join("\n\n");
}

function section(connector: Connector): string {
  const { name, title, page, note, id, version, flowSpec, deltaColumn, auth, source, status } = connector;
  const facts = [
    `- Adobe: [${title}](${page})`,
    `- Connection spec: ${code(id)}, version ${code(version)}`,
    `- Flow spec: ${code(flowSpec)}`,
    `- Formats: ${codeList(source.formats)}`,
    ...(deltaColumn ? ["- A recurring dataflow needs a delta column."] : []),
    ...(status === undefined ? [] : [`- Status: ${sentence(status)}`]),
    `- Facts of ${factsOf(name).date}: ${factsOf(name).source}`,
    ...(note === undefined ? [] : [`- ${note}`]),
  ];
  const specs = Object.entries(auth).map(
    ([spec, params]) => `**Auth spec ${code(spec)}**${authStatus(connector, spec)}\n\n${paramTable(params)}`,
  );
  const open = source.open ? "\n\nAEP accepts more source parameters than Adobe documents." : "";
  return [
    `### ${name}`,
    facts.join("\n"),
    ...(specs.length === 0 ? ["No base connection: AEP holds the account."] : specs),
    `**Source parameters**\n\n${paramTable(source.params)}${open}`,
  ].join("\n\n");
}

function authStatus({ authStatus }: Connector, spec: string): string {
  const status = authStatus?.[spec];
  return status === undefined ? "" : `: ${sentence(status)}`;
}

/** `deprecated since 2025-11; use ...`. */
function sentence(status: Status): string {
  return status.use === undefined ? statusText(status) : `${statusText(status)}; use ${status.use}`;
}

function paramTable(params: Params): string {
  const rows = Object.entries(params).map(([name, param]) => [
    code(name),
    param.enum ? codeList(param.enum) : param.type === "columns" ? "list of { name, type }" : param.type,
    param.required ? "yes" : "",
    param.secret ? "yes" : "",
    param.doc,
    param.default === undefined ? "" : code(String(param.default)),
  ]);
  if (rows.length === 0) return "None.";
  return table(["Parameter", "Type", "Required", "Secret", "Meaning", "Default of AEP"], rows);
}
