import { ServiceError, type World } from "../service";
import { badRequest } from "./errors";
import { isUnion, referencesIn, TENANT_KINDS, type Library, type TenantKind } from "./library";
import { fullView, pathsOf } from "./view";
import type { XdmResource } from "../xdm/global";
import { XDM_NAMESPACE, type XdmField } from "../xdm/notation";

export const BEHAVIORS = ["record", "time-series", "adhoc"].map((name) => `${XDM_NAMESPACE}data/${name}`);

/** Checks a whole resource before it is stored. Its `$id` is final. */
export function validate(
  kind: TenantKind,
  resource: XdmResource,
  library: Library,
  { switches, tenantId }: World,
): void {
  if (typeof resource.title !== "string" || resource.title.trim() === "")
    throw badRequest("The title is mandatory.");
  if (switches.registryTitles === "unique") refuseKnownTitle(resource, library);
  refuseUnknownTypes(resource);
  refuseUnknownReferences(resource, library);
  if (kind === "classes") refuseWrongBehavior(resource);
  if (kind === "schemas") refuseWrongClass(resource, library);
  if (kind === "fieldgroups") refuseUnknownClasses(resource, library);
  if (kind === "classes" || kind === "fieldgroups") refuseForeignFields(kind, resource, tenantId);
  if (kind === "schemas" && isUnion(resource)) refuseUnfitUnion(resource, library);
}

function refuseKnownTitle(resource: XdmResource, library: Library): void {
  const others = TENANT_KINDS.flatMap((kind) => library.tenant(kind));
  const same = others.find((other) => other.$id !== resource.$id && other.title === resource.title);
  if (!same) return;
  const message = `Object titles must be unique. An object ${same.$id} already exists with the same title`;
  throw new ServiceError(400, "XDM-1521-400", message);
}

const TYPES = ["string", "integer", "number", "boolean", "object", "array"];

function refuseUnknownTypes(field: XdmField, path = ""): void {
  const { type, items, additionalProperties } = field;
  if (type !== undefined && !TYPES.includes(type)) {
    throw badRequest(
      `The type ${JSON.stringify(type)} of ${path || "the resource"} is not one of ${TYPES.join(", ")}.`,
    );
  }
  const inside = (fields: unknown, prefix: string) => {
    for (const [name, inner] of Object.entries((fields ?? {}) as Record<string, XdmField>))
      refuseUnknownTypes(inner, `${path}${prefix}/${name}`);
  };
  inside(field.properties, "/properties");
  inside(field["definitions"], "/definitions");
  inside(field["allOf"], "/allOf");
  if (items) refuseUnknownTypes(items, `${path}/items`);
  if (typeof additionalProperties === "object")
    refuseUnknownTypes(additionalProperties, `${path}/additionalProperties`);
}

/** The classes whose schemas can contain a field group. */
function refuseUnknownClasses(resource: XdmResource, library: Library): void {
  const unknown = (resource["meta:intendedToExtend"] ?? []).find(($id) => !library.find($id));
  if (unknown !== undefined)
    throw badRequest(`The class ${unknown} of meta:intendedToExtend does not exist.`);
}

function refuseUnknownReferences(resource: XdmResource, library: Library): void {
  const unknown = [...referencesIn(resource)].find(($id) => !library.knows($id));
  if (unknown === undefined) return;
  throw new ServiceError(
    404,
    "XDM-1010-404",
    `The referenced resource ${unknown} with version 1 is not found.`,
  );
}

/** References in the top level of `allOf`. */
export function composedOf(resource: XdmResource): string[] {
  return (resource.allOf ?? []).flatMap((part) => (typeof part.$ref === "string" ? [part.$ref] : []));
}

export function behaviorOf(resource: XdmResource): string | undefined {
  return composedOf(resource).find(($ref) => BEHAVIORS.includes($ref));
}

function refuseWrongBehavior(resource: XdmResource): void {
  const behaviors = composedOf(resource).filter(($ref) => BEHAVIORS.includes($ref));
  if (behaviors.length === 1) return;
  throw badRequest(`A class must have exactly one behavior in allOf, one of ${BEHAVIORS.join(", ")}.`);
}

function refuseWrongClass(resource: XdmResource, library: Library): void {
  const classes = composedOf(resource).filter((part) => library.isClass(part));
  if (classes.length !== 1) throw badRequest("A schema must refer to exactly one class in allOf.");
  const stated = resource["meta:class"];
  if (stated !== undefined && stated !== classes[0]) {
    throw badRequest(`meta:class is ${stated}, but allOf refers to the class ${classes[0]}.`);
  }
}

