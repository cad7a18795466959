/** Functions for all stored objects of Flow Service. */

import { ServiceError, type Call, type ServiceResponse, type World } from "../service";

export type Kind = "connections" | "sourceConnections" | "targetConnections" | "flows" | "runs";

export type Fields = Record<string, unknown>;

export interface Entity extends Fields {
  id: string;
  state: string;
  etag: string;
  version: string;
  updatedAt: number;
}

export interface SpecRef {
  id: string;
  version: string;
}

/** Who writes, and where. */
export type Caller = Pick<Call, "sandbox" | "clientId">;

export function stored(call: Pick<Call, "sandbox">, world: World, kind: Kind): Map<string, Entity> {
  return world.collection<Entity>(call.sandbox, kind);
}

export function notFound(world: World, kind: string, id: string): ServiceError {
  const { notFoundCode } = world.switches;
  const status = notFoundCode === "1439-400" ? 400 : 404;
  const message = `The requested ${kind} resource ${id} is not found. Verify the resource ID before trying again.`;
  return new ServiceError(status, notFoundCode, message, { id, type: kind });
}

/** An object to which a request body refers. */
export function referenced(call: Call, world: World, kind: Kind, id: string): Entity {
  const entity = stored(call, world, kind).get(id);
  if (entity === undefined || entity.state === "delete-finalizing") {
    throw new ServiceError(400, "1439-400", `The requested ${kind} resource ${id} is not found.`);
  }
  return entity;
}

export function newEntity(call: Caller, world: World, state: string, fields: Fields): Entity {
  const etag = world.etag();
  const at = world.now();
  const author = `${call.clientId}@AdobeID`;
  return {
    id: world.uuid(),
    createdAt: at,
    updatedAt: at,
    createdBy: author,
    updatedBy: author,
    createdClient: call.clientId,
    updatedClient: call.clientId,
    sandboxId: call.sandbox.id,
    sandboxName: call.sandbox.name,
    imsOrgId: world.orgId,
    ...fields,
    state,
    version: etag,
    etag,
  };
}

/** Records a write by this caller. */
export function stamp(entity: Entity, call: Call, world: World): void {
  renewEtag(entity, world);
  entity["updatedBy"] = `${call.clientId}@AdobeID`;
  entity["updatedClient"] = call.clientId;
}

export function renewEtag(entity: Entity, world: World): void {
  entity.etag = world.etag();
  entity.version = entity.etag;
  entity.updatedAt = world.now();
}

/** GET of one object returns a list of one object. */
export function envelope(item: Fields): ServiceResponse {
  return { status: 200, body: { items: [item] } };
}

export function created(kind: Kind, entity: Entity): ServiceResponse {
  const { id, etag } = entity;
  return {
    status: 201,
    headers: { location: `/data/foundation/flowservice/${kind}/${id}` },
    body: { id, etag },
    wrote: { kind, id, etagAfter: etag },
  };
}

export function bodyOf(call: Call): Fields {
  const { body } = call;
  if (!isFields(body) || Object.keys(body).length === 0) {
    throw new ServiceError(400, "1405-400", "The request body cannot be null or empty.");
  }
  return body;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object inside a body; `{}` if it is absent or no object. */
export function part(fields: Fields, name: string): Fields {
  const value = fields[name];
  return isFields(value) ? value : {};
}

export function without(fields: Fields, ...names: string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

/** Removes keys whose value is undefined: JSON does not have them. */
export function defined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export function text(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function requireText(fields: Fields, name: string): string {
  const value = text(fields, name);
  if (value === undefined) throw mandatory(name);
  return value;
}

export function mandatory(field: string): ServiceError {
  return new ServiceError(400, "1304-400", `The mandatory field ${field} is not provided.`);
}

export function isDraft(call: Call): boolean {
  return call.query.get("mode") === "draft";
}

/** The specification that `connectionSpec` or `flowSpec` of a body refers to. */
export function specOf<S extends { id: string; version: string }>(
  fields: Fields,
  field: "connectionSpec" | "flowSpec",
  specs: ReadonlyMap<string, S>,
  world: World,
): S {
  const id = text(part(fields, field), "id");
  if (id === undefined) throw mandatory(`${field}.id`);
  const spec = specs.get(id);
  if (spec === undefined) throw new ServiceError(400, "1413-400", `The spec ID ${id} provided is invalid.`);
  const version = part(fields, field)["version"];
  if (version === undefined && field === "connectionSpec" && world.switches.missingSpecVersion === "refuse") {
    throw new ServiceError(422, "1304-422", `The mandatory field ${field}.version is not provided.`);
  }
  if (version !== undefined && version !== spec.version) {
    throw new ServiceError(400, "1413-400", `There is no version ${String(version)} of the spec ${id}.`);
  }
  return spec;
}
