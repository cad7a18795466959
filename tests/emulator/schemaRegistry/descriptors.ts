import { acceptDescriptor, acceptDescriptorList } from "./accept";
import { badRequest, invalidBody, notFound, type Violation } from "./errors";
import { libraryOf, type Descriptor, type Library } from "./library";
import { enveloped, pageOf } from "./lists";
import { registryMetadata } from "./stamps";
import { fieldAt, fullView } from "./view";
import { ServiceError, type Call, type ServiceResponse, type Switches, type World } from "../service";

/** Types of Adobe's descriptors guide and of the descriptor schemas in Adobe XDM. */
const TYPES = new Set(
  [
    "alternateDisplayInfo",
    "descriptorIdentity",
    "descriptorReferenceIdentity",
    "descriptorOneToOne",
    "descriptorOneToMany",
    "descriptorManyToOne",
    "descriptorManyToMany",
    "descriptorRelationship",
    "descriptorPrimaryKey",
    "descriptorVersion",
    "descriptorTimestamp",
    "descriptorTimeSeriesGranularity",
    "descriptorLabel",
    "descriptorDeprecated",
    "descriptorMetaEnumRemove",
  ].map((name) => `xdm:${name}`),
);

/** Adobe's limit for one sandbox. */
const LIMIT = 4000;

export function listDescriptors(call: Call, world: World): ServiceResponse {
  const { form } = acceptDescriptorList(call, world);
  const all = [...descriptorsOf(call, world).values()];
  if (form.startsWith("v2")) {
    const { items, ...page } = pageOf(all, call, world);
    const results = items.map((one) => shown(one, form.slice(3)));
    return {
      status: 200,
      body: enveloped(
        results,
        page,
        "https://platform.adobe.io/data/foundation/schemaregistry/tenant/descriptors",
      ),
    };
  }
  const { items } = pageOf(all, call, world);
  const body: Record<string, unknown[]> = {};
  for (const descriptor of items) (body[descriptor["@type"]] ??= []).push(shown(descriptor, form));
  return { status: 200, body };
}

function shown(descriptor: Descriptor, form: string): unknown {
  if (form === "id") return descriptor["@id"];
  return form === "link" ? `/tenant/descriptors/${descriptor["@id"]}` : descriptor;
}

export function lookupDescriptor(call: Call, world: World): ServiceResponse {
  acceptDescriptor(call, world);
  return { status: 200, body: requireDescriptor(call, world) };
}

export function createDescriptor(call: Call, world: World): ServiceResponse {
  const stored = descriptorsOf(call, world);
  if (stored.size >= LIMIT) throw badRequest(`A sandbox can have ${LIMIT} descriptors at most.`);
  const descriptor = described(call, world, world.hex(40));
  stored.set(descriptor["@id"], descriptor);
  return { status: 201, body: descriptor, wrote: { kind: "descriptors", id: descriptor["@id"] } };
}

/** Overwrites the whole descriptor. The response contains only its id. */
export function replaceDescriptor(call: Call, world: World): ServiceResponse {
  const id = requireDescriptor(call, world)["@id"];
  descriptorsOf(call, world).set(id, described(call, world, id));
  const status = world.switches.registryDescriptorPutStatus;
  return { status, body: { "@id": id }, wrote: { kind: "descriptors", id } };
}

export function removeDescriptor(call: Call, world: World): ServiceResponse {
  const id = requireDescriptor(call, world)["@id"];
  descriptorsOf(call, world).delete(id);
  return { status: 204, wrote: { kind: "descriptors", id } };
}

function descriptorsOf(call: Call, world: World): Map<string, Descriptor> {
  return world.collection<Descriptor>(call.sandbox, "descriptors");
}

function requireDescriptor(call: Call, world: World): Descriptor {
  const id = call.params["id"] ?? "";
  const descriptor = descriptorsOf(call, world).get(id);
  if (!descriptor) throw notFound("descriptor", id);
  return descriptor;
}

