import * as pulumi from "@pulumi/pulumi";
import { type Connector, connectorById, connectorByName } from "../../provider/connectors";

/** What the program has declared so far, and how its args are read while some of them are not known yet. */

export interface Declared {
  readonly kind: string;
  readonly name: string;
  /** As the program wrote them; after `arrival` with the values that it left to Outputs and Promises. */
  args: unknown;
  /** Absent where all args were known at once; never rejected. */
  readonly resolved?: Promise<void>;
  /** The descriptors of a schema. */
  readonly describedBy: Declared[];
  /** Its own, which is not that of an object that stands for it. */
  id?: object;
}

/**
 * One per process, since component libraries may bring copies of this package of their own. Whatever makes kept args mean
 * something else changes the key, so that no copy misreads another.
 */
const registryKey = Symbol.for("pulumi-aep.declared.1");
const registries = globalThis as { [registryKey]?: WeakMap<object, Declared> };
const byId = (registries[registryKey] ??= new WeakMap<object, Declared>());

/** A link is the other object's `id` itself: an Output made from it may hold anything, and is no more than its text. */
export function declare(resource: { id: object; schemaId?: object }, declared: Declared): void {
  if (declared.kind !== "ProfileEnablement") {
    declared.id = resource.id;
    byId.set(resource.id, declared);
    return;
  }
  // It has its schema's id and stands for that.
  const schema = declaredBy(at(declared.args, "schemaId"));
  for (const id of [resource.id, resource.schemaId]) if (schema && id) byId.set(id, schema);
}

/** The object of this program whose `id` it is. */
export function declaredBy(id: unknown): Declared | undefined {
  return typeof id === "object" && id !== null ? byId.get(id) : undefined;
}

/** Whether it is the `id` of an object of the kind itself, and not of one that stands for it. */
export function isIdOf(kind: string, id: unknown): boolean {
  const declared = declaredBy(id);
  return declared?.kind === kind && declared.id === id;
}

/** As error texts say it: `Schema "customers"`. */
export function called({ kind, name }: Declared): string {
  return `${kind} "${name}"`;
}

/** The value of an Input that only the run can tell. */
export const pending = Symbol.for("pulumi-aep.pending");

/** What stands at a path: undefined where there is nothing, `pending` where an Output or Promise is on the way. */
export function at(args: unknown, ...path: (string | number)[]): unknown {
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

/** Undefined too where it is not known. */
export function textAt(args: unknown, ...path: (string | number)[]): string | undefined {
  const value = at(args, ...path);
  return typeof value === "string" ? value : undefined;
}

/** Undefined where the list itself is not known; its items may still be pending. */
export function listAt(args: unknown, ...path: (string | number)[]): readonly unknown[] | undefined {
  const value = at(args, ...path);
  if (value === undefined) return [];
  return Array.isArray(value) ? value : undefined;
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isPending(value);
}

/** The connection spec of a base or source connection, and what the catalogue knows of it. */
export function specOf(args: unknown): { id: string; connector: Connector | undefined } | undefined {
  const spec = at(args, "connectionSpec");
  const named = typeof spec === "string" ? connectorByName(spec) : undefined;
  const id = named?.id ?? textAt(spec, "id");
  return id === undefined ? undefined : { id, connector: named ?? connectorById(id) };
}
