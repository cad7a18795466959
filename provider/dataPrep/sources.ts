import { nearestName } from "../connectors/nearestName";
import type { Field, Shape } from "../xdm";
import { locate, type Found } from "./locate";
import { pathText, unescaped, type Path } from "./path";
import { listed, type Problem } from "./problem";
import { fieldNames } from "./suggestion";

/** The fields of a source: the names of its columns, or their tree if it is known. */
export type SourceFields = readonly string[] | Shape;

/** The columns as a tree. The fields below a column are not known. */
export function sourceShape(fields: SourceFields): Shape {
  if (!isList(fields)) return fields;
  return { type: "object", properties: Object.fromEntries(fields.map((name) => [name, { open: true }])) };
}

function isList(fields: SourceFields): fields is readonly string[] {
  return Array.isArray(fields);
}

/** The field that a source names; undefined if it is not known. */
export function sourceField(source: Shape, path: Path): Found | undefined {
  const place = locate(source, path);
  return place.kind === "found" ? place : undefined;
}

/** The problem of a path that the source does not have. The name of a column may contain dots. */
export function unknownSource(
  index: number,
  written: string,
  path: Path | undefined,
  source: Shape,
): Problem | undefined {
  const columns = source.properties ?? {};
  if (Object.hasOwn(columns, written) || Object.hasOwn(columns, unescaped(written))) return undefined;
  if (path === undefined)
    return source.open ? undefined : missingProblem(index, written, written, "", source);
  const place = locate(source, path);
  if (place.kind !== "missing") return undefined;
  const { position, parent } = place;
  return missingProblem(index, written, path[position]!.name, pathText(path.slice(0, position)), parent);
}

function missingProblem(
  index: number,
  written: string,
  name: string,
  before: string,
  parent: Field,
): Problem {
  const names = fieldNames(parent);
  const nearest = nearestName(name, names);
  const hint = nearest === undefined ? "" : `; did you mean ${spelled(before, nearest)}?`;
  const owner = before === "" ? "the source" : before;
  const has = names.length === 0 ? "no fields" : listed(names);
  const message = `names ${written}, which the source does not have: ${owner} has ${has}${hint}`;
  return { index, field: "source", kind: "unknownSource", message };
}

/** A field in the spelling of expressions. */
function spelled(before: string, name: string): string {
  const plain = /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : `\${${name}}`;
  return before === "" ? plain : `${before}.${plain}`;
}
