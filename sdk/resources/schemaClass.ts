import type * as pulumi from "@pulumi/pulumi";
import type { AepResourceArgs, Fields, GetOptions } from "./resource";
import { AepResource, existing, isOf } from "./resource";

/**
 * Args of {@link SchemaClass}.
 * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/api/classes
 */
export interface SchemaClassArgs extends AepResourceArgs {
  /** Title; it must be unique among all classes, field groups, schemas and data types of the organisation. */
  title: pulumi.Input<string>;
  /** Free text shown in AEP; default: none. */
  description?: pulumi.Input<string> | undefined;
  /**
   * Kind of records: attributes of a subject, events in time, or data of a single dataset.
   * Changing this replaces the class.
   */
  behavior: pulumi.Input<"record" | "time-series" | "adhoc">;
  /**
   * Fields by name, each a JSON Schema with XDM's keywords. Custom fields must be nested under `_` + tenant id (see
   * {@link getTenant}). The fields of an ad hoc class are the columns of the source.
   * @see https://experienceleague.adobe.com/en/docs/experience-platform/xdm/tutorials/ad-hoc
   */
  properties: pulumi.Input<Record<string, unknown>>;
}

/**
 * The fields that all schemas of one kind share: your own class beside Adobe's, or the ad hoc class of one source. AEP
 * does not delete a class that a schema uses.
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
  /** Kind of records. */
  declare public readonly behavior: pulumi.Output<"record" | "time-series" | "adhoc">;
  /** Fields by name. */
  declare public readonly properties: pulumi.Output<Record<string, unknown>>;
  /** `meta:altId`: the id in the form with dots, which some calls and `$ref`s use. */
  declare public readonly altId: pulumi.Output<string>;
  /** Version in the Schema Registry, such as `1.0`. Each change increases the minor number. */
  declare public readonly version: pulumi.Output<string | undefined>;
  /** Version of the object in the Schema Registry. */
  declare public readonly etag: pulumi.Output<string | undefined>;
  /** Namespace that AEP gave to the fields of an ad hoc class, such as `_6a2f...`. */
  declare public readonly datasetNamespace: pulumi.Output<string | undefined>;

  constructor(name: string, args: SchemaClassArgs, opts?: pulumi.CustomResourceOptions) {
    super("SchemaClass", name, { ...fields, ...args }, opts);
  }

  /** The existing class with this id, which is read and not managed. */
  public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: GetOptions): SchemaClass {
    return new SchemaClass(name, ...existing<SchemaClassArgs>(id, opts));
  }

  /** True for classes, including those of another copy of this package. */
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
