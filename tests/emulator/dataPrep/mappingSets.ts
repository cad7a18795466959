import { badRequest, notFound } from "../catalog/errors";
import { libraryOf } from "../schemaRegistry/library";
import { fullView } from "../schemaRegistry/view";
import { ServiceError, type Call, type ServiceResponse, type World } from "../service";
import {
  shortForm,
  shownMapping,
  versionOf,
  wholeForm,
  type MappingSet,
  type MappingSetVersion,
} from "./mappingSet";
import { requireObject } from "./preview";
import { failureOf, requireOutputSchema } from "./rules";

export function createMappingSet(call: Call, world: World): ServiceResponse {
  const version = world.switches.mappingSetFirstVersion;
  const first = validVersion(call, world, version);
  const id = world.hex(32);
  const set: MappingSet = {
    id,
    version,
    createdDate: first.modifiedDate,
    createdBy: call.clientId,
    versions: { [version]: first },
  };
  stored(call, world).set(id, set);
  const body = world.switches.mappingSetCreateReply === "whole" ? wholeForm(set, first) : shortForm(set);
  return { status: 200, body, wrote: { kind: "mappingSets", id, etagAfter: String(version) } };
}

/** Every PUT adds a version. Flows keep the version that they have pinned. */
export function replaceMappingSet(call: Call, world: World): ServiceResponse {
  const set = requireSet(call, world);
  const next = validVersion(call, world, set.version + 1);
  const replaced = { ...set, version: next.version, versions: { ...set.versions, [next.version]: next } };
  stored(call, world).set(set.id, replaced);
  const wrote = {
    kind: "mappingSets",
    id: set.id,
    etagBefore: String(set.version),
    etagAfter: String(next.version),
  };
  return { status: 200, body: wholeForm(replaced, next), wrote };
}

function validVersion(call: Call, world: World, number: number): MappingSetVersion {
  const version = versionOf(requireObject(call.body), number, call, world);
  const schema = requireOutputSchema(version, call, world);
  if (version.mappings.length === 0 && world.switches.emptyMappingSet === "refuse") {
    throw badRequest("A mapping set must have at least one mapping.");
  }
  for (const mapping of version.mappings) {
    const failure = failureOf(mapping, version.mappings, schema, world);
    if (failure) throw badRequest(failure.exception);
  }
  return version;
}

export function lookupMappingSet(call: Call, world: World): ServiceResponse {
  const set = requireSet(call, world);
  return { status: 200, body: expanded(wholeForm(set, requireVersion(set, call, world)), call, world) };
}

export function listMappings(call: Call, world: World): ServiceResponse {
  const set = requireSet(call, world);
  const version = requireVersion(set, call, world);
  return { status: 200, body: version.mappings.map((mapping) => shownMapping(mapping, set, version)) };
}

export function lookupMapping(call: Call, world: World): ServiceResponse {
  const set = requireSet(call, world);
  const version = requireVersion(set, call, world);
  const id = call.params["mappingId"] ?? "";
  const mapping = version.mappings.find((one) => one.id === id);
  if (!mapping) throw notFound("mapping", id);
  return { status: 200, body: shownMapping(mapping, set, version) };
}

export function removeMappingSet(call: Call, world: World): ServiceResponse {
  const status = world.switches.mappingSetDeletion;
  if (status === 405) throw new ServiceError(405, "", "Request method 'DELETE' is not supported.");
  const set = requireSet(call, world);
  if (status === 404) throw notFound("path", call.path);
  stored(call, world).delete(set.id);
  return { status: 204, wrote: { kind: "mappingSets", id: set.id, etagBefore: String(set.version) } };
}

export function listMappingSets(call: Call, world: World): ServiceResponse {
  const { query } = call;
  const limit = mandatoryNumber(query, "limit", 1);
  const isStartOptional = world.switches.mappingSetListStart === "optional" && !query.has("start");
  const start = isStartOptional ? 0 : mandatoryNumber(query, "start", 0);
  const name = query.get("name");
  const all = [...stored(call, world).values()]
    .map((set) => ({ set, latest: set.versions[set.version]! }))
    .filter(({ latest }) => name === null || latest.name === name)
    .sort(byOrder(query.get("orderBy")));
  const page = all.slice(start, start + limit);
  const data = page.map(({ set, latest }) => expanded(wholeForm(set, latest), call, world));
  const more = start + limit < all.length;
  const next = { href: `/mappingSets?limit=${limit}&start=${start + limit}`, templated: false };
  const body = { data, _links: more ? { next } : {}, _page: { count: data.length, limit } };
  return { status: 200, body };
}

type Listed = { set: MappingSet; latest: MappingSetVersion };

/** A plus sign in a query arrives as a space if it was not encoded. */
function byOrder(orderBy: string | null): (left: Listed, right: Listed) => number {
  const [, direction, field] =
    /^([+ -]?)(createdDate|updatedDate|lastUpdateDate)$/.exec(orderBy ?? "-lastUpdateDate") ?? [];
  if (field === undefined)
    throw badRequest("orderBy must be createdDate or updatedDate, with an optional + or - before it.");
  const dateOf = ({ set, latest }: Listed) =>
    field === "createdDate" ? set.createdDate : latest.modifiedDate;
  const sign = direction === "-" ? -1 : 1;
  return (left, right) => (dateOf(left) - dateOf(right)) * sign;
}

function mandatoryNumber(query: URLSearchParams, name: string, minimum: number): number {
  const text = query.get(name);
  if (text === null) throw badRequest(`The query parameter ${name} is mandatory.`);
  const value = Number(text);
  if (Number.isInteger(value) && value >= minimum && text !== "") return value;
  throw badRequest(`The query parameter ${name} must be a whole number of at least ${minimum}.`);
}

/** With `expandSchema=true` the response contains the output schema. */
function expanded(body: Record<string, unknown>, call: Call, world: World): Record<string, unknown> {
  if (call.query.get("expandSchema")?.toLowerCase() !== "true") return body;
  const outputSchema = body["outputSchema"] as MappingSetVersion["outputSchema"];
  const library = libraryOf(world, call.sandbox);
  const schema = library.find(outputSchema.schemaRef.id);
  return schema
    ? { ...body, outputSchema: { ...outputSchema, jsonSchema: fullView(schema, library) } }
    : body;
}

function requireVersion(set: MappingSet, call: Call, world: World): MappingSetVersion {
  const byDefault = world.switches.mappingSetVersionByDefault === "latest" ? String(set.version) : "0";
  const number = call.query.get("version") ?? byDefault;
  const version = set.versions[number];
  if (!version) throw notFound("mapping set", `${set.id} in version ${number}`);
  return version;
}

function requireSet(call: Call, world: World): MappingSet {
  const id = call.params["id"] ?? "";
  const set = stored(call, world).get(id);
  if (!set) throw notFound("mapping set", id);
  return set;
}

function stored(call: Call, world: World): Map<string, MappingSet> {
  return world.collection<MappingSet>(call.sandbox, "mappingSets");
}
