import type { Connector, Param, Params } from "./connector";
import { exampleOf, exampleSource } from "./example";
import { statusText } from "./status";

/** A starter program that ingests from one connector. Values that depend on the account come from config. */
export function starterProgram(connector: Connector): string {
  const { name, title, page } = connector;
  const account = Object.keys(connector.auth)[0];
  return [
    `// Ingests from ${title}${connector.status === undefined ? "" : ` (${statusText(connector.status)})`}: ${page}`,
    ...(connector.note === undefined ? [] : [`// ${connector.note}`]),
    account === undefined ? undefined : 'import * as pulumi from "@pulumi/pulumi";',
    'import * as aep from "pulumi-aep";',
    "",
    account === undefined ? undefined : baseConnection(connector, account),
    sourceConnection(connector, account !== undefined),
    chain(name),
    dataflow(connector),
  ]
    .filter((line) => line !== undefined)
    .join("\n");
}

function baseConnection(connector: Connector, specName: string): string {
  const params = connector.auth[specName]!;
  const others = Object.keys(connector.auth).slice(1);
  const configured = Object.entries(params).filter(([, param]) => param.required && isFromConfig(param));
  return [
    "const config = new pulumi.Config();",
    ...configured.map(([name, { secret }]) => `// pulumi config set ${secret ? "--secret " : ""}${name} ...`),
    ...(others.length === 0 ? [] : [`// Other auth specs: ${others.map(quoted).join(", ")}.`]),
    'const account = new aep.BaseConnection("account", {',
    `  connectionSpec: ${quoted(connector.name)},`,
    "  auth: {",
    `    specName: ${quoted(specName)},`,
    "    params: {",
    ...Object.entries(params).map(([name, param]) => `      ${authParam(name, param)}`),
    "    },",
    "  },",
    "});",
    "",
  ].join("\n");
}

function isFromConfig({ type, enum: choices }: Param): boolean {
  return type === "string" && !choices;
}

/** An optional parameter becomes a comment. */
function authParam(name: string, param: Param): string {
  const { doc, example, required, secret } = param;
  const fromConfig = isFromConfig(param);
  const value = fromConfig
    ? `config.require${secret ? "Secret" : ""}(${quoted(name)})`
    : literal(exampleOf(name, param));
  const form = fromConfig && example !== undefined ? `, such as ${example}` : "";
  return `${required ? "" : "// "}${name}: ${value}, // ${doc}${form}`;
}

/** A value in TypeScript: `{ name: "id" }`. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, entry]) => `${key}: ${literal(entry)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function sourceConnection(connector: Connector, hasAccount: boolean): string {
  const { data, params } = exampleSource(connector);
  const { open, params: known } = connector.source;
  const needed = Object.keys(params).length > 0 || open;
  return [
    `const source = new aep.SourceConnection("source", {`,
    ...(hasAccount ? ["  baseConnectionId: account.id,"] : []),
    `  connectionSpec: ${quoted(connector.name)},`,
    `  data: { format: ${quoted(data.format)} },`,
    ...(needed ? ["  params: {", ...sourceParams(known), "  },"] : []),
    "});",
    "",
  ].join("\n");
}

function sourceParams(params: Params): string[] {
  return Object.entries(params).map(([name, param]) => {
    const value = literal(exampleOf(name, param));
    return `    ${param.required ? "" : "// "}${name}: ${value}, // ${param.doc}`;
  });
}

function chain(name: string): string {
  return `const schema = new aep.Schema("schema", {
  title: ${quoted(`Data from ${name}`)},
  class: aep.xdm.profile,
  fieldGroups: [aep.xdm.profilePersonDetails],
});

const dataset = new aep.Dataset("dataset", { schemaRef: { id: schema.id } });

const target = new aep.TargetConnection("target", {
  data: { schema: { id: schema.id } },
  params: { dataSetId: dataset.id },
});

const mapping = new aep.MappingSet("mapping", {
  xdmSchema: schema.id,
  mappings: [{ sourceAttribute: "first_name", destinationXdmPath: "person.name.firstName" }],
});
`;
}

function dataflow({ category, deltaColumn }: Connector): string {
  const copy =
    '    { name: "Copy", params: { deltaColumn: { name: "updated_at" } } }, // Shows which rows are new.';
  const mapping =
    '    { name: "Mapping", params: { mappingId: mapping.id, mappingVersion: mapping.version } },';
  return [
    'export const dataflow = new aep.Dataflow("dataflow", {',
    "  sourceConnectionIds: [source.id],",
    "  targetConnectionIds: [target.id],",
    "  transformations: [",
    ...(deltaColumn ? [copy] : []),
    mapping,
    "  ],",
    ...(category === "streaming" ? [] : ['  scheduleParams: { frequency: "hour", interval: 1 },']),
    "}).id;",
    "",
  ].join("\n");
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
