import * as pulumi from "@pulumi/pulumi";
import { type Connector, connectorById, connectorByName } from "../../provider/connectors";

/** The resources that the program has declared so far, and how args are read while some of them are not known yet. */

export interface Declared {
  readonly kind: string;
  readonly name: string;
  /** As the program wrote them. After `resolved`, the values of Outputs and Promises are in their places. */
  args: unknown;
  /** Resolves when all args are known, and never rejects. Absent if they were known at once. */
  readonly resolved?: Promise<void>;
  /** The descriptors of a schema. */
  readonly describedBy: Declared[];
  /** The `id` of the resource itself. Absent for a ProfileEnablement, whose id means its schema. */
  id?: object;
}

/**
 * One per process, since component libraries may bring their own copies of this package. A change of what `Declared` means must
 * change the key, so that no copy misreads the entries of another.
 */
const registryKey = Symbol.for("pulumi-aep.declared.2");
const registries = globalThis as { [registryKey]?: WeakMap<object, Declared> };
const byId = (registries[registryKey] ??= new WeakMap<object, Declared>());

/** Only the `id` itself links to a resource: an Output that is made from it may hold any text. */
export function declare(resource: { id: object; schemaId?: object }, declared: Declared): void {
  if (declared.kind !== "ProfileEnablement") {
    declared.id = resource.id;
    byId.set(resource.id, declared);
    return;
  }
  const schema = declaredBy(valueAt(declared.args, "schemaId"));
  for (const id of [resource.id, resource.schemaId]) if (schema && id) byId.set(id, schema);
}

/** The resource of this program that has this `id`. */
export function declaredBy(id: unknown): Declared | undefined {
  return typeof id === "object" && id !== null ? byId.get(id) : undefined;
}

/** The resource that a link leads to, if it is of this kind. */
export function linkedTo(kind: string, id: unknown): Declared | undefined {
  const linked = declaredBy(id);
  return linked?.kind === kind ? linked : undefined;
}

/** Whether this is the `id` of a resource of the kind itself, not of a ProfileEnablement for it. */
export function isIdOf(kind: string, id: unknown): boolean {
  const declared = declaredBy(id);
  return declared?.kind === kind && declared.id === id;
}

/** The resource in error texts: `Schema "customers"`. */
export function labelOf({ kind, name }: Declared): string {
  return `${kind} "${name}"`;
}

/** Stands for a value that is not known. */
export const pending = Symbol.for("pulumi-aep.pending");

/** The value at a path: undefined if there is none, `pending` if an Output or Promise is on the way. */
export function valueAt(args: unknown, ...path: (string | number)[]): unknown {
  let value = args;
  for (const key of path) {
    if (isPending(value)) return pending;
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value ?? undefined;
}

export function isPending(value: unknown): boolean {
  return value === pending || pulumi.Output.isInstance(value) || value instanceof Promise;
}

/** Undefined also if the text is not known. */
export function textAt(args: unknown, ...path: (string | number)[]): string | undefined {
  const value = valueAt(args, ...path);
  return typeof value === "string" ? value : undefined;
}

/** Undefined if the list itself is not known. Its items may be pending. */
export function listAt(args: unknown, ...path: (string | number)[]): readonly unknown[] | undefined {
  const value = valueAt(args, ...path);
  if (value === undefined) return [];
  return Array.isArray(value) ? value : undefined;
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isPending(value);
}

/** The connection spec of a base or source connection, and its connector if that is in the catalogue. */
export function connectionSpecOf(
  args: unknown,
): { id: string; connector: Connector | undefined } | undefined {
  const spec = valueAt(args, "connectionSpec");
  const named = typeof spec === "string" ? connectorByName(spec) : undefined;
  const id = named?.id ?? textAt(spec, "id");
  return id === undefined ? undefined : { id, connector: named ?? connectorById(id) };
}
