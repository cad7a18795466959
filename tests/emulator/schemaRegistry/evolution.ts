import { badRequest } from "./errors";
import { composedOf } from "./rules";
import { isUnion, schemasWith, type Library } from "./library";
import { fullView, pathsOf } from "./view";
import type { XdmResource } from "../xdm/global";
import type { XdmField } from "../xdm/notation";

/**
 * Applies Adobe's rules of schema evolution. A schema is in use if it has a dataset or is enabled for Profile. Then its
 * fields cannot be removed, renamed, redefined, restricted or moved, and it cannot leave the union. `before` and `after`
 * are the sandbox without and with the change.
 */
export function refuseBreakingChange(
  old: XdmResource,
  changed: XdmResource,
  before: Library,
  after: Library,
): void {
  if (isUnion(old) && !isUnion(changed)) {
    throw badRequest(`The schema ${old.$id} is enabled for Profile; the tag union cannot be removed.`);
  }
  const used = schemasWith(before, old.$id).filter(
    (schema) => isUnion(schema) || before.hasDataSet(schema.$id),
  );
  for (const schema of used) {
    const afterwards = after.find(schema.$id)!;
    const reason =
      classChange(schema, afterwards, after) ??
      breakage(fullView(schema, before), fullView(afterwards, after));
    if (reason) throw badRequest(`The schema ${schema.$id} is in use; ${reason}.`);
  }
}

function classChange(old: XdmResource, changed: XdmResource, library: Library): string | undefined {
  const before = old["meta:class"];
  const after = composedOf(changed).find((part) => library.isClass(part));
  return before === after ? undefined : `its class cannot change from ${before} to ${after}`;
}

/** The reason why the change of a full view is not additive; undefined if it is. */
function breakage(before: XdmField, after: XdmField): string | undefined {
  const later = pathsOf(after);
  for (const [path, field] of pathsOf(before)) {
    const now = later.get(path);
    if (!now) return `the field ${path} cannot be removed, renamed or moved`;
    const restriction = restrictionOf(field, now);
    if (restriction) return `the field ${path} cannot be ${restriction}`;
  }
  return undefined;
}

function restrictionOf(before: XdmField, now: XdmField): string | undefined {
  const redefined = ["type", "format", "meta:xdmType"].some((key) => before[key] !== now[key]);
  if (redefined) return "given another type";
  if (narrowed(before, now, ["minimum", "minLength", "minItems"], (old, next) => next > old))
    return "restricted";
  if (narrowed(before, now, ["maximum", "maxLength", "maxItems"], (old, next) => next < old))
    return "restricted";
  if (now["pattern"] !== undefined && now["pattern"] !== before["pattern"]) return "restricted by a pattern";
  if (lostValues(before["enum"], now["enum"])) return "restricted to fewer values";
  return becameRequired(before, now);
}

function narrowed(
  before: XdmField,
  now: XdmField,
  keys: string[],
  isNarrower: (old: number, next: number) => boolean,
): boolean {
  return keys.some((key) => {
    const [old, next] = [before[key], now[key]];
    if (typeof next !== "number") return false;
    return typeof old !== "number" || isNarrower(old, next);
  });
}

function lostValues(before: unknown, now: unknown): boolean {
  if (!Array.isArray(now)) return false;
  return !Array.isArray(before) || before.some((value) => !now.includes(value));
}

/** An optional field cannot become mandatory; a new field can be mandatory. */
function becameRequired(before: XdmField, now: XdmField): string | undefined {
  const [old, next] = [before["required"], now["required"]].map((list) => (Array.isArray(list) ? list : []));
  const demanded = next!.find(
    (name) => !old!.includes(name) && before.properties?.[String(name)] !== undefined,
  );
  return demanded === undefined ? undefined : `changed to require ${String(demanded)}`;
}
