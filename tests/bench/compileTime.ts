import { resolve } from "node:path";
import ts from "typescript";
import { connectors, exampleParams, exampleSource } from "../../provider/connectors";
import { projectRoot } from "../engine/projectRoot";

/**
 * Measures the compile time of a program with 50 connections of the catalogue. Compares it with the same program with
 * connectors by id, whose parameters are plain records. Both run alternately in one process; the result is the median.
 */

const connections = 50;
const turns = 9;

/** The maximum ratio that the package guarantees. */
const maximumRatio = 1.5;

type Kind = "typed" | "plain";

function programText(kind: Kind): string {
  const specs = connectors.flatMap((connector) =>
    Object.entries(connector.auth).map(([specName, params]) => ({ connector, specName, params })),
  );
  const statements = Array.from({ length: connections }, (_, index) => {
    const { connector, specName, params } = specs[index % specs.length]!;
    const { name, id } = connector;
    const connectionSpec = kind === "typed" ? name : { id };
    const base = { connectionSpec, auth: { specName, params: exampleParams(params, "all") } };
    const source = { connectionSpec, ...exampleSource(connector, "all") };
    return [
      `const base${index} = new aep.BaseConnection("base${index}", ${JSON.stringify(base)});`,
      `export const source${index} = new aep.SourceConnection("source${index}", { ...${JSON.stringify(source)}, baseConnectionId: base${index}.id });`,
    ].join("\n");
  });
  return ['import * as aep from "pulumi-aep";', ...statements].join("\n");
}

const file = resolve(projectRoot, "compileTime.virtual.ts");
const texts: Record<Kind, string> = { typed: programText("typed"), plain: programText("plain") };

/** Milliseconds until all diagnostics are available. Libraries are parsed once and shared, as in watch mode. */
function compileMs(
  kind: Kind,
  libraries: Map<string, ts.SourceFile | undefined>,
): { total: number; check: number } {
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.getSourceFile = (path, version) => {
    if (path === file) return ts.createSourceFile(path, texts[kind], version, true);
    if (!libraries.has(path)) libraries.set(path, getSourceFile.call(host, path, version));
    return libraries.get(path);
  };
  const start = performance.now();
  const program = ts.createProgram([file], options, host);
  const ready = performance.now();
  const diagnostics = program.getSemanticDiagnostics(program.getSourceFile(file));
  const end = performance.now();
  if (diagnostics.length > 0) {
    throw new Error(ts.flattenDiagnosticMessageText(diagnostics[0]!.messageText, "\n"));
  }
  return { total: end - start, check: end - ready };
}

/** The options of a user's project: strict, with the package imported by its name. */
function compilerOptions(): ts.CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.Node20,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    paths: { "pulumi-aep": [resolve(projectRoot, "sdk/index.ts")] },
    types: ["node"],
    typeRoots: [resolve(projectRoot, "node_modules/@types")],
  };
}

function median(values: number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

export interface CompileTimes {
  typedMs: number;
  plainMs: number;
  /** Ratio of the whole compilation. */
  ratio: number;
  /** Ratio of the type check only, after all files are read and bound. */
  checkRatio: number;
}

export function measureCompileTime(): CompileTimes {
  const libraries = new Map<string, ts.SourceFile | undefined>();
  const measured = {
    typed: [] as { total: number; check: number }[],
    plain: [] as { total: number; check: number }[],
  };
  for (const kind of ["typed", "plain"] as const) compileMs(kind, libraries);
  for (let turn = 0; turn < turns; turn++) {
    const order = turn % 2 === 0 ? (["typed", "plain"] as const) : (["plain", "typed"] as const);
    for (const kind of order) measured[kind].push(compileMs(kind, libraries));
  }
  const total = (kind: Kind) => median(measured[kind].map((one) => one.total));
  const check = (kind: Kind) => median(measured[kind].map((one) => one.check));
  return {
    typedMs: total("typed"),
    plainMs: total("plain"),
    ratio: total("typed") / total("plain"),
    checkRatio: check("typed") / check("plain"),
  };
}

function main(): void {
  const { typedMs, plainMs, ratio, checkRatio } = measureCompileTime();
  process.stdout.write(
    `compile time, ${connections} connections: typed ${typedMs.toFixed(0)} ms, plain records ${plainMs.toFixed(0)} ms, ` +
      `ratio ${ratio.toFixed(2)} (type check only: ${checkRatio.toFixed(2)}; maximum ${maximumRatio})\n`,
  );
  if (ratio > maximumRatio) process.exitCode = 1;
}

if (require.main === module) main();
