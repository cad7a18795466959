/** What AEP writes into a dataset: at its creation, and some time later. */

import type { World } from "../service";
import type { DataSet } from "./dataSet";

export type Tags = Record<string, string[]>;

export const TABLE_FORMAT = "adobe/siphon/table/format";

/** A new dataset in the form of the year. */
export function createdForm(id: string, viewId: string, world: World): Record<string, unknown> {
  const form = world.switches.catalogForm;
  const files = `@/dataSetFiles?dataSetId=${id}`;
  if (form === "2025") return { fileDescription: {}, files };
  if (form === "2024") return { fileDescription: { format: "parquet" }, state: "ACTIVE", files };
  return {
    fileDescription: { persisted: true, containerFormat: "parquet", format: "parquet" },
    state: "DRAFT",
    namespace: "ACP",
    files: `@/dataSets/${id}/views/${viewId}/files`,
    schemaMetadata: { delta: [], gdpr: [] },
  };
}

/** The table format, and the name of the dataset's table in Query Service, which AEP derives from the dataset's name. */
export function createdTags(name: string, world: World): Tags {
  if (!world.switches.catalogAddedTags) return {};
  const table = name.toLowerCase().replace(/[^a-z0-9]+/g, "_");
  const format = world.switches.catalogForm === "2021" ? "iceberg" : "delta";
  return { [TABLE_FORMAT]: [format], "adobe/pqs/table": [table] };
}

/** The client of AEP's own writes. */
const SYSTEM = "acp_foundation_dataTracker@AdobeID";

/** A tag that only a finished dataset has. */
const FINISHED = "acp_validationContext";

/** The first write of AEP after the creation. It does not raise the version. */
export function finish(dataSet: DataSet, world: World): void {
  const now = String(world.now());
  const inProfile = isEnabled(dataSet.tags?.["unifiedProfile"]);
  dataSet.tags = {
    ...dataSet.tags,
    "adobe/siphon/partition/definition": ["day(timestamp, _ACP_DATE)", "identity(_ACP_BATCHID)"],
    "adobe/siphon/meta": ["acpBufferedFlag::false"],
    "aep/siphon/partitions": ["_ACP_DATE", "_ACP_BATCHID"],
    "aep/siphon/cleanup/meta/timestamp": [now],
    "aep/siphon/cleanup/trash/timestamp": [now],
    acp_granular_plugin_validation_flags: [
      "identity:enabled",
      `profile:${inProfile ? "enabled" : "disabled"}`,
    ],
    acp_granular_validation_flags: ["requiredFieldCheck:enabled"],
    [FINISHED]: ["enabled"],
  };
  dataSet["updatedUser"] = SYSTEM;
  if (world.switches.catalogForm === "2021") return;
  const metrics = { storageSize: 0, rowCount: 0, asOf: world.now() };
  const extensions = dataSet["extensions"] as Record<string, object> | undefined;
  Object.assign(dataSet, {
    state: "ACTIVE",
    fileDescription: { format: "parquet", ...(dataSet["fileDescription"] as object | undefined) },
    extensions: {
      adobe_unifiedProfile: {},
      ...extensions,
      adobe_lakeHouse: { ...extensions?.["adobe_lakeHouse"], metrics },
    },
  });
}

/** Finishes the datasets that are old enough, by the switch `catalogSystemSeconds`. */
export function finishOld(dataSets: Iterable<DataSet>, world: World): void {
  const after = world.switches.catalogSystemSeconds * 1000;
  if (after === 0) return;
  for (const dataSet of dataSets) {
    if (dataSet.tags?.[FINISHED] !== undefined || world.now() < dataSet.created + after) continue;
    finish(dataSet, world);
    dataSet.version = nextVersion(dataSet.version);
    dataSet.updated = world.now();
  }
}

export function nextVersion(version: string): string {
  const [major, minor, patch] = version.split(".").map(Number);
  return `${major}.${minor}.${(patch ?? 0) + 1}`;
}

/** The tags with the time of enablement for Profile, which AEP appends to the tag. */
export function stampedTags(
  tags: Tags | undefined,
  before: Tags | undefined,
  world: World,
): Tags | undefined {
  const values = tags?.["unifiedProfile"];
  const { catalogEnabledAt } = world.switches;
  if (!Array.isArray(values) || catalogEnabledAt === "never" || !isEnabled(values)) return tags;
  if (values.some((value) => value.startsWith("enabledAt:"))) return tags;
  if (catalogEnabledAt === "once" && isEnabled(before?.["unifiedProfile"])) return tags;
  const [day, time = ""] = new Date(world.now()).toISOString().split("T");
  return { ...tags, unifiedProfile: [...values, `enabledAt:${day} ${time.slice(0, 8)}`] };
}

/** The guides write "enabled:true", the OpenAPI file "enabled: true". */
export function isEnabled(values: string[] | undefined): boolean {
  return values?.some((value) => /^enabled:\s*true$/.test(value)) ?? false;
}

/** The tags that only AEP writes. */
export function systemTags(tags: Tags | undefined): Tags | undefined {
  const kept = Object.entries(tags ?? {}).filter(([name]) => /^(adobe\/|aep\/|acp_)/.test(name));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
