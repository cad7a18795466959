import type { Field, Shape } from "../xdm";
import { below } from "./locate";
import { pathOfProperty, pathText, type Path } from "./path";
import type { Problem } from "./problem";
import type { Target } from "./targets";

/** An identity descriptor of the target schema. */
export interface IdentityDescriptor {
  /** Such as `/personalEmail/address`. */
  readonly sourceProperty: string;
  readonly isPrimary?: boolean | undefined;
}

/** The fields that a mapping set fills, as a tree of names. */
interface Filled {
  /** A mapping fills the field as a whole, and with it possibly all fields below. */
  whole: boolean;
  readonly below: Map<string, Filled>;
}

/** Required fields and primary identities that no mapping fills: AEP would ingest no record. */
export function missingFields(
  targets: readonly Target[],
  shape: Shape,
  identities: readonly IdentityDescriptor[],
): Problem[] {
  const filled: Filled = { whole: false, below: new Map() };
  for (const { path } of targets) fill(filled, path);
  const identity = missingIdentity(filled, identities);
  const required = missingRequired(filled, shape, "");
  return [...required.filter(({ path }) => path !== identity?.path), ...(identity ? [identity] : [])].map(
    ({ path, kind, message }) => ({ field: "mappings", kind, message: `do not fill ${path}, ${message}` }),
  );
}

function fill(filled: Filled, path: Path): void {
  let at = filled;
  for (const { name } of path) {
    const next = at.below.get(name) ?? { whole: false, below: new Map<string, Filled>() };
    at.below.set(name, next);
    at = next;
  }
  at.whole = true;
}

interface MissingField {
  readonly path: string;
  readonly kind: "missingRequired" | "missingIdentity";
  readonly message: string;
}

/** The missing fields of a record, or of an object that is filled in part. An object that is mapped as a whole has its own fields. */
function missingRequired(filled: Filled, field: Field, prefix: string): MissingField[] {
  if (filled.whole) return [];
  if (field.items) return missingRequired(filled, field.items, prefix);
  const owner = prefix === "" ? "every record of the schema" : `each ${prefix}`;
  const here = (field.required ?? [])
    .filter((name) => !filled.below.has(name))
    .map((name): MissingField => {
      const path = prefix === "" ? name : `${prefix}.${name}`;
      return { path, kind: "missingRequired", message: `which ${owner} must have; add a mapping to it` };
    });
  const deeper = [...filled.below].flatMap(([name, inner]) => {
    const child = below(field, name);
    return child ? missingRequired(inner, child, prefix === "" ? name : `${prefix}.${name}`) : [];
  });
  return [...here, ...deeper];
}

function missingIdentity(
  filled: Filled,
  identities: readonly IdentityDescriptor[],
): MissingField | undefined {
  // A record may have its primary identity in its identity map instead.
  if (filled.below.has("identityMap")) return undefined;
  const primary = identities.find(({ isPrimary }) => isPrimary);
  const path = primary && pathOfProperty(primary.sourceProperty);
  if (path === undefined || isFilled(filled, path)) return undefined;
  return {
    path: pathText(path),
    kind: "missingIdentity",
    message: "the primary identity of the schema; add a mapping to it",
  };
}

function isFilled(filled: Filled, path: Path): boolean {
  let at: Filled | undefined = filled;
  for (const { name } of path) {
    at = at.below.get(name);
    if (at === undefined) return false;
    if (at.whole) return true;
  }
  return true;
}
