import { resolve } from "node:path";
import ts from "typescript";

const root = resolve(__dirname, "../..");

/** What the compiler says about a set of programs, each as if it stood in a file of its own; by name. */
export function compile(programs: Record<string, string>): Record<string, string[]> {
  const pathOf = (name: string) => resolve(__dirname, `${name}.virtual.ts`);
  const said = compileAt(
    Object.fromEntries(Object.entries(programs).map(([name, text]) => [pathOf(name), text])),
  );
  return Object.fromEntries(Object.keys(programs).map((name) => [name, said[pathOf(name)]!]));
}

/** What the compiler says about files that need not exist; by path. */
export function compileAt(files: Record<string, string>): Record<string, string[]> {
  const sources = new Map(Object.entries(files));
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  // With it, the compiler would look for files only in folders that exist.
  delete host.directoryExists;
  host.readFile = (path) => sources.get(path) ?? readFile(path);
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.getSourceFile = (path, ...rest) => {
    const text = sources.get(path);
    return text === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, text, rest[0], true);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return Object.fromEntries([...sources.keys()].map((path) => [path, complaints(program, path)]));
}

/** The compiler's complaints about a file that exists. */
export function compileFile(path: string): string[] {
  return complaints(ts.createProgram([path], compilerOptions()), path);
}

function complaints(program: ts.Program, path: string): string[] {
  const source = program.getSourceFile(path);
  const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** Those of the repository; the package's own name means its sources here. */
export function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(resolve(root, "tsconfig.json"), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const compilerOptions = {
    ...config.compilerOptions,
    paths: { "pulumi-aep": ["./sdk/index.ts"], "pulumi-aep/testing": ["./tests/emulator/index.ts"] },
    noUnusedLocals: false,
  };
  return ts.parseJsonConfigFileContent({ compilerOptions, files: [] }, ts.sys, root).options;
}
