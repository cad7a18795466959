/** The rules of a flow's `transformations`. */

import type { MappingSetVersion } from "../dataPrep";
import { ServiceError, type Call, type World } from "../service";
import { isFields, part, text, type Entity, type Fields } from "./entity";
import { isScheduled, tableFlowSpecId, type FlowSpec } from "./flowSpecs";
import { datasetSchema, mappingSchema, mappingSet } from "./references";
import { flipped } from "./schedule";

export function checkTransformations(
  flow: Fields,
  spec: FlowSpec,
  source: Entity,
  target: Entity,
  before: Fields | undefined,
  call: Call,
  world: World,
): void {
  const transformations = listOf(flow);
  checkCopy(
    transformations,
    spec,
    part(flow, "scheduleParams")["frequency"] === "once",
    hasDeltaColumn(before),
    world,
  );
  const mapping = transformations.find((transformation) => transformation["name"] === "Mapping");
  if (mapping !== undefined) {
    checkMapping(part(mapping, "params"), target, call, world);
  } else if (isScheduled(spec) && part(source, "data")["format"] !== "parquet_xdm") {
    const message =
      "The source columns could not be fetched for ingestion because the mapping transformation is missing.";
    throw new ServiceError(400, "1370-400", message);
  }
}

/** The transformations as GET shows them. */
export function servedTransformations(transformations: unknown, world: World): unknown {
  const { mappingVersionForm } = world.switches;
  if (!Array.isArray(transformations) || mappingVersionForm === "asSent") return transformations;
  return transformations.filter(isFields).map((transformation) => {
    const params = part(transformation, "params");
    const version = params["mappingVersion"];
    if (version === undefined) return transformation;
    const mappingVersion = mappingVersionForm === "strings" ? String(version) : flipped(version);
    return { ...transformation, params: { ...params, mappingVersion } };
  });
}

function listOf(flow: Fields): Fields[] {
  const { transformations } = flow;
  if (transformations === undefined || transformations === null) return [];
  if (!Array.isArray(transformations) || !transformations.every(isFields)) {
    throw new ServiceError(400, "1392-400", "Failed to parse Transformations in flow request.");
  }
  return transformations;
}

function hasDeltaColumn(flow: Fields | undefined): boolean {
  return listOf(flow ?? {}).some((one) => one["name"] === "Copy" && "deltaColumn" in part(one, "params"));
}

/** A run can have written a delta column into a flow with the frequency once: such a flow keeps it. */
function checkCopy(
  transformations: Fields[],
  spec: FlowSpec,
  isOnce: boolean,
  hadDelta: boolean,
  world: World,
): void {
  const copy = transformations.find((transformation) => transformation["name"] === "Copy");
  const params = copy === undefined ? {} : part(copy, "params");
  if (params["mode"] !== undefined && world.switches.copyAppendMode === "refuse") {
    throw new ServiceError(400, "1368-400", "Mode is not allowed in flow request.");
  }
  const hasDelta = text(part(params, "deltaColumn"), "name") !== undefined;
  if (isOnce && hasDelta && !hadDelta) {
    throw new ServiceError(
      400,
      "1369-400",
      "The delta column in copy transform is not allowed when frequency is set to once.",
    );
  }
  if (spec.id === tableFlowSpecId && !isOnce && !hasDelta) {
    throw new ServiceError(
      400,
      "1367-400",
      "The delta column is required in copy transformation when creating a CRM connector.",
    );
  }
}

function checkMapping(params: Fields, target: Entity, call: Call, world: World): void {
  const mappingId = text(params, "mappingId");
  if (mappingId === undefined) {
    throw new ServiceError(
      400,
      "1329-400",
      "The param: mappingId cannot be null or empty in the provided request.",
    );
  }
  const version = params["mappingVersion"];
  if (version !== undefined && !/^\d+$/.test(String(version))) throw invalidVersion();
  const set = mappingSet(call, world, mappingId);
  if (set === undefined) {
    const message = `Error while validating mapping with id ${mappingId}, version ${String(version ?? 0)}.`;
    throw new ServiceError(400, "1419-400", message);
  }
  const pinned = set.versions[String(version ?? set.version)];
  if (pinned === undefined) throw invalidVersion();
  checkSameSchema(mappingId, pinned, target, call, world);
}

function checkSameSchema(
  mappingId: string,
  version: MappingSetVersion,
  target: Entity,
  call: Call,
  world: World,
): void {
  const dataSetId = text(part(target, "params"), "dataSetId") ?? "";
  const ofDataset = datasetSchema(call, world, dataSetId);
  const ofMapping = mappingSchema(version);
  const sameMajor =
    [ofDataset?.major, ofMapping.major].includes(undefined) || ofDataset?.major === ofMapping.major;
  if (ofDataset?.id === ofMapping.id && sameMajor) return;
  const message =
    `Error while matching schema in target dataset ${dataSetId} with schema in mapping ${mappingId}. ` +
    "Schema with same id and version must be used in both mapping and target dataset.";
  throw new ServiceError(400, "1425-400", message);
}

function invalidVersion(): ServiceError {
  return new ServiceError(400, "1412-400", "Invalid Mapping Version in request.");
}
