import type { Shape } from "../xdm";
import { callProblems } from "./calls";
import { parseExpression, type Expression, type Value } from "./expression";
import { longestExpression, mappingFunctions } from "./functions";
import { locate } from "./locate";
import type { Mapping } from "./mapping";
import { pathOf, pathText, type Path } from "./path";
import type { Problem } from "./problem";
import { missingFields, type IdentityDescriptor } from "./required";
import { sourceShape, unknownSource, type SourceFields } from "./sources";
import { duplicateTargets, unknownTarget, type Target } from "./targets";
import { ExpressionError } from "./tokens";
import { valueProblem } from "./values";

export interface MappingContext {
  /** The tenant's namespace, with or without its underscore. If it is omitted, every object of the schema with `_` is tried. */
  readonly tenant?: string | undefined;
  /** The fields of the source, if they are known. */
  readonly source?: SourceFields | undefined;
  /** The identity descriptors of the target schema. */
  readonly identities?: readonly IdentityDescriptor[] | undefined;
}

/**
 * The problems for which AEP would refuse a mapping set, as far as its target schema and its source are known. Values that
 * are not known are not checked. Adobe: Data Prep API, `/mappingSets`; "Mapping sets overview".
 */
export function checkMappings(
  mappings: readonly Mapping[],
  target: Shape,
  { tenant, source, identities = [] }: MappingContext = {},
): Problem[] {
  const fields = source === undefined ? undefined : sourceShape(source);
  const targets = mappings.map(({ destination }, index) => targetOf(destination, index, target));
  const known = targets.filter((item) => item !== undefined);
  const problems = mappings.flatMap((mapping, index) => {
    const into = targets[index];
    const { problem, value } = readSource(mapping, index, fields);
    return [
      ...(mapping.destination && !into ? [noPath(mapping.destination, index)] : []),
      ...((into && asList(unknownTarget(into, target, tenant))) ?? []),
      ...problem,
      ...((into && value && asList(valueProblem(into, value, fields))) ?? []),
    ];
  });
  const complete = mappings.every(({ destination }) => destination !== undefined) && known.length > 0;
  return [
    ...problems,
    ...duplicateTargets(known),
    ...(complete ? missingFields(known, target, identities) : []),
  ];
}

function asList<Item>(item: Item | undefined): Item[] {
  return item === undefined ? [] : [item];
}

function targetOf(destination: string | undefined, index: number, shape: Shape): Target | undefined {
  const path = destination ? pathOf(destination) : undefined;
  return path && { index, path, place: locate(shape, path) };
}

function noPath(destination: string, index: number): Problem {
  const message = `is ${destination}, which contains an empty name; separate names with single dots`;
  return { index, field: "destination", kind: "syntax", message };
}

interface Source {
  readonly problem: readonly Problem[];
  readonly value?: Value;
}

function readSource({ sourceType, source }: Mapping, index: number, fields: Shape | undefined): Source {
  if (!source) return { problem: [] };
  if (sourceType === "STATIC") return { problem: [], value: { kind: "text", text: source } };
  if (sourceType === "EXPRESSION") return readExpression(source, index, fields);
  return sourceType === "ATTRIBUTE" ? readAttribute(source, index, fields) : { problem: [] };
}

function readExpression(source: string, index: number, fields: Shape | undefined): Source {
  if (source.length > longestExpression) {
    const message = `has ${source.length} characters; an expression has at most ${longestExpression}`;
    return { problem: [{ index, field: "source", kind: "tooLong", message }] };
  }
  const expression = parsed(source);
  if (expression instanceof ExpressionError) {
    const message = `is an expression that ${expression.message}`;
    return { problem: [{ index, field: "source", kind: expression.kind, message }] };
  }
  if (expression === undefined) return { problem: [] };
  const unknown = fields ? unknownFields(expression, index, fields) : [];
  return { problem: [...callProblems(index, expression), ...unknown], value: expression.value };
}

/** undefined: a script, which is not checked. */
function parsed(source: string): Expression | ExpressionError | undefined {
  try {
    return parseExpression(source);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}

function unknownFields({ fields }: Expression, index: number, source: Shape): Problem[] {
  const paths = new Map<string, Path>(fields.map(({ path }) => [pathText(path), path]));
  return [...paths].flatMap(([text, path]) => {
    // `${address.city}` may be a name with a dot in it or a path.
    const inner = path.length === 1 ? pathOf(text) : path;
    return asList(unknownSource(index, text, inner, source));
  });
}

/** Without the fields of the source nothing is checked: a column may have any name, also `max(price)`. */
function readAttribute(source: string, index: number, fields: Shape | undefined): Source {
  if (fields === undefined) return { problem: [] };
  const path = pathOf(source);
  const unknown = unknownSource(index, source, path, fields);
  if (unknown === undefined)
    return { problem: [], ...(path ? { value: { kind: "field", use: { path } } } : {}) };
  const call = callIn(source);
  if (call === undefined) return { problem: [unknown] };
  const message = `calls ${call}, but sourceType is ATTRIBUTE; set sourceType to EXPRESSION`;
  return { problem: [{ index, field: "source", kind: "expressionAsAttribute", message }] };
}

/** The name of the function, if the text is a call. */
function callIn(source: string): string | undefined {
  if (!source.endsWith(")")) return undefined;
  const expression = parsed(source);
  if (expression === undefined || expression instanceof ExpressionError) return undefined;
  const { value } = expression;
  return value.kind === "call" && mappingFunctions.has(value.call.name) ? value.call.name : undefined;
}
