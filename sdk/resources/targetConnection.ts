import type * as pulumi from "@pulumi/pulumi";
import type { SpecReference } from "./connectorArgs";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link TargetConnection}.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface TargetConnectionArgs extends AepResourceArgs {
  /** Name shown in AEP; default: the logical name at creation. Renaming the resource with an alias keeps it. */
  name?: pulumi.Input<string> | undefined;
  /** Free text shown in AEP; default: none. */
  description?: pulumi.Input<string> | undefined;
  /**
   * Id of a dataset base connection, which older tutorials use; default: none. Changing this replaces the target
   * connection and its dataflow.
   */
  baseConnectionId?: pulumi.Input<string> | undefined;
  /**
   * Connection spec of the target; default: the data lake, the only one that AEP accepts for ingestion. Changing this
   * replaces the target connection.
   */
  connectionSpec?: pulumi.Input<SpecReference> | undefined;
  /**
   * Schema of the dataset, which Adobe's newer tutorials omit; default: none. Changing this replaces the target connection and
   * its dataflow.
   */
  data?: pulumi.Input<TargetDataArgs> | undefined;
  /** The dataset to write. Changing this replaces the target connection and its dataflow. */
  params: pulumi.Input<TargetParamsArgs>;
}

/**
 * What a target connection writes.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface TargetDataArgs {
  /** Format, which older tutorials set to `parquet_xdm`; default: none. */
  format?: pulumi.Input<string> | undefined;
  /** Schema of the dataset, which `params.dataSetId` implies; default: none. */
  schema?: pulumi.Input<TargetSchemaArgs> | undefined;
}

/**
 * Schema of the dataset that a target connection writes.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface TargetSchemaArgs {
  /** `$id` of the schema, the id of a {@link Schema}. */
  id: pulumi.Input<string>;
  /** Media type with the major version; default: `application/vnd.adobe.xed-full+json;version=1`. */
  version?: pulumi.Input<string> | undefined;
}

/**
 * Parameters of a target connection.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface TargetParamsArgs {
  /** Id of the {@link Dataset} to write. */
  dataSetId: pulumi.Input<string>;
}

/**
 * Where a dataflow writes: a dataset in the data lake. A dataflow keeps a copy of the target connection that it was
 * created with. For this reason, every change except of name and description replaces the target connection.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const target = new aep.TargetConnection("customers", {
 *     data: { schema: { id: "https://ns.adobe.com/acme/schemas/417a33eg81a221bd10495920574gfa2d" } },
 *     params: { dataSetId: "5c8c3c555033b814b69f947f" },
 * });
 * export const targetId = target.id;
 * ```
 */
export class TargetConnection extends AepResource {
  /** Name shown in AEP. */
  declare public readonly name: pulumi.Output<string>;
  /** Free text shown in AEP. */
  declare public readonly description: pulumi.Output<string | undefined>;
  /** Id of the dataset base connection. */
  declare public readonly baseConnectionId: pulumi.Output<string | undefined>;
  /** The connection spec by id and version. */
  declare public readonly connectionSpec: pulumi.Output<{ id: string; version: string }>;
  /** Schema of the dataset. */
  declare public readonly data: pulumi.Output<pulumi.Unwrap<TargetDataArgs> | undefined>;
  /** The dataset that is written. */
  declare public readonly params: pulumi.Output<pulumi.Unwrap<TargetParamsArgs>>;
  /** Version of the object in AEP, with its double quotes. */
  declare public readonly etag: pulumi.Output<string | undefined>;
  /** State in AEP, such as `enabled`. */
  declare public readonly liveState: pulumi.Output<string | undefined>;

  constructor(name: string, args: TargetConnectionArgs, opts?: pulumi.CustomResourceOptions) {
    super("TargetConnection", name, { ...fields, ...args, name: args?.name ?? name }, opts);
  }

  /** The existing target connection with this id, which is read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): TargetConnection {
    return new TargetConnection(name, ...existing<TargetConnectionArgs>(id, opts));
  }

  /** True for target connections, including those of another copy of this package. */
  public static override isInstance(value: unknown): value is TargetConnection {
    return isOf("TargetConnection", value);
  }
}

const fields: Fields<TargetConnection> = {
  name: undefined,
  description: undefined,
  baseConnectionId: undefined,
  connectionSpec: undefined,
  data: undefined,
  params: undefined,
  etag: undefined,
  liveState: undefined,
};
