import { firstName, hasTitle, type Kind } from "../promises/kind";
import { allKinds, attachedKinds } from "../promises/kinds";
import { allTypes, beforeAndAfter, keyOf, programOf, type Edits } from "../promises/scene";
import { declarationsOf, type Program } from "../wire/program";
import type { SweepCase } from "./sweep";

/** The same kinds with the same names in another project. Titles of schema kinds must be unique in a sandbox. */
export const othersProgram: Program = programOf(
  allTypes,
  Object.fromEntries(
    allKinds
      .filter(hasTitle)
      .map((kind) => [`${kind.type} ${firstName(kind)}`, { title: `${kind.type} of others` }]),
  ),
);

const forced: Edits = { "Dataset customers": { forceDelete: true } };
const all = programOf(allTypes, forced);

const attachedTypes = attachedKinds.map(({ type }) => type);

export const upCases: readonly SweepCase[] = [
  { name: "up of every kind", after: programOf(allTypes) },
  { name: "up of every attached kind", after: programOf(attachedTypes) },
];

export const destroyCases: readonly SweepCase[] = [
  { name: "destroy of every kind", before: programOf(allTypes), after: undefined },
  { name: "destroy of every attached kind", before: programOf(attachedTypes), after: undefined },
];

export const updateCases: readonly SweepCase[] = allKinds.flatMap((kind) =>
  kind.changes
    .filter(({ switches }) => switches === undefined)
    .map(({ field, what, before, after }) => {
      const [first, second] = beforeAndAfter(kind, before, after);
      return { name: `update of ${kind.type}, ${field} ${what}`, before: first, after: second };
    }),
);

const signInByRole = { specName: "IAMRole Based", params: { bucketName: "crm-exports" } };
const flowNames = ["landing", "lake", "hourly"];

export const chainCases: readonly SweepCase[] = [
  { name: "replace of every kind, in another sandbox", before: all, after: all, sandbox: "stage" },
  {
    name: "replace of the connections and all their dependents",
    before: all,
    after: all,
    options: { replace: flowNames },
  },
  {
    name: "replace of the base connection by another type of authentication",
    before: all,
    after: programOf(allTypes, { ...forced, "BaseConnection landing": { auth: signInByRole } }),
  },
];

/** Every replacement of every kind, with the edits of other examples that it needs. */
export const replaceCases: readonly SweepCase[] = allKinds.flatMap((kind) =>
  kind.replacements
    .filter(({ switches, refused, previewOnly }) => !switches && !refused && !previewOnly)
    .map((replacement) => replaceCase(kind, replacement)),
);

function replaceCase(
  kind: Kind,
  { field, what, before, after, dependentEdits: along = {} }: Kind["replacements"][number],
): SweepCase {
  const key = keyOf(kind);
  const first: Edits = { ...forced, [key]: [forced[key] ?? [], before ?? []].flat() };
  const second: Edits = { ...first, ...along, [key]: [first[key]!, after].flat() };
  const declared = [first, second].flatMap((edits) =>
    declarationsOf(programOf([kind.type, ...Object.keys(along)], edits)),
  );
  const keys = [...new Set(declared.map((one) => `${one.kind} ${one.name}`))];
  const name = `replace of ${kind.type}, ${field}${what === undefined ? "" : ` ${what}`}`;
  return { name, before: programOf(keys, first), after: programOf(keys, second) };
}
