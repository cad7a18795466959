import {
  containsSecret,
  isList,
  isObject,
  isSecret,
  markSecret,
  unknown,
  unwrapSecrets,
} from "./propertyValue";
import type { PropertyMap, PropertyValue } from "./propertyValue";

/** A value in a program: plain, secret, or an output of a resource declared earlier. */
export type ProgramValue =
  | undefined
  | null
  | boolean
  | number
  | string
  | Reference
  | SecretValue
  | readonly ProgramValue[]
  | { readonly [key: string]: ProgramValue };

export type ProgramInputs = Readonly<Record<string, ProgramValue>>;

export interface ResourceOptions {
  readonly dependsOn?: readonly Declaration[];
  readonly deleteBeforeReplace?: boolean;
  /** Reads the existing object with this id instead of managing one, as `static get` does. */
  readonly id?: string;
}

export interface Declaration {
  readonly kind: string;
  readonly name: string;
  readonly inputs: ProgramInputs;
  readonly options: ResourceOptions;
}

export type Declare = (
  kind: string,
  name: string,
  inputs?: ProgramInputs,
  options?: ResourceOptions,
) => Declaration;

export type Program = (declare: Declare) => void;

export class Reference {
  constructor(
    readonly declaration: Declaration,
    readonly path: string,
  ) {}
}

export class SecretValue {
  constructor(readonly value: ProgramValue) {}
}

/** `ref(landing).id`, or `ref(mapping, "version")` for any other output, with a path like `items[0].id`. */
export function ref(declaration: Declaration): { readonly id: Reference };
export function ref(declaration: Declaration, path: string): Reference;
export function ref(declaration: Declaration, path?: string): Reference | { readonly id: Reference } {
  return path === undefined ? { id: new Reference(declaration, "id") } : new Reference(declaration, path);
}

export function secret(value: ProgramValue): SecretValue {
  return new SecretValue(value);
}

/** Runs a program and returns its declarations in order. */
export function declarationsOf(program: Program): Declaration[] {
  const declarations: Declaration[] = [];
  program((kind, name, inputs = {}, options = {}) => {
    if (declarations.some((other) => other.kind === kind && other.name === name)) {
      throw new Error(`${kind} "${name}" is declared twice`);
    }
    const declaration = { kind, name, inputs, options };
    declarations.push(declaration);
    return declaration;
  });
  return declarations;
}

export function referencedBy(value: ProgramValue): Declaration[] {
  if (value instanceof Reference) return [value.declaration];
  if (value instanceof SecretValue) return referencedBy(value.value);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value as ProgramInputs).flatMap(referencedBy);
}

/** A resource after its step. Later declarations can refer to it. */
export interface Registered {
  /** Undefined in a preview that would create the object. */
  readonly id: string | undefined;
  readonly outputs: PropertyMap;
  readonly preview: boolean;
}

export type Registry = ReadonlyMap<Declaration, Registered>;

/** The properties sent to the engine: references resolved, secrets marked, undefined keys removed. */
export function resolveInputs(inputs: ProgramInputs, registry: Registry): PropertyMap {
  return resolveObject(inputs, registry);
}

function resolveValue(value: ProgramValue, registry: Registry): PropertyValue | undefined {
  if (value instanceof Reference) return resolveReference(value, registry);
  if (value instanceof SecretValue) return resolveSecret(value, registry);
  if (Array.isArray(value)) return value.map((item: ProgramValue) => resolveValue(item, registry) ?? null);
  if (typeof value !== "object" || value === null) return value;
  return resolveObject(value as ProgramInputs, registry);
}

function resolveObject(inputs: ProgramInputs, registry: Registry): PropertyMap {
  const resolved: Record<string, PropertyValue> = {};
  for (const [key, value] of Object.entries(inputs)) {
    const property = resolveValue(value, registry);
    if (property !== undefined) resolved[key] = property;
  }
  return resolved;
}

function resolveSecret(input: SecretValue, registry: Registry): PropertyValue {
  const value = resolveValue(input.value, registry) ?? null;
  return markSecret(unwrapSecrets(value));
}

/**
 * Outputs that do not exist in a preview are unknown. If a top-level output contains a secret, every value read
 * from that output is secret, because the Node SDK lifts secrets in this way.
 */
function resolveReference(reference: Reference, registry: Registry): PropertyValue | undefined {
  const { id, outputs, preview } = registry.get(reference.declaration)!;
  const absent = preview ? unknown : undefined;
  if (reference.path === "id") return id ?? absent;
  const [first, ...rest] = reference.path.split(/[.[\]]+/).filter((key) => key !== "");
  const output = outputs[first ?? ""];
  if (output === undefined) return absent;
  const found = valueAt(unwrapSecrets(output), rest);
  if (found === undefined) return absent;
  return containsSecret(output) ? markSecret(found) : found;
}

function valueAt(value: PropertyValue, path: readonly string[]): PropertyValue | undefined {
  const [key, ...rest] = path;
  if (key === undefined || value === unknown) return value;
  if (isSecret(value)) return undefined;
  const child = isList(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined;
  return child === undefined ? undefined : valueAt(child, rest);
}
