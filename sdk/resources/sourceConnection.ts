import type * as pulumi from "@pulumi/pulumi";
import type { ConnectionSpec, DataFormat, ParamsRequired, SourceParamsArgs } from "./connectorArgs";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link SourceConnection}.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface SourceConnectionArgs<Spec extends ConnectionSpec = ConnectionSpec> extends AepResourceArgs {
  /** Name shown in AEP; default: the logical name at creation. Renaming the resource with an alias keeps it. */
  name?: pulumi.Input<string> | undefined;
  /** Free text shown in AEP; default: none. */
  description?: pulumi.Input<string> | undefined;
  /**
   * Id of the {@link BaseConnection} to read through; default: none, for the few sources without an account. Changing this
   * replaces the source connection and its dataflow.
   */
  baseConnectionId?: pulumi.Input<string> | undefined;
  /** The connector, the same as that of the base connection. Changing this replaces the source connection. */
  connectionSpec: Spec;
  /**
   * Format of the data: required for files, tables and REST sources of the catalogue; default: none. Changing this replaces the
   * source connection and its dataflow.
   */
  data?: pulumi.Input<SourceDataArgs<Spec>> | undefined;
  /**
   * What to read, such as the path and type of files, the name of a table or a stream. The catalogue lists the parameters of each
   * connector. Changing this replaces the source connection and its dataflow.
   */
  params?: pulumi.Input<SourceParamsArgs<Spec>> | undefined;
}

/**
 * Format of the data that a source connection reads.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface SourceDataArgs<Spec extends ConnectionSpec = ConnectionSpec> {
  /**
   * `delimited`, `json` or `parquet` for files, `tabular` for tables, `json` for streams. Older tutorials use
   * `parquet_xdm`.
   */
  format: pulumi.Input<DataFormat<Spec>>;
  /**
   * Ad hoc schema of the source, which older tutorials use with `parquet_xdm`; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/tutorials/ad-hoc
   */
  schema?: pulumi.Input<SourceSchemaArgs> | undefined;
  /** Delimiter, encoding and compression of files; default: comma, UTF-8, not compressed. */
  properties?: pulumi.Input<SourcePropertiesArgs> | undefined;
}

/**
 * Schema of the data in the source.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/tutorials/ad-hoc
 */
export interface SourceSchemaArgs {
  /** `$id` of the schema. */
  id: pulumi.Input<string>;
  /** Media type with the major version; default: `application/vnd.adobe.xed-full+json;version=1`. */
  version?: pulumi.Input<string> | undefined;
}

/**
 * Delimiter, encoding and compression of the files of a source.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface SourcePropertiesArgs {
  /** One character between columns, for delimited files; default: comma. */
  columnDelimiter?: pulumi.Input<string> | undefined;
  /** Character encoding of delimited files; default: `UTF-8`. */
  encoding?: pulumi.Input<"UTF-8" | "ISO-8859-1"> | undefined;
  /** Compression of delimited or JSON files; default: none. */
  compressionType?: pulumi.Input<"bzip2" | "gzip" | "deflate" | "zipDeflate" | "tarGzip" | "tar"> | undefined;
}

/**
 * What a dataflow reads: files, a table or a stream of a source. A dataflow keeps a copy of the source connection that
 * it was created with. For this reason, every change except of name and description replaces the source connection.
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
  /** Format of the data. */
  declare public readonly data: pulumi.Output<pulumi.Unwrap<SourceDataArgs> | undefined>;
  /** What is read. */
  declare public readonly params: pulumi.Output<Record<string, unknown> | undefined>;
  /** Version of the object in AEP, with its double quotes. */
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

  /** The existing source connection with this id, which is read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): SourceConnection {
    return new SourceConnection(name, ...existing<SourceConnectionArgs>(id, opts));
  }

  /** True for source connections, including those of another copy of this package. */
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
