import * as pulumi from "@pulumi/pulumi";
import * as ts from "typescript";
import * as aep from "../../sdk";

/** Runs programs in this process without an engine. Every object gets an id, except in a preview. */
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

/** Waits for the registrations of a program, which may still fail. */
export async function finished(): Promise<void> {
  await pulumi.runtime.disconnect();
}

/** An unknown Output, like that of a resource that does not exist yet in a preview. */
export function unknownYet<Value>(_value: Value): pulumi.Output<Value> {
  return pulumi.output(pulumi.unknown) as unknown as pulumi.Output<Value>;
}

/** The error of the program, or "". */
export function refusal(program: () => unknown): string {
  try {
    program();
    return "";
  } catch (error) {
    if (!pulumi.RunError.isInstance(error)) throw error;
    return error.message;
  }
}

/** Runs the text of a TypeScript program as Pulumi does, with the sources of this package as `pulumi-aep`. */
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
