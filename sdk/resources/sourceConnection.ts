import type * as pulumi from "@pulumi/pulumi";
import type { ConnectionSpec, DataFormat, ParamsRequired, SourceParamsArgs } from "./connectorArgs";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link SourceConnection}.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface SourceConnectionArgs<Spec extends ConnectionSpec = ConnectionSpec> extends AepResourceArgs {
  /**
   * Name shown in AEP; default: the logical name at the creation, which a rename by an alias keeps.
   * @see https://developer.adobe.com/experience-platform-apis/references/flow-service/
   */
  name?: pulumi.Input<string> | undefined;
  /**
   * Free text shown in AEP; default: none.
   * @see https://developer.adobe.com/experience-platform-apis/references/flow-service/
   */
  description?: pulumi.Input<string> | undefined;
  /**
   * Id of the {@link BaseConnection} to read through; absent for the few sources without an account. Changing this
   * replaces the source connection and its dataflow.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  baseConnectionId?: pulumi.Input<string> | undefined;
  /**
   * The connector, the same as that of the base connection. Changing this replaces the source connection.
   * @see https://developer.adobe.com/experience-platform-apis/references/flow-service/
   */
  connectionSpec: Spec;
  /**
   * Format of the data and how it is written. Changing this replaces the source connection and its dataflow.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  data: pulumi.Input<SourceDataArgs<Spec>>;
  /**
   * What to read: path and type of files, name of a table, a stream; see the connector's page. Changing this replaces
   * the source connection and its dataflow.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  params?: pulumi.Input<SourceParamsArgs<Spec>> | undefined;
}

/** Format of the data that a source connection reads. */
export interface SourceDataArgs<Spec extends ConnectionSpec = ConnectionSpec> {
  /**
   * `delimited`, `json` or `parquet` for files, `tabular` for tables, `json` for streams; `parquet_xdm` in older
   * tutorials.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  format: pulumi.Input<DataFormat<Spec>>;
  /**
   * Ad hoc schema of the source, as older tutorials have it with `parquet_xdm`; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/tutorials/ad-hoc
   */
  schema?: pulumi.Input<SourceSchemaArgs> | undefined;
  /**
   * How files are written; default: comma, UTF-8, not compressed.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  properties?: pulumi.Input<SourcePropertiesArgs> | undefined;
}

/** Schema of the data in the source. */
export interface SourceSchemaArgs {
  /**
   * `$id` of the schema.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/tutorials/ad-hoc
   */
  id: pulumi.Input<string>;
  /**
   * Media type with the major version; default: `application/vnd.adobe.xed-full+json;version=1`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/tutorials/ad-hoc
   */
  version?: pulumi.Input<string> | undefined;
}

/** How the files of a source are written. */
export interface SourcePropertiesArgs {
  /**
   * One character between columns, for delimited files; default: comma.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  columnDelimiter?: pulumi.Input<string> | undefined;
  /**
   * Character encoding of delimited files; default: `UTF-8`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  encoding?: pulumi.Input<"UTF-8" | "ISO-8859-1"> | undefined;
  /**
   * Compression of delimited or JSON files; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  compressionType?: pulumi.Input<"bzip2" | "gzip" | "deflate" | "zipDeflate" | "tarGzip" | "tar"> | undefined;
}

/**
 * What a dataflow reads: files, a table or a stream of a source. A dataflow keeps the copy of the source connection
 * that it was made with, so that every change but that of name and description makes a new one.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const source = new aep.SourceConnection("customers", {
 *     baseConnectionId: "24be7e63-ffbd-4ae4-be7e-63ffbd5ae442",
 *     connectionSpec: "amazon-s3",
 *     data: { format: "delimited", properties: { columnDelimiter: ";" } },
 *     params: { path: "/crm/customers.csv", type: "file" },
 * });
 * export const sourceId = source.id;
 * ```
 */
export class SourceConnection<Spec extends ConnectionSpec = ConnectionSpec> extends AepResource {
  /** Name shown in AEP. */
  declare public readonly name: pulumi.Output<string>;
  /** Free text shown in AEP. */
  declare public readonly description: pulumi.Output<string | undefined>;
  /** Id of the base connection to read through. */
  declare public readonly baseConnectionId: pulumi.Output<string | undefined>;
  /** The connection spec by id and version. */
  declare public readonly connectionSpec: pulumi.Output<{ id: string; version: string }>;
  /** Format of the data and how it is written. */
  declare public readonly data: pulumi.Output<pulumi.Unwrap<SourceDataArgs>>;
  /** What is read. */
  declare public readonly params: pulumi.Output<Record<string, unknown> | undefined>;
  /** Version of the object as AEP holds it, double quotes included. */
  declare public readonly etag: pulumi.Output<string | undefined>;
  /** State in AEP, such as `enabled`. */
  declare public readonly liveState: pulumi.Output<string | undefined>;

  constructor(
    name: string,
    args: SourceConnectionArgs<Spec> & ParamsRequired<Spec>,
    opts?: pulumi.CustomResourceOptions,
  ) {
    super("SourceConnection", name, { ...fields, ...args, name: args?.name ?? name }, opts);
  }

  /** The existing source connection with this id, read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): SourceConnection {
    return new SourceConnection(name, ...existing<SourceConnectionArgs>(id, opts));
  }

  /** True for source connections, also those of another copy of this package. */
  public static override isInstance(value: unknown): value is SourceConnection {
    return isOf("SourceConnection", value);
  }
}

const fields: Fields<SourceConnection> = {
  name: undefined,
  description: undefined,
  baseConnectionId: undefined,
  connectionSpec: undefined,
  data: undefined,
  params: undefined,
  etag: undefined,
  liveState: undefined,
};
