import type { Places } from "../kind";

/** By kind: a description, the invalid values, and the error after the kind and its name. */
export type BadInputs = Readonly<
  Record<string, readonly (readonly [what: string, places: Places, error: RegExp])[]>
>;

/** An id in the form of Flow Service. */
export const uuid = "3fa85f64-5717-4562-b3fc-2c963f66afa6";

export const schemaId = "https://ns.adobe.com/acme/schemas/0123456789abcdef";
