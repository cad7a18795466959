import * as pulumi from "@pulumi/pulumi";

/** The registrations and reads that reached the engine. */
export interface Registration {
  type: string;
  name: string;
  id: string;
  inputs: Record<string, unknown>;
}

/** Runs programs without an engine and records their requests. Secrets are marked as in the protocol of the engine. */
export async function startRecording(preview = false): Promise<Registration[]> {
  const registrations: Registration[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, id, inputs }) => {
        registrations.push({ type, name, id: id ?? "", inputs: inputs as Record<string, unknown> });
        return { id: id === undefined || id === "" ? `${name}-id` : id, state: { ...inputs, etag: '"1"' } };
      },
      call: () => ({}),
    },
    "ingestion",
    "dev",
    preview,
  );
  return registrations;
}

/** The value of an Output, whether it is known, and whether it is secret. */
export async function inspect<T>(
  output: pulumi.Output<T>,
): Promise<{ value: T; known: boolean; secret: boolean }> {
  const inner = output as unknown as {
    promise(): Promise<T>;
    isKnown: Promise<boolean>;
    isSecret: Promise<boolean>;
  };
  return { value: await inner.promise(), known: await inner.isKnown, secret: await inner.isSecret };
}

/** A value in the protocol of the engine, where a secret is an object with this key. */
export async function onTheWire(inputs: pulumi.Inputs): Promise<Record<string, unknown>> {
  return (await pulumi.runtime.serializeProperties("", inputs)) as Record<string, unknown>;
}

export const secretMark = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

/** Waits until every registration has reached the engine. */
export async function waitForOutputs(): Promise<void> {
  await pulumi.runtime.disconnect();
}
