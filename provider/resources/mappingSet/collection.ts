import { path } from "../../api/path";
import { Malformed } from "../../api/errors";
import { nextStart } from "../../api/paging";
import { get, isObject, type JsonObject } from "../../values/propertyPath";
import type { Find } from "../definition";

const collection = "/data/foundation/conversion/mappingSets";

const find: Find = {
  list: `${collection}?limit=100&start=0`,
  items: (body) => mappingSetsIn(body).map((live) => [String(live["id"]), live]),
  next: (page, body) => nextStart(page, mappingSetsIn(body).length),
  // Mapping sets have no description.
  by: "name",
};

/** Where Data Prep keeps mapping sets. */
export const mappingSets = { collection, item: (id: string) => `${collection}/${path`${id}`}`, find };

function mappingSetsIn(body: unknown): JsonObject[] {
  const data = get(body, ["data"]);
  if (Array.isArray(data) && data.every(isObject)) return data;
  throw new Malformed("list of mapping sets");
}
