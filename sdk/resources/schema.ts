import type * as pulumi from "@pulumi/pulumi";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link Schema}: either class and field groups, or `allOf` as in the API.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
 */
export type SchemaArgs = ComposedSchemaArgs | RawSchemaArgs;

/**
 * A schema with class and field groups.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
 */
export interface ComposedSchemaArgs extends AepResourceArgs {
  /** Title; it must be unique among all classes, field groups, schemas and data types of the organisation. */
  title: pulumi.Input<string>;
  /** Free text shown in AEP; default: none. */
  description?: pulumi.Input<string> | undefined;
  /**
   * Tags that cannot be removed again (`meta:immutableTags`): `union` enables the schema for Real-Time Customer
   * Profile; default: none. AEP accepts `union` at creation only for a schema with an identity map, such as one with
   * `aep.xdm.identityMap`. If a {@link SchemaDescriptor} is the primary identity, declare a {@link ProfileEnablement}
   * instead.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/tutorials/create-schema-api
   */
  immutableTags?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /**
   * `$id` of the class, such as `aep.xdm.profile` or the id of a {@link SchemaClass}. Changing this replaces the
   * schema.
   */
  class: pulumi.Input<string>;
  /** `$id`s of the field groups, Adobe's (`aep.xdm...`) or your own, in any order; default: none. */
  fieldGroups?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  allOf?: undefined;
}

/**
 * A schema with `allOf`.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
 */
export interface RawSchemaArgs extends AepResourceArgs {
  /** Title; it must be unique among all classes, field groups, schemas and data types of the organisation. */
  title: pulumi.Input<string>;
  /** Free text shown in AEP; default: none. */
  description?: pulumi.Input<string> | undefined;
  /**
   * Tags that cannot be removed again (`meta:immutableTags`): `union` enables the schema for Real-Time Customer
   * Profile; default: none. AEP accepts `union` at creation only for a schema with an identity map, such as one with
   * `aep.xdm.identityMap`. If a {@link SchemaDescriptor} is the primary identity, declare a {@link ProfileEnablement}
   * instead.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/tutorials/create-schema-api
   */
  immutableTags?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The class and the field groups by `$ref`, as in the API. */
  allOf: pulumi.Input<pulumi.Input<SchemaReferenceArgs>[]>;
  class?: undefined;
  fieldGroups?: undefined;
}

/**
 * One part of a schema.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
 */
export interface SchemaReferenceArgs {
  /** `$id` of a class or field group. */
  $ref: pulumi.Input<string>;
}

/**
 * Defines the fields of records: a class and field groups. Once a dataset uses the schema, AEP accepts only additions. It
 * does not delete a schema that is in use.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
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
 * export const schemaId = schema.id;
 * ```
 */
export class Schema extends AepResource {
  /** Title, unique in the organisation. */
  declare public readonly title: pulumi.Output<string>;
  /** Free text shown in AEP. */
  declare public readonly description: pulumi.Output<string | undefined>;
  /** The class. */
  declare public readonly class: pulumi.Output<string | undefined>;
  /** The field groups. */
  declare public readonly fieldGroups: pulumi.Output<string[] | undefined>;
  /** Class and field groups by `$ref`, if the program sets them so. */
  declare public readonly allOf: pulumi.Output<{ $ref: string }[] | undefined>;
  /** Tags that cannot be removed again. */
  declare public readonly immutableTags: pulumi.Output<string[] | undefined>;
  /** `meta:altId`: the id in the form with dots, which some calls and `$ref`s use. */
  declare public readonly altId: pulumi.Output<string>;
  /** Version in the Schema Registry, such as `1.0`. Each change increases the minor number. */
  declare public readonly version: pulumi.Output<string | undefined>;
  /** Version of the object in the Schema Registry. */
  declare public readonly etag: pulumi.Output<string | undefined>;

  constructor(name: string, args: SchemaArgs, opts?: pulumi.CustomResourceOptions) {
    super("Schema", name, { ...fields, ...args }, opts);
  }

  /** The existing schema with this id, which is read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): Schema {
    return new Schema(name, ...existing<SchemaArgs>(id, opts));
  }

  /** True for schemas, including those of another copy of this package. */
  public static override isInstance(value: unknown): value is Schema {
    return isOf("Schema", value);
  }
}

const fields: Fields<Schema> = {
  title: undefined,
  description: undefined,
  class: undefined,
  fieldGroups: undefined,
  allOf: undefined,
  immutableTags: undefined,
  altId: undefined,
  version: undefined,
  etag: undefined,
};
