import type { Entries } from "./catalogue";
import type { SourceColumn } from "./connector";

export type ConnectorName = keyof Entries;

/** The names of a connector's auth specs. */
export type AuthSpecName<Name extends ConnectorName> = keyof Entries[Name]["auth"] & string;

/** `auth.params` of one auth spec of one connector. */
export type AuthParams<Name extends ConnectorName, SpecName extends AuthSpecName<Name>> = Values<
  Entries[Name]["auth"][SpecName]
>;

/** `auth` of one connector: an auth spec's name with that spec's parameters. */
export type AuthFor<Name extends ConnectorName> = Name extends ConnectorName
  ? { [S in AuthSpecName<Name>]: { specName: S; params: AuthParams<Name, S> } }[AuthSpecName<Name>]
  : never;

/** `auth` of a connector that is not in the catalogue. */
export interface FreeAuth {
  specName: string;
  params: Record<string, unknown>;
}

/** Any connector's `auth`. */
export type Auth = AuthFor<ConnectorName> | FreeAuth;

/** `params` of one connector's source connections. */
export type SourceParamsFor<Name extends ConnectorName> = Values<Entries[Name]["source"]["params"]>;

/** Any connector's source `params`; free for connectors that are not in the catalogue. */
export type SourceParams = SourceParamsFor<ConnectorName> | Record<string, unknown>;

/** `data.format` of one connector's source connections. */
export type DataFormatFor<Name extends ConnectorName> = Entries[Name]["source"]["formats"][number];

/** The object that holds all parameters of a table, the required ones without `?`. */
type Values<P> = P extends unknown
  ? Plain<
      { [K in RequiredName<P>]: Value<P[K]> } & {
        [K in Exclude<keyof P, RequiredName<P>>]?: Value<P[K]> | undefined;
      }
    >
  : never;

type RequiredName<P> = { [K in keyof P]: P[K] extends { required: true } ? K : never }[keyof P];

/** What a program may write for one parameter. */
type Value<P> = P extends { enum: readonly (infer Choice)[] }
  ? Choice
  : P extends { type: infer Type extends keyof ValueOfType }
    ? ValueOfType[Type]
    : never;

interface ValueOfType {
  string: string;
  integer: number;
  boolean: boolean;
  object: Record<string, unknown>;
  columns: SourceColumn[];
}

/** One object instead of an intersection, so that editors and errors show its fields. */
type Plain<T> = { [K in keyof T]: T[K] };
