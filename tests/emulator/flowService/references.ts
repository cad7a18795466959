/** The objects of Catalog and Data Prep to which Flow Service refers. */

import type { MappingSet, MappingSetVersion } from "../dataPrep";
import type { Call, World } from "../service";
import { isFields, part, text, type Fields } from "./entity";

export interface SchemaRef {
  id: string | undefined;
  /** Undefined if the reference has no version. */
  major: string | undefined;
}

/** Undefined if this sandbox has no such dataset. */
export function datasetSchema(call: Call, world: World, dataSetId: string): SchemaRef | undefined {
  const dataset = world.collection<unknown>(call.sandbox, "dataSets").get(dataSetId);
  return isFields(dataset) ? schemaRef(part(dataset, "schemaRef")) : undefined;
}

/** Undefined if this sandbox has no such mapping set. */
export function mappingSet(call: Call, world: World, mappingId: string): MappingSet | undefined {
  return world.collection<MappingSet>(call.sandbox, "mappingSets").get(mappingId);
}

/** Older bodies have the version "1.0", newer ones have it inside a media type. */
export function mappingSchema(version: MappingSetVersion): SchemaRef {
  return schemaRef({ ...version.outputSchema.schemaRef });
}

function schemaRef(fields: Fields): SchemaRef {
  return { id: text(fields, "id"), major: majorOf(text(fields, "contentType")) };
}

function majorOf(version: string | undefined): string | undefined {
  return /(?:version=\s*|^)(\d+)/.exec(version ?? "")?.[1];
}
