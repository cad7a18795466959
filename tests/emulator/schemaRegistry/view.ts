import type { Library } from "./library";
import type { XdmResource } from "../xdm/global";
import { without, type XdmField } from "../xdm/notation";

interface Scope {
  library: Library;
  /** The resource that contains the targets of references such as "#/definitions/customFields". */
  root: XdmField;
  /** References that are being resolved. Some standard types refer to themselves. */
  open: readonly string[];
}

/** The resource as `xed-full` shows it, with all references and compositions resolved into `properties`. */
export function fullView(resource: XdmResource, library: Library): XdmResource {
  const rest = without(resource, "allOf", "definitions", "properties") as XdmResource;
  const { properties, required } = composed(resource, { library, root: resource, open: [resource.$id] });
  return { ...rest, properties: properties ?? {}, ...(required === undefined ? {} : { required }) };
}

/** The field, merged with the fields of which it is composed. */
function composed(field: XdmField, scope: Scope): XdmField {
  const { $ref } = field;
  const own = without(field, "$ref", "allOf", "definitions");
  const parts = ((field["allOf"] ?? []) as XdmField[]).map((part) => structureOf(composed(part, scope)));
  const referred = $ref === undefined ? undefined : resolved($ref, scope);
  if (referred) parts.unshift(structureOf(referred));
  const whole = parts.reduce(merged, children(own, scope));
  return $ref !== undefined && !referred ? { ...whole, $ref } : whole;
}

function children(field: XdmField, scope: Scope): XdmField {
  const copy: XdmField = { ...field };
  if (field.properties) {
    copy.properties = Object.fromEntries(
      Object.entries(field.properties).map(([name, child]) => [name, composed(child, scope)]),
    );
  }
  if (field.items) copy.items = composed(field.items, scope);
  if (typeof field.additionalProperties === "object") {
    copy.additionalProperties = composed(field.additionalProperties, scope);
  }
  return copy;
}

function resolved($ref: string, scope: Scope): XdmField | undefined {
  if (scope.open.includes($ref)) return undefined;
  const [$id = "", pointer = ""] = $ref.split("#");
  const root = $id === "" ? scope.root : scope.library.find($id);
  const target = root && pointer.split("/").slice(1).reduce(child, root);
  if (!root || !target) return undefined;
  const field = composed(target, { ...scope, root, open: [...scope.open, $ref] });
  return $id === "" ? field : { ...field, "meta:referencedFrom": $id };
}

function child(field: XdmField | undefined, token: string): XdmField | undefined {
  return field?.[token] as XdmField | undefined;
}

const STRUCTURE = [
  "type",
  "meta:xdmType",
  "properties",
  "items",
  "additionalProperties",
  "required",
  "format",
];

/** The structure of a part, without its names and ids. */
function structureOf(field: XdmField): XdmField {
  const kept = [
    ...STRUCTURE,
    "meta:referencedFrom",
    "enum",
    "minimum",
    "maximum",
    "pattern",
    "minLength",
    "maxLength",
  ];
  return Object.fromEntries(Object.entries(field).filter(([key]) => kept.includes(key)));
}

function merged(whole: XdmField, part: XdmField): XdmField {
  const result: XdmField = { ...part, ...whole };
  if (whole.properties && part.properties)
    result.properties = mergedProperties(whole.properties, part.properties);
  const required = [...new Set([...requiredOf(part), ...requiredOf(whole)])];
  if (required.length > 0) result["required"] = required;
  return result;
}

function mergedProperties(
  whole: Record<string, XdmField>,
  part: Record<string, XdmField>,
): Record<string, XdmField> {
  const result = { ...whole };
  for (const [name, field] of Object.entries(part)) {
    const present = result[name];
    result[name] = present ? merged(present, field) : field;
  }
  return result;
}

function requiredOf(field: XdmField): string[] {
  return Array.isArray(field["required"]) ? (field["required"] as string[]) : [];
}

/** The form without titles and descriptions. */
export function withoutTexts<T extends XdmField>(field: T): T {
  const copy = without(field, "title", "description");
  const strip = (fields: Record<string, XdmField>) =>
    Object.fromEntries(Object.entries(fields).map(([name, inner]) => [name, withoutTexts(inner)]));
  if (copy.properties) copy.properties = strip(copy.properties);
  if (copy["definitions"]) copy["definitions"] = strip(copy["definitions"] as Record<string, XdmField>);
  if (copy.items) copy.items = withoutTexts(copy.items);
  if (Array.isArray(copy["allOf"])) copy["allOf"] = (copy["allOf"] as XdmField[]).map(withoutTexts);
  return copy as T;
}

/** The field at a path of names in a full view. Below a map every name exists; lists need no name. Undefined: no such field. */
export function fieldAt(view: XdmField, path: readonly string[]): XdmField | undefined {
  const [name, ...rest] = path;
  if (view.items) return fieldAt(view.items, path);
  if (name === undefined) return view;
  const next = view.properties?.[name];
  if (next) return fieldAt(next, rest);
  if (typeof view.additionalProperties === "object") return fieldAt(view.additionalProperties, rest);
  return isOpen(view) ? view : undefined;
}

/** Such as an object without properties, which may have any field. */
function isOpen(field: XdmField): boolean {
  return field.$ref !== undefined || (field.type === "object" && field.properties === undefined);
}

/** All fields of a full view by their paths, such as "person.name.firstName". */
export function pathsOf(view: XdmField, prefix = ""): Map<string, XdmField> {
  const found = new Map<string, XdmField>();
  for (const [name, field] of Object.entries(view.properties ?? {})) {
    const path = prefix === "" ? name : `${prefix}.${name}`;
    found.set(path, field);
    const inner =
      field.items ?? (typeof field.additionalProperties === "object" ? field.additionalProperties : field);
    for (const [below, value] of pathsOf(inner, path)) found.set(below, value);
  }
  return found;
}
