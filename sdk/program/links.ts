import { declaredBy, labelOf, textAt, valueAt } from "./declared";
import { linkTable } from "./linkTable";

/** Links in args to resources that cannot belong there: of another kind, or in another sandbox. */
export function linkProblems(kind: string, args: unknown): string[] {
  return Object.entries(linkTable[kind] ?? {}).flatMap(([pattern, kinds]) =>
    pathsOf(args, pattern).flatMap((path) => wrongKind(args, path, kinds) ?? otherSandbox(args, path) ?? []),
  );
}

type Path = readonly (string | number)[];

/** The paths that a pattern such as `fieldGroups[]` or `transformations[name=Mapping].params.mappingId` stands for. */
function pathsOf(args: unknown, pattern: string): Path[] {
  const steps = pattern.match(/\[[^\]]*\]|[^.[]+/g) ?? [];
  return steps.reduce<Path[]>(
    (paths, step) =>
      paths.flatMap((path) =>
        step.startsWith("[") ? itemsOf(args, path, step.slice(1, -1)) : [[...path, step]],
      ),
    [[]],
  );
}

/** All items of a list, or those whose key has the value of the condition or is not known. */
function itemsOf(args: unknown, path: Path, condition: string): Path[] {
  const list = valueAt(args, ...path);
  if (!Array.isArray(list)) return [];
  const [key = "", value] = condition.split("=");
  return list.flatMap((item: unknown, index) =>
    value === undefined || (textAt(item, key) ?? value) === value ? [[...path, index]] : [],
  );
}

function wrongKind(args: unknown, path: Path, kinds: readonly string[]): string | undefined {
  const linked = declaredBy(valueAt(args, ...path));
  if (linked === undefined || kinds.includes(linked.kind)) return undefined;
  return `${pathText(path)} is the id of ${labelOf(linked)}; pass the id of a ${kinds.join(" or a ")}`;
}

function otherSandbox(args: unknown, path: Path): string | undefined {
  const linked = declaredBy(valueAt(args, ...path));
  const [sandbox, otherOne] = [textAt(args, "sandbox"), textAt(linked?.args, "sandbox")];
  if (linked === undefined || sandbox === undefined || otherOne === undefined) return undefined;
  if (sandbox === otherOne) return undefined;
  return (
    `sandbox is "${sandbox}", but ${pathText(path)} is the id of ${labelOf(linked)}, which is in sandbox "${otherOne}"; ` +
    "declare both in the same sandbox"
  );
}

function pathText(path: Path): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : index > 0 ? `.${key}` : key))
    .join("");
}
