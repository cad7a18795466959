/** A Catalog and a Schema Registry of their own for every test, with functions to fill them. */

import { callerOf, newWorld } from "./directCaller";
import { catalog } from "../emulator/catalog";
import { schemaRegistry } from "../emulator/schemaRegistry";
import type { Switches } from "../emulator/switches";

export const CONTENT_TYPE = "application/vnd.adobe.xed+json;version=1";
export const JSON_PATCH = { "content-type": "application/json-patch+json" };

export function setUp(switches: Partial<Switches> = {}) {
  const world = newWorld(switches);
  const call = callerOf(catalog, world);
  const registry = callerOf(schemaRegistry, world);
  const allOf = [
    { $ref: "https://ns.adobe.com/xdm/context/profile" },
    { $ref: "https://ns.adobe.com/xdm/context/identitymap" },
  ];
  const schemaId: string = registry("POST", "/tenant/schemas", {
    body: { title: "Members", description: "", type: "object", allOf },
  }).body.$id;
  const schemaRef = { id: schemaId, contentType: CONTENT_TYPE };
  const create = (body: object = {}) =>
    call("POST", "/dataSets", { body: { name: "Target Dataset", schemaRef, ...body } });
  const datasetIdIn = (response: { body: string[] }) => response.body[0]!.split("/").at(-1)!;
  const made = (body: object = {}) => datasetIdIn(create(body));
  const read = (id: string) => call("GET", `/dataSets/${id}`).body[id];
  const patch = (id: string, ...operations: object[]) =>
    call("PATCH", `/dataSets/${id}`, { body: operations, headers: JSON_PATCH });
  const promote = () =>
    registry("PATCH", `/tenant/schemas/${encodeURIComponent(schemaId)}`, {
      body: [{ op: "add", path: "/meta:immutableTags", value: ["union"] }],
    });
  return { world, call, registry, schemaRef, create, datasetIdIn: datasetIdIn, made, read, patch, promote };
}
