import type * as pulumi from "@pulumi/pulumi";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link FieldGroup}.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/field-groups
 */
export interface FieldGroupArgs extends AepResourceArgs {
  /**
   * Title, unique among all classes, field groups, schemas and data types of the organisation.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/field-groups
   */
  title: pulumi.Input<string>;
  /**
   * Free text shown in AEP; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/field-groups
   */
  description?: pulumi.Input<string> | undefined;
  /**
   * `$id`s of the classes that the field group is for (`meta:intendedToExtend`), in any order.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/field-groups
   */
  intendedToExtend: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Fields by name, each a JSON Schema with XDM's keywords; the outermost name is `_` and the tenant id
   * (`getTenant`).
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/field-groups
   */
  properties: pulumi.Input<Record<string, unknown>>;
}

/**
 * A set of own fields that schemas of some classes can take in. AEP does not delete a field group that a schema uses,
 * and takes only additions once a dataset exists.
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
  /** `meta:altId`: the id with dots, as some calls and `$ref`s spell it. */
  declare public readonly altId: pulumi.Output<string>;
  /** Version in the registry, such as `1.0`; the minor number grows with each change. */
  declare public readonly version: pulumi.Output<string | undefined>;
  /** Version of the object as the registry names it. */
  declare public readonly etag: pulumi.Output<string | undefined>;

  constructor(name: string, args: FieldGroupArgs, opts?: pulumi.CustomResourceOptions) {
    super("FieldGroup", name, { ...fields, ...args }, opts);
  }

  /** The existing field group with this id, read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): FieldGroup {
    return new FieldGroup(name, ...existing<FieldGroupArgs>(id, opts));
  }

  /** True for field groups, also those of another copy of this package. */
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
