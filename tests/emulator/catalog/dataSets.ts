import { applyPatch, isOperationList, PatchFailure } from "../jsonPatch";
import { ServiceError, type Call, type ServiceResponse, type World } from "../service";
import { newDataSet, ownFields, shown, SERVER_FIELDS, withContents, type DataSet } from "./dataSet";
import { badRequest, notFound } from "./errors";
import { pageOf, picked } from "./list";
import { finishOld, systemTags, type Tags } from "./forms";
import { refuseAdobeTags, refuseLostFormat, validate } from "./rules";

type Contents = Record<string, unknown>;

export function listDataSets(call: Call, world: World): ServiceResponse {
  const visible = [...stored(call, world)].map(([id, one]): [string, Contents] => [
    id,
    shown(id, one, call, world),
  ]);
  return { status: 200, body: Object.fromEntries(pageOf(visible, call.query)) };
}

export function lookupDataSet(call: Call, world: World): ServiceResponse {
  const { id, dataSet } = requireDataSet(call, world);
  const view = picked(shown(id, dataSet, call, world), call.query.get("properties"));
  return { status: 200, headers: etagHeader(dataSet, world), body: { [id]: view } };
}

export function createDataSet(call: Call, world: World): ServiceResponse {
  const body = requireObject(call);
  if (world.switches.catalogAdobeTags === "refused") refuseAdobeTags(body["tags"], {});
  const id = world.hex(24);
  const dataSet = newDataSet(body, id, call, world);
  validate(dataSet, undefined, call, world);
  if (isDryRun(call)) return { status: 200, body: [] };
  stored(call, world).set(id, dataSet);
  const headers = { Location: `/data/foundation/catalog/dataSets/${id}`, ...etagHeader(dataSet, world) };
  const wrote = { kind: "dataSets", id, etagAfter: etagOf(dataSet, world) };
  return { status: 201, headers, body: [`@/dataSets/${id}`], wrote };
}

/** Overwrites all fields that a client can set, including tags. Without tags in the body, those of AEP are kept. */
export function replaceDataSet(call: Call, world: World): ServiceResponse {
  return change(call, world, (visible) => {
    const body = requireObject(call);
    const kept = systemTags(visible["tags"] as Tags | undefined);
    return { ...(kept === undefined ? {} : { tags: kept }), ...body };
  });
}

/** The content type selects a partial object or JSON Patch. */
export function patchDataSet(call: Call, world: World): ServiceResponse {
  const isJsonPatch = call.headers["content-type"]?.startsWith("application/json-patch+json") ?? false;
  if (isJsonPatch) return change(call, world, (visible) => patched(visible, call));
  const deep = world.switches.catalogMergeDepth === "deep";
  return change(call, world, (visible) => {
    const body = requireObject(call);
    refuseExpandable(body, visible);
    return deep ? (deeplyMerged(visible, body) as Contents) : { ...visible, ...body };
  });
}

/** The second version merges deeply and creates nested objects, but does not accept JSON Patch. */
export function patchDataSetDeeply(call: Call, world: World): ServiceResponse {
  if (call.headers["content-type"]?.startsWith("application/json-patch+json")) {
    throw new ServiceError(
      415,
      "",
      "PATCH /v2/dataSets takes application/json, not application/json-patch+json.",
    );
  }
  return change(call, world, (visible) => deeplyMerged(visible, requireObject(call)) as Contents, true);
}

export function removeDataSet(call: Call, world: World): ServiceResponse {
  const id = call.params["id"] ?? "";
  const dataSet = stored(call, world).get(id);
  if (!dataSet && world.switches.catalogDeleteMissing === "404") throw notFound("dataset", id);
  if (!dataSet) return { status: 200, body: [] };
  requireMatch(call, dataSet, world);
  stored(call, world).delete(id);
  const wrote = { kind: "dataSets", id, etagBefore: etagOf(dataSet, world) };
  return { status: 200, body: [`@/dataSets/${id}`], wrote };
}

/** The location of the dataset's files. The emulator has no storage, so the response has no key. */
export function credentials(call: Call, world: World): ServiceResponse {
  const { id, dataSet } = requireDataSet(call, world);
  const path = `adl://emulated.azuredatalakestore.net/platform/${dataSet.viewId}`;
  return { status: 200, body: { dataSetId: id, path, stagePath: `${path}/stage` } };
}

