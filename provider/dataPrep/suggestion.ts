import { nearestName } from "../connectors/nearestName";
import type { Field, Shape } from "../xdm";
import { locate, type Missing } from "./locate";
import { pathOf, pathText, type Path } from "./path";

/** The existing path that is nearest to a missing one; undefined if none is near. */
export function nearestPath(shape: Shape, path: Path, missing: Missing): string | undefined {
  const respelled = pathOf(pathText(path).replace(/^\//, "").replaceAll("/", ".").replaceAll("xdm:", ""));
  if (respelled && locate(shape, respelled).kind === "found") return pathText(respelled);
  const below = missing.position > 0 ? similarPath(shape, path, missing.position) : undefined;
  if (below !== undefined) return below;
  const sibling = siblingPath(path, missing);
  if (sibling && locate(shape, sibling).kind === "found") return pathText(sibling);
  return similarPath(shape, path) ?? (sibling && pathText(sibling.slice(0, missing.position + 1)));
}

/** The path in which the nearest existing name replaces the missing one. */
function siblingPath(path: Path, { position, parent }: Missing): Path | undefined {
  const name = nearestName(path[position]!.name, fieldNames(parent));
  if (name === undefined) return undefined;
  return path.map((segment, at) => (at === position ? { ...segment, name } : segment));
}

/** The path that has the same first names and the same last name, and most of the other names in common. */
function similarPath(shape: Shape, path: Path, first = 0): string | undefined {
  const names = path.map(({ name }) => name.toLowerCase());
  const start = path.slice(0, first).map(({ name }) => `${name}.`);
  const ending = (pathsByLastName(shape).get(names.at(-1)!) ?? []).filter((text) =>
    text.startsWith(start.join("")),
  );
  const ranked = ending.map((text) => {
    const others = text.toLowerCase().split(".");
    const shared = others.filter((name) => names.includes(name)).length;
    return { text, rank: shared * 10 - others.length };
  });
  return ranked.sort((one, other) => other.rank - one.rank)[0]?.text;
}

/** The fields that AEP fills itself. A mapping hardly ever fills them. */
const bookkeeping = /^(_repo|repository(CreatedBy|LastModifiedBy)|(created|modified)ByBatchID)$/;

const namesByField = new WeakMap<Field, readonly string[]>();

/** The names of the fields of an object. The fields that AEP fills itself come last. */
export function fieldNames(field: Field): readonly string[] {
  const known = namesByField.get(field);
  if (known) return known;
  const all = Object.keys(field.properties ?? {});
  const names = [
    ...all.filter((name) => !bookkeeping.test(name)),
    ...all.filter((name) => bookkeeping.test(name)),
  ];
  namesByField.set(field, names);
  return names;
}

const indexes = new WeakMap<Shape, ReadonlyMap<string, readonly string[]>>();

/** All paths by their last name in lower case. */
function pathsByLastName(shape: Shape): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(shape);
  if (known) return known;
  const index = new Map<string, string[]>();
  for (const text of pathsOf(shape)) {
    const name = text.slice(text.lastIndexOf(".") + 1).toLowerCase();
    const same = index.get(name);
    if (same) same.push(text);
    else index.set(name, [text]);
  }
  indexes.set(shape, index);
  return index;
}

/** All paths of a shape, without those through maps. */
export function pathsOf(field: Field, prefix = ""): string[] {
  if (field.items) return pathsOf(field.items, prefix);
  return Object.entries(field.properties ?? {}).flatMap(([name, child]) => {
    const path = prefix === "" ? name : `${prefix}.${name}`;
    return [path, ...pathsOf(child, path)];
  });
}
