import type { Call, World } from "../service";
import { badRequest } from "../catalog/errors";

/** A mapping set as it is stored in the collection "mappingSets", by id. All versions are kept, because flows pin one. */
export interface MappingSet {
  id: string;
  /** The latest version. */
  version: number;
  createdDate: number;
  createdBy: string;
  /** By version number. */
  versions: Record<string, MappingSetVersion>;
}

export interface MappingSetVersion {
  version: number;
  modifiedDate: number;
  modifiedBy: string;
  name?: string;
  inputSchema?: Record<string, unknown>;
  outputSchema: { id: string; version: number; schemaRef: { id: string; contentType: string } };
  mappings: Mapping[];
  tags?: unknown[];
  allowNullValues: boolean;
  xdmVersion: string;
}

export interface Mapping {
  id: string;
  version: number;
  createdDate: number;
  sourceType: SourceType;
  source: string;
  destination: string;
  name?: string;
  description?: string;
  identity: boolean;
  identityGroup?: string;
  namespaceCode?: string;
}

export type SourceType = "ATTRIBUTE" | "EXPRESSION" | "STATIC";

/** GET shows other type names than those sent; a constant is shown as an expression of the mapping language. */
const SHOWN_TYPES: Record<SourceType, string> = {
  ATTRIBUTE: "text/x.schema-path",
  EXPRESSION: "text/x.aep-xl",
  STATIC: "text/x.aep-xl",
};

type Body = Record<string, unknown>;

/** Reads both generations of the body. A set from a GET contains both; then the newer one is used. */
export function versionOf(body: Body, version: number, call: Call, world: World): MappingSetVersion {
  const mappings = body["mappings"];
  if (!Array.isArray(mappings)) throw badRequest("mappings must be a list.");
  const name = text(body["name"]);
  const inputSchema = body["inputSchema"];
  return {
    version,
    modifiedDate: world.now(),
    modifiedBy: call.clientId,
    ...(name === undefined ? {} : { name }),
    ...(isBody(inputSchema) ? { inputSchema } : {}),
    outputSchema: { id: world.hex(32), version: 0, schemaRef: schemaRefOf(body) },
    mappings: mappings.map((mapping, index) => storedMapping(mapping, index, world)),
    ...(Array.isArray(body["tags"]) ? { tags: body["tags"] } : {}),
    allowNullValues: body["allowNullValues"] === true,
    xdmVersion: text(body["xdmVersion"]) ?? "1.0",
  };
}

/** The older form has the schema in `xdmSchema` and its version in place of the content type. */
function schemaRefOf(body: Body): { id: string; contentType: string } {
  const outputSchema = body["outputSchema"];
  const schemaRef = isBody(outputSchema) ? outputSchema["schemaRef"] : undefined;
  if (isBody(schemaRef)) {
    const id = text(schemaRef["id"]);
    const contentType = text(schemaRef["contentType"]);
    if (id !== undefined && contentType !== undefined) return { id, contentType };
    throw badRequest("outputSchema.schemaRef must have id and contentType.");
  }
  const id = text(body["xdmSchema"]);
  if (id === undefined) throw badRequest("outputSchema.schemaRef (or xdmSchema) is mandatory.");
  return { id, contentType: text(body["xdmVersion"]) ?? "1.0" };
}

function storedMapping(mapping: unknown, index: number, world: World): Mapping {
  if (!isBody(mapping)) throw badRequest(`mappings[${index}] must be an object.`);
  const optional = (["name", "description", "identityGroup", "namespaceCode"] as const).flatMap((key) => {
    const value = text(mapping[key]);
    return value === undefined ? [] : [[key, value] as const];
  });
  return {
    id: world.hex(32),
    version: 0,
    createdDate: world.now(),
    sourceType: sourceTypeOf(mapping["sourceType"], index),
    source: text(mapping["source"]) ?? text(mapping["sourceAttribute"]) ?? "",
    destination: text(mapping["destination"]) ?? text(mapping["destinationXdmPath"]) ?? "",
    identity: mapping["identity"] === true,
    ...Object.fromEntries(optional),
  };
}

function sourceTypeOf(value: unknown, index: number): SourceType {
  if (value === undefined || value === null || value === "text/x.schema-path") return "ATTRIBUTE";
  if (value === "text/x.aep-xl") return "EXPRESSION";
  if (value === "ATTRIBUTE" || value === "EXPRESSION" || value === "STATIC") return value;
  throw badRequest(`mappings[${index}].sourceType must be ATTRIBUTE, EXPRESSION or STATIC.`);
}

/** The response to a POST. */
export function shortForm(set: MappingSet): Body {
  const { modifiedDate, modifiedBy } = set.versions[set.version]!;
  const { id, version, createdDate, createdBy } = set;
  return { id, version, createdDate, modifiedDate, createdBy, modifiedBy };
}

/** The response to a GET: both generations of the vocabulary. */
export function wholeForm(set: MappingSet, shown: MappingSetVersion): Body {
  const { schemaRef } = shown.outputSchema;
  const reference = { id: schemaRef.id, contentType: "1.0" };
  return {
    ...shortForm(set),
    version: shown.version,
    modifiedDate: shown.modifiedDate,
    modifiedBy: shown.modifiedBy,
    ...(shown.name === undefined ? {} : { name: shown.name }),
    ...(shown.inputSchema ? { inputSchema: shown.inputSchema } : {}),
    inputSchemaRef: { id: null, contentType: null },
    outputSchema: shown.outputSchema,
    outputSchemaRef: reference,
    mappings: shown.mappings.map((mapping) => shownMapping(mapping, set, shown)),
    ...(shown.tags ? { tags: shown.tags } : {}),
    status: "PUBLISHED",
    strictMapping: false,
    allowNullValues: shown.allowNullValues,
    supportVersion: "1.1",
    xdmVersion: shown.xdmVersion,
    schemaRef: reference,
    xdmSchema: schemaRef.id,
  };
}

export function shownMapping(mapping: Mapping, set: MappingSet, version: MappingSetVersion): Body {
  return {
    ...mapping,
    modifiedDate: version.modifiedDate,
    createdBy: set.createdBy,
    modifiedBy: version.modifiedBy,
    sourceType: SHOWN_TYPES[mapping.sourceType],
    primaryIdentity: false,
    matchScore: 0,
    functionVersion: 1,
    sourceAttribute: mapping.source,
    destinationXdmPath: mapping.destination,
  };
}

export function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
