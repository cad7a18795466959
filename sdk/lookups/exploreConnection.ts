import type * as pulumi from "@pulumi/pulumi";
import { connectorByName } from "../../provider/connectors";
import { path } from "../../provider/api/path";
import { InvalidInput, Malformed } from "../../provider/api/errors";
import { get, isObject, type JsonObject } from "../../provider/values/propertyPath";
import type { ExploreConnectionArgs } from "./exploreArgs";
import { picked } from "./found";
import { flowService } from "./flowService";
import { textArg, eitherOf, type LookUpInputs, lookUp, lookUpOutput } from "./lookUp";

/** Args of {@link exploreConnectionOutput}. */
export type ExploreConnectionOutputArgs = LookUpInputs<ExploreConnectionArgs>;

/** The content of a connection at one place. */
export interface ExploreConnectionResult {
  /** The entries of a root or folder. Empty for a file, table or resource. */
  items: ExploredItem[];
  /** `flat` if records have columns, `hierarchical` if they are nested. */
  format?: string | undefined;
  /** The format of a file, if `determineProperties` is true. */
  properties?: ExploredFileProperties | undefined;
  /** Columns of a flat file or table, in the form of `params.columns` of a source connection. */
  columns: ExploredColumn[];
  /** The schema that AEP derives from a file, table or resource. */
  schema?: Record<string, unknown> | undefined;
  /** The first rows, if `preview` is true. */
  data: Record<string, unknown>[];
}

/** The format that AEP detects in a file, in the form of `data` of a source connection. */
export interface ExploredFileProperties {
  /** Type of the file, such as `delimited`. */
  fileType?: string | undefined;
  /** Compression, such as `gzip`. */
  compressionType?: string | undefined;
  /** The character between two columns. */
  columnDelimiter?: string | undefined;
}

/** An entry of a root or folder. */
export interface ExploredItem {
  /** Type of the entry, such as `folder`, `file` or `table`. */
  type: string;
  /** Name of the entry. */
  name: string;
  /** Path, for `object` of the next call. */
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
 * Explores the source of a base connection, or a source without an account, such as the Data Landing Zone: its folders, files
 * and tables, the columns of one of them, and its first rows. Each call sends a request.
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
 * export const landed = aep.exploreConnection({ connectionSpec: "data-landing-zone", objectType: "root" });
 * ```
 */
export function exploreConnection(args: ExploreConnectionArgs): Promise<ExploreConnectionResult> {
  const { baseConnectionId, connectionSpec } = args;
  const spec = typeof connectionSpec === "string" ? connectorId(connectionSpec) : connectionSpec?.id;
  const kind = connectionSpec === undefined ? "BaseConnection" : "ConnectionSpec";
  return lookUp({ call: "exploreConnection", kind, name: baseConnectionId ?? spec }, args, async (reader) => {
    const place = { baseConnectionId, connectionSpec: spec };
    const { by, value } = eitherOf(place, "baseConnectionId", "connectionSpec");
    const [collection, noun] =
      by === "connectionSpec" ? ["connectionSpecs", "connection spec"] : ["connections", "base connection"];
    const query = queryOf(args);
    const body = await reader.get(
      `${flowService}/${collection}/${path`${value}`}/explore?${query.toString()}`,
    );
    if (body === undefined) {
      const content =
        args.objectType === "root" ? "" : `, or it does not contain the ${args.objectType} "${args.object}"`;
      throw new InvalidInput(
        `sandbox "${reader.sandbox}" has no ${noun} with this id${content}. Check the id, the object and the sandbox.`,
      );
    }
    return exploreResult(body, args.objectType);
  });
}

function connectorId(connector: string): string {
  return connectorByName(connector)?.id ?? connector;
}

/** {@link exploreConnection} for args and results that are Outputs. */
export function exploreConnectionOutput(
  args: ExploreConnectionOutputArgs,
): pulumi.Output<ExploreConnectionResult> {
  return lookUpOutput(exploreConnection, args);
}

const fileProperties = ["fileType", "columnDelimiter", "compressionType", "encoding"] as const;

function queryOf(args: ExploreConnectionArgs): URLSearchParams {
  const given: JsonObject = { ...args };
  const query = new URLSearchParams({ objectType: textArg("objectType", args.objectType) });
  if (args.objectType !== "root") query.set("object", textArg("object", args.object));
  else if (given["object"] !== undefined) {
    throw new InvalidInput(
      'object cannot be combined with objectType "root". Omit it, or use another objectType.',
    );
  }
  const written = fileProperties.filter((name) => given[name] !== undefined);
  if (given["determineProperties"] === true && written[0] !== undefined) {
    throw new InvalidInput(`determineProperties and ${written[0]} cannot be combined. Omit one of them.`);
  }
  for (const name of written) query.set(name, textArg(name, given[name]));
  for (const name of ["preview", "determineProperties"]) if (given[name] === true) query.set(name, "true");
  const params = given["sourceParams"];
  if (params !== undefined) query.set("sourceParams", Buffer.from(JSON.stringify(params)).toString("base64"));
  return query;
}

/** A list is the body itself or its `items`: the entries of a root or folder, or, in some of Adobe's samples, the columns of a file. */
function exploreResult(body: unknown, objectType: string): ExploreConnectionResult {
  const list = Array.isArray(body) ? body : get(body, ["items"]);
  if (Array.isArray(list)) {
    const entries = list.filter(isObject);
    const isContainer = objectType === "root" || objectType === "folder";
    return {
      items: isContainer ? entries.map(itemOf) : [],
      columns: isContainer ? [] : entries.map(columnOf),
      data: [],
    };
  }
  if (!isObject(body)) throw new Malformed("list of entries or schema");
  const columns = get(body, ["schema", "columns"]);
  return {
    columns: [],
    data: [],
    ...picked<ExploreConnectionResult>(body, "format", "schema", "properties", "data"),
    items: [],
    ...(Array.isArray(columns) ? { columns: columns.filter(isObject).map(columnOf) } : {}),
  };
}

function itemOf(entry: JsonObject): ExploredItem {
  const { type, name } = entry;
  const place = String(entry["path"] ?? name);
  return {
    ...picked<ExploredItem>(entry, "canPreview", "canFetchSchema"),
    ...{ type: String(type), name: String(name), path: place },
  };
}

function columnOf(column: JsonObject): ExploredColumn {
  return {
    ...picked<ExploredColumn>(column, "xdm"),
    ...{ name: String(column["name"]), type: String(column["type"] ?? "string") },
  };
}
