import type { Change, Kind, Places, Replacement } from "../promises/kind";
import { attachedKinds, kinds } from "../promises/kinds";
import { keyOf, programOf, type Edits } from "../promises/scene";
import { declarationsOf, type Program } from "../wire/program";
import { leavesOf } from "./sweepWorld";

/** A variant of a kind's first example, with the edits that other examples need with it. */
interface Variant {
  readonly key: string;
  /** The field that it changes, and the change. */
  readonly name: string;
  readonly places: readonly Places[];
  readonly along: Edits;
}

/**
 * Fields that cannot change from every state: AEP refuses some changes once the object is in use or has started, and a value
 * that AEP does not show cannot be removed from an object of an interrupted create.
 */
const dependsOnHistory =
  /^(auth\.type|startTime|scheduleParams\.(startTime|frequency|backfill)|fieldGroups|properties|intendedToExtend|class|allOf|behavior|immutableTags|tags|sourceVersion|rotation|transformations\[\]\.params\.mappingVersion)/;

export const variants: readonly Variant[] = kinds.flatMap((kind) => [
  { key: keyOf(kind), name: "as it is", places: [], along: {} },
  ...[...kind.changes, ...kind.replacements]
    .filter(isAlwaysPossible)
    .map((change) => variantOf(kind, change)),
]);

function isAlwaysPossible(change: Change | Replacement): boolean {
  const refused = "refused" in change || "previewOnly" in change || "alone" in change;
  return !refused && change.switches === undefined && !dependsOnHistory.test(change.field);
}

function variantOf(kind: Kind, change: Change | Replacement): Variant {
  const along = "dependentEdits" in change ? (change.dependentEdits ?? {}) : {};
  const name = [change.field, change.what].filter((part) => part !== undefined).join(" ");
  return { key: keyOf(kind), name, places: [change.before ?? {}, change.after], along };
}

function variantNamed(text: string): Variant {
  const variant = variants.find(({ key, name }) => `${key}: ${name}` === text);
  if (!variant) throw new Error(`there is no variant "${text}"`);
  return variant;
}

/** They may be replaced: these datasets have no data. */
const datasets = ["customers", "second", "copy"].map((name) => `Dataset ${name}`);

/** A program: some examples with all objects that they need, each as one of its variants. */
export class DesiredProgram {
  private constructor(
    private readonly roots: readonly string[],
    private readonly chosen: ReadonlyMap<string, Variant>,
  ) {}

  static of(roots: readonly string[]): DesiredProgram {
    return new DesiredProgram(roots, new Map());
  }

  /** With another variant of one example: mostly of a root, sometimes of any example. */
  changed(choice: number | string): DesiredProgram {
    const variant = typeof choice === "number" ? this.anyVariant(choice) : variantNamed(choice);
    return new DesiredProgram(this.roots, new Map([...this.chosen, [variant.key, variant]]));
  }

  private anyVariant(choice: number): Variant {
    const fixed = new Set(
      attachedKinds
        .filter((kind) => this.roots.includes(keyOf(kind)))
        .flatMap(({ attachment }) => attachment!.needs),
    );
    const possible = variants.filter(
      ({ key }) => !fixed.has(key) && (this.roots.includes(key) || choice % 3 === 0),
    );
    return possible[choice % possible.length]!;
  }

  get program(): Program {
    return programOf(this.roots, this.edits);
  }

  /** Whether it declares all objects of the other program. */
  keeps(other: DesiredProgram): boolean {
    const own = new Set(this.keys);
    return other.keys.every((key) => own.has(key));
  }

  /** Whether it lacks a field of these resources that the other program has, or has another secret there. */
  givesUp(other: DesiredProgram, resources: ReadonlySet<string>): boolean {
    const own = new Set(this.fieldsOf(resources));
    return other.fieldsOf(resources).some((field) => !own.has(field));
  }

  private fieldsOf(resources: ReadonlySet<string>): string[] {
    return declarationsOf(this.program)
      .filter(({ kind, name }) => resources.has(`${kind} ${name}`))
      .flatMap(({ kind, name, inputs }) => [...leavesOf(inputs, `${kind} ${name}`)])
      .map(([path, value]) => (value.includes("canary") ? `${path} ${value}` : path));
  }

  private get keys(): string[] {
    return declarationsOf(this.program).map(({ kind, name }) => `${kind} ${name}`);
  }

  /** The same text for the same program. */
  get text(): string {
    return JSON.stringify([
      this.roots,
      [...this.chosen].map(([key, variant]) => [key, variants.indexOf(variant)]).sort(),
    ]);
  }

  private get edits(): Edits {
    const edits = new Map(datasets.map((key): [string, Places[]] => [key, [{ forceDelete: true }]]));
    const add = (key: string, places: Places | readonly Places[]) => {
      edits.set(key, [edits.get(key) ?? [], places].flat() as Places[]);
    };
    for (const { key, places } of this.chosen.values()) add(key, places);
    for (const { along } of this.chosen.values()) {
      for (const [key, places] of Object.entries(along)) add(key, places);
    }
    return Object.fromEntries(edits);
  }
}
