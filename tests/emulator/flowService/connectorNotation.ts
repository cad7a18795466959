/**
 * The parameters of each source connector. connectionSpecs.ts converts the notation into connection specifications: `*`
 * marks a secret, `?` an optional parameter, `#` a number, `!` a boolean, `{}` an object.
 */

export type SourceKind = "files" | "table" | "stream" | "rest";

export interface Connector {
  name: string;
  id: string;
  kind: SourceKind;
  auth: Record<string, string>;
  /** Names of the source connection's parameters, in the same notation. Default: those of the kind. */
  params?: string;
  /** Parameters in addition to those of the kind. */
  more?: string;
}

/** Adobe offers change data capture and row filters for some sources only. */
export const changes = "cdcEnabled!?";
export const changesAndFilters = `${changes} filters{}?`;

export const userAndPassword = "username *password";

export function table(name: string, id: string, auth: Record<string, string>): Connector {
  return { name, id, kind: "table", auth };
}
