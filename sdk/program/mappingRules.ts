import { createRequire } from "node:module";
import type * as dataPrep from "../../provider/dataPrep";
import type {
  IdentityDescriptor,
  Mapping,
  MappingContext,
  Problem,
  SourceFields,
} from "../../provider/dataPrep";
import { valueAt, labelOf, type Declared, declaredBy, isPending, listAt, textAt } from "./declared";
import { type Composition, compositionOf, shapeOf } from "./schemaShape";

/** Mapping sets against the fields of their schema and of their source, as far as the program knows them. */

const load = createRequire(__filename);

/** The problems of a mapping set for which AEP would refuse it, as far as its parts are known. */
export function mappingProblems(args: unknown): string[] {
  return problemsOf(args, {});
}

/** The problems of a mapping set with the source of a dataflow: also by its columns, and by identities declared later. */
export function sourceProblems(mapping: Declared, source: Declared | undefined): string[] {
  const fields = source && columnsOf(source.args);
  const prefix = `transformations: ${labelOf(mapping)} `;
  return problemsOf(mapping.args, fields ? { source: fields } : {}).map((problem) => prefix + problem);
}

function problemsOf(args: unknown, context: MappingContext): string[] {
  const mappings = listAt(args, "mappings");
  if (mappings === undefined || mappings.length === 0) return [];
  const older = valueAt(args, "xdmSchema") !== undefined;
  const id = older ? valueAt(args, "xdmSchema") : valueAt(args, "outputSchema", "schemaRef", "id");
  const schema = declaredBy(id);
  const composition = compositionOf(schema);
  const { checkMappings, sentenceOf } = dataPrepRules();
  const identities = schema?.describedBy.flatMap(primaryIdentity) ?? [];
  return checkMappings(mappings.map(knownMapping), shapeOf(composition), { ...context, identities })
    .filter((problem) => !mayExist(problem, mappings, composition))
    .map((problem) => sentenceOf(problem, older ? "older" : "current"));
}

/** The problem with the field of a descriptor, if all fields of its schema are known. */
export function propertyProblems(args: unknown): string[] {
  const schema = declaredBy(valueAt(args, "sourceSchema"));
  const property = textAt(args, "sourceProperty");
  const composition = compositionOf(schema);
  if (schema === undefined || property === undefined || composition === undefined) return [];
  if (composition.unknown || composition.ownUnknown) return [];
  const problem = dataPrepRules().propertyProblem(property, shapeOf(composition));
  return problem === undefined
    ? []
    : [`sourceProperty names ${property}, which ${labelOf(schema)} ${problem}`];
}

let rules: typeof dataPrep | undefined;

function dataPrepRules(): typeof dataPrep {
  return (rules ??= load("../../provider/dataPrep") as typeof dataPrep);
}

function primaryIdentity({ args }: Declared): IdentityDescriptor[] {
  const sourceProperty = textAt(args, "sourceProperty");
  const primary = textAt(args, "type") === "xdm:descriptorIdentity" && valueAt(args, "isPrimary") === true;
  return primary && sourceProperty !== undefined ? [{ sourceProperty, isPrimary: true }] : [];
}

/** A field group whose fields are not known may add fields of the tenant, under `_` + tenant id, to any object. */
function mayExist(
  { kind, index }: Problem,
  mappings: readonly unknown[],
  composition: Composition | undefined,
): boolean {
  if (index === undefined || !composition?.ownUnknown) return false;
  const missing = kind === "unknownTarget" || kind === "tenantForgotten";
  return missing && /(^|\.)_/.test(knownMapping(mappings[index]).destination ?? "");
}

function knownMapping(item: unknown): Mapping {
  const source = textAt(item, "source") ?? textAt(item, "sourceAttribute");
  const destination = textAt(item, "destination") ?? textAt(item, "destinationXdmPath");
  const sourceType = sourceTypeIn(valueAt(item, "sourceType"), source);
  return {
    ...(source === undefined ? {} : { source }),
    ...(destination === undefined ? {} : { destination }),
    ...(sourceType === undefined ? {} : { sourceType }),
  };
}

/** The `sourceType` with the default that the provider sets. */
function sourceTypeIn(written: unknown, source: string | undefined): string | undefined {
  if (isPending(written)) return undefined;
  if (typeof written === "string") return written;
  return source === undefined ? undefined : dataPrepRules().sourceTypeOf(source);
}

/** The columns of a table source, or of the ad hoc class of its schema; undefined if they are not known. */
function columnsOf(args: unknown): SourceFields | undefined {
  const columns = listAt(args, "params", "columns");
  if (columns === undefined) return undefined;
  if (columns.length === 0) return adHocColumns(args);
  const names = columns.map((column) => textAt(column, "name"));
  return names.some((name) => name === undefined) ? undefined : names.filter((name) => name !== undefined);
}

function adHocColumns(args: unknown): SourceFields | undefined {
  const schema = declaredBy(valueAt(args, "data", "schema", "id"));
  const owner = schema?.kind === "Schema" ? declaredBy(valueAt(schema.args, "class")) : undefined;
  if (owner?.kind !== "SchemaClass" || textAt(owner.args, "behavior") !== "adhoc") return undefined;
  if ((listAt(schema?.args, "fieldGroups")?.length ?? 1) > 0) return undefined;
  const properties = valueAt(owner.args, "properties");
  return typeof properties !== "object" || isPending(properties) ? undefined : Object.keys(properties ?? {});
}