/** Custom fields must be below the tenant's namespace, also if they extend a standard field group. */
function refuseForeignFields(kind: TenantKind, resource: XdmResource, tenantId: string): void {
  const adhoc = kind === "classes" && behaviorOf(resource)?.endsWith("/adhoc");
  const own = resource["meta:datasetNamespace"];
  const allowed = new Set([`_${tenantId}`, ...(adhoc ? ["_adhoc", String(own)] : [])]);
  const definitions = Object.values(resource.definitions ?? {});
  for (const part of [resource, ...definitions, ...(resource.allOf ?? [])]) {
    if (allBelow(part, allowed)) continue;
    const rule = `All custom fields must be defined under a top-level field named _${tenantId}.`;
    throw new ServiceError(
      400,
      "XDM-1021-400",
      `A custom field is defined under an invalid namespace. ${rule}`,
    );
  }
}

function allBelow(field: XdmField, allowed: ReadonlySet<string>): boolean {
  return Object.entries(field.properties ?? {}).every(
    ([name, inner]) => allowed.has(name) || (inner.properties !== undefined && allBelow(inner, allowed)),
  );
}

/** Rules of the troubleshooting guide, section Real-Time Customer Profile errors. */
function refuseUnfitUnion(schema: XdmResource, library: Library): void {
  const own = library.descriptors().filter((descriptor) => descriptor["xdm:sourceSchema"] === schema.$id);
  const references = own.filter((descriptor) => descriptor["@type"] === "xdm:descriptorReferenceIdentity");
  for (const relation of own.filter((descriptor) => descriptor["@type"] === "xdm:descriptorOneToOne")) {
    const reference = references.find((one) => one["xdm:sourceProperty"] === relation["xdm:sourceProperty"]);
    if (!reference) throw new ServiceError(400, "XDM-1526-400", NEEDS_REFERENCE);
    const namespace = primaryNamespace(String(relation["xdm:destinationSchema"]), library);
    if (namespace !== undefined && namespace !== reference["xdm:identityNamespace"]) {
      throw new ServiceError(400, "XDM-1527-400", NAMESPACES_DIFFER);
    }
  }
  const view = fullView(schema, library);
  const hasPrimary = own.some(
    (one) => one["@type"] === "xdm:descriptorIdentity" && one["xdm:isPrimary"] === true,
  );
  if (!hasPrimary && !view.properties?.["identityMap"])
    throw new ServiceError(400, "XDM-1528-400", NEEDS_IDENTITY);
  refuseConflicts(schema, view, library);
}

const NEEDS_REFERENCE =
  "A property with an xdm:descriptorOneToOne descriptor must have an xdm:descriptorReferenceIdentity descriptor too, " +
  "for its schema to participate in a union.";
const NAMESPACES_DIFFER =
  "The xdm:identityNamespace of the source schema's xdm:descriptorReferenceIdentity must match the xdm:namespace of " +
  "the destination schema's xdm:descriptorIdentity.";
const NEEDS_IDENTITY =
  "To participate in a union, a schema must include an identityMap fieldgroup or a primary identity descriptor.";

/** The namespace of the primary identity of a schema that is enabled for Profile. */
function primaryNamespace(schemaId: string, library: Library): unknown {
  const schema = library.find(schemaId);
  if (!schema || !isUnion(schema)) return undefined;
  const identities = library.descriptors().filter((one) => one["@type"] === "xdm:descriptorIdentity");
  const primary = identities.find(
    (one) => one["xdm:sourceSchema"] === schemaId && one["xdm:isPrimary"] === true,
  );
  return primary?.["xdm:namespace"];
}

function refuseConflicts(schema: XdmResource, view: XdmField, library: Library): void {
  const others = library
    .tenant("schemas")
    .filter((one) => one.$id !== schema.$id && isUnion(one) && one["meta:class"] === schema["meta:class"]);
  const mine = pathsOf(view);
  for (const other of others) {
    for (const [path, field] of pathsOf(fullView(other, library))) {
      const ours = mine.get(path);
      if (!ours || ours.type === field.type) continue;
      const place = `The path /${path.replaceAll(".", "/")} has already been defined in schema (id=${other.$id})`;
      const types = `using a different data type. Types: ${field.type}, ${ours.type}`;
      throw new ServiceError(400, "XDM-1413-400", `Cannot merge incompatible data types. ${place} ${types}`);
    }
  }
}
