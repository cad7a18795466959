import type * as pulumi from "@pulumi/pulumi";
import { connectorByName, type ConnectorName } from "../../provider/connectors";
import { isObject, type JsonObject } from "../../provider/values/propertyPath";
import { allSpecs, specWith } from "./flowService";
import { named, only, picked, requiredText } from "./found";
import { eitherOf, type LookUpInputs, lookUp, type LookUpArgs, lookUpOutput } from "./lookUp";

/**
 * Args of {@link getConnectionSpec}: a name or an id.
 * @see https://developer.adobe.com/experience-platform-apis/references/flow-service/
 */
export type GetConnectionSpecArgs = NamedConnectionSpecArgs | IdentifiedConnectionSpecArgs;

/**
 * A connection spec by name.
 * @see https://developer.adobe.com/experience-platform-apis/references/flow-service/
 */
export interface NamedConnectionSpecArgs extends LookUpArgs {
  /** The connector's name in the catalogue, such as `amazon-s3`, or in AEP. */
  name: ConnectorName | (string & {});
  id?: undefined;
}

/**
 * A connection spec by id.
 * @see https://developer.adobe.com/experience-platform-apis/references/flow-service/
 */
export interface IdentifiedConnectionSpecArgs extends LookUpArgs {
  /** Id of the connection spec, a uuid. It is the same in every organisation. */
  id: string;
  name?: undefined;
}

/** Args of {@link getConnectionSpecOutput}. */
export type GetConnectionSpecOutputArgs = LookUpInputs<GetConnectionSpecArgs>;

/** Args of {@link getConnectionSpecs}. */
export type GetConnectionSpecsArgs = LookUpArgs;

/** Args of {@link getConnectionSpecsOutput}. */
export type GetConnectionSpecsOutputArgs = LookUpInputs<GetConnectionSpecsArgs>;

/** A connection spec: the parameters of a connector. */
export interface GetConnectionSpecResult {
  /** Id, a uuid, for `connectionSpec: { id }`. */
  id: string;
  /** AEP's name of the connector. */
  name: string;
  /** Version, such as `1.0`. */
  version: string;
  /** Id of the provider of the connector. */
  providerId?: string | undefined;
  /** The authentication methods. Empty if AEP itself provides the account. */
  authSpec: ConnectionAuthSpec[];
  /** The parameters of a source connection, if the connector is a source. */
  sourceSpec?: SpecForm | undefined;
  /** The parameters of a target connection, if the connector is a target. */
  targetSpec?: SpecForm | undefined;
  /** How the content of a connection is explored. */
  exploreSpec?: Record<string, unknown> | undefined;
  /** Facts for AEP's user interface and its services, such as `category` and `isSource`. */
  attributes?: Record<string, unknown> | undefined;
  /** The permissions that the connector needs. */
  permissionsInfo?: Record<string, unknown> | undefined;
}

/** One authentication method. */
export interface ConnectionAuthSpec {
  /** Name for `auth.specName`. */
  name: string;
  /** Kind of authentication, such as `KeyBased`. */
  type?: string | undefined;
  /** JSON Schema of `auth.params`; secret properties have the format `password`. */
  spec?: Record<string, unknown> | undefined;
}

/** A part of a connection spec. */
export interface SpecForm {
  /** Name of the part. */
  name?: string | undefined;
  /** Kind of the part, such as `CloudStorage`. */
  type?: string | undefined;
  /** JSON Schema of `params`. */
  spec?: Record<string, unknown> | undefined;
}

/** The connection specs of a sandbox. */
export interface GetConnectionSpecsResult {
  /** All specs, of sources and of destinations, in AEP's order. */
  connectionSpecs: GetConnectionSpecResult[];
}

/**
 * The connection spec of a connector in the sandbox. It is read once per process.
 *
 * @see https://developer.adobe.com/experience-platform-apis/references/flow-service/
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const spec = aep.getConnectionSpec({ name: "amazon-s3" });
 * export const authMethods = spec.then(({ authSpec }) => authSpec.map(({ name }) => name));
 * ```
 */
export function getConnectionSpec(args: GetConnectionSpecArgs): Promise<GetConnectionSpecResult> {
  return lookUp(
    { call: "getConnectionSpec", kind: "ConnectionSpec", name: args.name ?? args.id },
    args,
    async (reader) => {
      const { by, value } = eitherOf(args, "name", "id");
      const sought = { noun: "connection spec", by, value, sandbox: reader.sandbox };
      if (by === "id") return connectionSpecResult(await specWith(reader, "connectionSpecs", sought));
      const all = await allSpecs(reader, "connectionSpecs");
      const known = connectorByName(value);
      // Some connectors have another name in AEP than in the catalogue. Their ids are equal.
      const spec = all.find(({ id }) => id === known?.id);
      if (spec) return connectionSpecResult(only(sought, [spec], specId));
      return connectionSpecResult(named(sought, all, ({ name }) => name, specId));
    },
  );
}

/** {@link getConnectionSpec} for args and results that are Outputs. */
export function getConnectionSpecOutput(
  args: GetConnectionSpecOutputArgs,
): pulumi.Output<GetConnectionSpecResult> {
  return lookUpOutput(getConnectionSpec, args);
}

/**
 * All connection specs of a sandbox. They are read once per process.
 *
 * @see https://developer.adobe.com/experience-platform-apis/references/flow-service/
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const { connectionSpecs } = aep.getConnectionSpecsOutput();
 * export const sources = connectionSpecs.apply((all) => all.filter((spec) => spec.sourceSpec).map(({ name }) => name));
 * ```
 */
export function getConnectionSpecs(args: GetConnectionSpecsArgs = {}): Promise<GetConnectionSpecsResult> {
  return lookUp({ call: "getConnectionSpecs", kind: "ConnectionSpecs" }, args, async (reader) => ({
    connectionSpecs: (await allSpecs(reader, "connectionSpecs")).map(connectionSpecResult),
  }));
}

/** {@link getConnectionSpecs} for args and results that are Outputs. */
export function getConnectionSpecsOutput(
  args: GetConnectionSpecsOutputArgs = {},
): pulumi.Output<GetConnectionSpecsResult> {
  return lookUpOutput(getConnectionSpecs, args);
}

function specId({ id }: JsonObject): string {
  return String(id);
}

function connectionSpecResult(live: JsonObject): GetConnectionSpecResult {
  const authSpecs = Array.isArray(live["authSpec"]) ? live["authSpec"].filter(isObject) : [];
  return {
    ...picked<GetConnectionSpecResult>(
      live,
      "providerId",
      "sourceSpec",
      "targetSpec",
      "exploreSpec",
      "attributes",
      "permissionsInfo",
    ),
    id: requiredText(live, "id"),
    name: requiredText(live, "name"),
    version: String(live["version"] ?? "1.0"),
    authSpec: authSpecs.map((authSpec) => ({
      ...picked<ConnectionAuthSpec>(authSpec, "type", "spec"),
      name: requiredText(authSpec, "name"),
    })),
  };
}
