import type * as pulumi from "@pulumi/pulumi";
import type { JsonObject } from "../../provider/values/propertyPath";
import { named, notFound, picked, type Sought, requiredText } from "./found";
import { eitherOf, type LookUpInputs, lookUp, type LookUpArgs, lookUpOutput, type Reader } from "./lookUp";
import type { Observed } from "./objects";

/**
 * Args of {@link getSchema}: an id or a title.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
 */
export type GetSchemaArgs = IdentifiedSchemaArgs | TitledSchemaArgs;

/**
 * The view of a schema.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/getting-started
 */
export interface SchemaViewArgs extends LookUpArgs {
  /**
   * Whether to read the resolved view, which has the fields of class and field groups in `properties`; default: false, which
   * returns `allOf` with its references, as it was posted.
   */
  full?: boolean | undefined;
}

/**
 * A schema by id.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
 */
export interface IdentifiedSchemaArgs extends SchemaViewArgs {
  /** `$id`, a URI, or `meta:altId`, of a schema of the organisation or of Adobe. */
  id: string;
  title?: undefined;
}

/**
 * A schema by title.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
 */
export interface TitledSchemaArgs extends SchemaViewArgs {
  /** Title of a schema of the organisation. Titles are unique. */
  title: string;
  id?: undefined;
}

/** Args of {@link getSchemaOutput}. */
export type GetSchemaOutputArgs = LookUpInputs<GetSchemaArgs>;

/** A schema in the Schema Registry. */
export interface GetSchemaResult {
  /** `$id`, for `schemaRef: { id }`. */
  id: string;
  /** `meta:altId`, such as `_acme.schemas.5a3f`. */
  altId?: string | undefined;
  /** Version that the registry increases with each additive change, such as `1.2`. */
  version?: string | undefined;
  /** Title. */
  title: string;
  /** Free text. */
  description?: string | undefined;
  /** `meta:class`: `$id` of the class. */
  class?: string | undefined;
  /** `meta:immutableTags`. `union` means that the schema is enabled for Real-Time Customer Profile. */
  immutableTags: string[];
  /** The whole JSON Schema, in the requested view. */
  schema: Record<string, unknown>;
}

/**
 * A schema, by id or title. Each call sends a request, because the schema may change during a run.
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
    const found = await reader.objects.schema(id, args.full === true);
    if (found === undefined) throw notFound({ ...sought, by: "id" });
    return schemaResult(found);
  });
}

/** {@link getSchema} for args and results that are Outputs. */
export function getSchemaOutput(args: GetSchemaOutputArgs): pulumi.Output<GetSchemaResult> {
  return lookUpOutput(getSchema, args);
}

async function idByTitle(reader: Reader, sought: Sought): Promise<string> {
  const all = await reader.objects.schemas();
  const schemaId = (schema: JsonObject) => String(schema["$id"]);
  return requiredText(
    named(sought, all, ({ title }) => title, schemaId),
    "$id",
  );
}

function schemaResult({ raw, args, outputs }: Observed): GetSchemaResult {
  const { description } = args;
  const tags = raw["meta:immutableTags"];
  const own = { ...outputs, class: raw["meta:class"], description };
  return {
    ...picked<GetSchemaResult>(own, "version", "altId", "class", "description"),
    id: requiredText(raw, "$id"),
    title: requiredText(raw, "title"),
    immutableTags: Array.isArray(tags) ? tags.map(String) : [],
    schema: description === undefined ? raw : { ...raw, description },
  };
}
