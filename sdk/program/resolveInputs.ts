import * as pulumi from "@pulumi/pulumi";
import { type Declared, declaredBy, isPending, isPlainObject, pending } from "./declared";

/** Waits for the Outputs and Promises in args, and puts their values in their places. */

/** A declaration whose args are those that the program wrote, and later the resolved ones. */
export function declarationOf(kind: string, name: string, args: unknown): Declared {
  const declared: Declared = { kind, name, args, describedBy: [] };
  if (!hasUnresolved(args)) return declared;
  const resolved = resolveValue(args).then(
    (known) => {
      declared.args = known;
    },
    // The registration waits for the same values and reports the error.
    () => undefined,
  );
  return Object.assign(declared, { resolved });
}

/** Resolves when the args of the resource and of all resources that it links to are known; undefined if they are known now. */
export function resolvedWithLinks(declared: Declared): Promise<unknown> | undefined {
  const waiting = [...withLinked(declared)].flatMap(({ resolved }) => resolved ?? []);
  return waiting.length === 0 ? undefined : Promise.all(waiting);
}

/** The resource, and all that it links to directly or through others. All of these are older, and none waits for it. */
function withLinked(declared: Declared, found = new Set<Declared>()): Set<Declared> {
  if (found.has(declared)) return found;
  found.add(declared);
  for (const next of [...linkedIn(declared.args), ...declared.describedBy]) withLinked(next, found);
  return found;
}

function linkedIn(value: unknown): Declared[] {
  const linked = declaredBy(value);
  return linked ? [linked] : partsOf(value).flatMap(linkedIn);
}

/** The id of a resource of the program need not be resolved: the resource is known without it. */
function hasUnresolved(value: unknown): boolean {
  return isPending(value) ? declaredBy(value) === undefined : partsOf(value).some(hasUnresolved);
}

function partsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isPlainObject(value) && !pulumi.Resource.isInstance(value) ? Object.values(value) : [];
}

async function resolveValue(value: unknown): Promise<unknown> {
  if (declaredBy(value) !== undefined || pulumi.Resource.isInstance(value)) return value;
  if (pulumi.isUnknown(value)) return pending;
  if (pulumi.Output.isInstance(value)) return resolveOutput(value);
  if (value instanceof Promise) return resolveValue(await value);
  if (Array.isArray(value)) return Promise.all(value.map(resolveValue));
  if (!isPlainObject(value)) return value;
  const fields = Object.entries(value).map(async ([key, field]) => [key, await resolveValue(field)] as const);
  return Object.fromEntries(await Promise.all(fields));
}

/** Members of Pulumi's Outputs that are not in their types. */
interface OutputInternals extends pulumi.Output<unknown> {
  readonly isKnown: Promise<boolean>;
  promise(withUnknowns: true): Promise<unknown>;
}

/**
 * A secret stays pending, so that no error text can show it. An undefined value stays pending too: with mocks, all outputs of an
 * object are undefined.
 */
async function resolveOutput(output: pulumi.Output<unknown>): Promise<unknown> {
  if (await pulumi.isSecret(output)) return pending;
  const { isKnown } = output as OutputInternals;
  const value = await (output as OutputInternals).promise(true);
  if (value === undefined) return pending;
  return (await isKnown) || pulumi.containsUnknowns(value) ? resolveValue(value) : pending;
}
