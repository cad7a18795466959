import { nearestName } from "../connectors/nearestName";
import type { Field, Shape } from "../xdm";
import { locate, type Missing } from "./locate";
import { pathOf, textOf, type Path } from "./path";

/** The path that was probably meant by one that is not there; undefined where none is near. */
export function nearestPath(shape: Shape, path: Path, missing: Missing): string | undefined {
  const respelled = pathOf(textOf(path).replace(/^\//, "").replaceAll("/", ".").replaceAll("xdm:", ""));
  if (respelled && locate(shape, respelled).kind === "found") return textOf(respelled);
  const sibling = siblingPath(path, missing);
  if (sibling && locate(shape, sibling).kind === "found") return textOf(sibling);
  return elsewhere(shape, path) ?? (sibling && textOf(sibling.slice(0, missing.position + 1)));
}

/** The path with the nearest of the names that are there in the place of the one that is not. */
function siblingPath(path: Path, { position, parent }: Missing): Path | undefined {
  const name = nearestName(path[position]!.name, Object.keys(parent.properties ?? {}));
  if (name === undefined) return undefined;
  return path.map((segment, at) => (at === position ? { ...segment, name } : segment));
}

/** A path that ends as the wanted one does, and shares most names with it. */
function elsewhere(shape: Shape, path: Path): string | undefined {
  const names = path.map(({ name }) => name.toLowerCase());
  const ending = namesakes(shape).get(names.at(-1)!) ?? [];
  const ranked = ending.map((text) => {
    const others = text.toLowerCase().split(".");
    const shared = others.filter((name) => names.includes(name)).length;
    return { text, rank: shared * 10 - others.length };
  });
  return ranked.sort((one, other) => other.rank - one.rank)[0]?.text;
}

const indexes = new WeakMap<Shape, ReadonlyMap<string, readonly string[]>>();

/** All paths by their last name in lower case. */
function namesakes(shape: Shape): ReadonlyMap<string, readonly string[]> {
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

/** All paths of a shape, those through maps left out. */
export function pathsOf(field: Field, prefix = ""): string[] {
  if (field.items) return pathsOf(field.items, prefix);
  return Object.entries(field.properties ?? {}).flatMap(([name, child]) => {
    const path = prefix === "" ? name : `${prefix}.${name}`;
    return [path, ...pathsOf(child, path)];
  });
}