function change(
  call: Call,
  world: World,
  next: (visible: Contents) => Contents,
  adobeTags = false,
): ServiceResponse {
  const { id, dataSet } = requireDataSet(call, world);
  requireMatch(call, dataSet, world);
  const visible = { ...shown(id, dataSet, call, world), schemaRef: dataSet.schemaRef };
  const contents = ownFields(next(visible));
  if (!adobeTags && world.switches.catalogAdobeTags === "refused") {
    refuseAdobeTags(contents["tags"], (visible as { tags?: Record<string, string[]> }).tags ?? {});
  }
  refuseLostFormat(contents["tags"], dataSet);
  const replacement = withContents(dataSet, contents, call, world);
  validate(replacement, dataSet, call, world);
  const body = [`@/dataSets/${id}`];
  if (isDryRun(call)) return { status: 200, body };
  stored(call, world).set(id, replacement);
  const [etagBefore, etagAfter] = [etagOf(dataSet, world), etagOf(replacement, world)];
  const wrote = { kind: "dataSets", id, etagBefore, etagAfter };
  return { status: 200, headers: etagHeader(replacement, world), body, wrote };
}

function patched(visible: Contents, call: Call): Contents {
  if (!isOperationList(call.body)) throw badRequest("The body must be a list of JSON Patch operations.");
  const readOnly = call.body.find(
    ({ op, path }) => op !== "test" && SERVER_FIELDS.has(path.split("/")[1] ?? ""),
  );
  if (readOnly) throw badRequest(`The field ${readOnly.path} is read-only.`);
  try {
    return applyPatch(visible, call.body) as Contents;
  } catch (failure) {
    if (failure instanceof PatchFailure)
      throw badRequest(`The JSON Patch cannot be applied: ${failure.message}.`);
    throw failure;
  }
}

/** PATCH cannot change fields whose value refers to other objects ("@/..."). */
function refuseExpandable(body: Contents, visible: Contents): void {
  const name = Object.keys(body).find((key) => {
    const present = visible[key];
    return typeof present === "string" && present.startsWith("@/") && body[key] !== present;
  });
  if (name !== undefined) throw badRequest(`The field ${name} is expandable and cannot be changed.`);
}

function deeplyMerged(target: unknown, source: unknown): unknown {
  if (!isObject(target) || !isObject(source)) return source;
  const keys = [...new Set([...Object.keys(target), ...Object.keys(source)])];
  const value = (key: string) => (key in source ? deeplyMerged(target[key], source[key]) : target[key]);
  return Object.fromEntries(keys.map((key) => [key, value(key)]));
}

function isObject(value: unknown): value is Contents {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function requireObject(call: Call): Contents {
  if (isObject(call.body)) return call.body;
  throw badRequest("The body must be a JSON object.");
}

function stored(call: Call, world: World): Map<string, DataSet> {
  const dataSets = world.collection<DataSet>(call.sandbox, "dataSets");
  finishOld(dataSets.values(), world);
  return dataSets;
}

function requireDataSet(call: Call, world: World): { id: string; dataSet: DataSet } {
  const id = call.params["id"] ?? "";
  const dataSet = stored(call, world).get(id);
  if (!dataSet) throw notFound("dataset", id);
  return { id, dataSet };
}

function isDryRun(call: Call): boolean {
  return call.headers["pragma"]?.trim() === "validate-only";
}

function etagOf(dataSet: DataSet, world: World): string {
  return world.switches.catalogEtagValue === "version" ? dataSet.version : String(dataSet.updated);
}

function etagHeader(dataSet: DataSet, world: World): Record<string, string> {
  const name = world.switches.catalogEtagHeader;
  return name === "absent" ? {} : { [name]: etagOf(dataSet, world) };
}

/** If-Match and If-None-Match are optional. Quotes around their value are ignored. */
function requireMatch(call: Call, dataSet: DataSet, world: World): void {
  const etag = etagOf(dataSet, world);
  const wanted = unquoted(call.headers["if-match"]);
  if (wanted !== undefined && wanted !== "*" && wanted !== etag) {
    throw new ServiceError(412, "", `If-Match is ${wanted}, but the dataset has version ${etag}.`);
  }
  const unwanted = unquoted(call.headers["if-none-match"]);
  if (unwanted === "*" || unwanted === etag)
    throw new ServiceError(412, "", `If-None-Match excludes ${etag}, the version of the dataset.`);
}

function unquoted(header: string | undefined): string | undefined {
  return header?.trim().replace(/^(?:W\/)?"(.*)"$/, "$1");
}
