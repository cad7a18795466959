import { acceptList, acceptLookup } from "./accept";
import { notFound } from "./errors";
import { isUnion, libraryOf, type Library } from "./library";
import { enveloped, pageOf } from "./lists";
import { shown } from "./resources";
import type { Call, ServiceResponse, World } from "../service";
import type { XdmResource } from "../xdm/global";

/** Union schemas are views: one for each class with a schema that is enabled for Profile. */
export function listUnions(call: Call, world: World): ServiceResponse {
  const { form } = acceptList(call, world);
  const { items, ...page } = pageOf(unionsOf(libraryOf(world, call.sandbox)), call, world);
  const results = items.map((union) => shown(union, form, call, world));
  return {
    status: 200,
    body: enveloped(results, page, "https://platform.adobe.io/data/foundation/schemaregistry/tenant/unions"),
  };
}

export function lookupUnion(call: Call, world: World): ServiceResponse {
  const { form } = acceptLookup(call, world);
  const id = call.params["id"] ?? "";
  const unions = unionsOf(libraryOf(world, call.sandbox));
  const union = unions.find((one) => one.$id === id || one["meta:altId"] === id);
  if (!union) throw notFound("union", id);
  return { status: 200, body: shown(union, form, call, world) };
}

export function unionsOf(library: Library): XdmResource[] {
  const members = library.tenant("schemas").filter(isUnion);
  const classes = [...new Set(members.map((schema) => schema["meta:class"]!))];
  return classes.map((classId) => {
    const { "meta:altId": altId, title } = library.find(classId)!;
    const parts = members.filter((schema) => schema["meta:class"] === classId).map((schema) => schema.$id);
    return {
      $id: `${classId}__union`,
      "meta:altId": `${altId}__union`,
      "meta:resourceType": "schemas",
      version: "1.0",
      title: `${title} Union`,
      type: "object",
      description: "",
      allOf: parts.map(($ref) => ({ $ref })),
      "meta:extends": parts,
      "meta:class": classId,
      "meta:xdmType": "object",
      "meta:containerId": "union",
    };
  });
}
