import { type BadInputs, schemaId, uuid } from "./badInputs";

export const schemas: BadInputs = {
  SchemaClass: [
    [
      "an unknown behavior",
      { behavior: "timeseries" },
      /^behavior must be one of .*did you mean "time-series"\?/,
    ],
    ["no title", { title: undefined }, /^title is missing; add it/],
    ["an empty title", { title: "" }, /^title must not be empty/],
  ],
  FieldGroup: [
    ["no class that it extends", { intendedToExtend: [] }, /^intendedToExtend must name at least one class/],
  ],
  Schema: [
    [
      "both forms of composition",
      { allOf: [{ $ref: "https://ns.adobe.com/xdm/context/profile" }] },
      /^allOf says the same as class and fieldGroups; keep one of the two forms/,
    ],
    ["no class", { class: undefined }, /^class is missing; name a class, such as aep\.xdm\.profile/],
    ["a uuid for a class", { class: uuid }, /^class is not the id of a SchemaClass/],
    [
      "a uuid for a field group",
      { "fieldGroups[0]": uuid },
      /^fieldGroups\[0\] is not the id of a FieldGroup/,
    ],
  ],
  SchemaDescriptor: [
    [
      "a property without its slash",
      { sourceProperty: "personalEmail.address" },
      /^sourceProperty must begin with a slash/,
    ],
    [
      "an identity without namespace",
      { namespace: undefined },
      /^namespace is missing; a xdm:descriptorIdentity needs it/,
    ],
    [
      "a field of another type",
      { destinationSchema: schemaId },
      /^destinationSchema does not belong to a xdm:descriptorIdentity; remove it/,
    ],
    ["a uuid for a schema", { sourceSchema: uuid }, /^sourceSchema is not the id of a Schema/],
  ],
  ProfileEnablement: [
    ["no schema", { schemaId: undefined }, /schemaId/],
    ["a schema by its short id", { schemaId: "_acme.schemas.5a3f" }, /^schemaId is not the \$id of a Schema/],
    [
      "a dataset for a schema",
      { schemaId: "5c8c3c555033b814b69f947f" },
      /^schemaId is not the \$id of a Schema/,
    ],
    ["a field of another kind", { namespace: "Email" }, /namespace/],
  ],
};
