import { errorTable } from "../api/errorTable";
import { errorText } from "../api/errorText";
import type { AnyDefinition } from "../resources/definition";
import { InvalidInput } from "../api/errors";
import type { JsonObject } from "../values/propertyPath";
import type { Session } from "../api/session";

/**
 * One entry of the state file: the time at which its create adopted an existing object, in epoch milliseconds, or null where
 * the create made the object. After `--replace` two entries may have the same id, and this distinguishes them.
 */
export type StateEntry = number | null;

/**
 * What this process knows of the state file and of the program: the objects that the state holds, as far as the engine has
 * named them, and the resources that the program declares. No create may adopt an object that the state holds.
 */
export class KnownObjects {
  private readonly ids = new Set<string>();
  private readonly marks = new Set<string>();
  private readonly owners = new Map<string, StateEntry>();
  private readonly declared = new Set<string>();

  /** The ids of objects that the state holds. */
  get idsInState(): ReadonlySet<string> {
    return this.ids;
  }

  /** The marks of resources that the state holds with an id that the engine has not passed yet. */
  get marksWithoutId(): ReadonlySet<string> {
    return this.marks;
  }

  /** The state holds an object with this id, this mark or both. */
  record({ id, mark }: { id?: string | undefined; mark?: string | undefined }): void {
    if (id !== undefined) this.ids.add(id);
    if (mark === undefined) return;
    if (id === undefined) this.marks.add(mark);
    else this.marks.delete(mark);
  }

  /** A create adopts an existing object for a new entry of the state. An older entry with the same id no longer owns it. */
  recordAdoption(id: string, entry: StateEntry): void {
    this.record({ id });
    this.owners.set(id, entry);
  }

  /** A resource of the program keeps the object of its entry. An adopted object has one owner. */
  claim(id: string, entry: StateEntry): void {
    const owner = this.owners.get(id);
    if (typeof owner === "number" && owner !== entry) {
      throw new InvalidInput(errorText(errorTable.managedTwice, { id }));
    }
    this.owners.set(id, entry);
  }

  /** The entry that owns the object; undefined if no entry has claimed or adopted it. */
  ownerOf(id: string): StateEntry | undefined {
    return this.owners.get(id);
  }

  /** The program declares this resource. */
  recordDeclaration(definition: AnyDefinition, inputs: JsonObject): void {
    this.declared.add(resourceKey(definition, inputs));
  }

  isDeclared(definition: AnyDefinition, inputs: JsonObject): boolean {
    return this.declared.has(resourceKey(definition, inputs));
  }
}

const bySession = new WeakMap<Session, KnownObjects>();

/** The known objects of a session. All kinds of a process share them. */
export function knownObjectsOf(session: Session): KnownObjects {
  const known = bySession.get(session) ?? new KnownObjects();
  bySession.set(session, known);
  return known;
}

export function stateEntryOf({ adoptedAt }: JsonObject): StateEntry {
  return typeof adoptedAt === "number" ? adoptedAt : null;
}

function resourceKey(definition: AnyDefinition, inputs: JsonObject): string {
  return `${definition.type} ${JSON.stringify(inputs["pulumi"] ?? null)}`;
}
