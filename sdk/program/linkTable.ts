// Generated from the facts `linksTo` of the provider's definitions by `npm run docs`.

/**
 * By kind, the args that hold the id of another object, with the kinds of that object. `list[]` stands for each item of a list,
 * `list[name=value]` for the items with this value.
 */
export const linkTable: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  SourceConnection: { baseConnectionId: ["BaseConnection"], "data.schema.id": ["Schema"] },
  FieldGroup: { "intendedToExtend[]": ["SchemaClass"] },
  Schema: {
    class: ["SchemaClass"],
    "fieldGroups[]": ["FieldGroup"],
    "allOf[].$ref": ["SchemaClass", "FieldGroup"],
  },
  SchemaDescriptor: { sourceSchema: ["Schema"], destinationSchema: ["Schema"] },
  ProfileEnablement: { schemaId: ["Schema"], primaryIdentity: ["SchemaDescriptor"] },
  Dataset: { "schemaRef.id": ["Schema"] },
  TargetConnection: {
    baseConnectionId: ["BaseConnection"],
    "data.schema.id": ["Schema"],
    "params.dataSetId": ["Dataset"],
  },
  MappingSet: {
    "outputSchema.schemaRef.id": ["Schema"],
    "inputSchema.schemaRef.id": ["Schema"],
    xdmSchema: ["Schema"],
  },
  Dataflow: {
    "sourceConnectionIds[]": ["SourceConnection"],
    "targetConnectionIds[]": ["TargetConnection"],
    "transformations[name=Mapping].params.mappingId": ["MappingSet"],
  },
};
