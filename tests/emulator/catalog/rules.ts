import { ServiceError, type Call, type World } from "../service";
import { findSchema, isUnion } from "../schemaRegistry/library";
import { badRequest } from "./errors";
import type { DataSet, SchemaRef } from "./dataSet";
import { isEnabled, TABLE_FORMAT } from "./forms";

const CONTENT_TYPE = /^application\/vnd\.adobe\.(xed|xdm)(-[a-z-]+)?\+json\s*;\s*version=1(\.\d+)?$/;
const FORMATS = ["", "csv", "text", "parquet", "json", "sequencefile", "avro"];

/** Checks a dataset before it is stored; `stored` is the dataset that it replaces. */
export function validate(dataSet: DataSet, stored: DataSet | undefined, call: Call, world: World): void {
  validateSchemaRef(dataSet.schemaRef, stored?.schemaRef, call, world);
  validateTexts(dataSet);
  validateTags(dataSet, stored, call, world);
  const format = (dataSet["fileDescription"] as { format?: unknown } | undefined)?.format ?? "";
  if (!FORMATS.includes(String(format))) {
    throw badRequest(`fileDescription.format must be one of ${FORMATS.filter(Boolean).join(", ")}.`);
  }
}

function validateSchemaRef(
  schemaRef: Partial<SchemaRef> | undefined,
  stored: SchemaRef | undefined,
  call: Call,
  world: World,
): void {
  if (typeof schemaRef?.id !== "string") throw badRequest("schemaRef with id and contentType is mandatory.");
  if (!CONTENT_TYPE.test(String(schemaRef.contentType))) {
    throw badRequest("schemaRef.contentType must look like application/vnd.adobe.xed+json;version=1.");
  }
  if (!findSchema(world, call.sandbox, schemaRef.id)) {
    throw badRequest(
      `The schema ${schemaRef.id} of schemaRef does not exist in the sandbox ${call.sandbox.name}.`,
    );
  }
  const changes = stored !== undefined && stored.id !== schemaRef.id;
  if (changes && world.switches.catalogSchemaChange === "refused") {
    throw badRequest(`The schema of a dataset cannot change (from ${stored.id} to ${schemaRef.id}).`);
  }
}

function validateTexts(dataSet: DataSet): void {
  for (const name of ["name", "description"]) {
    const value = dataSet[name];
    if (value !== undefined && value !== null && typeof value !== "string")
      throw badRequest(`${name} must be a string.`);
  }
  const diagnostics = dataSet["enableErrorDiagnostics"];
  if (diagnostics !== undefined && typeof diagnostics !== "boolean") {
    throw badRequest("enableErrorDiagnostics must be true or false.");
  }
}

function validateTags(dataSet: DataSet, stored: DataSet | undefined, call: Call, world: World): void {
  const tags: unknown = dataSet.tags ?? {};
  if (typeof tags !== "object" || tags === null || Array.isArray(tags))
    throw badRequest("tags must be a map.");
  for (const [name, values] of Object.entries(tags as Record<string, unknown>)) {
    if (!Array.isArray(values) || values.some((value) => typeof value !== "string")) {
      throw badRequest(`The value of the tag ${name} must be a list of strings.`);
    }
    if (JSON.stringify(stored?.tags?.[name]) === JSON.stringify(values)) continue;
    if (name === "unifiedProfile") validateProfileTag(values as string[], dataSet, call, world);
  }
}

function validateProfileTag(values: string[], dataSet: DataSet, call: Call, world: World): void {
  const enabled = isEnabled(values);
  const schema = findSchema(world, call.sandbox, dataSet.schemaRef.id);
  if (!enabled || (schema && isUnion(schema))) return;
  throw badRequest(
    `The schema ${dataSet.schemaRef.id} must be enabled for Profile (union) before its datasets can be.`,
  );
}

/** A dataset must keep the tag of its table format. A PATCH with a plain object replaces the whole map and can lose it. */
export function refuseLostFormat(tags: unknown, stored: DataSet): void {
  const { [TABLE_FORMAT]: present } = stored.tags ?? {};
  const values = (tags as Record<string, unknown> | undefined)?.[TABLE_FORMAT];
  const isBlank = !Array.isArray(values) || values.every((value) => String(value).trim() === "");
  if (present === undefined || !isBlank) return;
  throw new ServiceError(422, "", `Field '${TABLE_FORMAT}' cannot be empty or blank`);
}

/** Tag names that begin with "adobe" are reserved, except the table format. A call that changes another one is refused. */
export function refuseAdobeTags(tags: unknown, visible: Record<string, string[]>): void {
  for (const [name, values] of Object.entries((tags ?? {}) as Record<string, unknown>)) {
    const reserved = name.startsWith("adobe") && name !== TABLE_FORMAT;
    if (reserved && JSON.stringify(visible[name]) !== JSON.stringify(values)) {
      throw badRequest(`The tag ${name} is reserved: tag names that begin with "adobe" belong to Adobe.`);
    }
  }
}
