import { Malformed } from "../../api/errors";
import { get, isObject, type JsonObject } from "../../values/propertyPath";
import type { Find } from "../definition";
import { collection, resultsOf } from "../shared/schemaRegistry";
import { sameProperty } from "./property";

const registry = collection("descriptors");

/** The registry lists no fields of descriptors in other forms. */
export const accept = "application/vnd.adobe.xdm+json";

const find: Find = {
  ...registry.find,
  list: registry.collection,
  accept,
  items: (body) => descriptorsIn(body).map((live) => [String(live["@id"]), live]),
  // A descriptor has no text that could carry a mark. It is ours if our credential created it with the same content.
  by: hasSameContent,
};

/** Where the registry keeps descriptors. */
export const descriptors = { ...registry, find };

/** Without paging the list is a plain array, or a map of such arrays by type. */
function descriptorsIn(body: unknown): JsonObject[] {
  const isList = (list: unknown): list is JsonObject[] => Array.isArray(list) && list.every(isObject);
  if (isList(body)) return body;
  if (!isObject(body) || "results" in body) return resultsOf(body);
  const values = Object.values(body);
  if (values.every((value) => isList(value) || isObject(value) || value === null)) {
    return values.filter(isList).flat();
  }
  throw new Malformed("list of descriptors");
}

function hasSameContent(live: JsonObject, args: JsonObject, apiKey: string): boolean {
  const creator = get(live, ["meta:registryMetadata", "xdm:createdClientId"]);
  if (creator !== undefined && creator !== apiKey) return false;
  return Object.entries(args).every(([key, value]) => {
    const stored = key === "type" ? live["@type"] : live[`xdm:${key}`];
    if (key === "property") return sameProperty(value, stored);
    return value === undefined || String(stored) === String(value);
  });
}
