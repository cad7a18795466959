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

/** What a connection holds at one place. */
export interface ExploreConnectionResult {
  /** The entries of a root or folder; none of a file, table or resource. */
  items: ExploredItem[];
  /** `flat` where records have columns, `hierarchical` where they are nested. */
  format?: string | undefined;
  /** How a file is written, where `determineProperties` asked for it. */
  properties?: ExploredFileProperties | undefined;
  /** Columns of a flat file or table, as `params.columns` of a source connection takes them. */
  columns: ExploredColumn[];
  /** Schema as AEP derives it from a file, table or resource. */
  schema?: Record<string, unknown> | undefined;
  /** The first rows, where `preview` asked for them. */
  data: Record<string, unknown>[];
}

/** How AEP finds that a file is written, as `data` of a source connection takes it. */
export interface ExploredFileProperties {
  /** Such as `delimited`. */
  fileType?: string | undefined;
  /** Such as `gzip`. */
  compressionType?: string | undefined;
  /** Character between columns. */
  columnDelimiter?: string | undefined;
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
 * What the source behind a base connection holds, or one without an account such as the Data Landing Zone: folders, files
 * and tables, the columns of one, and its first rows. It is asked for at each call.
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
      const content = args.objectType === "root" ? "" : ` that holds the ${args.objectType} "${args.object}"`;
      throw new InvalidInput(
        `sandbox "${reader.sandbox}" shows no ${noun} of that id${content}. Check the id, the object and the sandbox.`,
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
      'object is given for objectType "root". Leave it out, or name another objectType.',
    );
  }
  const written = fileProperties.filter((name) => given[name] !== undefined);
  if (given["determineProperties"] === true && written[0] !== undefined) {
    throw new InvalidInput(
      `determineProperties finds out what ${written[0]} says. Leave out one of them: AEP refuses both at once.`,
    );
  }
  for (const name of written) query.set(name, textArg(name, given[name]));
  for (const name of ["preview", "determineProperties"]) if (given[name] === true) query.set(name, "true");
  const params = given["sourceParams"];
  if (params !== undefined) query.set("sourceParams", Buffer.from(JSON.stringify(params)).toString("base64"));
  return query;
}

/** Lists come bare or as `items`: the entries of a root or folder, or the columns of a file in some of Adobe's samples. */
function exploreResult(body: unknown, objectType: string): ExploreConnectionResult {
  const list = Array.isArray(body) ? body : get(body, ["items"]);
  if (Array.isArray(list)) {
    const entries = list.filter(isObject);
    const holds = objectType === "root" || objectType === "folder";
    return { items: holds ? entries.map(itemOf) : [], columns: holds ? [] : entries.map(columnOf), data: [] };
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
