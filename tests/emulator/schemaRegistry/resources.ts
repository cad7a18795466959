import { applyPatch, isOperationList, PatchFailure } from "../jsonPatch";
import { acceptLookup } from "./accept";
import { badRequest, notFound } from "./errors";
import { refuseBreakingChange } from "./evolution";
import {
  findByPathId,
  isUnion,
  libraryOf,
  referencesIn,
  TENANT_KINDS,
  type Descriptor,
  type TenantKind,
} from "./library";
import { recordWrite } from "./lag";
import { validate } from "./rules";
import { nextVersion, stamped } from "./stamps";
import { fullView, withoutTexts } from "./view";
import { ServiceError, type Call, type ServiceResponse, type World } from "../service";
import type { ResourceKind, XdmResource } from "../xdm/global";
import { without, type XdmField } from "../xdm/notation";

export function lookup(call: Call, world: World, container: string, kind: ResourceKind): ServiceResponse {
  const { form } = acceptLookup(call, world);
  const fallback = container === "tenant" && world.switches.registryTenantSeesGlobal;
  const standard = fallback
    ? findByPathId(world, call.sandbox, { container: "global", kind }, call.params["id"]!)
    : undefined;
  const resource = standard ?? requireResource(call, world, container, kind);
  const view = shown(resource, form, call, world) as XdmField;
  return { status: 200, body: form === "id" ? view : { ...view, ...accessFlags(kind, form, world) } };
}

/** What a read adds to the stored resource. */
function accessFlags(kind: ResourceKind, form: string, world: World): Record<string, unknown> {
  if (!world.switches.registryAccessFlags) return {};
  const status = kind === "schemas" && form === "" ? { "meta:descriptorStatus": { result: [] } } : {};
  return { "meta:allFieldAccess": true, ...status };
}

export function shown(resource: XdmResource, form: string, call: Call, world: World): unknown {
  const { $id, "meta:altId": altId, version, title } = resource;
  if (form === "id") return { $id, "meta:altId": altId, version, title };
  const library = libraryOf(world, call.sandbox);
  const parts = form.split("-");
  const view = parts.includes("full") ? fullView(resource, library) : resource;
  if (parts.includes("notext")) return withoutTexts(view);
  if (!parts.includes("desc")) return view;
  const own = library.descriptors().filter((descriptor) => descriptor["xdm:sourceSchema"] === $id);
  return { ...view, "meta:descriptors": own };
}

export function create(call: Call, world: World, kind: TenantKind): ServiceResponse {
  const library = libraryOf(world, call.sandbox);
  const body = requireBody(call, world);
  if (world.switches.registryMandatoryFields === "openapi") requireFields(kind, body);
  const resource = stamped(body, library, { kind, call, world });
  validate(kind, resource, library, world);
  return saved(call, world, kind, resource, 201);
}

/** The fields that the OpenAPI file requires in the body of a POST. */
const MANDATORY: Record<TenantKind, string[]> = {
  schemas: ["type", "title", "description", "allOf"],
  classes: ["type", "title", "description", "allOf"],
  fieldgroups: ["type", "title", "meta:intendedToExtend"],
  datatypes: ["type", "title"],
};

function requireFields(kind: TenantKind, body: XdmField): void {
  const missing = MANDATORY[kind].filter((name) => body[name] === undefined || body[name] === null);
  if (missing.length > 0) throw badRequest(`The body lacks ${missing.join(", ")}, mandatory for ${kind}.`);
}

export function replace(call: Call, world: World, kind: TenantKind): ServiceResponse {
  const stored = requireStored(call, world, kind);
  return change(call, world, kind, stored, requireBody(call, world));
}

export function patch(call: Call, world: World, kind: TenantKind): ServiceResponse {
  const stored = requireStored(call, world, kind);
  if (!isOperationList(call.body)) throw badRequest("The body must be a list of JSON Patch operations.");
  return change(call, world, kind, stored, patched(stored, call.body));
}

function patched(stored: XdmResource, operations: Parameters<typeof applyPatch>[1]): XdmField {
  try {
    return applyPatch(stored, operations) as XdmField;
  } catch (failure) {
    if (failure instanceof PatchFailure)
      throw badRequest(`The JSON Patch cannot be applied: ${failure.message}.`);
    throw failure;
  }
}

