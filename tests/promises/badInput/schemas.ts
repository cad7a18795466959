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
    [
      "a field outside the tenant's namespace",
      { "properties.city": { type: "string" } },
      /^properties\.city must be nested under your tenant's namespace: `_` and the tenant id \(see getTenant\)$/,
    ],
    [
      "a type that JSON Schema does not have",
      { "properties._acme.properties.size": { type: "long" } },
      /^properties\._acme\.properties\.size\.type must be one of "string", .*; did you mean "integer"\?$/,
    ],
  ],
  FieldGroup: [
    ["no class to extend", { intendedToExtend: [] }, /^intendedToExtend must name at least one class/],
    [
      "a word as the class",
      { "intendedToExtend[0]": "profile" },
      /^intendedToExtend\[0\] is not an id: pass the id of a SchemaClass, or .* aep\.xdm\.profile$/,
    ],
    [
      "a field outside the tenant's namespace",
      { "properties.tier": { type: "string" } },
      /^properties\.tier must be nested under your tenant's namespace/,
    ],
    [
      "a field inside a standard object, outside the tenant's namespace",
      { "properties.person": { type: "object", properties: { nick: { type: "string" } } } },
      /^properties\.person must be nested under your tenant's namespace/,
    ],
    [
      "a type that JSON Schema does not have",
      { "properties._acme.properties.tier": { type: "int" } },
      /^properties\._acme\.properties\.tier\.type must be one of .*; did you mean "integer"\?$/,
    ],
    [
      "a misspelt type",
      { "properties._acme.properties.tier": { type: "sting" } },
      /; did you mean "string"\?$/,
    ],
    [
      "a wrong type in a list",
      { "properties._acme.properties.tier": { type: "array", items: { type: "bool" } } },
      /^properties\._acme\.properties\.tier\.items\.type must be .*; did you mean "boolean"\?$/,
    ],
    [
      "a wrong type in a part of a field",
      { "properties._acme.properties.tier": { allOf: [{ type: "text" }] } },
      /^properties\._acme\.properties\.tier\.allOf\[0\]\.type must be .*; did you mean "string"\?$/,
    ],
  ],
  Schema: [
    [
      "both forms of composition",
      { allOf: [{ $ref: "https://ns.adobe.com/xdm/context/profile" }] },
      /^allOf has the same meaning as class and fieldGroups; keep one of the two forms/,
    ],
    ["no class", { class: undefined }, /^class is missing; name a class, such as aep\.xdm\.profile/],
    ["a word as the class", { class: "profile" }, /^class is not an id: .* such as aep\.xdm\.profile$/],
    [
      "a word as the field group",
      { "fieldGroups[0]": "Demographic Details" },
      /^fieldGroups\[0\] is not an id: .* such as aep\.xdm\.profilePersonDetails$/,
    ],
    [
      "an unknown tag",
      { immutableTags: ["Union"] },
      /^immutableTags\[0\] must be "union", the only tag that AEP accepts here$/,
    ],
    ["a uuid as the class", { class: uuid }, /^class is not the id of a SchemaClass/],
    [
      "a uuid as the field group",
      { "fieldGroups[0]": uuid },
      /^fieldGroups\[0\] is not the id of a FieldGroup/,
    ],
  ],
  SchemaDescriptor: [
    [
      "a property without a slash",
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
      /^destinationSchema is not a field of a xdm:descriptorIdentity; remove it/,
    ],
    ["a uuid as the schema", { sourceSchema: uuid }, /^sourceSchema is not the id of a Schema/],
  ],
  ProfileEnablement: [
    ["no schema", { schemaId: undefined }, /schemaId/],
    ["the short id of a schema", { schemaId: "_acme.schemas.5a3f" }, /^schemaId is not the \$id of a Schema/],
    [
      "a dataset as the schema",
      { schemaId: "5c8c3c555033b814b69f947f" },
      /^schemaId is not the \$id of a Schema/,
    ],
    ["a field of another kind", { namespace: "Email" }, /namespace/],
  ],
};
