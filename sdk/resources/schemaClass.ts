import type * as pulumi from "@pulumi/pulumi";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link SchemaClass}.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/classes
 */
export interface SchemaClassArgs extends AepResourceArgs {
  /**
   * Title, unique among all classes, field groups, schemas and data types of the organisation.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/classes
   */
  title: pulumi.Input<string>;
  /**
   * Free text shown in AEP; default: none.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/classes
   */
  description?: pulumi.Input<string> | undefined;
  /**
   * What records of the class are: attributes of a subject, events in time, or data that only one dataset holds.
   * Changing this replaces the class.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/classes
   */
  behavior: pulumi.Input<"record" | "time-series" | "adhoc">;
  /**
   * Fields by name, each a JSON Schema with XDM's keywords: custom ones begin with `_` and the tenant id; those of an
   * ad hoc class are the columns of the source.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/tutorials/ad-hoc
   */
  properties: pulumi.Input<Record<string, unknown>>;
}

/**
 * The smallest set of fields that schemas of one kind share: an own class beside Adobe's, or the ad hoc class of one
 * source. AEP does not delete a class that a schema uses.
 *
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/classes
 *
 * @example
 * ```ts
 * import * as aep from "pulumi-aep";
 *
 * const columns = new aep.SchemaClass("customers-csv", {
 *     title: "Customers as the CRM exports them",
 *     behavior: "adhoc",
 *     properties: { FirstName: { type: "string" }, Birthday: { type: "string", format: "date" } },
 * });
 * export const classId = columns.id;
 * ```
 */
export class SchemaClass extends AepResource {
  /** Title, unique in the organisation. */
  declare public readonly title: pulumi.Output<string>;
  /** Free text shown in AEP. */
  declare public readonly description: pulumi.Output<string | undefined>;
  /** What records of the class are. */
  declare public readonly behavior: pulumi.Output<"record" | "time-series" | "adhoc">;
  /** Fields by name. */
  declare public readonly properties: pulumi.Output<Record<string, unknown>>;
  /** `meta:altId`: the id with dots, as some calls and `$ref`s spell it. */
  declare public readonly altId: pulumi.Output<string>;
  /** Version in the registry, such as `1.0`; the minor number grows with each change. */
  declare public readonly version: pulumi.Output<string | undefined>;
  /** Version of the object as the registry names it. */
  declare public readonly etag: pulumi.Output<string | undefined>;
  /** Name that AEP gave to the fields of an ad hoc class, such as `_6a2f...`. */
  declare public readonly datasetNamespace: pulumi.Output<string | undefined>;

  constructor(name: string, args: SchemaClassArgs, opts?: pulumi.CustomResourceOptions) {
    super("SchemaClass", name, { ...fields, ...args }, opts);
  }

  /** The existing class with this id, read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): SchemaClass {
    return new SchemaClass(name, ...existing<SchemaClassArgs>(id, opts));
  }

  /** True for classes, also those of another copy of this package. */
  public static override isInstance(value: unknown): value is SchemaClass {
    return isOf("SchemaClass", value);
  }
}

const fields: Fields<SchemaClass> = {
  title: undefined,
  description: undefined,
  behavior: undefined,
  properties: undefined,
  altId: undefined,
  version: undefined,
  etag: undefined,
  datasetNamespace: undefined,
};
