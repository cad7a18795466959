import { createHash } from "node:crypto";
import type { AnyDefinition } from "../resources/definition";
import { factsOf } from "../resources/fields";
import { get, getAt, type JsonObject } from "../values/propertyPath";

/**
 * Eight digits identify the resource by the parts of its URN: kind, project, stack, name and the types of its parents. Four
 * digits identify the values of the fields whose change replaces the object: they distinguish a replacement from the object that it
 * replaces, which must not be adopted. Undefined for objects that no program declares.
 */
export function markOf(definition: AnyDefinition, inputs: JsonObject): string | undefined {
  const owner = ["project", "stack", "name"].map((key) => get(inputs, ["pulumi", key]));
  if (owner.some((part) => typeof part !== "string")) return undefined;
  const parents = get(inputs, ["pulumi", "parents"]);
  if (typeof parents === "string") owner.push(parents);
  // After a stack moves to another sandbox, its objects in the old one must have other marks.
  const identity = [definition.type, ...owner, String(inputs["sandbox"] ?? "")];
  // Marks in AEP were made with these places in this order: another order would be another mark.
  const places = [...factsOf(definition, "replaces").keys()];
  const fixed = places.map((place) => [place, getAt(inputs, place) ?? null]);
  return digits(identity, ownerLength) + digits([...identity, sorted(fixed)], 4);
}

const ownerLength = 8;

function digits(value: unknown, count: number): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, count);
}

/** True for two marks of one resource, whatever its fixed fields were. */
export function sameOwner(one: string, other: string): boolean {
  return one.slice(0, ownerLength) === other.slice(0, ownerLength);
}

/** The order of keys has no meaning. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.map(([key, entry]) => [key, sorted(entry)]);
}

/**
 * The mark that a create leaves in a text of its object, so that the object can be found again after a lost response or an
 * interrupted run: `(pulumi 1a2b3c4d5e6f)` at the end. Readers and diffs never see it.
 */
const pattern = / ?\(pulumi ([0-9a-f]{12})\)$/;

export function withMark(text: unknown, mark: string): string {
  const own = withoutMark(text);
  return typeof own === "string" && own !== "" ? `${own} (pulumi ${mark})` : `(pulumi ${mark})`;
}

export function withoutMark(text: unknown): unknown {
  return typeof text === "string" ? text.replace(pattern, "") : text;
}

export function markIn(text: unknown): string | undefined {
  return typeof text === "string" ? pattern.exec(text)?.[1] : undefined;
}
