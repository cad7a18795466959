import { path } from "../../provider/api/path";
import { nextPage } from "../../provider/api/paging";
import type { Listing } from "../../provider/api/listAll";
import { get, isObject, type JsonObject } from "../../provider/values/propertyPath";
import { notFound, type Sought } from "./found";
import type { Reader } from "./lookUp";

export const flowService = "/data/foundation/flowservice";

export const flowServiceList: Listing = {
  items: (body) => {
    const items = get(body, ["items"]);
    return Array.isArray(items) ? items : undefined;
  },
  next: nextPage,
};

/** A GET of one object returns a list of one item, or an empty list if there is no such object. */
export async function itemWith(reader: Reader, collection: string, sought: Sought): Promise<JsonObject> {
  const body = await reader.get(`${flowService}/${collection}/${path`${sought.value}`}`);
  const item = get(body, ["items", 0]);
  if (isObject(item)) return item;
  throw notFound(sought);
}

/** The specs of a sandbox do not change during a run. */
export function allSpecs(reader: Reader, collection: "connectionSpecs" | "flowSpecs"): Promise<JsonObject[]> {
  return reader.once(collection, () =>
    reader.list(`${flowService}/${collection}?limit=100`, flowServiceList),
  );
}

export function specWith(
  reader: Reader,
  collection: "connectionSpecs" | "flowSpecs",
  sought: Sought,
): Promise<JsonObject> {
  return reader.once(`${collection} ${sought.value}`, () => itemWith(reader, collection, sought));
}
