import { referencedBy, resolveInputs, type Declaration, type ProgramInputs, type Registry } from "./program";
import type { Address } from "./providerClient";
import type { PropertyMap } from "./propertyValue";

/** The desired state of one resource. */
export interface Goal extends Address {
  readonly type: string;
  readonly inputs: PropertyMap;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly deleteBeforeReplace: boolean | undefined;
}

/** Values that the sdk and the engine add to a declaration. */
export interface Naming {
  readonly addressOf: (kind: string, name: string) => Address & { readonly type: string };
  /** The inputs that the sdk class builds from a program's arguments. Not called for resources that are only read. */
  readonly inputsOf: (kind: string, name: string, args: ProgramInputs) => ProgramInputs;
  readonly providerTextOf: (kind: string) => string;
}

export function goalOf(declaration: Declaration, naming: Naming, registry: Registry): Goal {
  const { kind, name, options } = declaration;
  const isRead = options.id !== undefined;
  const args = isRead ? declaration.inputs : naming.inputsOf(kind, name, declaration.inputs);
  const inputs = { ...args, __provider: naming.providerTextOf(kind) };
  const urnsOf = (used: readonly Declaration[]): string[] => {
    return [...new Set(used.map((other) => naming.addressOf(other.kind, other.name).urn))];
  };
  const uses = Object.entries(inputs).map(([key, value]) => [key, urnsOf(referencedBy(value))] as const);
  return {
    ...naming.addressOf(kind, name),
    inputs: resolveInputs(inputs, registry),
    dependencies: urnsOf(dependenciesOf({ ...declaration, inputs })),
    propertyDependencies: Object.fromEntries(uses),
    deleteBeforeReplace: options.deleteBeforeReplace,
  };
}

export function dependenciesOf({ inputs, options }: Declaration): Declaration[] {
  return [...referencedBy(inputs), ...(options.dependsOn ?? [])];
}
