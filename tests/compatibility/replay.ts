import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest, ReadResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { getMonitor } from "@pulumi/pulumi/runtime/settings";
import { run } from "../program/program";
import { defaultTenantId } from "../emulator";
import type { Declaration, Program } from "../wire/program";
import type { PropertyMap } from "../wire/propertyValue";
import { type CapturedStack, kindPrefix } from "./capturedStack";

/** One resource of a program, as the SDK sends it to the engine. */
export interface Registration {
  readonly kind: string;
  readonly name: string;
  /** Id of an object that is only read. */
  readonly id: string | undefined;
  readonly inputs: PropertyMap;
  /** URNs. */
  readonly dependencies: readonly string[];
  readonly urn: string;
}

type Request = RegisterResourceRequest | ReadResourceRequest;
type RegisterResponse = { getUrn(): string };
type Register = (request: Request, callback: (error: unknown, response: RegisterResponse) => void) => void;

/** Runs a program with the current SDK. Each resource gets its id and outputs from the captured stack. */
export async function registrationsOf(
  program: string,
  project: string,
  stack: CapturedStack,
): Promise<Registration[]> {
  pulumi.runtime.setAllConfig({ ...stack.config });
  await pulumi.runtime.setMocks({ newResource: newResource(stack), call: lookUp }, project, "dev", false);
  const registrations: Registration[] = [];
  const monitor = getMonitor() as unknown as Record<"registerResource" | "readResource", Register>;
  for (const method of ["registerResource", "readResource"] as const) {
    const original = monitor[method].bind(monitor);
    monitor[method] = (request, callback) =>
      original(request, (error, response) => {
        if (request.getType().startsWith(kindPrefix))
          registrations.push(registrationOf(request, response.getUrn()));
        callback(error, response);
      });
  }
  run(readFileSync(program, "utf8"));
  await pulumi.runtime.disconnect();
  return registrations;
}

/** With mocks, the SDK calls this function instead of AEP. */
function lookUp({ token }: pulumi.runtime.MockCallArgs): Record<string, unknown> {
  return token === "aep:index:getTenant" ? { tenantId: defaultTenantId } : {};
}

function newResource({ resources }: CapturedStack) {
  return ({ type, name, id, inputs }: pulumi.runtime.MockResourceArgs) => {
    const captured = resources.find((resource) => resource.type === type && resource.name === name);
    if (captured) return { id: captured.id, state: captured.outputs as Record<string, unknown> };
    return { id: id || `${name}-id`, state: inputs as Record<string, unknown> };
  };
}

function registrationOf(request: Request, urn: string): Registration {
  const read = "getProperties" in request;
  const properties = read ? request.getProperties() : request.getObject();
  return {
    kind: request.getType().slice(kindPrefix.length),
    name: request.getName(),
    id: read ? request.getId() : undefined,
    inputs: (properties?.toJavaScript() ?? {}) as PropertyMap,
    dependencies: request.getDependenciesList(),
    urn,
  };
}

/** The same resources as a program for the `Stack` of tests/wire. `edit` changes the inputs of managed resources. */
export function programOf(
  registrations: readonly Registration[],
  edit: (kind: string, inputs: PropertyMap) => PropertyMap = (_kind, inputs) => inputs,
): Program {
  return (declare) => {
    const declared = new Map<string, Declaration>();
    for (const { kind, name, id, inputs, dependencies, urn } of registrations) {
      const dependsOn = dependencies.flatMap((other) => declared.get(other) ?? []);
      const declaration =
        id === undefined
          ? declare(kind, name, edit(kind, inputs), { dependsOn })
          : declare(kind, name, inputs, { dependsOn, id });
      declared.set(urn, declaration);
    }
  };
}
