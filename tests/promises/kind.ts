import type { Switches } from "../emulator";
import type { Declaration, ProgramInputs, ProgramValue } from "../wire/program";

/** Declares an example that another stands on, once, and answers it. Without a name: the kind's first example. */
export type Use = (type: string, name?: string) => Declaration;

export type Example = (use: Use) => ProgramInputs;

/** Values at places such as `data.properties.encoding` or `mappings[0].source`; undefined takes the place away. */
export type Places = Readonly<Record<string, ProgramValue | ((use: Use) => ProgramValue)>>;

/** The id that an example got. */
export type IdOf = (type: string, name?: string) => string;

/** A text as it goes over the wire: the mark of its object's create stands behind it, in every write. */
export class Marked {
  constructor(readonly text: string) {}
}

/** Without a text the mark stands alone. */
export function marked(text = ""): Marked {
  return new Marked(text);
}

export interface Operation {
  readonly op: "add" | "replace" | "remove";
  readonly path: string;
  readonly value?: unknown;
}

/** One change that AEP can make in place. */
export interface Change {
  /** The leaf of args that it changes, as `leaves()` spells it. */
  readonly field: string;
  /** What happens, where a field has several changes. */
  readonly what: string;
  readonly before?: Places;
  readonly after: Places;
  readonly switches?: Partial<Switches>;
  /**
   * The one write: the operations of a PATCH, a part of the body of a PUT, or the op of an action. Undefined: what changes
   * means the same to AEP, or does not concern it.
   */
  readonly sends:
    ((id: IdOf) => readonly Operation[] | Readonly<Record<string, unknown>> | string) | undefined;
}

/** One change that makes another object, or is refused. */
export interface Replacement {
  readonly field: string;
  readonly what?: string;
  readonly before?: Places;
  readonly after: Places;
  /** Changes of what depends on it that have to go with it, by `Kind name`. */
  readonly along?: Readonly<Record<string, Places>>;
  readonly switches?: Partial<Switches>;
  /** The sentence of a refusal at preview. */
  readonly refused?: RegExp;
  /** AEP has no second value that it would take, or something else refuses: only the plan can be looked at. */
  readonly onlyPlanned?: true;
  /** Nothing downstream: what depends on it may not follow. */
  readonly alone?: true;
}

/** An edit behind the program's back of one field that AEP shows. */
export interface OutsideEdit {
  /** As Pulumi prints the drift. */
  readonly field: string;
  /** What happens, where a field has several edits. */
  readonly what?: string;
  readonly before?: Places;
  /** Changes the object as the emulator stores it. */
  readonly edit: (stored: Stored) => void;
  /** What puts it back; `replace`: AEP cannot, and another object is made. */
  readonly sends: Change["sends"] | "replace";
}

/** An object as the emulator stores it; tests reach into it by path. */
export type Stored = ReturnType<typeof JSON.parse>;

/** A kind without an object of its own: it says something about the object of another. */
export interface Facet {
  /** The kind whose first example it speaks of. */
  readonly of: string;
  /** Takes what it says from the object as the emulator stores it. */
  readonly lose: (stored: Stored) => void;
  /** Examples without which, as they are, AEP takes no further change of the object. */
  readonly needs: readonly string[];
  /** The part of the PUT with which it is said. */
  readonly body: Readonly<Record<string, unknown>>;
  /** AEP keeps the object once this is said of it: what has to be different for a destroy to empty AEP. */
  readonly destroyedWhere: Partial<Switches>;
}

export interface Kind {
  readonly type: string;
  readonly facet?: Facet;
  /** The emulator's name of the collection. */
  readonly collection: string;
  /** Adobe's path of the collection. */
  readonly path: string;
  /** The text that carries the mark by which the object is found again. */
  readonly mark: "description" | "name" | undefined;
  /** By logical name. All promises are run over the first one; the others are what it may be changed to. */
  readonly examples: Readonly<Record<string, Example>>;
  readonly changes: readonly Change[];
  readonly replacements: readonly Replacement[];
  readonly outsideEdits: readonly OutsideEdit[];
  /** Places of the first example that AEP does not give back. */
  readonly writeOnly: readonly string[];
  /** Leaves that are another word for another leaf, and stored as that. */
  readonly otherWords: readonly string[];
  /** What an `up` of everything does after this object alone was deleted outside, or the sentence that refuses it. */
  readonly afterDeletion: readonly string[] | RegExp;
}

export function firstName(kind: Kind): string {
  return Object.keys(kind.examples)[0]!;
}

/** `replace`, `remove` and `add` of one path, in the order in which a field usually goes through them. */
export function changed(path: string, value: unknown) {
  return (): readonly Operation[] => [{ op: "replace", path, value }];
}

export function removed(path: string) {
  return (): readonly Operation[] => [{ op: "remove", path }];
}

export function added(path: string, value: unknown) {
  return (): readonly Operation[] => [{ op: "add", path, value }];
}
