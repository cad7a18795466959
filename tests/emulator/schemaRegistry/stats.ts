import { libraryOf, TENANT_KINDS, type Library } from "./library";
import { unionsOf } from "./unions";
import type { Call, ServiceResponse, World } from "../service";
import type { XdmResource } from "../xdm/global";

/** The length of each list in the response. */
const RECENT = 10;

/** The tenant id and the number of its resources. The only GET of the Schema Registry that needs no Accept header. */
export function stats(call: Call, world: World): ServiceResponse {
  const library = libraryOf(world, call.sandbox);
  const all = TENANT_KINDS.flatMap((kind) => library.tenant(kind));
  const count = (kind: (typeof TENANT_KINDS)[number]) => library.tenant(kind).length;
  const body = {
    imsOrg: world.orgId,
    tenantId: world.tenantId,
    counts: {
      schemas: count("schemas"),
      mixins: count("fieldgroups"),
      datatypes: count("datatypes"),
      classes: count("classes"),
      unions: unionsOf(library).length,
    },
    recentlyCreatedResources: recent(all, "repo:createdDate"),
    recentlyUpdatedResources: recent(all, "repo:lastModifiedDate"),
    classUsage: classUsage(library),
  };
  return { status: 200, body };
}

function recent(all: XdmResource[], date: string): unknown[] {
  const dateOf = (resource: XdmResource) =>
    Number((resource["meta:registryMetadata"] as Record<string, unknown>)[date]);
  return [...all]
    .sort((left, right) => dateOf(right) - dateOf(left))
    .slice(0, RECENT)
    .map(({ $id, "meta:altId": altId, version, title }) => ({ $id, "meta:altId": altId, version, title }));
}

function classUsage(library: Library): unknown[] {
  const schemas = library.tenant("schemas");
  const classes = [...new Set(schemas.map((schema) => schema["meta:class"]!))];
  return classes.map(($id) => {
    const members = schemas.filter((schema) => schema["meta:class"] === $id);
    return {
      $id,
      title: library.find($id)?.title ?? "",
      numberOfSchemas: members.length,
      schemas: members.map((schema) => ({
        $id: schema.$id,
        title: schema.title,
        description: schema["description"],
      })),
    };
  });
}
