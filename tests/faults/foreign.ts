import { firstName, type Kind } from "../promises/kind";
import { alone, sandbox } from "../promises/scene";
import type { FaultRig } from "./rig";

export interface Foreign {
  readonly id: string;
  /** Adds the object to the current world. */
  put(): void;
}

/** An object that somebody else created: it is like the one of the program, but without a mark. */
export async function foreignOf(rig: FaultRig, kind: Kind): Promise<Foreign> {
  const { emulator } = rig;
  emulator.reset();
  const stack = rig.stack();
  const { errors } = await stack.up(alone(kind));
  if (errors.length > 0) throw new Error(`the run without a fault failed: ${errors[0]!.message}`);
  const { id } = stack.get(kind.type, firstName(kind));
  const collection = () =>
    emulator.world.collection<Record<string, unknown>>(
      emulator.world.sandboxes.find(({ name }) => name === sandbox)!,
      kind.collection,
    );
  const [key, tail] = [foreignId(id), id.split("/").at(-1)!];
  const text = JSON.stringify(collection().get(id))
    .replaceAll(tail, foreignTail(tail))
    .replace(/ ?\(pulumi [0-9a-f]{12}\)/g, "");
  const object = asMadeByHand(JSON.parse(text) as Record<string, unknown>);
  return { id: key, put: () => void collection().set(key, structuredClone(object)) };
}

function asMadeByHand(object: Record<string, unknown>): Record<string, unknown> {
  const title = "title" in object ? { title: "Made by hand" } : {};
  // A field can have only one descriptor, so this one belongs to another field.
  const descriptor =
    "xdm:sourceProperty" in object
      ? { "xdm:sourceProperty": "/person/name/lastName", "xdm:isPrimary": false }
      : {};
  return { ...object, ...title, ...descriptor };
}

export function foreignId(id: string): string {
  const tail = id.split("/").at(-1)!;
  return id.slice(0, id.length - tail.length) + foreignTail(tail);
}

function foreignTail(tail: string): string {
  return tail.replace(/[0-9a-f]/g, "f");
}
