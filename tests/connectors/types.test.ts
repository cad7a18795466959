import { resolve } from "node:path";
import ts from "typescript";
import {
  type Connector,
  connectors,
  exampleOf,
  exampleParams,
  exampleSource,
  type Param,
} from "../../provider/connectors";
import { compilerOptions } from "../types/compile";
import { docOf } from "./typedText";
import { typedIsCurrent } from "./writeTyped";

/** One statement per line, so that a line is a case. */
interface Case {
  title: string;
  program: string;
  /** A part of the expected message; undefined if there must be none. */
  about?: string;
}

type JsonObject = Record<string, unknown>;

function baseProgram({ name }: Connector, specName: string, params: JsonObject): string {
  const auth = { specName, params };
  return `new aep.BaseConnection("a", ${JSON.stringify({ connectionSpec: name, auth })});`;
}

function sourceProgram({ name }: Connector, data: JsonObject, params?: JsonObject): string {
  return `new aep.SourceConnection("a", ${JSON.stringify({ connectionSpec: name, data, params })});`;
}

function authCases(connector: Connector): Case[] {
  return Object.entries(connector.auth).flatMap(([specName, known]) => [
    ...paramCases(`${connector.name}, ${specName}`, known, (params) =>
      baseProgram(connector, specName, params),
    ),
    {
      title: `${connector.name}, a wrong name for ${specName}`,
      program: baseProgram(connector, `${specName} x`, exampleParams(known)),
      about: `${specName} x`,
    },
  ]);
}

function sourceCases(connector: Connector): Case[] {
  const { name, source } = connector;
  const { data, params } = exampleSource(connector);
  const wrongFormat = { format: "xml" };
  const cases = source.open
    ? [{ title: `${name}, free params`, program: sourceProgram(connector, data, { anything: [1] }) }]
    : paramCases(`${name}, source`, source.params, (given) => sourceProgram(connector, data, given));
  const format = {
    title: `${name}, format`,
    program: sourceProgram(connector, wrongFormat, params),
    about: "xml",
  };
  if (Object.keys(params).length === 0) return [...cases, format];
  return [
    ...cases,
    format,
    { title: `${name}, no params`, program: sourceProgram(connector, data), about: "params" },
  ];
}

/** Valid with the required and with all parameters; each parameter missing, of another type or not allowed; an unknown one. */
function paramCases(
  title: string,
  known: Record<string, Param>,
  program: (params: JsonObject) => string,
): Case[] {
  const complete = exampleParams(known, "all");
  const all = Object.entries(known);
  return [
    { title, program: program(exampleParams(known)) },
    { title: `${title}, all params`, program: program(complete) },
    ...all.map(([name, param]) => ({
      title: `${title}, ${name} of another type`,
      program: program({ ...complete, [name]: param.type === "boolean" ? 4 : true }),
      about: name,
    })),
    ...all
      .filter(([, { required }]) => required)
      .map(([name]) => {
        const { [name]: _, ...rest } = complete;
        return {
          title: `${title}, no ${name}`,
          program: program(rest),
          about: isEmpty(rest) ? "params" : name,
        };
      }),
    ...all
      .filter(([, param]) => param.enum)
      .map(([name, param]) => ({
        title: `${title}, ${name} not allowed`,
        program: program({ ...complete, [name]: `${String(exampleOf(name, param))}x` }),
        about: name,
      })),
    { title: `${title}, unknown`, program: program({ ...complete, noSuchField: "x" }), about: "noSuchField" },
  ];
}

/** For a literal without fields, the message of the compiler has the missing type, not its fields. */
function isEmpty(params: JsonObject): boolean {
  return Object.keys(params).length === 0;
}

const cases = connectors.flatMap((connector) => [...authCases(connector), ...sourceCases(connector)]);
const file = resolve(__dirname, "everyConnector.virtual.ts");
const text = ['import * as aep from "pulumi-aep";', ...cases.map(({ program }) => program)].join("\n");
const service = languageService();
const program = service.getProgram()!;
const source = program.getSourceFile(file)!;
const diagnostics = collect();

function languageService(): ts.LanguageService {
  const options = compilerOptions();
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const found = path === file ? text : ts.sys.readFile(path);
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
    },
    getCurrentDirectory: () => __dirname,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: (path) => (path === file ? text : ts.sys.readFile(path)),
  };
  return ts.createLanguageService(host);
}

/** Each message of the compiler with its text in the source, by line. */
function collect(): Map<number, string[]> {
  const byLine = new Map<number, string[]>();
  for (const { start, length, messageText } of program.getSemanticDiagnostics(source)) {
    const { line } = source.getLineAndCharacterOfPosition(start!);
    const place = text.slice(start!, start! + length!);
    const messages = `${place}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    byLine.set(line, [...(byLine.get(line) ?? []), messages]);
  }
  return byLine;
}

const lines = cases.map((one, index) => ({ ...one, messages: diagnostics.get(index + 1) ?? [] }));

test("provider/connectors/typed.ts is current; if not, run `npm run docs`", async () => {
  expect(await typedIsCurrent()).toBe(true);
});

test.each(lines.filter(({ about }) => about === undefined))("compiles: $title", ({ messages }) => {
  expect(messages).toEqual([]);
});

test.each(lines.filter(({ about }) => about !== undefined))(
  "does not compile: $title",
  ({ messages, about }) => {
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(about);
  },
);

/** A message that lists every connector of the catalogue for one wrong field is of no use. */
test("the messages of the compiler about one connector contain no other connector", () => {
  const names = connectors.map(({ name }) => name);
  const long = lines.filter(
    ({ messages }) => names.filter((name) => messages.join().includes(`"${name}"`)).length > 1,
  );
  expect(long.map(({ title }) => title)).toEqual([]);
});

const documented = connectors.flatMap((connector) => [
  ...Object.entries(connector.auth).map(([specName, known]) => ({
    title: `${connector.name}, ${specName}`,
    line: baseProgram(connector, specName, exampleParams(known, "all")),
    known,
  })),
  ...(connector.source.open ? [] : [connector]).map(({ name, source }) => ({
    title: `${name}, source`,
    line: sourceProgram(connector, exampleSource(connector).data, exampleParams(source.params, "all")),
    known: source.params,
  })),
]);

test.each(documented)("an editor shows the documentation of every field of $title", ({ line, known }) => {
  const begin = text.indexOf(line);
  expect(begin).toBeGreaterThan(0);
  for (const [name, param] of Object.entries(known)) {
    const at = text.indexOf(`"${name}":`, text.indexOf('"params":', begin)) + 1;
    const info = service.getQuickInfoAtPosition(file, at);
    expect(ts.displayPartsToString(info?.documentation)).toBe(docOf(param));
  }
});

test("completion offers only the fields of the connector", () => {
  const line = baseProgram(connectors[0]!, "Access Key", exampleParams(connectors[0]!.auth["Access Key"]!));
  const at = text.indexOf('"s3AccessKey"', text.indexOf(line)) + 1;
  const offered = service.getCompletionsAtPosition(file, at, undefined)?.entries.map(({ name }) => name);
  expect(offered).toEqual(expect.arrayContaining(["s3AccessKey", "s3SessionToken", "bucketName"]));
  expect(offered).not.toContain("connectionString");
});
