import { createRequire } from "node:module";
import type * as dataPrep from "../provider/dataPrep";
import type {
  IdentityDescriptor,
  Mapping,
  MappingContext,
  Problem,
  SourceFields,
} from "../provider/dataPrep";
import type * as xdm from "../provider/xdm";
import { at, called, type Declared, declaredBy, isPending, listAt, textAt } from "./declared";
import { type Composition, compositionOf, loosened } from "./schemaShape";

/** Mapping sets against the fields of their schema and of their source, as far as the program knows either. */

const load = createRequire(__filename);

const identities = new WeakMap<Declared, IdentityDescriptor[]>();

/** Keeps an identity descriptor for the mapping sets of its schema. */
export function addIdentity(args: unknown): void {
  const schema = declaredBy(at(args, "sourceSchema"));
  const sourceProperty = textAt(args, "sourceProperty");
  if (schema === undefined || sourceProperty === undefined) return;
  if (textAt(args, "type") !== "xdm:descriptorIdentity" || at(args, "isPrimary") !== true) return;
  identities.set(schema, [...(identities.get(schema) ?? []), { sourceProperty, isPrimary: true }]);
}

/** What AEP would refuse of a mapping set, by what is known when it is declared. */
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
  const composition = schema?.kind === "Schema" ? compositionOf(schema.args, isStandard) : undefined;
  const { checkMappings, sentenceOf } = dataPrepRules();
  const known = schema && identities.get(schema);
  return checkMappings(mappings.map(mappingOf), shapeOf(composition), {
    ...context,
    ...(known ? { identities: known } : {}),
  })
    .filter((problem) => !mayExist(problem, mappings, composition))
    .map((problem) => sentenceOf(problem, older ? "older" : "newer"));
}

function dataPrepRules(): typeof dataPrep {
  return load("../provider/dataPrep") as typeof dataPrep;
}

function isStandard(id: string): boolean {
  const { standardField } = load("../provider/xdm") as typeof xdm;
  return standardField(id) !== undefined;
}

/** Of a schema that another program declares the registry knows, which only the provider asks. */
function shapeOf(composition: Composition | undefined): xdm.Shape {
  if (composition === undefined) return { open: true };
  const { shapeOf: compose } = load("../provider/xdm") as typeof xdm;
  const shape = compose(composition.parts);
  return composition.unknown ? loosened(shape) : shape;
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
