import type { Change, Kind, Places, Replacement } from "../promises/kind";
import { kinds } from "../promises/kinds";
import { keyOf, programOf, type Edits } from "../promises/scene";
import type { Program } from "../wire/program";

/** A way in which a kind's first example may differ, with what has to go along. */
interface Variant {
  readonly key: string;
  readonly places: readonly Places[];
  readonly along: Edits;
}

/** What AEP refuses once the object is in use, or has begun to run, depends on what was there before. */
const notFromEverywhere =
  /^(startTime|scheduleParams\.(startTime|frequency|backfill)|fieldGroups|properties|intendedToExtend|class|allOf|behavior|immutableTags|tags|sourceVersion|rotation)/;

export const variants: readonly Variant[] = kinds.flatMap((kind) => [
  { key: keyOf(kind), places: [], along: {} },
  ...[...kind.changes, ...kind.replacements].filter(fromEverywhere).map((change) => variantOf(kind, change)),
]);

function fromEverywhere(change: Change | Replacement): boolean {
  const refused = "refused" in change || "onlyPlanned" in change || "alone" in change;
  return !refused && change.switches === undefined && !notFromEverywhere.test(change.field);
}

function variantOf(kind: Kind, change: Change | Replacement): Variant {
  const along = "along" in change ? (change.along ?? {}) : {};
  return { key: keyOf(kind), places: [change.before ?? {}, change.after], along };
}

/** What a team may write: some examples with all that they stand on, each as one of its variants. */
export class Desired {
  private constructor(
    private readonly roots: readonly string[],
    private readonly chosen: ReadonlyMap<string, Variant>,
  ) {}

  static of(roots: readonly string[]): Desired {
    return new Desired(roots, new Map());
  }

  /** With the next variant of one example of the program. */
  changed(choice: number): Desired {
    const possible = variants.filter(({ key }) => this.roots.includes(key) || choice % 3 === 0);
    const variant = possible[choice % possible.length]!;
    return new Desired(this.roots, new Map([...this.chosen, [variant.key, variant]]));
  }

  get program(): Program {
    return programOf(this.roots, this.edits);
  }

  /** Equal for equal programs. */
  get text(): string {
    return JSON.stringify([
      this.roots,
      [...this.chosen].map(([key, variant]) => [key, variants.indexOf(variant)]).sort(),
    ]);
  }

  private get edits(): Edits {
    const edits = new Map<string, Places[]>([["Dataset customers", [{ forceDelete: true }]]]);
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
