import type * as pulumi from "@pulumi/pulumi";
import type { SpecReference } from "./connectorArgs";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link Dataflow}.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface DataflowArgs extends AepResourceArgs {
  /** Name shown in AEP; default: the logical name at creation. Renaming the resource with an alias keeps it. */
  name?: pulumi.Input<string> | undefined;
  /** Free text shown in AEP; default: none. */
  description?: pulumi.Input<string> | undefined;
  /**
   * The flow spec: its name, such as `CloudStorageToAEP`, its id (a UUID), or id and version; default: the flow spec
   * of the source's connector. Changing this replaces the dataflow.
   */
  flowSpec?: pulumi.Input<string | SpecReference> | undefined;
  /** A list with the id of the one {@link SourceConnection}. Changing this replaces the dataflow. */
  sourceConnectionIds: pulumi.Input<pulumi.Input<string>[]>;
  /** A list with the id of the one {@link TargetConnection}. Changing this replaces the dataflow. */
  targetConnectionIds: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * The mapping, and for tables the delta column; default: none. Changing `Copy` replaces the dataflow. A change of
   * `Mapping` updates it.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/database-nosql
   */
  transformations?: pulumi.Input<pulumi.Input<TransformationArgs>[]> | undefined;
  /** When the dataflow runs; default: none, for streams. */
  scheduleParams?: pulumi.Input<ScheduleArgs> | undefined;
  /**
   * How records that cannot be ingested are handled; default: one of them makes its batch fail.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/ingestion/batch/partial
   */
  options?: pulumi.Input<DataflowOptionsArgs> | undefined;
  /**
   * Whether the dataflow is enabled; default: `enabled`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/update-dataflows
   */
  state?: pulumi.Input<"enabled" | "disabled"> | undefined;
}

/** A step between source and target. Its `name` says which. */
export type TransformationArgs = MappingTransformationArgs | CopyTransformationArgs;

/**
 * Applies a mapping set.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface MappingTransformationArgs {
  /** Kind of the step. */
  name: "Mapping";
  /** The mapping set and its version. */
  params: pulumi.Input<MappingParamsArgs>;
}

/**
 * The mapping set that a dataflow applies.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface MappingParamsArgs {
  /** Id of the {@link MappingSet}. */
  mappingId: pulumi.Input<string>;
  /**
   * Version of the mapping set. Pass its `version`: otherwise its changes do not reach the dataflow. Default: what AEP
   * sets, which is refused for a mapping set of the program.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/update-dataflows
   */
  mappingVersion?: pulumi.Input<number> | undefined;
}

/**
 * Reads only the new rows of a table.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/database-nosql
 */
export interface CopyTransformationArgs {
  /** Kind of the step. */
  name: "Copy";
  /** The delta column. Changing this replaces the dataflow. */
  params: pulumi.Input<CopyParamsArgs>;
}

/**
 * How rows are copied.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/database-nosql
 */
