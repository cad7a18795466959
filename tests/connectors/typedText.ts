import { format } from "prettier";
import { connectors, statusText } from "../../provider/connectors";
import type { Connector, Param, Params } from "../../provider/connectors";

/** The text of provider/connectors/typed.ts: the catalogue as documented interfaces, for editors. */
export async function typedText(): Promise<string> {
  const text = [
    head,
    ...connectors.flatMap(authInterfaces),
    ...[...sourceShapes()].map(([name, { params, page, title }]) =>
      interfaceText(name, `What a source connection of ${title} reads.`, page, params),
    ),
    ...maps(),
  ].join("\n\n");
  return format(text, { parser: "typescript", printWidth: 110 });
}

const head = `// Generated from the catalogue beside it by \`npm run docs\`.
import type { Input } from "@pulumi/pulumi";

/** Login of AEP to a source. */
export interface AuthSpec<Name extends string, Params> {
  /** Name of the auth spec, exactly as the connection spec has it. Changing this replaces the base connection. */
  specName: Name;
  /** Kind of login, if Adobe's request has one beside the auth spec: \`OAuth2.0\` for Google BigQuery. Default: none. */
  type?: Input<string> | undefined;
  /** Parameters of the auth spec. A change is an update in place. Secret parameters are encrypted in state. */
  params: Input<Params>;
}

/** A column of a table source. */
export interface SourceColumn {
  /** Name of the column. */
  name: Input<string>;
  /** Type of the column in the source, such as \`String\` or \`Long\`. */
  type?: Input<string> | undefined;
  /** Type of the column in XDM. */
  xdm?: Input<{ type: Input<string>; format?: Input<string> | undefined }> | undefined;
  /** Type of the column in XDM, in one word such as \`string\` or \`date-time\`. */
  "meta:xdmType"?: Input<string> | undefined;
  /** Facts of the source about the column. Microsoft Dynamics requires \`originalType\`. */
  meta?: Input<Record<string, unknown>> | undefined;
}`;

function pascal(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join("");
}

function authName(connector: Connector, specName: string): string {
  return pascal(connector.name) + pascal(specName.replace(/ for .*/, ""));
}

function authInterfaces(connector: Connector): string[] {
  return Object.entries(connector.auth).map(([specName, params]) =>
    interfaceText(
      authName(connector, specName),
      `${connector.title}: parameters of \`${specName}\`.`,
      connector.page,
      params,
    ),
  );
}

function interfaceText(name: string, about: string, page: string, params: Params): string {
  const fields = Object.entries(params).map(([field, param]) => fieldText(field, param));
  return `/**\n * ${about}\n * @see ${page}\n */\nexport interface ${name} {\n${fields.join("\n")}\n}`;
}

function fieldText(name: string, param: Param): string {
  const type = `Input<${valueType(param)}>`;
  const declared = param.required ? `${name}: ${type}` : `${name}?: ${type} | undefined`;
  return `/** ${docOf(param)} */\n${declared};`;
}

/** The documentation of a field in an editor. */
export function docOf({ doc, secret, format, example, default: assumed }: Param): string {
  const sentences = [
    doc,
    secret ? "Secret: encrypted in state" : undefined,
    format === undefined ? undefined : `Format: ${format}`,
    assumed === undefined ? undefined : `Default: \`${String(assumed)}\``,
    example === undefined ? undefined : `Example: \`${example}\``,
  ];
  return sentences.flatMap((sentence) => (sentence === undefined ? [] : [`${sentence}.`])).join(" ");
}

function valueType(param: Param): string {
  if (param.enum) return param.enum.map((choice) => JSON.stringify(choice)).join(" | ");
  return {
    string: "string",
    integer: "number",
    boolean: "boolean",
    object: "Record<string, unknown>",
    columns: "Input<SourceColumn>[]",
  }[param.type];
}

interface Shape {
  title: string;
  page: string;
  params: Params;
}

/** Connectors with the same source parameters share one interface. */
function sourceShapes(): Map<string, Shape> {
  const named = connectors.filter(({ source }) => !source.open && Object.keys(source.params).length > 0);
  return new Map(
    named.map((connector) => {
      const { title, category, source } = connector;
      const shared = sharing(connector).length > 1;
      return [
        sourceName(connector),
        { title: shared ? `a source of ${category}` : title, page: source.page, params: source.params },
      ];
    }),
  );
}

function sharing({ category, source }: Connector): Connector[] {
  const shape = JSON.stringify(source.params);
  return connectors.filter(
    (other) => other.category === category && JSON.stringify(other.source.params) === shape,
  );
}

/** The most frequent parameters of a category have its name; other shared ones also have the names of their additional parameters. */
function sourceName(connector: Connector): string {
  if (sharing(connector).length === 1) return `${pascal(connector.name)}Source`;
  const peers = connectors.filter(({ category }) => category === connector.category);
  const [commonest] = [...peers].sort((one, other) => sharing(other).length - sharing(one).length);
  const known = Object.keys(commonest!.source.params);
  const more = Object.keys(connector.source.params).filter((name) => !known.includes(name));
  return `${pascal(connector.category)}Source${more.length === 0 ? "" : `With${more.map(pascal).join("")}`}`;
}

function sourceType(connector: Connector): string {
  if (connector.source.open) return "Record<string, unknown>";
  return Object.keys(connector.source.params).length === 0 ? "Record<string, never>" : sourceName(connector);
}

function maps(): string[] {
  return [
    mapText(
      "ConnectorAuth",
      "`auth` of each connector's base connections; never where AEP holds the account itself.",
      authType,
    ),
    mapText("ConnectorFormat", "`data.format` of each connector's source connections.", formatType),
    mapText("ConnectorParams", "`params` of each connector's source connections.", sourceType),
    "/** The connectors that the package knows. */\nexport type ConnectorName = keyof ConnectorAuth;",
    `/** The connectors whose source connections may have no \`data\`. */\nexport type StreamingConnector = ${streamingNames()};`,
  ];
}

function streamingNames(): string {
  const streaming = connectors.filter(({ category }) => category === "streaming");
  return streaming.map(({ name }) => `"${name}"`).join(" | ");
}

function mapText(name: string, doc: string, typeOf: (connector: Connector) => string): string {
  const entries = connectors.map(
    (connector) => `/** ${about(connector)} */\n"${connector.name}": ${typeOf(connector)};`,
  );
  return `/** ${doc} */\nexport interface ${name} {\n${entries.join("\n")}\n}`;
}

function authType(connector: Connector): string {
  const specs = Object.keys(connector.auth).map(
    (specName) => `AuthSpec<${JSON.stringify(specName)}, ${authName(connector, specName)}>`,
  );
  return specs.length === 0 ? "never" : specs.join(" | ");
}

function formatType({ source }: Connector): string {
  return source.formats.map((choice) => JSON.stringify(choice)).join(" | ");
}

function about({ title, status, note }: Connector): string {
  return `${title}${status === undefined ? "" : ` (${statusText(status)})`}.${note === undefined ? "" : ` ${note}`}`;
}
