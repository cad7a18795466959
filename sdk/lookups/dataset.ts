import type * as pulumi from "@pulumi/pulumi";
import { named, notFound, picked, type Sought, requiredText } from "./found";
import { eitherOf, type LookUpInputs, lookUp, type LookUpArgs, lookUpOutput, type Reader } from "./lookUp";
import type { Observed } from "./objects";

/**
 * Args of {@link getDataset}: an id or a name.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/catalog/api/look-up-object
 */
export type GetDatasetArgs = IdentifiedDatasetArgs | NamedDatasetArgs;

/**
 * A dataset by id.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/catalog/api/look-up-object
 */
export interface IdentifiedDatasetArgs extends LookUpArgs {
  /** Id of the dataset, 24 hexadecimal digits. */
  id: string;
  name?: undefined;
}

/**
 * A dataset by name.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/catalog/api/filter-data
 */
export interface NamedDatasetArgs extends LookUpArgs {
  /** Name of the dataset, exactly as in AEP. */
  name: string;
  id?: undefined;
}

/** Args of {@link getDatasetOutput}. */
export type GetDatasetOutputArgs = LookUpInputs<GetDatasetArgs>;

/** A dataset in Catalog. */
export interface GetDatasetResult {
  /** Id, for `params: { dataSetId }` of a target connection. */
  id: string;
  /** Name shown in AEP. */
  name: string;
  /** Free text. */
  description?: string | undefined;
  /** Schema of the records: its `$id`, and the media type with the version. */
  schemaRef?: { id: string; contentType?: string | undefined } | undefined;
  /** Tags with their values, AEP's own tags included. */
  tags: Record<string, string[]>;
  /** How AEP stores the records. */
  fileDescription?: Record<string, unknown> | undefined;
  /** State in Catalog, such as `DRAFT`. */
  state?: string | undefined;
  /** Version that Catalog increases with each change, such as `1.0.1`. */
  version?: string | undefined;
  /** When it was created, in epoch milliseconds. */
  created?: number | undefined;
  /** When it was last changed, in epoch milliseconds. */
  updated?: number | undefined;
  /** Organisation that it belongs to. */
  imsOrg?: string | undefined;
}

/**
 * A dataset, by id or name. Each call sends a request, because the dataset may change during a run.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/catalog/api/look-up-object
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const schema = aep.getSchemaOutput({ title: "CRM customers" });
 * const dataset = aep.getDatasetOutput({ name: "CRM customers" });
 * new aep.TargetConnection("customers", {
 *     data: { schema: { id: schema.id } },
 *     params: { dataSetId: dataset.id },
 * });
 * ```
 */
export function getDataset(args: GetDatasetArgs): Promise<GetDatasetResult> {
  return lookUp({ call: "getDataset", kind: "Dataset", name: args.name ?? args.id }, args, async (reader) => {
    const { by, value } = eitherOf(args, "name", "id");
    const sought = { noun: "dataset", by, value, sandbox: reader.sandbox };
    const id = by === "id" ? value : await idByName(reader, sought);
    const found = await reader.objects.dataset(id);
    if (found === undefined) throw notFound({ ...sought, by: "id" });
    return datasetResult(id, found);
  });
}

/** {@link getDataset} for args and results that are Outputs. */
export function getDatasetOutput(args: GetDatasetOutputArgs): pulumi.Output<GetDatasetResult> {
  return lookUpOutput(getDataset, args);
}

async function idByName(reader: Reader, sought: Sought): Promise<string> {
  // These characters have a meaning in Catalog's filters, and `*` matches any of them.
  const pattern = sought.value.replace(/[*,!=<>~]/g, "*");
  const all = await reader.objects.datasets({ orderBy: "asc:created", name: pattern });
  return requiredText(
    named(
      sought,
      all,
      ({ name }) => name,
      ({ id }) => String(id),
    ),
    "id",
  );
}

function datasetResult(id: string, { raw, args, outputs }: Observed): GetDatasetResult {
  const own = { ...raw, description: args["description"], version: outputs["version"] };
  return {
    tags: {},
    ...picked<GetDatasetResult>(
      own,
      "description",
      "schemaRef",
      "tags",
      "fileDescription",
      "state",
      "version",
      "created",
      "updated",
      "imsOrg",
    ),
    id,
    name: requiredText(raw, "name"),
  };
}
