import { valueAt, labelOf, type Declared, declaredBy, isPending } from "./declared";

/** A reference to a schema and its version. */
export interface SchemaUse {
  /** Subject and verb of a sentence about it, such as `Dataset "customers" has`. */
  readonly subject: string;
  readonly id: unknown;
  /** A media type, or a version such as `1.0`; undefined means 1. */
  readonly version: unknown;
}

export function datasetUse(dataset: Declared): SchemaUse {
  const schemaRef = valueAt(dataset.args, "schemaRef");
  return {
    subject: `${labelOf(dataset)} has`,
    id: valueAt(schemaRef, "id"),
    version: valueAt(schemaRef, "contentType"),
  };
}

export function targetUse(args: unknown, target?: Declared): SchemaUse {
  const schema = valueAt(args, "data", "schema");
  const subject = target ? `${labelOf(target)} writes` : "data.schema is";
  return { subject, id: valueAt(schema, "id"), version: valueAt(schema, "version") };
}

export function mappingUse(mapping: Declared): SchemaUse {
  const subject = `${labelOf(mapping)} maps to`;
  const older = valueAt(mapping.args, "xdmSchema");
  if (older !== undefined) return { subject, id: older, version: valueAt(mapping.args, "xdmVersion") };
  const schemaRef = valueAt(mapping.args, "outputSchema", "schemaRef");
  return { subject, id: valueAt(schemaRef, "id"), version: valueAt(schemaRef, "contentType") };
}

/** The problem with two references that must be to the same schema in the same version; undefined if one of them is not known. */
export function differentSchema(one: SchemaUse, other: SchemaUse): string | undefined {
  const [schema, otherSchema] = [schemaOf(one.id), schemaOf(other.id)];
  const comparable =
    schema !== undefined && otherSchema !== undefined && typeof schema === typeof otherSchema;
  if (!comparable) return undefined;
  if (schema !== otherSchema) {
    return `${one.subject} ${nameOf(schema)}, but ${other.subject} ${nameOf(otherSchema)}; pass the same schema to both`;
  }
  const [version, otherVersion] = [majorOf(one.version), majorOf(other.version)];
  if (version === undefined || otherVersion === undefined || version === otherVersion) return undefined;
  return (
    `${one.subject} version ${version} of ${nameOf(schema)}, but ${other.subject} version ${otherVersion}; ` +
    "set the same version in both"
  );
}

/** A schema of the program, or an `$id`. These cannot be compared with each other, nor with ids in other forms. */
function schemaOf(id: unknown): Declared | string | undefined {
  const declared = declaredBy(id);
  if (declared) return declared.kind === "Schema" ? declared : undefined;
  return typeof id === "string" && id.startsWith("https://") ? id : undefined;
}

function nameOf(schema: Declared | string): string {
  return typeof schema === "string" ? schema : labelOf(schema);
}

function majorOf(version: unknown): number | undefined {
  if (version === undefined) return 1;
  if (isPending(version) || typeof version !== "string") return undefined;
  const [, major] = /version\s*=\s*(\d+)/.exec(version) ?? /^(\d+)(?:\.\d+)*$/.exec(version) ?? [];
  return major === undefined ? undefined : Number(major);
}
