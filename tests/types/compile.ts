import { resolve } from "node:path";
import ts from "typescript";

const root = resolve(__dirname, "../..");

/** The compiler's messages for a set of programs, each as if it were in a file of its own; by name. */
export function compile(programs: Record<string, string>): Record<string, string[]> {
  const pathOf = (name: string) => resolve(__dirname, `${name}.virtual.ts`);
  const messages = compileAt(
    Object.fromEntries(Object.entries(programs).map(([name, text]) => [pathOf(name), text])),
  );
  return Object.fromEntries(Object.keys(programs).map((name) => [name, messages[pathOf(name)]!]));
}

/** The compiler's messages for files that need not exist; by path. */
export function compileAt(files: Record<string, string>): Record<string, string[]> {
  const program = programOf(files, compilerOptions());
  return Object.fromEntries(Object.keys(files).map((path) => [path, messagesFor(program, path)]));
}

/** The compiler's messages for a file that exists. */
export function compileFile(path: string): string[] {
  return messagesFor(ts.createProgram([path], compilerOptions()), path);
}

/** The declaration file that the compiler writes for a library, and its messages. */
export function declarationOf(library: string): { messages: string[]; declaration: string } {
  const path = resolve(__dirname, "library.virtual.ts");
  const program = programOf({ [path]: library }, { ...compilerOptions(), noEmit: false, declaration: true });
  const source = program.getSourceFile(path);
  let declaration = "";
  program.emit(source, (_path, text) => (declaration = text), undefined, true);
  return {
    messages: [...messagesFor(program, path), ...textsOf(program.getDeclarationDiagnostics(source))],
    declaration,
  };
}

function programOf(files: Record<string, string>, options: ts.CompilerOptions): ts.Program {
  const sources = new Map(Object.entries(files));
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
  return ts.createProgram([...sources.keys()], options, host);
}

function messagesFor(program: ts.Program, path: string): string[] {
  const source = program.getSourceFile(path);
  return textsOf([...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]);
}

function textsOf(diagnostics: readonly ts.Diagnostic[]): string[] {
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** The repository's own options; the package's name refers to the sources here. */
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
