import type * as pulumi from "@pulumi/pulumi";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link ProfileEnablement}.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/tutorials/create-schema-api
 */
export interface ProfileEnablementArgs extends AepResourceArgs {
  /**
   * `$id` of the schema that is enabled, the id of a {@link Schema}. Changing this replaces the enablement:
   * the new schema is enabled, and the old one stays enabled.
   */
  schemaId: pulumi.Input<string>;
  /**
   * Id of the {@link SchemaDescriptor} that is the schema's primary identity, so that it is created first: AEP
   * enables only a schema with a primary identity. It is not sent to AEP, and a change has no effect there.
   * Default: none, for a schema with an identity map.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/descriptors
   */
  primaryIdentity?: pulumi.Input<string> | undefined;
}

/**
 * Enables a schema for Real-Time Customer Profile (`union` in its `meta:immutableTags`). Its id is the `$id` of the schema:
 * pass it instead of the schema's id to a resource that must come later, such as a {@link Dataset} for Profile. AEP cannot
 * disable a schema: deleting this resource leaves it enabled.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/tutorials/create-schema-api
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const schema = new aep.Schema("customers", {
 *     title: "CRM customers",
 *     class: aep.xdm.profile,
 *     fieldGroups: [aep.xdm.profilePersonDetails, aep.xdm.profilePersonalDetails],
 * });
 * const email = new aep.SchemaDescriptor("customers-email", {
 *     type: "xdm:descriptorIdentity",
 *     sourceSchema: schema.id,
 *     sourceProperty: "/personalEmail/address",
 *     namespace: "Email",
 *     isPrimary: true,
 * });
 * const profile = new aep.ProfileEnablement("customers", { schemaId: schema.id, primaryIdentity: email.id });
 * const dataset = new aep.Dataset("customers", {
 *     schemaRef: { id: profile.id },
 *     tags: { unifiedProfile: ["enabled:true"] },
 * });
 * export const datasetId = dataset.id;
 * ```
 */
export class ProfileEnablement extends AepResource {
  /** The schema's `$id`. */
  declare public readonly id: pulumi.Output<pulumi.ID>;
  /** The enabled schema. */
  declare public readonly schemaId: pulumi.Output<string>;
  /** The descriptor that is created first. */
  declare public readonly primaryIdentity: pulumi.Output<string | undefined>;

  constructor(name: string, args: ProfileEnablementArgs, opts?: pulumi.CustomResourceOptions) {
    super("ProfileEnablement", name, { ...fields, ...args }, opts);
    // A preview knows it as soon as the schema's: an id of unknown value would look like another schema to a dataset.
    this.id = this.schemaId;
  }

  /** The enablement of the schema with this id, which is read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): ProfileEnablement {
    return new ProfileEnablement(name, ...existing<ProfileEnablementArgs>(id, opts));
  }

  /** True for enablements, including those of another copy of this package. */
  public static override isInstance(value: unknown): value is ProfileEnablement {
    return isOf("ProfileEnablement", value);
  }
}

const fields: Fields<ProfileEnablement> = {
  schemaId: undefined,
  primaryIdentity: undefined,
};
