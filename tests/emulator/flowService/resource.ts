/** The operations of all kinds of Flow Service. A `Resource` has the functions that differ between kinds. */

import { ServiceError, type Call, type ServiceResponse, type Route, type World } from "../service";
import { bodyOf, created, envelope, isDraft, newEntity, notFound, stamp, stored } from "./entity";
import type { Entity, Fields, Kind } from "./entity";
import { listResponse, searchQuery } from "./listing";
import { checkIfMatch, patched } from "./patching";
import { begin, poll } from "./transitions";
import { listed, named } from "./visibility";

export interface Resource {
  kind: Kind;
  patchable: readonly string[];
  /** Checks a body and returns the fields to store. A draft may be incomplete. */
  fields(body: Fields, call: Call, world: World, draft: boolean): Fields;
  /** Checks a patched object against the stored one, and returns fields to store besides the patchable ones. */
  checkChange(next: Fields, before: Entity, call: Call, world: World): Fields;
  /** Refuses updates and deletions in the wrong state. */
  checkState(entity: Entity, verb: "update" | "delete", call: Call, world: World): void;
  checkUnused(entity: Entity, call: Call, world: World): void;
  /** The object with the values that the service adds for absent fields. Patches apply to this form. */
  filled(entity: Entity, world: World): Fields;
  /** The filled object as a GET shows it. */
  shown(filled: Fields, world: World): Fields;
  patchResponse(entity: Entity, world: World): Fields;
}

export function resourceRoutes(resource: Resource): Route[] {
  const { kind } = resource;
  const list = (call: Call, world: World) => {
    const items = listed(call, world, kind).map((entity) => served(resource, entity, world));
    return listResponse(call, kind, items, world);
  };
  return [
    { method: "GET", path: `/${kind}`, handle: list },
    { method: "POST", path: `/${kind}`, handle: (call, world) => create(resource, call, world) },
    {
      method: "POST",
      path: `/${kind}/search`,
      handle: (call, world) => list({ ...call, query: searchQuery(call.body) }, world),
    },
    { method: "GET", path: `/${kind}/:id`, handle: (call, world) => read(resource, call, world) },
    { method: "PATCH", path: `/${kind}/:id`, handle: (call, world) => update(resource, call, world) },
    { method: "DELETE", path: `/${kind}/:id`, handle: (call, world) => remove(resource, call, world) },
  ];
}

function create(resource: Resource, call: Call, world: World): ServiceResponse {
  const { kind } = resource;
  const draft = isDraft(call);
  const body = bodyOf(call);
  const fields = resource.fields(body, call, world, draft);
  const entity = newEntity(call, world, draft ? "draft" : "enabled", fields);
  stored(call, world, kind).set(entity.id, entity);
  if (draft)
    entity["lastOperation"] = { operation: "draft_create", started: world.now(), updated: world.now() };
  else begin(call, world, kind, entity, "create", "enabled");
  return created(kind, entity);
}

function read(resource: Resource, call: Call, world: World): ServiceResponse {
  const entity = named(call, world, resource.kind);
  const advanced = poll(call, world, resource.kind, entity);
  // This GET may have completed a deletion.
  if (!stored(call, world, resource.kind).has(entity.id)) throw notFound(world, resource.kind, entity.id);
  return { ...envelope(served(resource, entity, world)), ...(advanced && { advanced }) };
}

function update(resource: Resource, call: Call, world: World): ServiceResponse {
  const { kind } = resource;
  const entity = named(call, world, kind);
  checkIfMatch(call, entity, true);
  resource.checkState(entity, "update", call, world);
  const next = patched(call, resource.filled(entity, world), resource.patchable);
  const derived = resource.checkChange(next, entity, call, world);
  const etagBefore = entity.etag;
  const { state } = entity;
  for (const name of resource.patchable) {
    if (name in next) entity[name] = next[name];
    else Reflect.deleteProperty(entity, name);
  }
  Object.assign(entity, derived);
  stamp(entity, call, world);
  if (state !== "draft") begin(call, world, kind, entity, "update", state);
  const wrote = { kind, id: entity.id, etagBefore, etagAfter: entity.etag };
  return { status: 200, body: resource.patchResponse(entity, world), wrote };
}

function remove(resource: Resource, call: Call, world: World): ServiceResponse {
  const { kind } = resource;
  const entity = named(call, world, kind);
  resource.checkState(entity, "delete", call, world);
  resource.checkUnused(entity, call, world);
  const etagBefore = entity.etag;
  begin(call, world, kind, entity, "delete", null);
  return { status: world.switches.deleteStatus, wrote: { kind, id: entity.id, etagBefore } };
}

function served(resource: Resource, entity: Entity, world: World): Fields {
  return resource.shown(resource.filled(entity, world), world);
}

/** Base, source and target connections share their states. */
export function checkConnectionState(entity: Entity, verb: "update" | "delete"): void {
  const { state } = entity;
  if (state === "delete-finalizing") {
    const code = verb === "update" ? "1457-400" : "1458-400";
    throw new ServiceError(400, code, `Operation ${verb} cannot be applied in state delete-finalizing.`);
  }
  if (state === "initializing") {
    throw new ServiceError(
      400,
      "1417-400",
      "Delete or Update on Connections in `initializing` state are not allowed with UserToken.",
    );
  }
  if (!["enabled", "disabled", "draft"].includes(state)) {
    const message =
      "Delete or Update can only be applied on connection with enabled, disabled or initializing state.";
    throw new ServiceError(400, "1416-400", message);
  }
}

export function idAndEtag(entity: Entity): Fields {
  return { id: entity.id, etag: entity.etag };
}
