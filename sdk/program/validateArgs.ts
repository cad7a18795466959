import * as pulumi from "@pulumi/pulumi";
import { type Declared, declare, declaredBy, labelOf, valueAt } from "./declared";
import { linkProblems } from "./links";
import { declarationOf, resolvedWithLinks } from "./resolveInputs";
import { rules } from "./rules";

/** What to do with args that are valid as far as they are known. */
export interface ValidatedArgs {
  /** Makes the resource known to the resources that are declared later. */
  readonly register: (resource: pulumi.CustomResource) => void;
  /**
   * Returns the value, at once if all args are known. Otherwise returns a Promise that waits for the args, and rejects if they
   * turn out to be invalid. As an input, it holds back the registration.
   */
  readonly validated: <Value>(value: Value) => Value | Promise<Value>;
}

/**
 * Validates args against the resources that the program has declared before, as far as both are known, and again when more is
 * known. Throws if they are invalid. Args of `get` are not validated: the object exists in AEP.
 */
export function validateArgs(
  kind: string,
  name: string,
  args: unknown,
  opts?: pulumi.CustomResourceOptions,
): ValidatedArgs {
  if (opts?.id !== undefined) return { register: () => undefined, validated: (value) => value };
  const declared = declarationOf(kind, name, args);
  throwIfInvalid(declared);
  const resolved = resolvedWithLinks(declared);
  return {
    register: (resource) => {
      declare(resource, declared);
      if (kind === "SchemaDescriptor") {
        declaredBy(valueAt(args, "sourceSchema"))?.describedBy.push(declared);
      }
    },
    validated: (value) => (resolved ? afterValidation(declared, resolved, value) : value),
  };
}

function afterValidation<Value>(
  declared: Declared,
  resolved: Promise<unknown>,
  value: Value,
): Promise<Value> {
  const valid = resolved.then(() => {
    throwIfInvalid(declared);
    return value;
  });
  // The registration reports the error. It may read this input late, or never if another one is rejected.
  valid.catch(() => undefined);
  return valid;
}

function throwIfInvalid(declared: Declared): void {
  const { kind, args } = declared;
  const problems = [...linkProblems(kind, args), ...(rules[kind]?.(args) ?? [])];
  if (problems.length > 0) throw new InvalidArgs(errorText(declared, problems));
}

class InvalidArgs extends pulumi.RunError {
  constructor(text: string) {
    super(text);
    // Every registration that fails with this error, also of resources that link to this one, would prefix its own text.
    Object.defineProperty(this, "message", { get: () => text, set: () => undefined });
  }
}

const mostProblems = 10;

function errorText(declared: Declared, problems: readonly string[]): string {
  const [first] = problems;
  if (problems.length === 1) return `${labelOf(declared)}: ${first}`;
  const more = problems.length > mostProblems ? [`and ${problems.length - mostProblems} more`] : [];
  const lines = [...problems.slice(0, mostProblems), ...more].map((problem) => `\n  - ${problem}`);
  return `${labelOf(declared)}: ${problems.length} problems:${lines.join("")}`;
}
