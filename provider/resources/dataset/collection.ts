import { Malformed } from "../../api/errors";
import { nextStart } from "../../api/paging";
import { path } from "../../api/path";
import { isObject, type JsonObject } from "../../values/propertyPath";
import type { Find } from "../definition";

const dataSets = "/data/foundation/catalog/dataSets";

const find: Find = {
  list: `${dataSets}?limit=100&properties=name,description`,
  items: (body) => Object.entries(datasetsIn(body)),
  next: (page, body) => nextStart(page, Object.keys(datasetsIn(body)).length),
  by: "description",
};

/** Where Catalog keeps datasets. */
export const datasets = {
  collection: `${dataSets}?requestDataSource=true`,
  item: (id: string) => `${dataSets}/${path`${id}`}`,
  find,
};

/** A list of datasets is a map by id. It may have other keys, with objects or null. */
function datasetsIn(body: unknown): Record<string, JsonObject> {
  if (!isObject(body) || !Object.values(body).every((value) => isObject(value) || value === null)) {
    throw new Malformed("map of datasets");
  }
  const byId = Object.entries(body).filter(([key, value]) => /^[0-9a-f]{24}$/i.test(key) && isObject(value));
  return Object.fromEntries(byId) as Record<string, JsonObject>;
}
