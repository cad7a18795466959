import type { Call, World } from "../service";
import type { Library, TenantKind } from "./library";
import { behaviorOf, composedOf } from "./rules";
import { typeOf, type XdmResource } from "../xdm/global";
import { without, type XdmField } from "../xdm/notation";

/** Keys that only the server writes. In a body they are ignored. */
export const SERVER_KEYS: ReadonlySet<string> = new Set([
  ...["meta:allFieldAccess", "meta:descriptorStatus"],
  "$id",
  "meta:altId",
  "meta:resourceType",
  "version",
  "imsOrg",
  "refs",
  "meta:abstract",
  "meta:containerId",
  "meta:datasetNamespace",
  "meta:extends",
  "meta:extensible",
  "meta:registryMetadata",
  "meta:sandboxId",
  "meta:sandboxType",
  "meta:tenantNamespace",
  "meta:usageCount",
  "meta:createdDate",
]);

export interface Stamps {
  kind: TenantKind;
  call: Call;
  world: World;
  /** The stored resource before a change; absent for a new one. */
  stored?: XdmResource;
}

/** The resource that AEP makes of a body: the keys of the body and those that AEP adds. */
export function stamped(body: XdmField, library: Library, stamps: Stamps): XdmResource {
  const { kind, call, world, stored } = stamps;
  const hash = stored ? "" : world.hex(48);
  const { registryFieldGroupIds, registryContainerId } = world.switches;
  const type = registryFieldGroupIds === "mixins" ? typeOf(kind) : kind;
  const own = Object.fromEntries(Object.entries(body).filter(([key]) => !SERVER_KEYS.has(key)));
  const resource = {
    $id: stored?.$id ?? `https://ns.adobe.com/${world.tenantId}/${type}/${hash}`,
    "meta:altId": stored?.["meta:altId"] ?? `_${world.tenantId}.${type}.${hash}`,
    "meta:resourceType": type,
    version: stored?.version ?? "1.0",
    description: "",
    type: "object",
    title: "",
    ...own,
  } as XdmResource;
  const adhoc = kind === "classes" && behaviorOf(resource)?.endsWith("/adhoc");
  const renamed = adhoc ? renameAdhoc(resource, stored, world) : resource;
  const typed = world.switches.registryFieldTypes ? withTypes(renamed) : renamed;
  return {
    ...(typed as XdmResource),
    ...composition(kind, typed as XdmResource, library),
    imsOrg: world.orgId,
    "meta:extensible": kind !== "schemas",
    "meta:abstract": kind !== "schemas",
    "meta:xdmType": "object",
    "meta:containerId": registryContainerId === "sandbox" ? call.sandbox.id : "tenant",
    "meta:sandboxId": call.sandbox.id,
    "meta:sandboxType": call.sandbox.type,
    "meta:tenantNamespace": `_${world.tenantId}`,
    "meta:registryMetadata": registryMetadata(call, world, stored?.["meta:registryMetadata"]),
  };
}

/** Times, users and etag. Unlike the etags of Flow Service, this `eTag` has no quotes. */
export function registryMetadata(call: Call, world: World, stored: unknown): Record<string, unknown> {
  const created = stored as Record<string, unknown> | undefined;
  return {
    "repo:createdDate": created?.["repo:createdDate"] ?? world.now(),
    "repo:lastModifiedDate": world.now(),
    "xdm:createdClientId": created?.["xdm:createdClientId"] ?? call.clientId,
    "xdm:lastModifiedClientId": call.clientId,
    "xdm:createdUserId": created?.["xdm:createdUserId"] ?? `${call.clientId}@techacct.adobe.com`,
    "xdm:lastModifiedUserId": `${call.clientId}@techacct.adobe.com`,
    ...(world.switches.registryEtag ? { eTag: world.hex(64) } : {}),
    "meta:globalLibVersion": "1.27.4",
  };
}

function composition(kind: TenantKind, resource: XdmResource, library: Library): Partial<XdmResource> {
  const parts = composedOf(resource).filter(($ref) => !$ref.startsWith("#"));
  const all = [...new Set(parts.flatMap(($id) => [$id, ...ancestors($id, library)]))];
  const extended = all.length > 0 ? { "meta:extends": all, refs: parts } : {};
  const schemaClass = kind === "schemas" ? parts.find((part) => library.isClass(part)) : undefined;
  return schemaClass === undefined
    ? extended
    : { ...extended, "meta:class": resource["meta:class"] ?? schemaClass };
}

function ancestors($id: string, library: Library): string[] {
  const parents = library.find($id)?.["meta:extends"] ?? [];
  return parents.flatMap((parent) => [parent, ...ancestors(parent, library)]);
}

/** AEP generates a namespace for the fields of an ad hoc class: it stores `_adhoc` as `_{guid}`. */
function renameAdhoc(resource: XdmResource, stored: XdmResource | undefined, world: World): XdmResource {
  const namespace = String(stored?.["meta:datasetNamespace"] ?? `_${world.hex(32)}`);
  const renamed = <T extends XdmField>(field: T): T => {
    const adhoc = field.properties?.["_adhoc"];
    if (!adhoc) return field;
    const others = without(field.properties ?? {}, "_adhoc") as Record<string, XdmField>;
    return { ...field, properties: { ...others, [namespace]: adhoc } };
  };
  const whole = renamed(resource);
  if (whole.allOf) whole.allOf = whole.allOf.map(renamed);
  if (whole.definitions) whole.definitions = mapValues(whole.definitions, renamed);
  return { ...whole, "meta:datasetNamespace": namespace };
}

function withTypes<T extends XdmField>(field: T): T {
  const copy: XdmField = { ...field };
  if (copy.properties) copy.properties = mapValues(copy.properties, (inner) => typed(withTypes(inner)));
  if (copy.items) copy.items = typed(withTypes(copy.items));
  if (typeof copy.additionalProperties === "object") {
    copy.additionalProperties = typed(withTypes(copy.additionalProperties));
  }
  if (copy["definitions"])
    copy["definitions"] = mapValues(copy["definitions"] as Record<string, XdmField>, withTypes);
  if (Array.isArray(copy["allOf"])) {
    copy["allOf"] = (copy["allOf"] as XdmField[]).map((part) =>
      typed({ ...withTypes(part), type: "object" }),
    );
  }
  return copy as T;
}

function typed(field: XdmField): XdmField {
  const type = field.type ?? ((field.properties ?? field.$ref) ? "object" : "string");
  return { ...field, type, "meta:xdmType": field["meta:xdmType"] ?? xdmType({ ...field, type }) };
}

function xdmType(field: XdmField): string {
  if (field.type === "string")
    return /^date/.test(String(field["format"])) ? String(field["format"]) : "string";
  if (field.type === "integer") return Number(field["maximum"] ?? 0) > 2147483647 ? "long" : "int";
  if (field.type === "object") return typeof field.additionalProperties === "object" ? "map" : "object";
  return String(field.type);
}

function mapValues<T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** Every change raises the minor number. The major number never changes, because only additions are allowed. */
export function nextVersion(version: string): string {
  const [major, minor] = version.split(".").map(Number);
  return `${major}.${(minor ?? 0) + 1}`;
}
