import type * as pulumi from "@pulumi/pulumi";
import { path } from "../../provider/definition";
import { InvalidInput, Malformed } from "../../provider/errors";
import { get, isObject, type Json } from "../../provider/propertyPath";
import { picked } from "./found";
import { flowService } from "./flowService";
import { checkedText, type LookUpInputs, lookUp, type LookUpArgs, lookUpOutput } from "./lookUp";

/**
 * Args of {@link exploreConnection}: the top, or something below it.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
 */
export type ExploreConnectionArgs = ExploreRootArgs | ExploreObjectArgs;

/** The top of a connection: its folders, files or tables. */
export interface ExploreRootArgs extends LookUpArgs {
  /**
   * Id of the base connection.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  baseConnectionId: string;
  /**
   * What is looked at: the top.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  objectType: "root";
  object?: undefined;
  fileType?: undefined;
  preview?: undefined;
}

/** A folder, file, table or resource of a connection. */
export interface ExploreObjectArgs extends LookUpArgs {
  /**
   * Id of the base connection.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  baseConnectionId: string;
  /**
   * What is looked at. A folder gives its entries; a file, table or resource of a REST connector gives its columns.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/tabular
   */
  objectType: "folder" | "file" | "table" | "rest";
  /**
   * Path of the folder, file or resource, or name of the table, as the entry above it says in `path`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  object: string;
  /**
   * Format of a file; default: none, though AEP wants one for files.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  fileType?: "delimited" | "json" | "parquet" | undefined;
  /**
   * Ask for the first rows as well; default: false. They are data of the source: think twice before exporting them.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  preview?: boolean | undefined;
}

/** Args of {@link exploreConnectionOutput}. */
export type ExploreConnectionOutputArgs = LookUpInputs<ExploreConnectionArgs>;

/** What a connection holds at one place. */
export interface ExploreConnectionResult {
  /** The entries of a root or folder; none of a file, table or resource. */
  items: ExploredItem[];
  /** `flat` where records have columns, `hierarchical` where they are nested. */
  format?: string | undefined;
  /** Columns of a flat file or table, as `params.columns` of a source connection takes them. */
  columns: ExploredColumn[];
  /** Schema as AEP derives it from a file, table or resource. */
  schema?: Record<string, unknown> | undefined;
  /** The first rows, where `preview` asked for them. */
  data: Record<string, unknown>[];
}

/** An entry of a root or folder. */
export interface ExploredItem {
  /** Such as `folder`, `file` or `table`. */
  type: string;
  /** Name of the entry. */
  name: string;
  /** Path, for `object` of the next look. */
  path: string;
  /** Whether the rows can be shown. */
  canPreview?: boolean | undefined;
  /** Whether the columns can be shown. */
  canFetchSchema?: boolean | undefined;
}

/** A column of a file or table. */
export interface ExploredColumn {
  /** Name of the column. */
  name: string;
  /** Type in the source. */
  type: string;
  /** Type in XDM. */
  xdm?: { type: string; format?: string | undefined } | undefined;
}

/**
 * What the source behind a base connection holds: folders, files and tables, the columns of one, and its first rows. It is
 * asked for at each call.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const landing = aep.BaseConnection.get("landing", "1d1c4d2f-7a1e-4e5f-9c4d-2f7a1e0e5fb5");
 * const customers = aep.exploreConnectionOutput({
 *     baseConnectionId: landing.id,
 *     objectType: "file",
 *     object: "/crm/customers.csv",
 *     fileType: "delimited",
 * });
 * export const columns = customers.columns.apply((all) => all.map(({ name }) => name));
 * ```
 */
export function exploreConnection(args: ExploreConnectionArgs): Promise<ExploreConnectionResult> {
  return lookUp("BaseConnection", args.baseConnectionId, args, async (reader) => {
    const id = checkedText("baseConnectionId", args.baseConnectionId);
    const query = queryOf(args);
    const body = await reader.get(`${flowService}/connections/${path`${id}`}/explore?${query.toString()}`);
    if (body === undefined) {
      const content = args.object === undefined ? "" : ` that holds the ${args.objectType} "${args.object}"`;
      throw new InvalidInput(
        `sandbox "${reader.sandbox}" shows no base connection of that id${content}. Check the id, the object and the sandbox.`,
      );
    }
    return resultOf(body);
  });
}

/** {@link exploreConnection} for args and results that are Outputs. */
export function exploreConnectionOutput(
  args: ExploreConnectionOutputArgs,
): pulumi.Output<ExploreConnectionResult> {
  return lookUpOutput(exploreConnection, args);
}

function queryOf(args: ExploreConnectionArgs): URLSearchParams {
  const query = new URLSearchParams({ objectType: checkedText("objectType", args.objectType) });
  if (args.objectType === "root") {
    if (args.object === undefined) return query;
    throw new InvalidInput(
      'object is given for objectType "root". Leave it out, or name another objectType.',
    );
  }
  query.set("object", checkedText("object", args.object));
  if (args.fileType !== undefined) query.set("fileType", args.fileType);
  if (args.preview === true) query.set("preview", "true");
  return query;
}

function resultOf(body: unknown): ExploreConnectionResult {
  if (Array.isArray(body)) return { items: body.filter(isObject).map(itemOf), columns: [], data: [] };
  if (!isObject(body)) throw new Malformed("list of entries or schema");
  const columns = get(body, ["schema", "columns"]);
  return {
    columns: [],
    data: [],
    ...picked<ExploreConnectionResult>(body, "format", "schema", "data"),
    items: [],
    ...(Array.isArray(columns) ? { columns: columns.filter(isObject).map(columnOf) } : {}),
  };
}

function itemOf(entry: Json): ExploredItem {
  const { type, name } = entry;
  const place = String(entry["path"] ?? name);
  return {
    ...picked<ExploredItem>(entry, "canPreview", "canFetchSchema"),
    ...{ type: String(type), name: String(name), path: place },
  };
}

function columnOf(column: Json): ExploredColumn {
  return {
    ...picked<ExploredColumn>(column, "xdm"),
    ...{ name: String(column["name"]), type: String(column["type"] ?? "string") },
  };
}