export interface CopyParamsArgs {
  /**
   * Column by which AEP finds new rows: required by recurring dataflows of tables. With `once`, it is not sent: the first
   * on-demand run writes it into the dataflow, and no difference to it is shown; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/on-demand-ingestion
   */
  deltaColumn?: pulumi.Input<DeltaColumnArgs> | undefined;
  /**
   * `append` in an older tutorial for files. AEP refuses it today; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  mode?: pulumi.Input<string> | undefined;
}

/**
 * The column by which AEP finds new rows.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/database-nosql
 */
export interface DeltaColumnArgs {
  /** Name of a timestamp column. */
  name: pulumi.Input<string>;
  /** Format of its values, such as `YYYY-MM-DD`; default: what AEP sets. */
  dateFormat?: pulumi.Input<string> | undefined;
  /** Time zone of its values, such as `UTC`; default: what AEP sets. */
  timezone?: pulumi.Input<string> | undefined;
}

/**
 * When a dataflow runs.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/update-dataflows
 */
export interface ScheduleArgs {
  /** Unit of `interval`, or `once` for a single run. A change to `once` after the start is refused. */
  frequency: pulumi.Input<"once" | "minute" | "hour" | "day" | "week">;
  /**
   * Number of units between two runs: at least 15 minutes, or 1 of another unit; refused for `once`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  interval?: pulumi.Input<number> | undefined;
  /**
   * Time of the first run in epoch seconds; default: one minute after the creation. A change after the start is
   * refused.
   */
  startTime?: pulumi.Input<number> | undefined;
  /**
   * Whether the first run reads all existing data; refused for `once`; default: true. A change after the start is
   * refused.
   */
  backfill?: pulumi.Input<boolean> | undefined;
}

/**
 * How records that cannot be ingested are handled.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/ingestion/batch/partial
 */
export interface DataflowOptionsArgs {
  /** Whether AEP keeps diagnostics of these records; default: false. */
  errorDiagnosticsEnabled?: pulumi.Input<boolean> | undefined;
  /** Highest percentage of such records with which a batch still succeeds, above 0; default: none. */
  partialIngestionPercent?: pulumi.Input<number> | undefined;
}

/**
 * Ingests the data of a source connection, through a mapping, into a target connection: on a schedule, or as records
 * arrive. A replacement deletes the old dataflow first: two dataflows would ingest the same data twice.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const flow = new aep.Dataflow("customers", {
 *     sourceConnectionIds: ["9a603322-19d2-4de9-89c6-c98bd54eb184"],
 *     targetConnectionIds: ["4ee890c7-519c-4291-bd20-d64186b62da8"],
 *     transformations: [{ name: "Mapping", params: { mappingId: "bf5286a9c1ad4266baca76ba3adc9366", mappingVersion: 0 } }],
 *     scheduleParams: { frequency: "hour", interval: 1 },
 * });
 * export const startsAt = flow.resolvedStartTime;
 * ```
 */
export class Dataflow extends AepResource {
  /** Name shown in AEP. */
  declare public readonly name: pulumi.Output<string>;
  /** Free text shown in AEP. */
  declare public readonly description: pulumi.Output<string | undefined>;
  /** The flow spec as the program sets it; an id has its version. */
  declare public readonly flowSpec: pulumi.Output<string | { id: string; version: string } | undefined>;
  /** Id of the source connection. */
  declare public readonly sourceConnectionIds: pulumi.Output<string[]>;
  /** Id of the target connection. */
  declare public readonly targetConnectionIds: pulumi.Output<string[]>;
  /** The mapping, and for tables the delta column. */
  declare public readonly transformations: pulumi.Output<pulumi.Unwrap<TransformationArgs>[] | undefined>;
  /** When the dataflow runs, as the program sets it. */
  declare public readonly scheduleParams: pulumi.Output<pulumi.Unwrap<ScheduleArgs> | undefined>;
  /** How records that cannot be ingested are handled. */
  declare public readonly options: pulumi.Output<pulumi.Unwrap<DataflowOptionsArgs> | undefined>;
  /** Whether the dataflow is enabled. */
  declare public readonly state: pulumi.Output<"enabled" | "disabled">;
  /** The flow spec that AEP uses. */
  declare public readonly resolvedFlowSpec: pulumi.Output<{ id: string; version?: string } | undefined>;
  /** Time of the first run in epoch seconds. */
  declare public readonly resolvedStartTime: pulumi.Output<number | undefined>;
  /** Address to which records are posted, for a dataflow that receives them itself, such as from a webhook. */
  declare public readonly inletUrl: pulumi.Output<string | undefined>;
  /** Version of the object in AEP, with its double quotes. */
  declare public readonly etag: pulumi.Output<string | undefined>;
  /** State in AEP, such as `enabled`. */
  declare public readonly liveState: pulumi.Output<string | undefined>;

  constructor(name: string, args: DataflowArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      "Dataflow",
      name,
      { ...fields, ...args, name: args?.name ?? name },
      { deleteBeforeReplace: true, ...opts },
    );
  }

  /** The existing dataflow with this id, which is read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): Dataflow {
    return new Dataflow(name, ...existing<DataflowArgs>(id, opts));
  }

  /** True for dataflows, including those of another copy of this package. */
  public static override isInstance(value: unknown): value is Dataflow {
    return isOf("Dataflow", value);
  }
}

const fields: Fields<Dataflow> = {
  name: undefined,
  description: undefined,
  flowSpec: undefined,
  sourceConnectionIds: undefined,
  targetConnectionIds: undefined,
  transformations: undefined,
  scheduleParams: undefined,
  options: undefined,
  state: undefined,
  resolvedFlowSpec: undefined,
  resolvedStartTime: undefined,
  inletUrl: undefined,
  etag: undefined,
  liveState: undefined,
};
