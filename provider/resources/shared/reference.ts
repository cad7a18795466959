import { z } from "zod";
import { field } from "../fields";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const schemaKinds = ["SchemaClass", "FieldGroup", "Schema"];

/** Only an id that clearly belongs to another kind is refused: the form of ids is AEP's own matter. */
function belongsToAnotherKind(kind: string, id: string): boolean {
  if (schemaKinds.includes(kind)) {
    return uuid.test(id) || id.startsWith("@/") || /^[0-9a-f]{24}$/.test(id);
  }
  if (id.startsWith("https://") || id.startsWith("@/")) return true;
  return kind === "Dataset" ? uuid.test(id) : false;
}

/** A field that holds the id of an object of one of these kinds. */
export function reference(...kinds: [string, ...string[]]) {
  const id = z.string().refine((value) => kinds.some((kind) => !belongsToAnotherKind(kind, value)), {
    error: `is not the id of ${named(kinds)}: pass that resource's \`id\``,
  });
  return field(id, { linksTo: kinds });
}

/** The id of a class or field group, your own or a standard one. It is a URL, and never a word such as `profile`. */
export function partReference(standard: string, ...kinds: [string, ...string[]]) {
  // An id of another kind is refused by the rule of all references already.
  const isWord = (id: string) => /^[\w -]*$/.test(id) && !belongsToAnotherKind("Schema", id);
  return reference(...kinds).refine((id) => !isWord(id), {
    error: `is not an id: pass the id of ${named(kinds)}, or a standard one such as aep.xdm.${standard}`,
  });
}

function named(kinds: readonly string[]): string {
  return kinds.map((kind) => `a ${kind}`).join(" or ");
}
