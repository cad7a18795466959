import { badRequest } from "../catalog/errors";
import { fieldAt } from "../schemaRegistry/view";
import type { Call, ServiceResponse, World } from "../service";
import type { XdmField } from "../xdm/notation";
import { isBody, versionOf, type Mapping } from "./mappingSet";
import { constantIn, failureOf, namesOf, requireOutputSchema, type MappingFailure } from "./rules";

type JsonObject = Record<string, unknown>;

/** One result per mapping, in the order of the mappings. */
export function validateMappingSet(call: Call, world: World): ServiceResponse {
  const version = versionOf(requireObject(call.body), 0, call, world);
  const schema = requireOutputSchema(version, call, world);
  const validationResponse = version.mappings.map((mapping) => {
    const failure = failureOf(mapping, version.mappings, schema, world);
    return failure ? { status: "FAILED", errors: [failure] } : { status: "SUCCESS", errors: null };
  });
  return { status: 200, body: { validationResponse } };
}

/** Maps sample records. The OpenAPI file has one record in its sample and a list in its schema. */
export function previewMappingSet(call: Call, world: World): ServiceResponse {
  const { data, mappingSet } = requireObject(call.body);
  const version = versionOf(requireObject(mappingSet), 0, call, world);
  const schema = requireOutputSchema(version, call, world);
  const preview = (record: unknown) => mapped(requireObject(record), version.mappings, schema);
  return { status: 200, body: Array.isArray(data) ? data.map(preview) : preview(data) };
}

function mapped(
  record: JsonObject,
  mappings: Mapping[],
  schema: XdmField,
): { data: JsonObject; errors?: MappingFailure[] } {
  const data: JsonObject = {};
  const errors: MappingFailure[] = [];
  for (const mapping of mappings) {
    const { source, sourceType, destination } = mapping;
    const value = valueOf(record, mapping);
    if (value === undefined) {
      const exception = `The emulator cannot evaluate ${source}. It evaluates attributes and constants only.`;
      errors.push({ destination, source, sourceType, exception });
    } else if (value !== null) {
      const names = namesOf(destination);
      const isText = fieldAt(schema, names)?.type === "string";
      place(data, names, isText ? String(value) : value);
    }
  }
  return errors.length === 0 ? { data } : { data, errors };
}

/** null if the record has no such field; undefined if the emulator cannot evaluate the expression. */
function valueOf(record: JsonObject, { source, sourceType }: Mapping): unknown {
  const constant = constantIn(source);
  if (sourceType === "STATIC" || (sourceType === "EXPRESSION" && constant)) {
    if (constant?.[3] !== undefined) return Number(constant[3]);
    return constant?.[1] ?? constant?.[2] ?? source;
  }
  if (sourceType === "EXPRESSION" && /[^\w.$]/.test(source)) return undefined;
  const found = namesOf(source).reduce<unknown>((at, name) => (isBody(at) ? at[name] : undefined), record);
  return found ?? null;
}

function place(target: JsonObject, [name = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  const present = target[name];
  const inner: JsonObject = isBody(present) ? present : {};
  target[name] = inner;
  place(inner, rest, value);
}

export function requireObject(body: unknown): JsonObject {
  if (isBody(body)) return body;
  throw badRequest("The body must be a JSON object.");
}
