import type * as pulumi from "@pulumi/pulumi";
import { path } from "../../provider/api/path";
import { nextRegistryPage } from "../../provider/api/paging";
import type { Listing } from "../../provider/api/listAll";
import { withoutMark } from "../../provider/lifecycle/markText";
import { get, isObject, type JsonObject } from "../../provider/values/propertyPath";
import { named, notFound, picked, type Sought, requiredText } from "./found";
import { eitherOf, type LookUpInputs, lookUp, type LookUpArgs, lookUpOutput, type Reader } from "./lookUp";

/**
 * Args of {@link getSchema}: an id or a title.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
 */
export type GetSchemaArgs = IdentifiedSchemaArgs | TitledSchemaArgs;

/**
 * Which view of a schema is asked for.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/getting-started
 */
export interface SchemaViewArgs extends LookUpArgs {
  /**
   * Ask for the resolved view, with the fields of class and field groups in `properties`; default: false, which gives
   * `allOf` with its references, as it was posted.
   */
  full?: boolean | undefined;
}

/**
 * A schema by id.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
 */
export interface IdentifiedSchemaArgs extends SchemaViewArgs {
  /** `$id`, an address, or `meta:altId`, of an own schema or of one of Adobe's. */
  id: string;
  title?: undefined;
}

/**
 * A schema by title.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
 */
export interface TitledSchemaArgs extends SchemaViewArgs {
  /** Title of a schema of the organisation's own; titles are unique. */
  title: string;
  id?: undefined;
}

/** Args of {@link getSchemaOutput}. */
export type GetSchemaOutputArgs = LookUpInputs<GetSchemaArgs>;

/** A schema as the Schema Registry has it. */
export interface GetSchemaResult {
  /** `$id`, for `schemaRef: { id }`. */
  id: string;
  /** `meta:altId`, such as `_acme.schemas.5a3f`. */
  altId?: string | undefined;
  /** Version that the registry counts up with each additive change, such as `1.2`. */
  version?: string | undefined;
  /** Title. */
  title: string;
  /** Free text. */
  description?: string | undefined;
  /** `meta:class`: `$id` of the class. */
  class?: string | undefined;
  /** `meta:immutableTags`; `union` says that the schema is enabled for Real-Time Customer Profile. */
  immutableTags: string[];
  /** The whole JSON Schema in the view that was asked for. */
  schema: Record<string, unknown>;
}

/**
 * A schema, by id or title. It is read at each call, as it may change during a run.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const customers = aep.getSchemaOutput({ title: "CRM customers", full: true });
 * new aep.Dataset("customers", { schemaRef: { id: customers.id } });
 * export const fields = customers.schema;
 * ```
 */
export function getSchema(args: GetSchemaArgs): Promise<GetSchemaResult> {
  return lookUp({ call: "getSchema", kind: "Schema", name: args.title ?? args.id }, args, async (reader) => {
    const { by, value } = eitherOf(args, "title", "id");
    const sought = { noun: "schema", by, value, sandbox: reader.sandbox };
    const id = by === "id" ? value : await idByTitle(reader, sought);
    return schemaResult(await schemaWith(reader, { ...sought, by: "id", value: id }, args.full === true));
  });
}

/** {@link getSchema} for args and results that are Outputs. */
export function getSchemaOutput(args: GetSchemaOutputArgs): pulumi.Output<GetSchemaResult> {
  return lookUpOutput(getSchema, args);
}

const registry = "/data/foundation/schemaregistry";

const shortList: Listing = {
  accept: "application/vnd.adobe.xed-id+json",
  items: (body) => {
    const results = get(body, ["results"]);
    return Array.isArray(results) ? results : undefined;
  },
  next: nextRegistryPage,
};

async function idByTitle(reader: Reader, sought: Sought): Promise<string> {
  const all = await reader.list(`${registry}/tenant/schemas?orderby=title&limit=300`, shortList);
  const schemaId = (schema: JsonObject) => String(schema["$id"]);
  return requiredText(
    named(sought, all, ({ title }) => title, schemaId),
    "$id",
  );
}

/** Own schemas lie in the container `tenant`, Adobe's in `global`, and an id need not tell which. */
async function schemaWith(reader: Reader, sought: Sought, full: boolean): Promise<JsonObject> {
  const accept = `application/vnd.adobe.xed${full ? "-full" : ""}+json; version=1`;
  for (const container of ["tenant", "global"]) {
    const body = await reader.get(`${registry}/${container}/schemas/${path`${sought.value}`}`, accept);
    if (isObject(body)) return body;
  }
  throw notFound(sought);
}

function schemaResult(live: JsonObject): GetSchemaResult {
  const tags = live["meta:immutableTags"];
  const description = withoutMark(live["description"]);
  const written = { altId: live["meta:altId"], class: live["meta:class"], description };
  return {
    ...picked<GetSchemaResult>({ ...live, ...written }, "version", "altId", "class", "description"),
    id: requiredText(live, "$id"),
    title: requiredText(live, "title"),
    immutableTags: Array.isArray(tags) ? tags.map(String) : [],
    schema: description === undefined ? live : { ...live, description },
  };
}
