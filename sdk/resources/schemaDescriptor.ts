import type * as pulumi from "@pulumi/pulumi";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link SchemaDescriptor}. Its `type` says which.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/descriptors
 */
export type SchemaDescriptorArgs =
  IdentityDescriptorArgs | ReferenceIdentityDescriptorArgs | RelationshipDescriptorArgs;

/**
 * Marks a field that identifies the person or thing that a record is about.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/descriptors
 */
export interface IdentityDescriptorArgs extends AepResourceArgs {
  /** Kind of descriptor. Changing this replaces the descriptor. */
  type: "xdm:descriptorIdentity";
  /** `$id` of the described schema, the id of a {@link Schema}. Changing this replaces the descriptor. */
  sourceSchema: pulumi.Input<string>;
  /** Major version of `sourceSchema`; default: 1. */
  sourceVersion?: pulumi.Input<number> | undefined;
  /**
   * Path of the field with slashes and without `properties`, such as `/personalEmail/address`. A schema of the program
   * must have this field. Changing this replaces the descriptor.
   */
  sourceProperty: pulumi.Input<string>;
  /**
   * Identity namespace: its code, such as `Email`, or its id (see `property`).
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/identity/features/namespaces
   */
  namespace: pulumi.Input<string>;
  /** Whether `namespace` is a code or an id; default: `xdm:code`. */
  property?: pulumi.Input<"xdm:code" | "xdm:id"> | undefined;
  /** Whether this is the primary identity, of which a schema has only one; default: false. */
  isPrimary?: pulumi.Input<boolean> | undefined;
  identityNamespace?: undefined;
  destinationSchema?: undefined;
  destinationVersion?: undefined;
  destinationProperty?: undefined;
}

/**
 * Marks a field that holds an identity of another schema's records.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/descriptors
 */
export interface ReferenceIdentityDescriptorArgs extends AepResourceArgs {
  /** Kind of descriptor. Changing this replaces the descriptor. */
  type: "xdm:descriptorReferenceIdentity";
  /** `$id` of the described schema, the id of a {@link Schema}. Changing this replaces the descriptor. */
  sourceSchema: pulumi.Input<string>;
  /** Major version of `sourceSchema`; default: 1. */
  sourceVersion?: pulumi.Input<number> | undefined;
  /**
   * Path of the field with slashes and without `properties`, such as `/personalEmail/address`. A schema of the program
   * must have this field. Changing this replaces the descriptor.
   */
  sourceProperty: pulumi.Input<string>;
  /** Code of the namespace of the other schema's primary identity, such as `Email`. */
  identityNamespace: pulumi.Input<string>;
  namespace?: undefined;
  property?: undefined;
  isPrimary?: undefined;
  destinationSchema?: undefined;
  destinationVersion?: undefined;
  destinationProperty?: undefined;
}

/**
 * Marks a field that refers to records of another schema.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/descriptors
 */
export interface RelationshipDescriptorArgs extends AepResourceArgs {
  /** Kind of descriptor. Changing this replaces the descriptor. */
  type: "xdm:descriptorOneToOne";
  /** `$id` of the described schema, the id of a {@link Schema}. Changing this replaces the descriptor. */
  sourceSchema: pulumi.Input<string>;
  /** Major version of `sourceSchema`; default: 1. */
  sourceVersion?: pulumi.Input<number> | undefined;
  /**
   * Path of the field with slashes and without `properties`, such as `/personalEmail/address`. A schema of the program
   * must have this field. Changing this replaces the descriptor.
   */
  sourceProperty: pulumi.Input<string>;
  /** `$id` of the other schema. */
  destinationSchema: pulumi.Input<string>;
  /** Major version of the other schema; default: 1. */
  destinationVersion?: pulumi.Input<number> | undefined;
  /** Path of the field in the other schema; default: its primary identity. */
  destinationProperty?: pulumi.Input<string> | undefined;
  namespace?: undefined;
  property?: undefined;
  isPrimary?: undefined;
  identityNamespace?: undefined;
}

/**
 * Tells AEP more about a field of a schema than its type: that it is an identity, or that it refers to another
 * schema.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/descriptors
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const email = new aep.SchemaDescriptor("customers-email", {
 *     type: "xdm:descriptorIdentity",
 *     sourceSchema: "https://ns.adobe.com/acme/schemas/417a33eg81a221bd10495920574gfa2d",
 *     sourceProperty: "/personalEmail/address",
 *     namespace: "Email",
 *     isPrimary: true,
 * });
 * export const descriptorId = email.id;
 * ```
 */
export class SchemaDescriptor extends AepResource {
  /** Kind of descriptor. */
  declare public readonly type: pulumi.Output<SchemaDescriptorArgs["type"]>;
  /** The described schema. */
  declare public readonly sourceSchema: pulumi.Output<string>;
  /** Major version of `sourceSchema`. */
  declare public readonly sourceVersion: pulumi.Output<number | undefined>;
  /** Path of the field. */
  declare public readonly sourceProperty: pulumi.Output<string>;
  /** Identity namespace. */
  declare public readonly namespace: pulumi.Output<string | undefined>;
  /** Whether `namespace` is a code or an id. */
  declare public readonly property: pulumi.Output<"xdm:code" | "xdm:id" | undefined>;
  /** Whether this is the primary identity. */
  declare public readonly isPrimary: pulumi.Output<boolean | undefined>;
  /** Namespace of the other schema's primary identity. */
  declare public readonly identityNamespace: pulumi.Output<string | undefined>;
  /** The other schema. */
  declare public readonly destinationSchema: pulumi.Output<string | undefined>;
  /** Major version of the other schema. */
  declare public readonly destinationVersion: pulumi.Output<number | undefined>;
  /** Path of the field in the other schema. */
  declare public readonly destinationProperty: pulumi.Output<string | undefined>;

  constructor(name: string, args: SchemaDescriptorArgs, opts?: pulumi.CustomResourceOptions) {
    super("SchemaDescriptor", name, { ...fields, ...args }, { deleteBeforeReplace: true, ...opts });
  }

  /** The existing descriptor with this id, which is read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): SchemaDescriptor {
    return new SchemaDescriptor(name, ...existing<SchemaDescriptorArgs>(id, opts));
  }

  /** True for descriptors, including those of another copy of this package. */
  public static override isInstance(value: unknown): value is SchemaDescriptor {
    return isOf("SchemaDescriptor", value);
  }
}

const fields: Fields<SchemaDescriptor> = {
  type: undefined,
  sourceSchema: undefined,
  sourceVersion: undefined,
  sourceProperty: undefined,
  namespace: undefined,
  property: undefined,
  isPrimary: undefined,
  identityNamespace: undefined,
  destinationSchema: undefined,
  destinationVersion: undefined,
  destinationProperty: undefined,
};
