import type { formats } from "./format";

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
  /** Parameters of each way to log in, by the exact name of the auth spec; empty where AEP holds the account itself. */
  readonly auth: { readonly [specName: string]: Params };
  /** What a source connection of this connector says. */
  readonly source: Source;
  /** How its content is looked at; absent where there is nothing to look at. */
  readonly explore?: Explore;
  /** Adobe offers it as a beta, or has announced its end. */
  readonly status?: "beta" | "deprecated";
  /** What else one has to know, in a sentence. */
  readonly note?: string;
  /** Adobe's page that the connector's name, ids and auth specs are from. */
  readonly page: string;
}

export type Category = "files" | "tables" | "streaming" | "rest";

export interface Source {
  /** Values of `data.format`. */
  readonly formats: readonly string[];
  /** Keys of `data.properties`, each with the formats that know it. */
  readonly properties: { readonly [name: string]: readonly string[] };
  readonly params: Params;
  /** AEP takes more parameters than Adobe's pages name. */
  readonly open?: true;
  /** Adobe's page that these facts are from. */
  readonly page: string;
}

/** Values of the query of an explore call. */
export interface Explore {
  readonly objectTypes: readonly ("root" | "folder" | "file" | "table" | "rest")[];
  readonly fileTypes?: readonly string[];
  /** Explored by the connection spec, as there is no base connection. */
  readonly bySpec?: true;
}

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
  /** How the text is written, where Adobe's pages say so. */
  readonly format?: keyof typeof formats;
  readonly example?: string;
  readonly doc: string;
}
