import type { formats } from "./format";
import type { Status } from "./status";

/**
 * The facts about a source connector. Each connector is one literal of this type: its entry in Adobe's catalogue of connection
 * specs, its logins (one or more auth specs), and the fields of its source connections.
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
  /** Name of its flow spec, or the id if Adobe publishes no usable name. */
  readonly flowSpec: string;
  /** A recurring dataflow needs a delta column, which shows which rows are new. */
  readonly deltaColumn: boolean;
  /** Parameters of each login, by the exact name of the auth spec; empty if AEP owns the account. */
  readonly auth: { readonly [specName: string]: Params };
  /** The fields of its source connections. */
  readonly source: Source;
  /** How its content is explored; absent if it cannot be explored. */
  readonly explore?: Explore;
  /** Absent: Adobe offers it without restrictions. */
  readonly status?: Status;
  /** The same for single auth specs. */
  readonly authStatus?: { readonly [specName: string]: Status };
  /** One more sentence that a user needs. */
  readonly note?: string;
  /** Adobe's page: the source of the name, the ids and the auth specs. */
  readonly page: string;
}

export type Category = "files" | "tables" | "streaming" | "rest";

export interface Source {
  /** Values of `data.format`. */
  readonly formats: readonly string[];
  /** Keys of `data.properties`, each with the formats that have it. */
  readonly properties: { readonly [name: string]: readonly string[] };
  readonly params: Params;
  /** AEP accepts more parameters than Adobe's pages list. */
  readonly open?: true;
  /** Adobe's page: the source of these facts. */
  readonly page: string;
}

/** Query values of an explore request. */
export interface Explore {
  readonly objectTypes: readonly ("root" | "folder" | "file" | "table" | "rest")[];
  readonly fileTypes?: readonly string[];
  /** Explored by the connection spec, because there is no base connection. */
  readonly bySpec?: true;
}

export interface Params {
  readonly [name: string]: Param;
}

export interface Param {
  readonly type: "string" | "integer" | "boolean" | "object" | "columns";
  readonly required?: true;
  /** AEP masks it in responses, and state keeps it encrypted. */
  readonly secret?: true;
  readonly enum?: readonly string[];
  /** The value that AEP uses if it is omitted. The provider does not send it. */
  readonly default?: string | number | boolean;
  /** Format of the text, if Adobe's pages document it. */
  readonly format?: keyof typeof formats;
  readonly example?: string;
  readonly doc: string;
}
