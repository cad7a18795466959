import type * as pulumi from "@pulumi/pulumi";
import type { SpecReference } from "./connectorArgs";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link Dataflow}.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
 */
export interface DataflowArgs extends AepResourceArgs {
  /**
   * Name shown in AEP; default: the logical name at the creation, which a rename by an alias keeps.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  name?: pulumi.Input<string> | undefined;
  /**
   * Free text shown in AEP; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  description?: pulumi.Input<string> | undefined;
  /**
   * The flow spec by its name, such as `CloudStorageToAEP`, by its id, a uuid, or by id and version; default: the one
   * that serves the source's connector. Changing this replaces the dataflow.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  flowSpec?: pulumi.Input<string | SpecReference> | undefined;
  /**
   * Id of the {@link SourceConnection}, in a list of exactly one. Changing this replaces the dataflow.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  sourceConnectionIds: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Id of the {@link TargetConnection}, in a list of exactly one. Changing this replaces the dataflow.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  targetConnectionIds: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * The mapping, and for tables the delta column; default: none. Changing `Copy` replaces the dataflow, changing
   * `Mapping` does not.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/database-nosql
   */
  transformations?: pulumi.Input<pulumi.Input<TransformationArgs>[]> | undefined;
  /**
   * When the dataflow runs; default: none, as streams have it.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  scheduleParams?: pulumi.Input<ScheduleArgs> | undefined;
  /**
   * What happens to records that cannot be ingested; default: a batch with one of them fails.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/ingestion/batch/partial
   */
  options?: pulumi.Input<DataflowOptionsArgs> | undefined;
  /**
   * Whether the dataflow runs; default: `enabled`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/update-dataflows
   */
  state?: pulumi.Input<"enabled" | "disabled"> | undefined;
}

/** A step between source and target, told by its `name`. */
export type TransformationArgs = MappingTransformationArgs | CopyTransformationArgs;

/** Applies a mapping set. */
export interface MappingTransformationArgs {
  /**
   * Kind of the step.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  name: "Mapping";
  /**
   * The mapping set and its version.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  params: pulumi.Input<MappingParamsArgs>;
}

/** The mapping set that a dataflow applies. */
export interface MappingParamsArgs {
  /**
   * Id of the {@link MappingSet}.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  mappingId: pulumi.Input<string>;
  /**
   * Version of the mapping set: its `version`, so that its changes reach the dataflow; default: what AEP sets, which is
   * refused for a mapping set of the program.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/update-dataflows
   */
  mappingVersion?: pulumi.Input<number> | undefined;
}

/** Says how rows are copied from a table. */
export interface CopyTransformationArgs {
  /**
   * Kind of the step.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/database-nosql
   */
  name: "Copy";
  /**
   * The delta column. Changing this replaces the dataflow.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/database-nosql
   */
  params: pulumi.Input<CopyParamsArgs>;
}

/** How rows are copied. */
export interface CopyParamsArgs {
  /**
   * Column that tells new rows from old ones: needed by recurring dataflows of tables, refused for `once`; default:
   * none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/database-nosql
   */
  deltaColumn?: pulumi.Input<DeltaColumnArgs> | undefined;
  /**
   * As in the older tutorial for files (`append`); current AEP refuses it; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  mode?: pulumi.Input<string> | undefined;
}

/** The column that tells new rows from old ones. */
export interface DeltaColumnArgs {
  /**
   * Name of a timestamp column.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/database-nosql
   */
  name: pulumi.Input<string>;
  /**
   * Format of its values, such as `YYYY-MM-DD`; default: what AEP sets.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/database-nosql
   */
  dateFormat?: pulumi.Input<string> | undefined;
  /**
   * Time zone of its values, such as `UTC`; default: what AEP sets.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/database-nosql
   */
  timezone?: pulumi.Input<string> | undefined;
}

/** When a dataflow runs. */
export interface ScheduleArgs {
  /**
   * Unit of `interval`, or a single run. Changing this to `once` after the start is refused.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/update-dataflows
   */
  frequency: pulumi.Input<"once" | "minute" | "hour" | "day" | "week">;
  /**
   * Runs every so many units: at least 15 minutes, or 1 of the other units; refused for `once`.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/collect/cloud-storage
   */
  interval?: pulumi.Input<number> | undefined;
  /**
   * First run, epoch seconds; default: one minute after the dataflow is made. Changing this after the start is
   * refused.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/update-dataflows
   */
  startTime?: pulumi.Input<number> | undefined;
  /**
   * Whether the first run takes all that is there already; refused for `once`; default: true. Changing this after the
   * start is refused.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/update-dataflows
   */
  backfill?: pulumi.Input<boolean> | undefined;
}

/** What happens to records that cannot be ingested. */
export interface DataflowOptionsArgs {
  /**
   * Keep diagnostics of them; default: false.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/ingestion/batch/partial
   */
  errorDiagnosticsEnabled?: pulumi.Input<boolean> | undefined;
  /**
   * Percentage of them up to which a batch still succeeds, above 0; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/ingestion/batch/partial
   */
  partialIngestionPercent?: pulumi.Input<number> | undefined;
}

/**
 * Brings what a source connection reads, through a mapping, to a target connection, on a schedule or as records
 * arrive. It is deleted before it is replaced: two would ingest the same data twice.
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
  /** The flow spec as the program wrote it, an id with its version. */
  declare public readonly flowSpec: pulumi.Output<string | { id: string; version: string } | undefined>;
  /** Id of the source connection. */
  declare public readonly sourceConnectionIds: pulumi.Output<string[]>;
  /** Id of the target connection. */
  declare public readonly targetConnectionIds: pulumi.Output<string[]>;
  /** The mapping, and for tables the delta column. */
  declare public readonly transformations: pulumi.Output<pulumi.Unwrap<TransformationArgs>[] | undefined>;
  /** When the dataflow runs, as the program wrote it. */
  declare public readonly scheduleParams: pulumi.Output<pulumi.Unwrap<ScheduleArgs> | undefined>;
  /** What happens to records that cannot be ingested. */
  declare public readonly options: pulumi.Output<pulumi.Unwrap<DataflowOptionsArgs> | undefined>;
  /** Whether the dataflow runs. */
  declare public readonly state: pulumi.Output<"enabled" | "disabled">;
  /** The flow spec that runs it. */
  declare public readonly resolvedFlowSpec: pulumi.Output<{ id: string; version?: string } | undefined>;
  /** When it starts or started, epoch seconds. */
  declare public readonly resolvedStartTime: pulumi.Output<number | undefined>;
  /** Address to which senders post records, of a flow that receives them itself, such as from a webhook. */
  declare public readonly inletUrl: pulumi.Output<string | undefined>;
  /** Version of the object as AEP holds it, double quotes included. */
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

  /** The existing dataflow with this id, read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): Dataflow {
    return new Dataflow(name, ...existing<DataflowArgs>(id, opts));
  }

  /** True for dataflows, also those of another copy of this package. */
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
