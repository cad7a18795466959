import { z } from "zod";
import type { Find, Lag } from "../definition";
import { path } from "../../api/path";
import type { ApiResponse } from "../../api/response";
import { Malformed } from "../../api/errors";
import { nextRegistryPage } from "../../api/paging";
import { get, isObject, type JsonObject } from "../../values/propertyPath";
import { present } from "./equality";

/** What all resources of the Schema Registry share. Adobe: Schema Registry API, "Getting started" and "Appendix". */
const registry = "/data/foundation/schemaregistry";

/** Reads may be seconds old, and a new object may be missing for about 20 seconds. */
const lag: Lag = {
  modified: (live) => {
    const time = get(live, ["meta:registryMetadata", "repo:lastModifiedDate"]);
    return typeof time === "number" ? time : undefined;
  },
};

/** Where the registry keeps resources: the tenant's own, or Adobe's. */
export function collection(
  name: string,
  container: "tenant" | "global" = "tenant",
): { collection: string; item: (id: string) => string; find: Find; lag: Lag } {
  const place = `${registry}/${container}/${name}`;
  return {
    lag,
    collection: place,
    item: (id) => `${place}/${path`${id}`}`,
    find: {
      list: `${place}?orderby=title&limit=300`,
      accept: "application/vnd.adobe.xed+json",
      items: (body) => resultsOf(body).map((live) => [String(live["$id"]), live]),
      next: nextRegistryPage,
      by: "description",
    },
  };
}

export function resultsOf(body: unknown): JsonObject[] {
  const results = get(body, ["results"]);
  if (Array.isArray(results) && results.every(isObject)) return results;
  throw new Malformed("list of results");
}

/** The form that was posted: `allOf` and `$ref` are not resolved. */
export const rawAccept = "application/vnd.adobe.xed+json; version=1";

/** The form with the fields of the class and the field groups in `properties`. */
export const fullAccept = "application/vnd.adobe.xed-full+json; version=1";

/** A list of ids and titles. */
export const shortAccept = "application/vnd.adobe.xed-id+json";

export const registryOutputs = {
  /** `meta:altId`, such as `_tenant.schemas.5a3f`. Look-ups accept it instead of the id. */
  altId: z.string().optional(),
  /** The version that the registry increases with each additive change, such as "1.2". */
  version: z.string().optional(),
  /** `meta:registryMetadata.eTag`, where the registry returns it. The registry needs no If-Match. */
  etag: z.string().optional(),
};

export function registryState(live: JsonObject): JsonObject {
  return {
    altId: live["meta:altId"],
    version: live["version"] === undefined ? undefined : String(live["version"]),
    etag: get(live, ["meta:registryMetadata", "eTag"]),
  };
}

export function registryId(body: unknown): unknown {
  return get(body, ["$id"]);
}

export function wholeBody({ body }: ApiResponse): JsonObject {
  if (isObject(body) && (body["$id"] ?? body["@id"]) !== undefined) return body;
  throw new Malformed("$id");
}

/** Keys without `meta:` that only the registry writes. */
const serverKeys = ["$id", "version", "imsOrg", "refs"];

/** The keys with `meta:` that the registry takes from a caller. It writes all others itself, and newer versions write more. */
const callerMetaKeys = ["meta:intendedToExtend", "meta:immutableTags", "meta:status", "meta:tags"];

function isAccepted(key: string): boolean {
  return key.startsWith("meta:") ? callerMetaKeys.includes(key) : !serverKeys.includes(key);
}

/**
 * The part of a body that all resources share: what AEP has, without the keys that only AEP writes, and with the title and
 * description of the program. The registry requires a description, which may be empty.
 */
export function bodyOf(args: JsonObject, live: JsonObject = { type: "object" }): JsonObject {
  const kept = Object.entries(live).filter(([key]) => isAccepted(key));
  const written = present({ title: args["title"], description: args["description"] });
  return { description: "", ...Object.fromEntries(kept), ...written };
}

export function listAt(live: JsonObject, key: string): JsonObject[] {
  const list = live[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** The entries of `allOf` in AEP that no arg describes. A PUT without them would remove them. */
export function foreignParts(
  live: JsonObject | undefined,
  isOwn: (part: JsonObject) => boolean,
): JsonObject[] {
  return live ? listAt(live, "allOf").filter((part) => !isOwn(part)) : [];
}

export function refsIn(live: JsonObject): string[] {
  return listAt(live, "allOf")
    .map((entry) => entry["$ref"])
    .filter((ref): ref is string => typeof ref === "string");
}

/** Titles are unique in a sandbox, and the old object may be in use: both objects must exist for a while. */
export function titleKept(what: string) {
  return (olds: JsonObject, news: JsonObject, replaces: readonly string[]): string | undefined =>
    replaces.length > 0 && !replaces.includes("sandbox") && olds["title"] === news["title"]
      ? `${replaces.join(", ")} cannot change in place, and a second ${what} with the same title cannot be created: choose a new title`
      : undefined;
}
