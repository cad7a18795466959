import { createRequire } from "node:module";
import type * as dataPrep from "../../provider/dataPrep";
import type {
  IdentityDescriptor,
  Mapping,
  MappingContext,
  Problem,
  SourceFields,
} from "../../provider/dataPrep";
import { at, called, type Declared, declaredBy, isPending, listAt, textAt } from "./declared";
import { type Composition, compositionOf, shapeOf } from "./schemaShape";

/** Mapping sets against the fields of their schema and of their source, as far as the program knows either. */

const load = createRequire(__filename);

/** What AEP would refuse of a mapping set, by what is known so far. */
export function mappingProblems(args: unknown): string[] {
  return problemsOf(args, {});
}

/** The same when a dataflow says which source goes with it: its columns, and identities declared since. */
export function sourceProblems(mapping: Declared, source: Declared | undefined): string[] {
  const fields = source && columnsOf(source.args);
  const text = `transformations: ${called(mapping)} `;
  return problemsOf(mapping.args, fields ? { source: fields } : {}).map((problem) => text + problem);
}

function problemsOf(args: unknown, context: MappingContext): string[] {
  const mappings = listAt(args, "mappings");
  if (mappings === undefined || mappings.length === 0) return [];
  const older = at(args, "xdmSchema") !== undefined;
  const id = older ? at(args, "xdmSchema") : at(args, "outputSchema", "schemaRef", "id");
  const schema = declaredBy(id);
  const composition = compositionOf(schema);
  const { checkMappings, sentenceOf } = dataPrepRules();
  const identities = schema?.describedBy.flatMap(primaryIdentity) ?? [];
  return checkMappings(mappings.map(mappingOf), shapeOf(composition), { ...context, identities })
    .filter((problem) => !mayExist(problem, mappings, composition))
    .map((problem) => sentenceOf(problem, older ? "older" : "newer"));
}

/** What AEP would refuse of the field that a descriptor speaks of, where all fields of its schema are known. */
export function propertyProblems(args: unknown): string[] {
  const schema = declaredBy(at(args, "sourceSchema"));
  const property = textAt(args, "sourceProperty");
  const composition = compositionOf(schema);
  if (schema === undefined || property === undefined || composition === undefined) return [];
  if (composition.unknown || composition.ownUnknown) return [];
  const problem = dataPrepRules().propertyProblem(property, shapeOf(composition));
  return problem === undefined
    ? []
    : [`sourceProperty names ${property}, which ${called(schema)} ${problem}`];
}

let rules: typeof dataPrep | undefined;

function dataPrepRules(): typeof dataPrep {
  return (rules ??= load("../../provider/dataPrep") as typeof dataPrep);
}

function primaryIdentity({ args }: Declared): IdentityDescriptor[] {
  const sourceProperty = textAt(args, "sourceProperty");
  const primary = textAt(args, "type") === "xdm:descriptorIdentity" && at(args, "isPrimary") === true;
  return primary && sourceProperty !== undefined ? [{ sourceProperty, isPrimary: true }] : [];
}

/** A field group of the program whose fields are not known may put its own, below `_` and the tenant, into any object. */
function mayExist(
  { kind, index }: Problem,
  mappings: readonly unknown[],
  composition: Composition | undefined,
): boolean {
  if (index === undefined || !composition?.ownUnknown) return false;
  const missing = kind === "unknownTarget" || kind === "tenantForgotten";
  return missing && /(^|\.)_/.test(mappingOf(mappings[index]).destination ?? "");
}

function mappingOf(item: unknown): Mapping {
  const source = textAt(item, "source") ?? textAt(item, "sourceAttribute");
  const destination = textAt(item, "destination") ?? textAt(item, "destinationXdmPath");
  const sourceType = typeOf(at(item, "sourceType"), source);
  return {
    ...(source === undefined ? {} : { source }),
    ...(destination === undefined ? {} : { destination }),
    ...(sourceType === undefined ? {} : { sourceType }),
  };
}

/** As the provider completes it. */
function typeOf(written: unknown, source: string | undefined): string | undefined {
  if (isPending(written)) return undefined;
  if (typeof written === "string") return written;
  return source === undefined ? undefined : dataPrepRules().sourceTypeOf(source);
}

/** The columns that a table source reads, or those of the ad hoc class that describes it. */
function columnsOf(args: unknown): SourceFields | undefined {
  const columns = listAt(args, "params", "columns");
  if (columns === undefined) return undefined;
  if (columns.length === 0) return adHocColumns(args);
  const names = columns.map((column) => textAt(column, "name"));
  return names.some((name) => name === undefined) ? undefined : names.filter((name) => name !== undefined);
}

function adHocColumns(args: unknown): SourceFields | undefined {
  const schema = declaredBy(at(args, "data", "schema", "id"));
  const owner = schema?.kind === "Schema" ? declaredBy(at(schema.args, "class")) : undefined;
  if (owner?.kind !== "SchemaClass" || textAt(owner.args, "behavior") !== "adhoc") return undefined;
  if ((listAt(schema?.args, "fieldGroups")?.length ?? 1) > 0) return undefined;
  const properties = at(owner.args, "properties");
  return typeof properties !== "object" || isPending(properties) ? undefined : Object.keys(properties ?? {});
}
