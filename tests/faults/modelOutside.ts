import type { Emulator } from "../emulator";
import { attachedKinds, kinds } from "../promises/kinds";
import type { ResourceState } from "../wire/resourceState";
import { leavesOf } from "./sweepWorld";

type Fields = Record<string, unknown>;

interface RecordedEdit {
  readonly sandbox: string;
  readonly collection: string;
  readonly id: string;
  readonly what: string;
  /** The new values of the leaves that the edit changed, by path. */
  readonly leaves: ReadonlyMap<string, string>;
}

const sandbox = "dev";

/** Edits and deletions by other users of AEP, and whether the edits still exist. */
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
    // Fields that the program does not declare belong to others; changes that AEP does not allow cannot be undone.
    const possible = kind.outsideEdits.filter(({ field, before, what }) => {
      const isPermanent =
        ["Schema", "FieldGroup", "SchemaClass"].includes(kind.type) && !/^(title|description)$/.test(field);
      const isDeclared =
        field === "state" || /\]$/.test(field) || valueAt(target.inputs, field) !== undefined;
      return before === undefined && what === undefined && isDeclared && !isPermanent;
    });
    const edit = possible[choice % possible.length];
    const stored = this.stored(kind.collection, target.id);
    if (!edit || !stored) return;
    const edited = structuredClone(stored);
    try {
      edit.edit(edited);
    } catch {
      // This variant of the example does not have the field.
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
    // Its schemas would have to be created again, but their titles would not be free.
    if (target.kind === "SchemaClass") return;
    if (isNeeded(target, state)) return;
    this.emulator.remove(sandbox, kind.collection, target.id);
  }

  /** The program has refreshed: from now on it may overwrite the edits. */
  forget(): void {
    this.edits = [];
  }

  /** Edits that a run has overwritten without a refresh. */
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

/** Whether an attached kind needs the object: without it AEP refuses every change of the other object. */
function isNeeded(target: ResourceState, state: readonly ResourceState[]): boolean {
  const needs = state.flatMap(
    ({ kind }) => attachedKinds.find(({ type }) => type === kind)?.attachment?.needs ?? [],
  );
  return needs.includes(`${target.kind} ${target.name}`);
}

/** AEP refuses a mapping set that maps two sources to one field. */
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

/** The leaves without the mark; of a mapping set only the newest version. */
function visibleLeaves(object: Fields): Map<string, string> {
  const { versions, ...rest } = object as { versions?: Fields; version?: number };
  const leaves = leavesOf(versions === undefined ? rest : versions[String(rest.version)]);
  return new Map([...leaves].map(([path, text]) => [path, text.replace(/ ?\(pulumi [0-9a-f]{12}\)$/, "")]));
}
