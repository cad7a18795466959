import * as pulumi from "@pulumi/pulumi";
import * as ts from "typescript";
import * as aep from "../../sdk";

/** Runs programs in this process without an engine; every object gets an id, unless it is a preview. */
export async function withoutEngine(preview = false): Promise<void> {
  await pulumi.runtime.setMocks(
    {
      newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs as Record<string, unknown> }),
      call: () => ({}),
    },
    "ingestion",
    "dev",
    preview,
  );
}

/** What the program is told, or "" if nothing. */
export function refusal(program: () => unknown): string {
  try {
    program();
    return "";
  } catch (error) {
    if (!pulumi.RunError.isInstance(error)) throw error;
    return error.message;
  }
}

/** The text of a TypeScript program, run as Pulumi runs it, with this package for `pulumi-aep`. */
export function run(text: string): Record<string, unknown> {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const modules: Record<string, unknown> = { "@pulumi/pulumi": pulumi, "pulumi-aep": aep };
  const exports: Record<string, unknown> = {};
  const body = new Function("require", "exports", outputText) as (
    load: (name: string) => unknown,
    exports: Record<string, unknown>,
  ) => void;
  body((name) => modules[name], exports);
  return exports;
}
