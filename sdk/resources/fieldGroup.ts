import type * as pulumi from "@pulumi/pulumi";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link FieldGroup}.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/field-groups
 */
export interface FieldGroupArgs extends AepResourceArgs {
  /** Title; it must be unique among all classes, field groups, schemas and data types of the organisation. */
  title: pulumi.Input<string>;
  /** Free text shown in AEP; default: none. */
  description?: pulumi.Input<string> | undefined;
  /** `$id`s of the classes that the field group is for (`meta:intendedToExtend`), in any order. */
  intendedToExtend: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Fields by name, each a JSON Schema with XDM's keywords. They must be nested under `_` + tenant id (see
   * {@link getTenant}).
   */
  properties: pulumi.Input<Record<string, unknown>>;
}

/**
 * A set of custom fields for schemas of some classes. AEP does not delete a field group that a schema uses. Once a dataset
 * uses such a schema, AEP accepts only additions.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/field-groups
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const loyalty = new aep.FieldGroup("loyalty", {
 *     title: "Loyalty programme",
 *     intendedToExtend: [aep.xdm.profile],
 *     properties: aep.getTenantOutput().apply(({ tenantId }) => ({
 *         [`_${tenantId}`]: { type: "object", properties: { tier: { type: "string", enum: ["gold", "silver"] } } },
 *     })),
 * });
 * export const loyaltyId = loyalty.id;
 * ```
 */
export class FieldGroup extends AepResource {
  /** Title, unique in the organisation. */
  declare public readonly title: pulumi.Output<string>;
  /** Free text shown in AEP. */
  declare public readonly description: pulumi.Output<string | undefined>;
  /** The classes that the field group is for. */
  declare public readonly intendedToExtend: pulumi.Output<string[]>;
  /** Fields by name. */
  declare public readonly properties: pulumi.Output<Record<string, unknown>>;
  /** `meta:altId`: the id in the form with dots, which some calls and `$ref`s use. */
  declare public readonly altId: pulumi.Output<string>;
  /** Version in the Schema Registry, such as `1.0`. Each change increases the minor number. */
  declare public readonly version: pulumi.Output<string | undefined>;
  /** Version of the object in the Schema Registry. */
  declare public readonly etag: pulumi.Output<string | undefined>;

  constructor(name: string, args: FieldGroupArgs, opts?: pulumi.CustomResourceOptions) {
    super("FieldGroup", name, { ...fields, ...args }, opts);
  }

  /** The existing field group with this id, which is read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): FieldGroup {
    return new FieldGroup(name, ...existing<FieldGroupArgs>(id, opts));
  }

  /** True for field groups, including those of another copy of this package. */
  public static override isInstance(value: unknown): value is FieldGroup {
    return isOf("FieldGroup", value);
  }
}

const fields: Fields<FieldGroup> = {
  title: undefined,
  description: undefined,
  intendedToExtend: undefined,
  properties: undefined,
  altId: undefined,
  version: undefined,
  etag: undefined,
};
