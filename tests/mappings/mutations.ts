import { mappingFunctions, reservedWords, type ProblemKind } from "../../provider/dataPrep";
import type { Random } from "./random";
import type { Holds, Sample } from "./schemas";
import type { Written } from "./sets";

export interface Mutant {
  readonly mappings: readonly Written[];
  readonly kind: ProblemKind;
  /** Index of the mapping with the fault; undefined for the set as a whole. */
  readonly index: number | undefined;
}

/** Puts one fault into a set; undefined if the set or the schema has no place for it. */
export type Mutation = (set: readonly Written[], sample: Sample, random: Random) => Mutant | undefined;

function replaced(
  set: readonly Written[],
  index: number,
  change: Partial<Written>,
  kind: ProblemKind,
): Mutant {
  return {
    mappings: set.map((mapping, at) => (at === index ? { ...mapping, ...change } : mapping)),
    kind,
    index,
  };
}

function added(set: readonly Written[], mapping: Written, kind: ProblemKind): Mutant {
  return { mappings: [...set, mapping], kind, index: set.length };
}

/** Mappings that can be removed without a missing field. */
function spare(
  set: readonly Written[],
  sample: Sample,
  fits: (holds: Holds, path: string) => boolean,
): number[] {
  const needed = (sample.identities ?? []).map(({ sourceProperty }) =>
    sourceProperty.slice(1).replaceAll("/", "."),
  );
  return set.flatMap(({ destination }, index) => {
    const holds = sample.optional[destination];
    const fitting = holds !== undefined && fits(holds, destination);
    // The items of lists, and consents, need the fields that the sample maps.
    const alone = !/SKU$|\.val$|purchases\.value$/.test(destination);
    return fitting && alone && !needed.includes(destination) ? [index] : [];
  });
}

/** Mutates the destination of a mapping that can be removed. */
function ofTarget(
  change: (path: string, random: Random) => string,
  kind: ProblemKind,
  fits: (holds: Holds, path: string) => boolean = () => true,
): Mutation {
  return (set, sample, random) => {
    const candidates = spare(set, sample, fits);
    if (candidates.length === 0) return undefined;
    const index = random.pick(candidates);
    return replaced(set, index, { destination: change(set[index]!.destination, random) }, kind);
  };
}

/** Replaces the source of a mapping whose field accepts the source as it is. */
function ofSource(
  source: (sample: Sample, random: Random, mapping: Written) => string,
  kind: ProblemKind,
  sourceType = "EXPRESSION",
  fits: (holds: Holds, path: string) => boolean = () => true,
): Mutation {
  return (set, sample, random) => {
    const holds = { ...sample.required, ...sample.optional };
    const candidates = set.flatMap((mapping, index) =>
      fits(holds[mapping.destination]!, mapping.destination) ? [index] : [],
    );
    if (candidates.length === 0) return undefined;
    const index = random.pick(candidates);
    return replaced(set, index, { sourceType, source: source(sample, random, set[index]!) }, kind);
  };
}

const isSingle = (holds: Holds) => holds !== "texts" && holds !== "object";
const isText = (holds: Holds) => holds === "text";

function endingChanged(path: string, change: (name: string) => string): string {
  const at = path.lastIndexOf(".") + 1;
  return path.slice(0, at) + change(path.slice(at));
}

function typo(name: string, random: Random): string {
  const at = 1 + random.below(name.length - 1);
  const kind = random.below(3);
  if (kind === 0) return name.slice(0, at) + name.slice(at + 1);
  if (kind === 1) return `${name.slice(0, at)}q${name.slice(at)}`;
  return `${name.slice(0, at)}Z${name.slice(at + 1)}`;
}

const column = (sample: Sample, random: Random) => random.pick(sample.columns);

