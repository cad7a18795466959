import type { Switches } from "../emulator";
import type { Declaration, ProgramInputs, ProgramValue } from "../wire/program";

/** Declares an example that another one needs, once, and returns it. Default name: the kind's first example. */
export type Use = (type: string, name?: string) => Declaration;

export type Example = (use: Use) => ProgramInputs;

/** Values at places such as `data.properties.encoding` or `mappings[0].source`. Undefined removes the place. */
export type Places = Readonly<Record<string, ProgramValue | ((use: Use) => ProgramValue)>>;

/** Returns the id of a deployed example. */
export type IdOf = (type: string, name?: string) => string;

/** A text as it is sent: every write adds the mark of the object's create at its end. */
export class Marked {
  constructor(readonly text: string) {}
}

/** Without a text, only the mark is sent. */
export function marked(text = ""): Marked {
  return new Marked(text);
}

export interface Operation {
  readonly op: "add" | "replace" | "remove";
  readonly path: string;
  readonly value?: unknown;
}

/** One change that AEP can apply in place. */
export interface Change {
  /** The leaf of args that it changes, as `leaves()` writes it. */
  readonly field: string;
  /** Describes the change if a field has several changes. */
  readonly what: string;
  readonly before?: Places;
  readonly after: Places;
  readonly switches?: Partial<Switches>;
  /**
   * The only write: the operations of a PATCH, a part of the body of a PUT, or the op of an action. Undefined if there is
   * no write, because the values are equal to AEP or are not sent.
   */
  readonly sends:
    ((id: IdOf) => readonly Operation[] | Readonly<Record<string, unknown>> | string) | undefined;
}

/** One change that replaces the object, or is refused. */
export interface Replacement {
  readonly field: string;
  readonly what?: string;
  readonly before?: Places;
  readonly after: Places;
  /** Changes of dependent examples that are needed with it, by `Kind name`. */
  readonly dependentEdits?: Readonly<Record<string, Places>>;
  readonly switches?: Partial<Switches>;
  /** The error at preview, if the change is refused. */
  readonly refused?: RegExp;
  /** Only the preview can be tested: AEP accepts no second value, or another rule refuses the change. */
  readonly previewOnly?: true;
  /** The program has no dependents, because they could not change with it. */
  readonly alone?: true;
}

/** An outside edit of one field that AEP shows. */
export interface OutsideEdit {
  /** The path of the drift, as Pulumi prints it. */
  readonly field: string;
  /** Describes the edit if a field has several edits. */
  readonly what?: string;
  readonly before?: Places;
  /** Changes the object as the emulator stores it. */
  readonly edit: (stored: Stored) => void;
  /** The write that reverts the edit; `replace` if AEP cannot revert it, so that the object is replaced. */
  readonly sends: Change["sends"] | "replace";
}

/** An object as the emulator stores it; tests read it by path. */
export type Stored = ReturnType<typeof JSON.parse>;

/** The attachment of a kind without an object of its own: the kind changes the object of another kind. */
export interface Attachment {
  /** The kind whose first example it changes. */
  readonly owner: string;
  /** Removes its values from the object as the emulator stores it. */
  readonly removeFrom: (stored: Stored) => void;
  /** Examples that must exist unchanged, because AEP otherwise refuses every further change of the object. */
  readonly needs: readonly string[];
  /** Its values in the object after the PATCH. */
  readonly body: Readonly<Record<string, unknown>>;
  /** AEP refuses to delete the object afterwards: the switches with which a destroy can delete it. */
  readonly destroySwitches: Partial<Switches>;
}

export interface Kind {
  readonly type: string;
  readonly attachment?: Attachment;
  /** The emulator's name of the collection. */
  readonly collection: string;
  /** Adobe's path of the collection. */
  readonly path: string;
  /** The field with the mark by which the object is found again. */
  readonly mark: "description" | "name" | undefined;
  /** By logical name. All promises are tested with the first one; the others are values for changes. */
  readonly examples: Readonly<Record<string, Example>>;
  readonly changes: readonly Change[];
  readonly replacements: readonly Replacement[];
  readonly outsideEdits: readonly OutsideEdit[];
  /** Places of the first example that AEP does not show. */
  readonly writeOnly: readonly string[];
  /** Leaves that are other names of another leaf, and are stored under its name, or that are not stored. */
  readonly aliases: readonly string[];
  /** The changes of an `up` of all kinds after this object was deleted outside, or the error of that `up`. */
  readonly afterDeletion: readonly string[] | RegExp;
}

/** AEP has no two objects of the same title in a sandbox. */
export function hasTitle(kind: Kind): boolean {
  return kind.changes.some(({ field }) => field === "title");
}

export function firstName(kind: Kind): string {
  return Object.keys(kind.examples)[0]!;
}

/** A `replace` operation on one path. */
export function changed(path: string, value: unknown) {
  return (): readonly Operation[] => [{ op: "replace", path, value }];
}

export function removed(path: string) {
  return (): readonly Operation[] => [{ op: "remove", path }];
}

export function added(path: string, value: unknown) {
  return (): readonly Operation[] => [{ op: "add", path, value }];
}
