import type { Sandbox, World } from "../service";
import { globalResources, typeOf, type ResourceKind, type XdmResource } from "../xdm/global";
import { seen, type Viewer } from "./lag";

export const TENANT_KINDS = ["schemas", "classes", "fieldgroups", "datatypes"] as const;
export type TenantKind = (typeof TENANT_KINDS)[number];

/** A schema descriptor as it is stored in the collection "descriptors", by `@id`. */
export interface Descriptor {
  [key: string]: unknown;
  "@id": string;
  "@type": string;
  "xdm:sourceSchema": string;
  "xdm:sourceProperty"?: string;
}

/** The resources to which a resource of a sandbox may refer: those of the tenant and those of Adobe. */
export interface Library {
  find($id: string): XdmResource | undefined;
  /** Whether a new reference to the resource is accepted. A resource that no GET sees yet is unknown. */
  knows($id: string): boolean;
  /** The tenant's resources of one kind. */
  tenant(kind: TenantKind): XdmResource[];
  descriptors(): Descriptor[];
  isClass($id: string): boolean;
  /** Whether a dataset uses the schema. */
  hasDataSet(schemaId: string): boolean;
}

/** The library of a sandbox. To try a change, `instead` takes the place of the stored resource with the same `$id`. */
export function libraryOf(world: World, sandbox: Sandbox, instead?: XdmResource): Library {
  const stored = (kind: TenantKind) => world.collection<XdmResource>(sandbox, kind);
  const find = ($id: string): XdmResource | undefined => {
    if (instead?.$id === $id) return instead;
    const owner = TENANT_KINDS.map(stored).find((collection) => collection.has($id));
    return owner?.get($id) ?? globalResources.get($id);
  };
  return {
    find,
    knows: ($id) => {
      if (globalResources.has($id)) return true;
      return (
        find($id) !== undefined && TENANT_KINDS.some((kind) => seen(world, sandbox, kind, "lookup").has($id))
      );
    },
    tenant: (kind) =>
      [...stored(kind).values()].map((resource) => (resource.$id === instead?.$id ? instead : resource)),
    descriptors: () => [...world.collection<Descriptor>(sandbox, "descriptors").values()],
    isClass: ($id) => find($id)?.["meta:resourceType"] === "classes",
    hasDataSet: (schemaId) => {
      const dataSets = world.collection<{ schemaRef?: { id?: string } }>(sandbox, "dataSets");
      return [...dataSets.values()].some((dataSet) => dataSet.schemaRef?.id === schemaId);
    },
  };
}

/** The tenant's schema with this `$id`; Catalog, Data Prep and Flow Service refer to schemas by it. */
export function findSchema(world: World, sandbox: Sandbox, $id: string): XdmResource | undefined {
  return world.collection<XdmResource>(sandbox, "schemas").get($id);
}

/** A resource that a GET sees, by its `$id` or `meta:altId`. */
export function findByPathId(
  world: World,
  sandbox: Sandbox,
  where: Where,
  id: string,
): XdmResource | undefined {
  const resources = listOf(world, sandbox, where, "lookup");
  return resources.find((resource) => resource.$id === id || resource["meta:altId"] === id);
}

export interface Where {
  container: string;
  kind: ResourceKind;
}

export function listOf(
  world: World,
  sandbox: Sandbox,
  { container, kind }: Where,
  viewer: Viewer,
): XdmResource[] {
  if (container === "tenant") return [...seen<XdmResource>(world, sandbox, kind, viewer).values()];
  return [...globalResources.values()].filter((resource) => resource["meta:resourceType"] === typeOf(kind));
}

/** The ids of all resources to which a JSON value refers by `$ref`, without references within itself. */
export function referencesIn(value: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    for (const [key, child] of Object.entries(node)) {
      if (key === "$ref" && typeof child === "string" && !child.startsWith("#"))
        found.add(child.split("#")[0]!);
      else visit(child);
    }
  };
  visit(value);
  return found;
}

/** The schemas that contain fields of the resource; a schema contains its own. */
export function schemasWith(library: Library, $id: string): XdmResource[] {
  const reaches = (from: string, visited: Set<string>): boolean => {
    if (from === $id) return true;
    if (visited.has(from)) return false;
    visited.add(from);
    return [...referencesIn(library.find(from))].some((next) => reaches(next, visited));
  };
  return library.tenant("schemas").filter((schema) => reaches(schema.$id, new Set()));
}

export function isUnion(schema: XdmResource): boolean {
  return schema["meta:immutableTags"]?.includes("union") ?? false;
}
