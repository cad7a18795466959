import { at, called, type Declared, declaredBy, isPending } from "./declared";

/** A place that names a schema and its version. */
export interface SchemaUse {
  /** How a sentence about it begins, such as `Dataset "customers" has`. */
  readonly says: string;
  readonly id: unknown;
  /** A media type, or a version such as `1.0`; 1 where there is none. */
  readonly version: unknown;
}

export function datasetUse(dataset: Declared): SchemaUse {
  const schemaRef = at(dataset.args, "schemaRef");
  return { says: `${called(dataset)} has`, id: at(schemaRef, "id"), version: at(schemaRef, "contentType") };
}

export function targetUse(args: unknown, target?: Declared): SchemaUse {
  const schema = at(args, "data", "schema");
  const says = target ? `${called(target)} writes` : "data.schema is";
  return { says, id: at(schema, "id"), version: at(schema, "version") };
}

export function mappingUse(mapping: Declared): SchemaUse {
  const says = `${called(mapping)} maps to`;
  const older = at(mapping.args, "xdmSchema");
  if (older !== undefined) return { says, id: older, version: at(mapping.args, "xdmVersion") };
  const schemaRef = at(mapping.args, "outputSchema", "schemaRef");
  return { says, id: at(schemaRef, "id"), version: at(schemaRef, "contentType") };
}

/** What to say of two places that must name one schema in one version; nothing where either is not known. */
export function differentSchema(one: SchemaUse, other: SchemaUse): string | undefined {
  const [mine, its] = [schemaOf(one.id), schemaOf(other.id)];
  if (mine === undefined || its === undefined || typeof mine !== typeof its) return undefined;
  if (mine !== its) {
    return `${one.says} ${named(mine)}, but ${other.says} ${named(its)}; pass the same schema to both`;
  }
  const [version, itsVersion] = [majorOf(one.version), majorOf(other.version)];
  if (version === undefined || itsVersion === undefined || version === itsVersion) return undefined;
  return (
    `${one.says} version ${version} of ${named(mine)}, but ${other.says} version ${itsVersion}; ` +
    "name the same version in both"
  );
}

/** One of the program, or an `$id`: the two cannot be compared, and neither can ids in another spelling. */
function schemaOf(id: unknown): Declared | string | undefined {
  const declared = declaredBy(id);
  if (declared) return declared.kind === "Schema" ? declared : undefined;
  return typeof id === "string" && id.startsWith("https://") ? id : undefined;
}

function named(schema: Declared | string): string {
  return typeof schema === "string" ? schema : called(schema);
}

function majorOf(version: unknown): number | undefined {
  if (version === undefined) return 1;
  if (isPending(version) || typeof version !== "string") return undefined;
  const [, major] = /version\s*=\s*(\d+)/.exec(version) ?? /^(\d+)(?:\.\d+)*$/.exec(version) ?? [];
  return major === undefined ? undefined : Number(major);
}
