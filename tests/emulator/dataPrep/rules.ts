import { badRequest } from "../catalog/errors";
import { libraryOf } from "../schemaRegistry/library";
import { unionsOf } from "../schemaRegistry/unions";
import { fieldAt, fullView } from "../schemaRegistry/view";
import type { Call, World } from "../service";
import type { XdmField } from "../xdm/notation";
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
export function failureOf(mapping: Mapping, schema: XdmField, world: World): MappingFailure | undefined {
  const exception = exceptionOf(mapping, schema, world);
  if (exception === undefined) return undefined;
  const { destination, source, sourceType } = mapping;
  return { destination, source, sourceType, exception };
}

function exceptionOf(mapping: Mapping, schema: XdmField, world: World): string | undefined {
  if (mapping.destination === "") return "A mapping must have a destination.";
  if (mapping.source === "") return `The mapping to ${mapping.destination} must have a source.`;
  if (mapping.source.length > EXPRESSION_LIMIT) {
    return `The expression for ${mapping.destination} is longer than ${EXPRESSION_LIMIT} characters.`;
  }
  if (world.switches.mappingDestinations === "free" || fieldAt(schema, namesOf(mapping.destination)))
    return undefined;
  return `The destination ${mapping.destination} is not a field of the output schema.`;
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
