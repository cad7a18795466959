import { z } from "zod";
import type { Find, Update } from "../definition";
import { path } from "../../api/path";
import { field, type FieldFacts } from "../fields";
import type { ApiResponse } from "../../api/response";
import { Malformed } from "../../api/errors";
import { nextPage } from "../../api/paging";
import { get, isObject, type JsonObject } from "../../values/propertyPath";
import { sameContentType } from "./equality";
import { reference } from "./reference";

/** What all objects of Flow Service share (Adobe: Flow Service API; "Update" and "Delete" tutorials of Sources). */
export const flowService = "/data/foundation/flowservice";

export const flowServiceOutputs = {
  /** Version of the object as Flow Service names it, double quotes included. */
  etag: z.string().optional(),
  /** AEP's own word for the object's state, such as "enabled" or "initializing". */
  liveState: z.string().optional(),
};

/** Objects are changed by JSON Patch on the version that If-Match names. */
export const update: Update = { method: "PATCH", etag: "always" };

/** The response to a GET of one object is a list with one item. An empty list means that there is no such object. */
export function firstItem({ body }: ApiResponse): JsonObject | undefined {
  const items = get(body, ["items"]);
  if (!Array.isArray(items)) throw new Malformed("list of items");
  if (items.length === 0) return undefined;
  const item: unknown = items[0];
  if (isObject(item) && flowServiceId(item) !== undefined) return item;
  throw new Malformed("item with an id");
}

export function itemsIn(body: unknown): JsonObject[] {
  const items = get(body, ["items"]);
  if (Array.isArray(items) && items.every((item) => isObject(item) && typeof item["id"] === "string"))
    return items as JsonObject[];
  throw new Malformed("list of items with ids");
}

export function flowServiceId(body: unknown): unknown {
  return get(body, ["id"]);
}

/** The etag is in the body, under two names. A connection that is still being created may have none. */
export function flowServiceState(live: JsonObject, { headers }: ApiResponse): JsonObject {
  const etag = live["etag"] ?? live["version"] ?? headers["etag"];
  return { etag: typeof etag === "string" ? strong(etag) : undefined, liveState: live["state"] };
}

/** If-Match takes only strong etags (RFC 9110, 13.1.1), in one pair of quotes. */
function strong(etag: string): string {
  return etag.replace(/^W\//, "").replace(/^"+|"+$/g, '"');
}

export function isBeingDeleted(live: JsonObject): boolean {
  return live["state"] === "delete-finalizing" || live["state"] === "deleted";
}

const stableStates = new Set(["enabled", "disabled", "draft"]);

/** Where AEP runs on AWS, base connections are `initializing` at first. Dataflows pass through several states. */
export function readiness(live: JsonObject): { pending: string } | { failed: string } | undefined {
  const status = get(live, ["lastOperation", "status"]);
  const value = String(get(status, ["value"]) ?? "").toLowerCase();
  const state = String(live["state"] ?? "");
  if (/^(failed|partial_failure)$/.test(value) || /failed/i.test(state))
    return { failed: reasonIn(status, state) };
  return state === "" || stableStates.has(state) ? undefined : { pending: state };
}

function reasonIn(status: unknown, state: string): string {
  const errors = get(status, ["errors"]);
  const texts = (Array.isArray(errors) ? errors : []).map((error) =>
    isObject(error)
      ? [error["code"] ?? error["errorCode"], error["message"] ?? error["errorMessage"]]
          .filter(Boolean)
          .join(": ")
      : String(error),
  );
  return texts.filter((text) => text !== "").join("; ") || state || "no reason given";
}

/** A connection spec or flow spec as AEP stores it; both fields get the given facts. */
export function specReference(facts: Partial<FieldFacts> = {}) {
  return z.strictObject({
    /** Spec id, a uuid. */
    id: field(z.uuid("must be the uuid of a specification"), facts),
    version: field(z.string().optional(), { default: "1.0", ...facts }),
  });
}

/** The schema of the records of a connection. */
export function schemaReference() {
  return z.strictObject({
    id: reference("Schema"),
    version: field(z.string().optional(), {
      default: "application/vnd.adobe.xed-full+json;version=1",
      same: sameContentType,
    }),
  });
}

export function collection(name: string): { collection: string; item: (id: string) => string; find: Find } {
  return {
    collection: `${flowService}/${name}`,
    item: (id) => `${flowService}/${name}/${path`${id}`}`,
    find: {
      list: `${flowService}/${name}?limit=100`,
      items: (body) => itemsIn(body).map((live) => [String(live["id"]), live]),
      next: nextPage,
      by: "description",
    },
  };
}
