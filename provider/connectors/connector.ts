/**
 * What a source connector needs, as plain facts. Each connector is one literal of this shape: its entry in Adobe's catalogue
 * of connection specs, how to log in (one or more auth specs), and what a source connection says about the data.
 */
export interface Connector {
  /** The name that programs write as `connectionSpec`. */
  readonly name: string;
  /** The name on Adobe's pages. */
  readonly title: string;
  /** Id of the connection spec, the same in every organisation. */
  readonly id: string;
  readonly version: string;
  readonly category: Category;
  /** Name of the flow spec that serves it; an id where Adobe gives the flow spec no usable name. */
  readonly flowSpec: string;
  /** A recurring dataflow must say which column tells new rows from old ones. */
  readonly deltaColumn: boolean;
  /** Parameters of each way to log in, by the exact name of the auth spec. */
  readonly auth: { readonly [specName: string]: Params };
  /** What a source connection of this connector says. */
  readonly source: { readonly formats: readonly string[]; readonly params: Params };
  /** Adobe's page that these facts are from. */
  readonly page: string;
}

export type Category = "files" | "tables" | "streaming";

export interface Params {
  readonly [name: string]: Param;
}

export interface Param {
  readonly type: "string" | "integer" | "boolean" | "object" | "columns";
  readonly required?: true;
  /** AEP masks it in replies, and state keeps it encrypted. */
  readonly secret?: true;
  readonly enum?: readonly string[];
  /** What AEP takes where it is left out; the provider does not send it. */
  readonly default?: string | number | boolean;
  readonly doc: string;
}

/** A column of a table source. */
export interface SourceColumn {
  name: string;
  /** Type of the column in the source, such as `String` or `Long`. */
  type?: string | undefined;
  xdm?: { type: string; format?: string | undefined } | undefined;
  "meta:xdmType"?: string | undefined;
}