function described(call: Call, world: World, id: string): Descriptor {
  const body = call.body;
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw badRequest("The body must be a JSON object.");
  const stored = descriptorsOf(call, world).get(id);
  const descriptor = {
    ...body,
    "@id": id,
    imsOrg: world.orgId,
    version: "1",
    "meta:containerId": "tenant",
    "meta:sandboxId": call.sandbox.id,
    "meta:sandboxType": call.sandbox.type,
    "meta:registryMetadata": registryMetadata(call, world, stored?.["meta:registryMetadata"]),
  } as unknown as Descriptor;
  validate(descriptor, libraryOf(world, call.sandbox), world);
  return descriptor;
}

function validate(descriptor: Descriptor, library: Library, world: World): void {
  const type = descriptor["@type"];
  if (!TYPES.has(type))
    throw badRequest(`The descriptor type ${String(type)} is not one of ${[...TYPES].join(", ")}.`);
  requireProperties(descriptor, [
    "xdm:sourceSchema",
    "xdm:sourceVersion",
    ...requiredProperties(type, world.switches),
  ]);
  refuseUnknownField(descriptor, "xdm:sourceSchema", "xdm:sourceProperty", library);
  if (type === "xdm:descriptorIdentity") validateIdentity(descriptor, library);
  if (type === "xdm:descriptorOneToOne") {
    refuseUnknownField(descriptor, "xdm:destinationSchema", "xdm:destinationProperty", library);
  }
}

/** Beyond those that every descriptor needs. */
function requiredProperties(type: string, switches: Switches): string[] {
  if (type === "xdm:descriptorIdentity") {
    const property = switches.registryIdentityProperty === "required" ? ["xdm:property"] : [];
    return ["xdm:sourceProperty", "xdm:namespace", ...property];
  }
  if (type === "xdm:descriptorReferenceIdentity") return ["xdm:sourceProperty", "xdm:identityNamespace"];
  if (type === "xdm:descriptorOneToOne") {
    return ["xdm:sourceProperty", "xdm:destinationSchema", "xdm:destinationVersion"];
  }
  return [];
}

function requireProperties(descriptor: Descriptor, names: string[]): void {
  const missing = names.filter((name) => descriptor[name] === undefined || descriptor[name] === "");
  if (missing.length > 0) throw invalidBody(missing.map(missingProperty));
}

function missingProperty(name: string): Violation {
  const message = `$.${name}: is missing but it is required`;
  return { path: "$", type: "required", arguments: [name], message };
}

function refuseUnknownField(
  descriptor: Descriptor,
  schemaKey: string,
  propertyKey: string,
  library: Library,
): void {
  const id = String(descriptor[schemaKey]);
  const schema = library.find(id);
  if (!schema) throw new ServiceError(404, "XDM-1010-404", `The schema ${id} of ${schemaKey} is not found.`);
  for (const path of [descriptor[propertyKey] ?? []].flat()) {
    if (typeof path !== "string" || !path.startsWith("/")) {
      throw badRequest(
        `${propertyKey} must be a path that begins with a slash, such as /personalEmail/address.`,
      );
    }
    const names = path
      .slice(1)
      .split("/")
      .filter((name) => name !== "*");
    if (!fieldAt(fullView(schema, library), names))
      throw badRequest(`The schema ${id} has no field ${path}.`);
  }
}

function validateIdentity(descriptor: Descriptor, library: Library): void {
  const property = descriptor["xdm:property"];
  if (property !== undefined && property !== "xdm:code" && property !== "xdm:id") {
    const message = "$.xdm:property: does not have a value in the enumeration [xdm:id, xdm:code]";
    throw invalidBody([{ path: "$.xdm:property", type: "enum", arguments: ["[xdm:id, xdm:code]"], message }]);
  }
  if (descriptor["xdm:isPrimary"] !== true) return;
  const primary = library
    .descriptors()
    .find(
      (other) =>
        other["@id"] !== descriptor["@id"] &&
        other["@type"] === "xdm:descriptorIdentity" &&
        other["xdm:isPrimary"] === true &&
        other["xdm:sourceSchema"] === descriptor["xdm:sourceSchema"],
    );
  if (!primary) return;
  const place = `${primary["xdm:sourceProperty"]} (descriptor ${primary["@id"]})`;
  throw badRequest(`The schema ${descriptor["xdm:sourceSchema"]} already has a primary identity, ${place}.`);
}
