import type * as pulumi from "@pulumi/pulumi";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link Schema}: class and field groups, or `allOf` as the API has it, not both.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
 */
export type SchemaArgs = ComposedSchemaArgs | RawSchemaArgs;

/** A schema by class and field groups. */
export interface ComposedSchemaArgs extends AepResourceArgs {
  /**
   * Title, unique among all classes, field groups, schemas and data types of the organisation.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
   */
  title: pulumi.Input<string>;
  /**
   * Free text shown in AEP; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
   */
  description?: pulumi.Input<string> | undefined;
  /**
   * Tags that cannot be removed again (`meta:immutableTags`): `union` enables the schema for Real-Time Customer
   * Profile; default: none. AEP takes `union` at once only from a schema with an identity map, such as one with
   * `aep.xdm.identityMap`; where a {@link SchemaDescriptor} says what identifies a record, leave it out and declare a
   * {@link ProfileEnablement}.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/tutorials/create-schema-api
   */
  immutableTags?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /**
   * `$id` of the class, such as `aep.xdm.profile` or the id of a {@link SchemaClass}. Changing this replaces the
   * schema.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
   */
  class: pulumi.Input<string>;
  /**
   * `$id`s of the field groups, Adobe's (`aep.xdm...`) or own, in any order; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
   */
  fieldGroups?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  allOf?: undefined;
}

/** A schema by `allOf`. */
export interface RawSchemaArgs extends AepResourceArgs {
  /**
   * Title, unique among all classes, field groups, schemas and data types of the organisation.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
   */
  title: pulumi.Input<string>;
  /**
   * Free text shown in AEP; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
   */
  description?: pulumi.Input<string> | undefined;
  /**
   * Tags that cannot be removed again (`meta:immutableTags`): `union` enables the schema for Real-Time Customer
   * Profile; default: none. AEP takes `union` at once only from a schema with an identity map, such as one with
   * `aep.xdm.identityMap`; where a {@link SchemaDescriptor} says what identifies a record, leave it out and declare a
   * {@link ProfileEnablement}.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/tutorials/create-schema-api
   */
  immutableTags?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /**
   * The class and the field groups by `$ref`, as the API has them.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
   */
  allOf: pulumi.Input<pulumi.Input<SchemaReferenceArgs>[]>;
  class?: undefined;
  fieldGroups?: undefined;
}

/** One part of a schema. */
export interface SchemaReferenceArgs {
  /**
   * `$id` of a class or field group.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/schemas
   */
  $ref: pulumi.Input<string>;
}

/**
 * What records of a dataset look like: a class and field groups. Once a dataset exists AEP takes only additions, and
 * it does not delete a schema that is in use.
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
  /** Class and field groups as the program wrote them by `$ref`. */
  declare public readonly allOf: pulumi.Output<{ $ref: string }[] | undefined>;
  /** Tags that cannot be removed again. */
  declare public readonly immutableTags: pulumi.Output<string[] | undefined>;
  /** `meta:altId`: the id with dots, as some calls and `$ref`s spell it. */
  declare public readonly altId: pulumi.Output<string>;
  /** Version in the registry, such as `1.0`; the minor number grows with each change. */
  declare public readonly version: pulumi.Output<string | undefined>;
  /** Version of the object as the registry names it. */
  declare public readonly etag: pulumi.Output<string | undefined>;

  constructor(name: string, args: SchemaArgs, opts?: pulumi.CustomResourceOptions) {
    super("Schema", name, { ...fields, ...args }, opts);
  }

  /** The existing schema with this id, read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): Schema {
    return new Schema(name, ...existing<SchemaArgs>(id, opts));
  }

  /** True for schemas, also those of another copy of this package. */
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
