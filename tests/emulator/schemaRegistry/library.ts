import type { Sandbox, World } from "../service";
import { globalResources, type ResourceKind, type XdmResource } from "../xdm/global";

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

/** Everything a resource of a sandbox may refer to: the tenant's own resources and Adobe's. */
export interface Library {
  find($id: string): XdmResource | undefined;
  /** The tenant's resources of one kind. */
  tenant(kind: TenantKind): XdmResource[];
  descriptors(): Descriptor[];
  isClass($id: string): boolean;
  /** Is the schema in use by a dataset? */
  hasDataSet(schemaId: string): boolean;
}

/** Reads the sandbox; `instead` stands for the stored resource of the same `$id`, to try a change. */
export function libraryOf(world: World, sandbox: Sandbox, instead?: XdmResource): Library {
  const stored = (kind: TenantKind) => world.collection<XdmResource>(sandbox, kind);
  const find = ($id: string): XdmResource | undefined => {
    if (instead?.$id === $id) return instead;
    const owner = TENANT_KINDS.map(stored).find((collection) => collection.has($id));
    return owner?.get($id) ?? globalResources.get($id);
  };
  return {
    find,
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

/** Finds a resource by `$id` or `meta:altId`. */
export function findByPathId(
  world: World,
  sandbox: Sandbox,
  where: Where,
  id: string,
): XdmResource | undefined {
  const resources = [...listOf(world, sandbox, where)];
  return resources.find((resource) => resource.$id === id || resource["meta:altId"] === id);
}

export interface Where {
  container: string;
  kind: ResourceKind;
}

export function listOf(world: World, sandbox: Sandbox, { container, kind }: Where): XdmResource[] {
  if (container === "tenant") return [...world.collection<XdmResource>(sandbox, kind).values()];
  return [...globalResources.values()].filter((resource) => resource["meta:resourceType"] === kind);
}

/** Ids of all resources that a JSON value refers to by `$ref`, without the references into itself. */
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

/** Schemas whose fields the resource contributes to, itself included. */
export function schemasWith(library: Library, $id: string): XdmResource[] {
  const reaches = (from: string, seen: Set<string>): boolean => {
    if (from === $id) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return [...referencesIn(library.find(from))].some((next) => reaches(next, seen));
  };
  return library.tenant("schemas").filter((schema) => reaches(schema.$id, new Set()));
}

export function isUnion(schema: XdmResource): boolean {
  return schema["meta:immutableTags"]?.includes("union") ?? false;
}
