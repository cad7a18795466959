import type { Shape } from "../xdm";
import { locate, type Place } from "./locate";
import { pathText, type Path } from "./path";
import { listed, type Problem } from "./problem";
import { fieldNames, nearestPath } from "./suggestion";

/** The destination of a mapping and its field. */
export interface Target {
  readonly index: number;
  readonly path: Path;
  readonly place: Place;
}

/** The problem of a destination that the schema does not have, with the nearest path. */
export function unknownTarget(
  { index, path, place }: Target,
  shape: Shape,
  tenant: string | undefined,
): Problem | undefined {
  if (place.kind !== "missing") return undefined;
  const field = "destination";
  const text = pathText(path);
  const under = tenantPath(shape, path, tenant);
  if (under !== undefined) {
    const message = `names ${text}, which is nested under your tenant's namespace: write ${under}`;
    return { index, field, kind: "tenantForgotten", message };
  }
  const { position, parent, notAList } = place;
  const before = pathText(path.slice(0, position));
  if (notAList) {
    const { name } = path[position]!;
    const message = `names ${text}, but ${before === "" ? name : `${before}.${name}`} is not a list; remove the index`;
    return { index, field, kind: "unknownTarget", message };
  }
  const names = fieldNames(parent);
  const owner = before === "" ? "the schema" : before;
  const has = names.length === 0 ? `has type ${parent.type} and no fields` : `has ${listed(names)}`;
  const nearest = nearestPath(shape, path, place);
  const hint = nearest === undefined ? "" : `; did you mean ${nearest}?`;
  const message = `names ${text}, which the schema does not have: ${owner} ${has}${hint}`;
  return { index, field, kind: "unknownTarget", message };
}

/** The same path below the tenant's namespace, such as `_acme`, if it exists. */
function tenantPath(shape: Shape, path: Path, tenant: string | undefined): string | undefined {
  const own = tenant === undefined ? undefined : `_${tenant.replace(/^_/, "")}`;
  const names = Object.keys(shape.properties ?? {}).filter((name) => name.startsWith("_"));
  const roots = own === undefined ? names : names.filter((name) => name === own);
  for (const name of roots) {
    const below = [{ name, indexes: [] }, ...path];
    if (locate(shape, below).kind === "found") return pathText(below);
  }
  return undefined;
}

/** The problems of destinations that an earlier mapping fills too. */
export function duplicateTargets(targets: readonly Target[]): Problem[] {
  const first = new Map<string, number>();
  return targets.flatMap(({ index, path }) => {
    const text = pathText(path);
    const earlier = first.get(text);
    if (earlier === undefined) {
      first.set(text, index);
      return [];
    }
    const message = `names ${text}, which mappings[${earlier}] fills too; remove one of them`;
    return { index, field: "destination", kind: "duplicateTarget", message } satisfies Problem;
  });
}