export const mutations: Readonly<Record<string, Mutation>> = {
  "a wrong letter in a target": ofTarget(
    (path, random) => endingChanged(path, (name) => typo(name.replace(/\[.*/, ""), random)),
    "unknownTarget",
    (_, path) => !/scores\.|extras\[/.test(path),
  ),
  "a target that does not exist": ofTarget((path) => `${path.split(".")[0]!}Records.name`, "unknownTarget"),
  "a target below a single value": ofTarget((path) => `${path}.value`, "unknownTarget", isSingle),
  "an index on a field that is not a list": ofTarget(
    (path) => `${path}[0]`,
    "unknownTarget",
    (holds, path) => isSingle(holds) && !path.endsWith("]"),
  ),
  "slashes instead of dots": ofTarget((path) => `/${path.replaceAll(".", "/")}`, "unknownTarget"),
  "a target with an empty name": ofTarget((path) => `${path}.`, "syntax"),
  "a target without the tenant's prefix": ofTarget(
    (path) => path.replace(/^_acme\./, ""),
    "tenantForgotten",
    (_, path) => path.startsWith("_acme."),
  ),
  "a single value for an object": (set, sample, random) =>
    added(
      set.filter(({ destination }) => destination !== sample.structures[0]),
      {
        sourceType: "EXPRESSION",
        source: `concat(${column(sample, random)}, "x")`,
        destination: random.pick(sample.structures),
      },
      "typeClash",
    ),
  "a list for a single value": ofSource(
    (sample, random) => `explode(${column(sample, random)}, ",")`,
    "typeClash",
    "EXPRESSION",
    (holds, path) => isSingle(holds) && !path.includes("[*]"),
  ),
  "an object for a single value": ofSource(
    (sample, random) => `to_object("a", ${column(sample, random)})`,
    "typeClash",
    "EXPRESSION",
    isSingle,
  ),
  "a constant outside the enumeration": ofSource(
    () => "none of these",
    "refusedValue",
    "STATIC",
    (holds) => typeof holds !== "string",
  ),
  "a word for a number": ofSource(
    () => '"many"',
    "refusedValue",
    "EXPRESSION",
    (holds) => holds === "number",
  ),
  "a word for a date": ofSource(
    () => "yesterday",
    "refusedValue",
    "STATIC",
    (holds) => holds === "date",
  ),
  "two mappings to one target": (set, sample, random) =>
    added(
      set,
      { sourceType: "ATTRIBUTE", source: column(sample, random), destination: random.pick(set).destination },
      "duplicateTarget",
    ),
  "a required field without a mapping": (set, sample, random) => {
    const needed = Object.keys(sample.required).filter((path) => !isIdentity(sample, path));
    if (needed.length === 0) return undefined;
    const path = random.pick(needed);
    const parent = path.split(".")[0]!;
    // An object without any mapping may be missing as a whole.
    const rest = set.filter(({ destination }) => destination !== path);
    const visible =
      !path.includes(".") ||
      rest.some(({ destination }) => destination.startsWith(path.replace(/[^.]+$/, "")));
    return visible && parent !== ""
      ? { mappings: rest, kind: "missingRequired", index: undefined }
      : undefined;
  },
  "a primary identity without a mapping": (set, sample) => {
    const rest = set.filter(({ destination }) => !isIdentity(sample, destination));
    const usable = rest.length > 0 && rest.length < set.length;
    return usable ? { mappings: rest, kind: "missingIdentity", index: undefined } : undefined;
  },
  "a bracket that is not closed": ofSource(
    (sample, random) => `upper(trim(${column(sample, random)})`,
    "syntax",
  ),
  "a surplus bracket": ofSource((sample, random) => `upper(${column(sample, random)}))`, "syntax"),
  "a bracket of another kind": ofSource((sample, random) => `upper(${column(sample, random)}]`, "syntax"),
  "a quote that is not closed": ofSource(
    (sample, random) => `concat(${column(sample, random)}, "x)`,
    "syntax",
  ),
  "a missing comma": ofSource((sample, random) => `concat(${column(sample, random)} "x")`, "syntax"),
  "an operator without a second operand": ofSource(
    (sample, random) => `${column(sample, random)} + `,
    "syntax",
  ),
  "a field name with a space": ofSource(() => "concat(Last Name, 'x')", "syntax"),
  "a reserved word as a field": ofSource(
    (_, random) =>
      `upper(${random.pick([...reservedWords].filter((word) => !/^(true|false|null)$/.test(word)))})`,
    "reservedWord",
  ),
  "an unknown function": ofSource((sample, random) => {
    const name = random.pick([...mappingFunctions.keys()]);
    const wrong = `${name}${random.pick(["s_of", "X", "_2"])}`;
    return `${wrong}(${column(sample, random)})`;
  }, "unknownFunction"),
  "too many or too few arguments": ofSource(
    (sample, random) => {
      const [name, { least, most }] = random.pick(
        [...mappingFunctions].filter(([, { most, returns }]) => most !== undefined && returns === "leaf"),
      );
      const count = least > 0 && random.below(2) === 0 ? least - 1 : most! + 1;
      return `${name}(${Array.from({ length: count }, () => column(sample, random)).join(", ")})`;
    },
    "argumentCount",
    "EXPRESSION",
    (holds) => holds === "text",
  ),
  "an expression that is too long": ofSource(
    (sample, random) => `concat(${Array.from({ length: 900 }, () => column(sample, random)).join(", ")})`,
    "tooLong",
  ),
  "an unknown source field": ofSource(() => "Nowhere", "unknownSource", "ATTRIBUTE"),
  "an unknown source field in an expression": ofSource(
    (sample, random) => `coalesce(${column(sample, random)}, nowhere.atAll, "x")`,
    "unknownSource",
  ),
  "an expression with sourceType ATTRIBUTE": ofSource(
    (sample, random) => `trim(${column(sample, random)})`,
    "expressionAsAttribute",
    "ATTRIBUTE",
    isText,
  ),
};

function isIdentity(sample: Sample, path: string): boolean {
  return (sample.identities ?? []).some(
    ({ sourceProperty, isPrimary }) => isPrimary && sourceProperty.slice(1).replaceAll("/", ".") === path,
  );
}