function change(
  call: Call,
  world: World,
  kind: TenantKind,
  stored: XdmResource,
  body: XdmField,
): ServiceResponse {
  const before = libraryOf(world, call.sandbox);
  const draft = stamped(restated(body, kind), before, { kind, call, world, stored });
  const changed = {
    ...draft,
    version: sameContent(stored, draft) ? stored.version : nextVersion(stored.version),
  };
  const after = libraryOf(world, call.sandbox, changed);
  validate(kind, changed, after, world);
  refuseBreakingChange(stored, changed, before, after);
  const response = saved(call, world, kind, changed, 200, stored);
  return { ...response, body: { ...changed, ...accessFlags(kind, "", world) } };
}

/** The class of a schema follows from its `allOf`, so that the old `meta:class` is not compared with a changed `allOf`. */
function restated(body: XdmField, kind: TenantKind): XdmField {
  return kind === "schemas" ? without(body, "meta:class") : body;
}

function sameContent(stored: XdmResource, changed: XdmResource): boolean {
  const content = (resource: XdmResource) => {
    const entries = Object.entries(without(resource, "meta:registryMetadata"));
    return JSON.stringify(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
  };
  return content(stored) === content(changed);
}

function saved(
  call: Call,
  world: World,
  kind: TenantKind,
  resource: XdmResource,
  status: number,
  stored?: XdmResource,
): ServiceResponse {
  recordWrite(world, call.sandbox, kind, resource.$id);
  world.collection<XdmResource>(call.sandbox, kind).set(resource.$id, resource);
  const before = etagOf(stored);
  const after = etagOf(resource);
  const wrote = {
    kind,
    id: resource.$id,
    ...(before === undefined ? {} : { etagBefore: before }),
    ...(after === undefined ? {} : { etagAfter: after }),
  };
  return { status, body: resource, wrote };
}

function etagOf(resource: XdmResource | undefined): string | undefined {
  return (resource?.["meta:registryMetadata"] as { eTag?: string } | undefined)?.eTag;
}

export function remove(call: Call, world: World, kind: TenantKind): ServiceResponse {
  const resource = storedAt(call, world, kind);
  if (!resource) throw notFound(kind, call.params["id"] ?? "");
  refuseWhileUsed(call, world, resource);
  recordWrite(world, call.sandbox, kind, resource.$id);
  world.collection<XdmResource>(call.sandbox, kind).delete(resource.$id);
  const descriptors = world.collection<Descriptor>(call.sandbox, "descriptors");
  for (const [id, descriptor] of descriptors) {
    if (descriptor["xdm:sourceSchema"] !== resource.$id) continue;
    recordWrite(world, call.sandbox, "descriptors", id);
    descriptors.delete(id);
  }
  return { status: 204, wrote: { kind, id: resource.$id } };
}

function refuseWhileUsed(call: Call, world: World, resource: XdmResource): void {
  if (libraryOf(world, call.sandbox).hasDataSet(resource.$id)) {
    throw badRequest(`The schema ${resource.$id} is in use by a dataset and cannot be deleted.`);
  }
  if (isUnion(resource) && world.switches.registryUnionDeletion === "refused") {
    throw badRequest(`The schema ${resource.$id} is in use by Profile and cannot be deleted.`);
  }
  if (world.switches.registryReferencedDeletion === "allowed") return;
  const others = TENANT_KINDS.flatMap((kind) => libraryOf(world, call.sandbox).tenant(kind));
  const user = others.find((other) => other.$id !== resource.$id && referencesIn(other).has(resource.$id));
  if (user) throw badRequest(`The resource ${resource.$id} is in use by ${user.$id} and cannot be deleted.`);
}

function requireResource(call: Call, world: World, container: string, kind: ResourceKind): XdmResource {
  const id = call.params["id"] ?? "";
  const resource = findByPathId(world, call.sandbox, { container, kind }, id);
  if (!resource) throw notFound(kind, id);
  return resource;
}

/** The present state of a resource that GETs see. */
function requireStored(call: Call, world: World, kind: TenantKind): XdmResource {
  const { $id } = requireResource(call, world, "tenant", kind);
  const stored = world.collection<XdmResource>(call.sandbox, kind).get($id);
  if (!stored) throw notFound(kind, $id);
  return stored;
}

function storedAt(call: Call, world: World, kind: TenantKind): XdmResource | undefined {
  const id = call.params["id"];
  const resources = libraryOf(world, call.sandbox).tenant(kind);
  return resources.find((resource) => resource.$id === id || resource["meta:altId"] === id);
}

function requireBody(call: Call, world: World): XdmField {
  const body = call.body;
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw badRequest("The body must be a JSON object.");
  if (world.switches.registryServerKeys === "refused" && "meta:extends" in body) {
    throw new ServiceError(400, "XDM-1500-400", "The property meta:extends is read-only.");
  }
  return body as XdmField;
}
