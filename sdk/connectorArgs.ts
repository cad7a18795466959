import type * as pulumi from "@pulumi/pulumi";
import type {
  AuthParams,
  AuthSpecName,
  ConnectorName,
  DataFormatFor,
  SourceParamsFor,
} from "../provider/connectors";

/** A connection spec by id, for connectors that the catalogue does not know. */
export interface SpecReference {
  /**
   * Id of the connection spec, a uuid.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
   */
  id: pulumi.Input<string>;
  /**
   * Version of the connection spec; default: `1.0`.
   * @see https://developer.adobe.com/experience-platform-apis/references/flow-service/
   */
  version?: pulumi.Input<string> | undefined;
}

/** A connector by its name in the catalogue, or by its connection spec. */
export type ConnectionSpec = ConnectorName | SpecReference;

/** Where the catalogue knows the connector, these args must be there. */
export type RequiredFor<Spec, Key extends string> = Spec extends ConnectorName
  ? { [K in Key]: unknown }
  : unknown;

/** T with an Input allowed at every level; a conditional in brackets keeps `boolean` one type. */
export type Inputs<T> = unknown extends T
  ? unknown
  : [T] extends [string | number | boolean]
    ? pulumi.Input<T>
    : T extends (infer Item)[]
      ? pulumi.Input<Inputs<Item>[]>
      : pulumi.Input<{ [Key in keyof T]: Field<T[Key]> }>;

/** A field as an Input; an optional one may also be undefined. */
type Field<T> = undefined extends T ? Inputs<Exclude<T, undefined>> | undefined : Inputs<T>;

/** `auth` of a connector outside the catalogue. */
export interface FreeAuthArgs {
  /**
   * Name of the auth spec, exactly as the connection spec has it. Changing this replaces the base connection.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/home
   */
  specName: pulumi.Input<string>;
  /**
   * Parameters of the auth spec; those whose names sound secret are kept encrypted in state.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/home
   */
  params: pulumi.Input<Record<string, unknown>>;
}

/** `auth.params` of one auth spec of one connector, each parameter as an Input. */
export type AuthParamsArgs<Name extends ConnectorName, SpecName extends AuthSpecName<Name>> = {
  [Key in keyof AuthParams<Name, SpecName>]: Field<AuthParams<Name, SpecName>[Key]>;
};

/** `auth` with Inputs: the auth specs of a catalogued connector, or free form. The name of a known auth spec is a literal. */
export type AuthArgs<Spec extends ConnectionSpec> = Spec extends ConnectorName
  ? {
      [S in AuthSpecName<Spec>]: { specName: S; params: pulumi.Input<AuthParamsArgs<Spec, S>> };
    }[AuthSpecName<Spec>]
  : FreeAuthArgs;

/** `params` of a catalogued connector's source connections, each parameter as an Input. */
export type KnownSourceParams<Name extends ConnectorName> = {
  [Key in keyof SourceParamsFor<Name>]: Field<SourceParamsFor<Name>[Key]>;
};

/** `params` of a source connection with Inputs. */
export type SourceParamsArgs<Spec extends ConnectionSpec> = Spec extends ConnectorName
  ? KnownSourceParams<Spec>
  : Record<string, unknown>;

/** `data.format` of a source connection. */
export type DataFormat<Spec extends ConnectionSpec> = Spec extends ConnectorName
  ? DataFormatFor<Spec>
  : string;
