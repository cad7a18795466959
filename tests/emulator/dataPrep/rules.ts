import { badRequest } from "../catalog/errors";
import { libraryOf } from "../schemaRegistry/library";
import { unionsOf } from "../schemaRegistry/unions";
import { fieldAt, fullView } from "../schemaRegistry/view";
import type { Call, World } from "../service";
import type { XdmField } from "../xdm/notation";
import { expressionProblem } from "./expressions";
import type { Mapping, MappingSetVersion } from "./mappingSet";

/** Adobe's limit for a calculated field. */
const EXPRESSION_LIMIT = 4096;

export interface MappingFailure {
  destination: string;
  source: string;
  sourceType: string;
  exception: string;
}

/** The output schema with all its fields: a schema of the tenant, or the union of a class. */
export function requireOutputSchema(version: MappingSetVersion, call: Call, world: World): XdmField {
  const { id } = version.outputSchema.schemaRef;
  const library = libraryOf(world, call.sandbox);
  const schema = [...library.tenant("schemas"), ...unionsOf(library)].find((one) => one.$id === id);
  if (schema) return fullView(schema, library);
  throw badRequest(`The output schema ${id} does not exist in the sandbox ${call.sandbox.name}.`);
}

/** The error of an invalid mapping; undefined if the mapping is valid. */
export function failureOf(
  mapping: Mapping,
  all: readonly Mapping[],
  schema: XdmField,
  world: World,
): MappingFailure | undefined {
  const exception = exceptionOf(mapping, schema, world) ?? repetitionOf(mapping, all, world);
  if (exception === undefined) return undefined;
  const { destination, source, sourceType } = mapping;
  return { destination, source, sourceType, exception };
}

/** Only the second mapping to a destination is wrong. */
function repetitionOf(mapping: Mapping, all: readonly Mapping[], world: World): string | undefined {
  if (world.switches.repeatedDestinations === "accept") return undefined;
  const first = all.find(({ destination }) => destination === mapping.destination);
  return first === mapping ? undefined : `The destination ${mapping.destination} has more than one mapping.`;
}

function exceptionOf(mapping: Mapping, schema: XdmField, world: World): string | undefined {
  if (mapping.destination === "") return "A mapping must have a destination.";
  if (mapping.source === "") return `The mapping to ${mapping.destination} must have a source.`;
  if (mapping.source.length > EXPRESSION_LIMIT) {
    return `The expression for ${mapping.destination} is longer than ${EXPRESSION_LIMIT} characters.`;
  }
  return unreadable(mapping, world) ?? wrongDestination(mapping, schema, world);
}

function unreadable({ source, sourceType, destination }: Mapping, world: World): string | undefined {
  if (sourceType !== "EXPRESSION" || world.switches.mappingExpressions === "free") return undefined;
  const problem = expressionProblem(source);
  return problem && `The expression for ${destination} is invalid. ${problem}`;
}

function wrongDestination(mapping: Mapping, schema: XdmField, world: World): string | undefined {
  if (world.switches.mappingDestinations === "free") return undefined;
  const { destination } = mapping;
  const field = fieldAt(schema, namesOf(destination));
  if (field === undefined) return `The destination ${destination} is not a field of the output schema.`;
  const isObject = field.type === "object" && field.properties !== undefined;
  return isObject && isConstant(mapping)
    ? `The destination ${destination} is an object, and the source a constant.`
    : undefined;
}

function isConstant({ source, sourceType }: Mapping): boolean {
  return sourceType === "STATIC" || (sourceType === "EXPRESSION" && constantIn(source) !== null);
}

/** The parts of a text in quotation marks, or of a number; null for other expressions. */
export function constantIn(source: string): RegExpExecArray | null {
  return /^(?:"([^"]*)"|'([^']*)'|(-?\d+(?:\.\d+)?))$/.exec(source);
}

/** The names in a path such as `identityMap.Email[0].id`. A backslash escapes a dot; `${...}` quotes a whole name. */
export function namesOf(path: string): string[] {
  const names = path.match(/(?:\$\{[^}]*\}|\\.|[^.\\])+/g) ?? [];
  return names.map((name) =>
    name
      .replace(/(?:\[[^\]]*\])+$/, "")
      .replace(/\$\{([^}]*)\}/g, "$1")
      .replace(/\\(.)/g, "$1"),
  );
}
