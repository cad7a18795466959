import * as pulumi from "@pulumi/pulumi";
import * as ts from "typescript";
import * as aep from "../../sdk";

/** Runs programs in this process without an engine; every object gets an id, unless it is a preview. */
export async function withoutEngine(
  preview = false,
  sent: (inputs: Record<string, unknown>) => void = () => undefined,
): Promise<void> {
  await pulumi.runtime.setMocks(
    {
      newResource: ({ name, inputs }) => {
        sent(inputs as Record<string, unknown>);
        return { id: `${name}-id`, state: inputs as Record<string, unknown> };
      },
      call: () => ({}),
    },
    "ingestion",
    "dev",
    preview,
  );
}

/** Waits for the registrations of a program, which may still be refused. */
export async function finished(): Promise<void> {
  await pulumi.runtime.disconnect();
}

/** An Output as that of an object which a preview is yet to make. */
export function unknownYet<Value>(_value: Value): pulumi.Output<Value> {
  return pulumi.output(pulumi.unknown) as unknown as pulumi.Output<Value>;
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
