import { z } from "zod";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id is refused only if it is certainly another kind's. */
export function certainlyNot(
  kind: "flowServiceObject" | "dataset" | "schema" | "mappingSet",
  value: string,
): boolean {
  if (kind === "schema") return uuid.test(value) || value.startsWith("@/") || /^[0-9a-f]{24}$/.test(value);
  if (value.startsWith("https://") || value.startsWith("@/")) return true;
  return kind === "dataset" ? uuid.test(value) : false;
}

/** A string that holds the id of an object of that kind. */
export function reference(kind: "flowServiceObject" | "dataset" | "schema" | "mappingSet", what: string) {
  return z.string().refine((value) => !certainlyNot(kind, value), {
    error: `is not the id of ${what}: pass that resource's \`id\``,
  });
}

/** The id of a class or field group, own or standard: an address with dots and slashes, and no word such as `profile`. */
export function partReference(what: string, standard: string) {
  return reference("schema", what).refine(
    (value) => certainlyNot("schema", value) || !/^[\w -]*$/.test(value),
    { error: `is a word and no id: pass the id of ${what}, or a standard one such as aep.xdm.${standard}` },
  );
}
