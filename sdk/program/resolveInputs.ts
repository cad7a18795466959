import * as pulumi from "@pulumi/pulumi";
import { type Declared, declaredBy, isPending, isPlainObject, pending } from "./declared";

/** Args in which the values of Outputs and Promises take their places as soon as the run tells them. */

/** What the program declares, with its args as they are written and later as they are known. */
export function declarationOf(kind: string, name: string, args: unknown): Declared {
  const declared: Declared = { kind, name, args, describedBy: [] };
  if (!hasLate(args)) return declared;
  // What is rejected the registration reports, which waits for the same values.
  const resolved = resolveValue(args).then(
    (known) => {
      declared.args = known;
    },
    () => undefined,
  );
  return Object.assign(declared, { resolved: resolved });
}

/** Over when the args of the object and of all that it stands on are as known as they become; undefined if they are already. */
export function resolutionOf(declared: Declared): Promise<unknown> | undefined {
  const arrivals = [...reached(declared)].flatMap(({ resolved: resolved }) => resolved ?? []);
  return arrivals.length === 0 ? undefined : Promise.all(arrivals);
}

/** The object, those whose ids are in its args, those that describe them, and so on. All are older, and none waits for it. */
function reached(declared: Declared, seen = new Set<Declared>()): Set<Declared> {
  if (seen.has(declared)) return seen;
  seen.add(declared);
  for (const next of [...linksIn(declared.args), ...declared.describedBy]) reached(next, seen);
  return seen;
}

function linksIn(value: unknown): Declared[] {
  const linked = declaredBy(value);
  return linked ? [linked] : partsOf(value).flatMap(linksIn);
}

/** The id of an object of the program is not awaited: it says which object is meant, and that is known. */
function hasLate(value: unknown): boolean {
  return isPending(value) ? declaredBy(value) === undefined : partsOf(value).some(hasLate);
}

function partsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isPlainObject(value) && !pulumi.Resource.isInstance(value) ? Object.values(value) : [];
}

async function resolveValue(value: unknown): Promise<unknown> {
  if (declaredBy(value) !== undefined || pulumi.Resource.isInstance(value)) return value;
  if (pulumi.isUnknown(value)) return pending;
  if (pulumi.Output.isInstance(value)) return valueOf(value);
  if (value instanceof Promise) return resolveValue(await value);
  if (Array.isArray(value)) return Promise.all(value.map(resolveValue));
  if (!isPlainObject(value)) return value;
  const fields = Object.entries(value).map(async ([key, field]) => [key, await resolveValue(field)] as const);
  return Object.fromEntries(await Promise.all(fields));
}

/** Fields that Pulumi's Outputs have at run time and not in their types. */
interface Late extends pulumi.Output<unknown> {
  readonly isKnown: Promise<boolean>;
  promise(withUnknowns: true): Promise<unknown>;
}

/**
 * A secret stays pending: what is not looked at is in no error text. So does nothing, which tests with mocks get of every
 * output of an object.
 */
async function valueOf(output: pulumi.Output<unknown>): Promise<unknown> {
  if (await pulumi.isSecret(output)) return pending;
  const { isKnown } = output as Late;
  const value = await (output as Late).promise(true);
  if (value === undefined) return pending;
  return (await isKnown) || pulumi.containsUnknowns(value) ? resolveValue(value) : pending;
}
