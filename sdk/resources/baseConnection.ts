import type * as pulumi from "@pulumi/pulumi";
import type { AuthArgs, AuthRequired, ConnectionSpec } from "./connectorArgs";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";
import { withSecrets } from "./secrets";

/**
 * Args of {@link BaseConnection}.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/s3
 */
export interface BaseConnectionArgs<Spec extends ConnectionSpec = ConnectionSpec> extends AepResourceArgs {
  /** Name shown in AEP; default: the logical name at creation. Renaming the resource with an alias keeps it. */
  name?: pulumi.Input<string> | undefined;
  /** Free text shown in AEP; default: none. */
  description?: pulumi.Input<string> | undefined;
  /**
   * The connector: a name of the catalogue such as `"amazon-s3"`, which also gives `auth` its type, or any connection spec.
   * Changing this replaces the base connection.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/home
   */
  connectionSpec: Spec;
  /**
   * How AEP logs in to the source: the name of an auth spec of the connector, and its parameters. Secret parameters are
   * encrypted in state, even if the program passes them as plain text. A changed parameter is updated in place. Default: none,
   * for the dataset base connection of older tutorials. Changing `auth.specName` replaces the base connection.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/update
   */
  auth?: pulumi.Input<AuthArgs<Spec>> | undefined;
  /**
   * Any text or number, such as a date. Changing it sends all secrets of `auth` to AEP again, in one request. Use it to restore
   * a secret that was changed in AEP: AEP does not return secrets, so that such a change is not visible. Kept in state only;
   * default: none.
   */
  rotation?: pulumi.Input<string | number> | undefined;
}

/**
 * An account of a source: the connector and the credentials with which AEP reads from it.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/s3
 *
 * @example
 * ```ts
 * import * as pulumi from "@pulumi/pulumi";
 * import * as aep from "pulumi-aep";
 *
 * const config = new pulumi.Config();
 * const landing = new aep.BaseConnection("landing", {
 *     connectionSpec: "amazon-s3",
 *     auth: {
 *         specName: "Access Key",
 *         params: { s3AccessKey: config.require("s3AccessKey"), s3SecretKey: config.requireSecret("s3SecretKey") },
 *     },
 * });
 * export const landingId = landing.id;
 * ```
 */
export class BaseConnection<Spec extends ConnectionSpec = ConnectionSpec> extends AepResource {
  /** Name shown in AEP. */
  declare public readonly name: pulumi.Output<string>;
  /** Free text shown in AEP. */
  declare public readonly description: pulumi.Output<string | undefined>;
  /** The connection spec by id and version. */
  declare public readonly connectionSpec: pulumi.Output<{ id: string; version: string }>;
  /** Name and parameters of the auth spec. AEP does not return secrets: they are those of the last update. */
  declare public readonly auth: pulumi.Output<
    { specName: string; type?: string | undefined; params: Record<string, unknown> } | undefined
  >;
  /** The value of `rotation` when all secrets were last sent. */
  declare public readonly rotation: pulumi.Output<string | number | undefined>;
  /** Version of the object in AEP, with its double quotes. */
  declare public readonly etag: pulumi.Output<string | undefined>;
  /** State in AEP, such as `enabled`. */
  declare public readonly liveState: pulumi.Output<string | undefined>;
  /** Address to which records are posted, for an HTTP API connection. */
  declare public readonly inletUrl: pulumi.Output<string | undefined>;

  constructor(
    name: string,
    args: BaseConnectionArgs<Spec> & AuthRequired<Spec>,
    opts?: pulumi.CustomResourceOptions,
  ) {
    const auth = withSecrets(args?.connectionSpec, args?.auth);
    super("BaseConnection", name, { ...fields, ...args, auth, name: args?.name ?? name }, opts);
  }

  /** The existing base connection with this id, which is read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): BaseConnection {
    return new BaseConnection(name, ...existing<BaseConnectionArgs>(id, opts));
  }

  /** True for base connections, including those of another copy of this package. */
  public static override isInstance(value: unknown): value is BaseConnection {
    return isOf("BaseConnection", value);
  }
}

const fields: Fields<BaseConnection> = {
  name: undefined,
  description: undefined,
  connectionSpec: undefined,
  auth: undefined,
  rotation: undefined,
  etag: undefined,
  liveState: undefined,
  inletUrl: undefined,
};
