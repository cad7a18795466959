import { acceptDescriptor, acceptDescriptorList } from "./accept";
import { validateDescriptor } from "./descriptorRules";
import { badRequest, notFound } from "./errors";
import { recordWrite, seen } from "./lag";
import type { Descriptor } from "./library";
import { enveloped, pageOf } from "./lists";
import { registryMetadata } from "./stamps";
import type { Call, ServiceResponse, World } from "../service";

/** Adobe's limit for one sandbox. */
const LIMIT = 4000;

export function listDescriptors(call: Call, world: World): ServiceResponse {
  const { form } = acceptDescriptorList(call, world);
  const all = [...seen<Descriptor>(world, call.sandbox, "descriptors", "list").values()];
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
  return { status: 200, body: requireVisible(call, world) };
}

export function createDescriptor(call: Call, world: World): ServiceResponse {
  const stored = descriptorsOf(call, world);
  if (stored.size >= LIMIT) throw badRequest(`A sandbox can have ${LIMIT} descriptors at most.`);
  const descriptor = described(call, world, world.hex(40));
  recordWrite(world, call.sandbox, "descriptors", descriptor["@id"]);
  stored.set(descriptor["@id"], descriptor);
  return { status: 201, body: descriptor, wrote: { kind: "descriptors", id: descriptor["@id"] } };
}

/** Overwrites the whole descriptor. The response contains only its id. */
export function replaceDescriptor(call: Call, world: World): ServiceResponse {
  const id = requireVisible(call, world)["@id"];
  const descriptor = described(call, world, id);
  recordWrite(world, call.sandbox, "descriptors", id);
  descriptorsOf(call, world).set(id, descriptor);
  const status = world.switches.registryDescriptorPutStatus;
  return { status, body: { "@id": id }, wrote: { kind: "descriptors", id } };
}

export function removeDescriptor(call: Call, world: World): ServiceResponse {
  const id = requireDescriptor(call, world)["@id"];
  recordWrite(world, call.sandbox, "descriptors", id);
  descriptorsOf(call, world).delete(id);
  return { status: 204, wrote: { kind: "descriptors", id } };
}

function descriptorsOf(call: Call, world: World): Map<string, Descriptor> {
  return world.collection<Descriptor>(call.sandbox, "descriptors");
}

function requireVisible(call: Call, world: World): Descriptor {
  const id = call.params["id"] ?? "";
  const descriptor = seen<Descriptor>(world, call.sandbox, "descriptors", "lookup").get(id);
  if (!descriptor) throw notFound("descriptor", id);
  return descriptor;
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
  validateDescriptor(descriptor, call.sandbox, world);
  return descriptor;
}
