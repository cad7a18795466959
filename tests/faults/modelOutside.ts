import type { Emulator } from "../emulator";
import { facets, kinds } from "../promises/kinds";
import type { ResourceState } from "../wire/resourceState";
import { leavesOf } from "./sweepWorld";

type Fields = Record<string, unknown>;

interface RecordedEdit {
  readonly sandbox: string;
  readonly collection: string;
  readonly id: string;
  readonly what: string;
  /** Leaves that the edit has changed, and to what. */
  readonly leaves: ReadonlyMap<string, string>;
}

const sandbox = "dev";

/** What others do behind the program's back, and what became of it. */
export class OutsideEdits {
  private edits: RecordedEdit[] = [];

  constructor(private readonly emulator: Emulator) {}

  edit(state: readonly ResourceState[], which: number, choice: number): void {
    const targets = state.filter(
      ({ delete: condemned, pendingReplacement }) => !condemned && !pendingReplacement,
    );
    const target = targets[which % targets.length];
    const kind = kinds.find(({ type }) => type === target?.kind);
    if (!target || !kind || isNeeded(target, state)) return;
    // What the program does not speak of is left to others; what AEP would not take back cannot be undone.
    const possible = kind.outsideEdits.filter(({ field, before, what }) => {
      const lasting =
        ["Schema", "FieldGroup", "SchemaClass"].includes(kind.type) && !/^(title|description)$/.test(field);
      const spoken = field === "state" || /\]$/.test(field) || valueAt(target.inputs, field) !== undefined;
      return before === undefined && what === undefined && spoken && !lasting;
    });
    const edit = possible[choice % possible.length];
    const stored = this.stored(kind.collection, target.id);
    if (!edit || !stored) return;
    const edited = structuredClone(stored);
    try {
      edit.edit(edited);
    } catch {
      // The field is not there: this variant of the example has none.
      return;
    }
    if (hasDuplicateDestination(edited)) return;
    const before = visibleLeaves(stored);
    this.emulator.edit(sandbox, kind.collection, target.id, (object) => edit.edit(object));
    const after = [...visibleLeaves(this.stored(kind.collection, target.id)!)];
    const leaves = new Map(
      after.filter(
        ([path, value]) => before.get(path) !== value && !/\d|etag|version|updated|modified/i.test(path),
      ),
    );
    this.edits.push({ sandbox, collection: kind.collection, id: target.id, what: edit.field, leaves });
  }

  remove(state: readonly ResourceState[], which: number): void {
    const target = state[which % state.length];
    const kind = kinds.find(({ type }) => type === target?.kind);
    if (!target || !kind || !this.stored(kind.collection, target.id)) return;
    // Schemas of it would have to be made anew, under a title that is taken.
    if (target.kind === "SchemaClass") return;
    if (isNeeded(target, state)) return;
    this.emulator.remove(sandbox, kind.collection, target.id);
  }

  /** The program has looked: from now on it may decide against them. */
  forget(): void {
    this.edits = [];
  }

  /** Edits that nobody has seen and that are gone although their object lives. */
  overwrittenEdits(): string[] {
    return this.edits.flatMap(({ collection, id, what, leaves }) => {
      const stored = this.stored(collection, id);
      if (!stored) return [];
      const now = visibleLeaves(stored);
      const overwritten = [...leaves].filter(([path, value]) => now.get(path) !== value);
      return overwritten.map(
        ([path, value]) =>
          `I4: ${collection} ${id}: the outside edit of ${what} is lost at ${path} (${value}, now ${now.get(path) ?? "absent"})`,
      );
    });
  }

  private stored(collection: string, id: string): Fields | undefined {
    const found = this.emulator.world.sandboxes.find(({ name }) => name === sandbox)!;
    return this.emulator.world.collection<Fields>(found, collection).get(id);
  }
}

/** Without it, what a facet says would hold no more, and AEP would take no change of the object that it speaks of. */
function isNeeded(target: ResourceState, state: readonly ResourceState[]): boolean {
  const needs = state.flatMap(({ kind }) => facets.find(({ type }) => type === kind)?.facet?.needs ?? []);
  return needs.includes(`${target.kind} ${target.name}`);
}

/** AEP takes no mapping set that fills a field from two sources. */
function hasDuplicateDestination({ versions, version }: Fields): boolean {
  const { mappings = [] } = ((versions as Fields | undefined)?.[String(version)] ?? {}) as {
    mappings?: { destination: string }[];
  };
  return new Set(mappings.map(({ destination }) => destination)).size < mappings.length;
}

function valueAt(value: unknown, field: string): unknown {
  return field
    .split(/[.[\]]+/)
    .filter((key) => key !== "")
    .reduce<unknown>((at, key) => (at as Fields | undefined)?.[key], value);
}

/** Of a mapping set the newest version alone; without our mark. */
function visibleLeaves(object: Fields): Map<string, string> {
  const { versions, ...rest } = object as { versions?: Fields; version?: number };
  const leaves = leavesOf(versions === undefined ? rest : versions[String(rest.version)]);
  return new Map([...leaves].map(([path, text]) => [path, text.replace(/ ?\(pulumi [0-9a-f]{12}\)$/, "")]));
}
