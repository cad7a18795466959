import { z } from "zod";
import type { JsonObject, Segment } from "../values/propertyPath";
import type { Context } from "./definition";

/** Names of keys inside a field, where they depend on the other args. */
export type KeysOf = (args: JsonObject) => readonly string[];

/** What a definition states about one field besides its type. */
export interface FieldFacts {
  /** The value of a field that the program omits. It is set only where the parent of the field is present. */
  default: unknown;
  /** Converts a value to the spelling that is stored and compared. It is also applied to values that AEP returns. */
  coerce: (value: unknown) => unknown;
  /** A change of this field replaces the object. */
  replaces: true;
  /** The kinds of object whose id the field holds. */
  linksTo: readonly string[];
  /** The field of the list's items by which an item is identified. */
  key: string;
  /** The order of the list has no meaning. */
  unordered: true;
  /** Values that are equal although they differ as JSON. */
  same: (written: unknown, live: unknown, context: Context) => boolean;
  /** Entries that AEP itself adds to lists at or below this field. They are no difference, and every write keeps them. */
  addedByAep: (entry: unknown, path: readonly Segment[]) => boolean;
  /** The field is kept in the state file and never sent to AEP. */
  stateOnly: true;
  /** AEP never returns the field. */
  writeOnly: true;
  /** The keys of this object that are secret, and that AEP therefore never returns. */
  secretKeys: KeysOf;
  /** A change of this field sends all secrets again, because a secret that was changed outside cannot be seen. */
  resendsSecrets: true;
  /** Only programs write the field, or these keys of it: AEP never fills it with a value of its own. */
  onlyWrittenByPrograms: true | KeysOf;
}

const registry = z.registry<Partial<FieldFacts>>();

/**
 * The schema of a field together with its facts. It is a copy, so that a schema that several fields share can have other
 * facts in each; the facts of the original are kept.
 */
export function field<Schema extends z.ZodType>(schema: Schema, facts: Partial<FieldFacts>): Schema {
  const copy = schema.clone();
  registry.add(copy, facts);
  return copy;
}

/** A kind, as far as its fields are concerned. */
interface WithArgs {
  args: z.ZodObject;
}

const fields = new WeakMap<z.ZodObject, ReadonlyMap<string, Partial<FieldFacts>>>();

/**
 * All fields of a kind with their facts, from the outside to the inside and in the order of the definition: `data.schema.id`,
 * `mappings[].source`, `transformations[name=Copy]`.
 */
export function fieldsOf({ args }: WithArgs): ReadonlyMap<string, Partial<FieldFacts>> {
  const known = fields.get(args);
  if (known) return known;
  const found = new Map<string, Partial<FieldFacts>>();
  for (const [place, facts] of fieldsIn(args, "")) {
    if (place !== "") found.set(place, { ...found.get(place), ...facts });
  }
  fields.set(args, found);
  return found;
}

function fieldsIn(
  schema: z.core.$ZodType,
  place: string,
  outer: Partial<FieldFacts> = {},
): [string, Partial<FieldFacts>][] {
  const facts = { ...registry.get(schema), ...outer };
  if (schema instanceof z.ZodOptional) return fieldsIn(schema.unwrap(), place, facts);
  const inner = childrenOf(schema, place, facts).flatMap(([child, at]) => fieldsIn(child, at));
  return [[place, facts], ...inner];
}

function childrenOf(
  schema: z.core.$ZodType,
  place: string,
  { key }: Partial<FieldFacts>,
): [z.core.$ZodType, string][] {
  if (schema instanceof z.ZodUnion) return schema.options.map((option) => [option, place]);
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries<z.core.$ZodType>(schema.shape);
    return shape.map(([name, child]) => [child, place === "" ? name : `${place}.${name}`]);
  }
  if (!(schema instanceof z.ZodArray)) return [];
  const { element } = schema;
  if (!(element instanceof z.ZodDiscriminatedUnion)) return [[element, `${place}[]`]];
  // Each form of an item has a place of its own, by the value of its key.
  return element.options.map((option) => [option, `${place}[${key}=${literalOf(option, key)}]`]);
}

function literalOf(option: z.core.$ZodType, key = ""): string {
  const literal = option instanceof z.ZodObject ? (option.shape[key] as z.core.$ZodType) : undefined;
  return literal instanceof z.ZodLiteral ? String(literal.value) : "";
}

const tables = new WeakMap<z.ZodObject, Map<string, ReadonlyMap<string, unknown>>>();

/** The places of a kind that have one fact, with its value: `factsOf(dataset, "replaces").keys()` are all that replace. */
export function factsOf<Fact extends keyof FieldFacts>(
  definition: WithArgs,
  fact: Fact,
): ReadonlyMap<string, FieldFacts[Fact]> {
  const known = tables.get(definition.args) ?? new Map<string, ReadonlyMap<string, unknown>>();
  tables.set(definition.args, known);
  const table = known.get(fact) ?? tableOf(definition, fact);
  known.set(fact, table);
  return table as ReadonlyMap<string, FieldFacts[Fact]>;
}

function tableOf(definition: WithArgs, fact: keyof FieldFacts): ReadonlyMap<string, unknown> {
  const entries = [...fieldsOf(definition)].map(([place, facts]) => [place, facts[fact]] as const);
  return new Map(entries.filter(([, value]) => value !== undefined));
}
