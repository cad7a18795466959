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
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/tutorials/create-schema-api
   */
  schemaId: pulumi.Input<string>;
  /**
   * Id of the {@link SchemaDescriptor} that is the schema's primary identity, so that it is there first: AEP enables no
   * schema that does not say what identifies a record. It is not sent, and changing it changes nothing in AEP. Default:
   * none, for a schema with an identity map.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/descriptors
   */
  primaryIdentity?: pulumi.Input<string> | undefined;
}

/**
 * That a schema takes part in Real-Time Customer Profile (`union` in its `meta:immutableTags`). Its id is the schema's
 * `$id`: what comes after, such as a {@link Dataset} that Profile reads, takes it instead of the schema's. AEP has no way
 * back: deleting this resource leaves the schema enabled.
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
  /** The schema that is enabled. */
  declare public readonly schemaId: pulumi.Output<string>;
  /** The descriptor that was there first. */
  declare public readonly primaryIdentity: pulumi.Output<string | undefined>;

  constructor(name: string, args: ProfileEnablementArgs, opts?: pulumi.CustomResourceOptions) {
    super("ProfileEnablement", name, { ...fields, ...args }, opts);
    // A preview knows it as soon as the schema's: an id of unknown value would look like another schema to a dataset.
    this.id = this.schemaId;
  }

  /** The enablement of the schema with this id, read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): ProfileEnablement {
    return new ProfileEnablement(name, ...existing<ProfileEnablementArgs>(id, opts));
  }

  /** True for enablements, also those of another copy of this package. */
  public static override isInstance(value: unknown): value is ProfileEnablement {
    return isOf("ProfileEnablement", value);
  }
}

const fields: Fields<ProfileEnablement> = {
  schemaId: undefined,
  primaryIdentity: undefined,
};
