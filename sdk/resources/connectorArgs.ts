import type * as pulumi from "@pulumi/pulumi";
import type {
  AuthSpec,
  ConnectorAuth,
  ConnectorFormat,
  ConnectorName,
  ConnectorParams,
} from "../../provider/connectors";

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

/** The connectors whose account AEP holds itself: they have no base connection. */
export type AccountlessConnector = {
  [Name in ConnectorName]: [ConnectorAuth[Name]] extends [never] ? Name : never;
}[ConnectorName];

/** Where the catalogue knows the connector, and it has an auth spec, `auth` must be there. */
export type AuthRequired<Spec> = Spec extends AccountlessConnector
  ? unknown
  : Spec extends ConnectorName
    ? { auth: unknown }
    : unknown;

/** Where the catalogue knows the connector, and one of its source parameters is required, `params` must be there. */
export type ParamsRequired<Spec> = Spec extends ConnectorName
  ? Record<never, never> extends SourceParamsArgs<Spec>
    ? unknown
    : { params: unknown }
  : unknown;

/** `auth` of a connector outside the catalogue. */
export interface FreeAuthArgs {
  /**
   * Name of the auth spec, exactly as the connection spec has it. Changing this replaces the base connection.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/home
   */
  specName: pulumi.Input<string>;
  /**
   * Kind of login, where Adobe's request has one beside the auth spec: `OAuth2.0` for Google BigQuery. Default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/databases/bigquery
   */
  type?: pulumi.Input<string> | undefined;
  /**
   * Parameters of the auth spec; those whose names sound secret are kept encrypted in state.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/home
   */
  params: pulumi.Input<Record<string, unknown>>;
}

/** `auth` with Inputs: the auth specs of a catalogued connector, or free form. The name of a known auth spec is a literal. */
export type AuthArgs<Spec extends ConnectionSpec> = Spec extends ConnectorName
  ? ConnectorAuth[Spec]
  : FreeAuthArgs;

/** The names of a catalogued connector's auth specs. */
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
