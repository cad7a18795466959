import type { Shape } from "../xdm";
import { locate } from "./locate";
import { pathOfProperty, pathText } from "./path";
import { listed } from "./problem";
import { fieldNames, nearestPath } from "./suggestion";

/** Names as the registry has them. The older spellings with prefixes, and wildcards, are not checked. */
const plain = /^(\/[^/:@*[\]]+)+$/;

/** The problem of a descriptor's property that the schema does not have, with the nearest one: `/personalEmail/adress`. */
export function propertyProblem(property: string, shape: Shape): string | undefined {
  const path = pathOfProperty(property);
  const place = locate(shape, path);
  if (!plain.test(property) || place.kind !== "missing") return undefined;
  const { position, parent } = place;
  const owner = position === 0 ? "it" : propertyOf(pathText(path.slice(0, position)));
  const names = fieldNames(parent);
  const has = names.length === 0 ? `has type ${parent.type} and no fields` : `has ${listed(names)}`;
  const nearest = nearestPath(shape, path, place);
  const hint = nearest === undefined ? "name one of its fields" : `did you mean ${propertyOf(nearest)}?`;
  return `does not have: ${owner} ${has}; ${hint}`;
}

function propertyOf(path: string): string {
  return `/${path.replaceAll(".", "/")}`;
}
