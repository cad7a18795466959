import type * as pulumi from "@pulumi/pulumi";
import type {
  AuthSpec,
  ConnectorAuth,
  ConnectorFormat,
  ConnectorName,
  ConnectorParams,
  StreamingConnector,
} from "../../provider/connectors";

/**
 * A connection spec by id, for connectors that are not in the catalogue.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/explore/cloud-storage
 */
export interface SpecReference {
  /** Id of the connection spec, a uuid. */
  id: pulumi.Input<string>;
  /** Version of the connection spec; default: `1.0`. */
  version?: pulumi.Input<string> | undefined;
}

/**
 * A connector by the id of its connection spec. `auth`, `params` and `data.format` then take any name and value. The preview
 * still checks those of a connector of the catalogue, unless `unchecked` is true.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/home
 */
export interface ConnectorReference extends SpecReference {
  /**
   * The catalogue refuses nothing: neither auth specs, nor parameters, nor formats. For a connector that Adobe has changed since
   * the catalogue was written. Parameters of `auth` that the catalogue does not know are secrets. Not stored; default: `false`.
   */
  unchecked?: boolean | undefined;
}

/** A connector by its name in the catalogue, or by its connection spec. */
export type ConnectionSpec = ConnectorName | ConnectorReference;

/** The connectors that need no base connection: AEP has the account itself. */
export type AccountlessConnector = {
  [Name in ConnectorName]: [ConnectorAuth[Name]] extends [never] ? Name : never;
}[ConnectorName];

/** Makes `auth` required for a connector of the catalogue that has an auth spec. */
export type AuthRequired<Spec> = Spec extends AccountlessConnector
  ? unknown
  : Spec extends ConnectorName
    ? { auth: unknown }
    : unknown;

/**
 * Makes `params` required for a connector of the catalogue that has a required source parameter, and `data` for files, tables and
 * REST sources of the catalogue.
 */
export type ParamsRequired<Spec> = Spec extends ConnectorName
  ? (Record<never, never> extends SourceParamsArgs<Spec> ? unknown : { params: unknown }) &
      (Spec extends StreamingConnector ? unknown : { data: unknown })
  : unknown;

/**
 * `auth` of a connector by the id of its connection spec.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/home
 */
export interface FreeAuthArgs {
  /** Name of the auth spec, exactly as the connection spec has it. Changing this replaces the base connection. */
  specName: pulumi.Input<string>;
  /**
   * Kind of login, if the connector needs one beside the auth spec: `OAuth2.0` for Google BigQuery. Default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/bigquery
   */
  type?: pulumi.Input<string> | undefined;
  /**
   * Parameters of the auth spec. Encrypted in state are those that the catalogue declares secret, the others whose names suggest
   * a secret, and every text that the catalogue does not know in a connector of the catalogue.
   */
  params: pulumi.Input<Record<string, unknown>>;
}

/** `auth` with Inputs: the auth specs of a connector of the catalogue, or any parameters for the id of a connection spec. */
export type AuthArgs<Spec extends ConnectionSpec> = Spec extends ConnectorName
  ? ConnectorAuth[Spec]
  : FreeAuthArgs;

/** The names of the auth specs of a connector of the catalogue. */
export type AuthSpecName<Name extends ConnectorName> =
  ConnectorAuth[Name] extends AuthSpec<infer SpecName, unknown> ? SpecName : never;

/** `auth.params` of one auth spec of one connector, each parameter as an Input. */
export type AuthParamsArgs<Name extends ConnectorName, SpecName extends AuthSpecName<Name>> =
  Extract<ConnectorAuth[Name], { specName: SpecName }> extends AuthSpec<string, infer Params>
    ? Params
    : never;

/** `params` of a source connection with Inputs. */
export type SourceParamsArgs<Spec extends ConnectionSpec> = Spec extends ConnectorName
  ? ConnectorParams[Spec]
  : Record<string, unknown>;

/** `data.format` of a source connection. */
export type DataFormat<Spec extends ConnectionSpec> = Spec extends ConnectorName
  ? ConnectorFormat[Spec]
  : string;
