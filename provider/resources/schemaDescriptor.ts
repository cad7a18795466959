import { z } from "zod";
import { define } from "./definition";
import { Malformed } from "../api/errors";
import { get, isObject, type JsonObject } from "../values/propertyPath";
import { field } from "./fields";
import { present, toNumber } from "./shared/equality";
import { reference } from "./shared/reference";
import * as registry from "./shared/schemaRegistry";

const identity = "xdm:descriptorIdentity";
const referenceIdentity = "xdm:descriptorReferenceIdentity";
const oneToOne = "xdm:descriptorOneToOne";

const descriptors = registry.collection("descriptors");

/** The fields that go with each type, beside those that all have; the required ones first. */
const fieldsOf: Record<string, { required: string[]; optional: string[] }> = {
  [identity]: { required: ["namespace"], optional: ["property", "isPrimary"] },
  [referenceIdentity]: { required: ["identityNamespace"], optional: [] },
  [oneToOne]: { required: ["destinationSchema"], optional: ["destinationVersion", "destinationProperty"] },
};

/** Says of a field of a schema that it identifies somebody, or refers to another schema. Adobe: "Descriptors endpoint". */
export const schemaDescriptor = define({
  type: "SchemaDescriptor",
  args: z
    .strictObject({
      type: field(z.enum([identity, referenceIdentity, oneToOne]), { replaces: true }),
      sourceSchema: field(reference("Schema"), { replaces: true }),
      sourceVersion: field(z.number().optional(), { default: 1, coerce: toNumber }),
      sourceProperty: field(
        z.string().startsWith("/", "must begin with a slash, such as /personalEmail/address"),
        { replaces: true },
      ),
      namespace: z.string().optional(),
      property: z.enum(["xdm:code", "xdm:id"]).optional(),
      isPrimary: z.boolean().optional(),
      identityNamespace: z.string().optional(),
      destinationSchema: reference("Schema").optional(),
      destinationVersion: field(z.number().optional(), { coerce: toNumber }),
      destinationProperty: z.string().optional(),
    })
    .check(({ value, issues }) => {
      const own = fieldsOf[value.type]!;
      const refuse = (field: string, message: string) =>
        issues.push({ code: "custom", path: [field], message, input: undefined });
      for (const field of own.required) {
        if ((value as JsonObject)[field] === undefined) refuse(field, `is missing; a ${value.type} needs it`);
      }
      const others = Object.values(fieldsOf).flatMap(({ required, optional }) => [...required, ...optional]);
      for (const field of others.filter((name) => ![...own.required, ...own.optional].includes(name))) {
        if ((value as JsonObject)[field] !== undefined)
          refuse(field, `does not belong to a ${value.type}; remove it`);
      }
    }),
  outputs: z.object({}),
  ...descriptors,
  accept: "application/vnd.adobe.xdm+json",
  // A descriptor has no text of its own for a mark: one that says the same of the same field, made with our credential.
  find: {
    ...descriptors.find,
    list: descriptors.collection,
    accept: "application/vnd.adobe.xdm+json",
    items: descriptorsIn,
    by: saysTheSame,
  },
  id: (body) => get(body, ["@id"]),
  // A schema takes one primary identity: the new one is refused while the old one is there.
  deleteBeforeReplace: true,
  update: "put",
  encode: ({ type, ...args }) => ({
    "@type": type,
    ...Object.fromEntries(Object.entries(args).map(([key, value]) => [`xdm:${key}`, value])),
  }),
  unwrap: registry.wholeBody,
  decode: (live) => ({
    args: present({
      ...Object.fromEntries(
        Object.entries(live)
          .filter(([key]) => key.startsWith("xdm:"))
          .map(([key, value]) => [key.slice("xdm:".length), value]),
      ),
      type: live["@type"],
    }),
    outputs: {},
  }),
});

/** Without paging the list is a plain array, or a map of such arrays by type. */
function descriptorsIn(body: unknown): [string, JsonObject][] {
  return listsIn(body)
    .flat()
    .map((live) => [String(live["@id"]), live]);
}

function listsIn(body: unknown): JsonObject[][] {
  const isList = (list: unknown): list is JsonObject[] => Array.isArray(list) && list.every(isObject);
  if (isList(body)) return [body];
  if (!isObject(body) || "results" in body) return [registry.resultsOf(body)];
  const values = Object.values(body);
  if (values.every((value) => isList(value) || isObject(value) || value === null))
    return values.filter(isList);
  throw new Malformed("list of descriptors");
}

function saysTheSame(live: JsonObject, args: JsonObject, apiKey: string): boolean {
  const maker = get(live, ["meta:registryMetadata", "xdm:createdClientId"]);
  if (maker !== undefined && maker !== apiKey) return false;
  return Object.entries(args).every(([key, value]) => {
    const held = key === "type" ? live["@type"] : live[`xdm:${key}`];
    return value === undefined || String(held) === String(value);
  });
}
