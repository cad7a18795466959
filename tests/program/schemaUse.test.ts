import * as pulumi from "@pulumi/pulumi";
import * as aep from "../../sdk";
import { finished, refusal, unknownYet, withoutEngine } from "./program";

beforeEach(() => withoutEngine());
afterEach(finished);

const s3 = (name = "landing") =>
  new aep.BaseConnection(name, {
    connectionSpec: "amazon-s3",
    auth: { specName: "Access Key", params: { s3AccessKey: "key", s3SecretKey: "secret" } },
  });
const schemaOf = (name: string) =>
  new aep.Schema(name, {
    title: name,
    class: aep.xdm.profile,
    fieldGroups: [aep.xdm.profilePersonalDetails],
  });

describe("the schema of dataset, target connection and mapping set", () => {
  const target = (schema: pulumi.Input<string>, dataset: pulumi.Input<string>, version?: string) =>
    new aep.TargetConnection("customers", {
      data: { schema: { id: schema, version } },
      params: { dataSetId: dataset },
    });
  const flow = (targetId: pulumi.Input<string>, mappingId: pulumi.Input<string>) =>
    new aep.Dataflow("customers", {
      sourceConnectionIds: ["s"],
      targetConnectionIds: [targetId],
      transformations: [{ name: "Mapping", params: { mappingId, mappingVersion: 0 } }],
    });
  const mappingTo = (schema: pulumi.Input<string>, contentType?: string) =>
    new aep.MappingSet("columns", {
      outputSchema: { schemaRef: { id: schema, contentType } },
      mappings: [{ source: "id", destination: "_id" }],
    });

  test("the version may be written in any form", () => {
    const schema = schemaOf("customers");
    const dataset = new aep.Dataset("customers", { schemaRef: { id: schema.id } });
    const to = target(schema.id, dataset.id, "application/vnd.adobe.xed-full+json;version=1.0");
    flow(to.id, mappingTo(schema.id, "application/vnd.adobe.xed-full+json; version=1").id);
    flow(
      to.id,
      new aep.MappingSet("older", {
        xdmSchema: schema.id,
        xdmVersion: "1.0",
        mappings: [{ sourceAttribute: "id", destinationXdmPath: "_id" }],
      }).id,
    );
  });

  test("a target connection with another schema than its dataset is refused", () => {
    const [one, other] = [schemaOf("customers"), schemaOf("orders")];
    const dataset = new aep.Dataset("customers", { schemaRef: { id: one.id } });
    expect(refusal(() => target(other.id, dataset.id))).toBe(
      'TargetConnection "customers": data.schema is Schema "orders", but Dataset "customers" has Schema "customers"; ' +
        "pass the same schema to both",
    );
  });

  test("ids in plain text are compared too", () => {
    const dataset = new aep.Dataset("customers", {
      schemaRef: { id: "https://ns.adobe.com/acme/schemas/1" },
    });
    expect(refusal(() => target("https://ns.adobe.com/acme/schemas/2", dataset.id))).toContain(
      "data.schema is https://ns.adobe.com/acme/schemas/2, but",
    );
    target("https://ns.adobe.com/acme/schemas/1", dataset.id);
    target("_acme.schemas.1", dataset.id);
    target(schemaOf("customers").id, dataset.id);
  });

  test("another major version is refused", () => {
    const schema = schemaOf("customers");
    const dataset = new aep.Dataset("customers", { schemaRef: { id: schema.id } });
    const text = refusal(() =>
      target(schema.id, dataset.id, "application/vnd.adobe.xed-full+json;version=2"),
    );
    expect(text).toBe(
      'TargetConnection "customers": data.schema is version 2 of Schema "customers", but Dataset "customers" has ' +
        "version 1; set the same version in both",
    );
  });

  test("a dataflow with a mapping set to another schema than its target is refused", () => {
    const [one, other] = [schemaOf("customers"), schemaOf("orders")];
    const to = target(one.id, "5c8c3c555033b814b69f947f");
    const mapping = mappingTo(other.id);
    expect(refusal(() => flow(to.id, mapping.id))).toBe(
      'Dataflow "customers": transformations: MappingSet "columns" maps to Schema "orders", but TargetConnection ' +
        '"customers" writes Schema "customers"; pass the same schema to both',
    );
  });

  test("if the schema of the target is not known, schema and version of the dataset are used", () => {
    const schema = schemaOf("customers");
    const dataset = new aep.Dataset("customers", { schemaRef: { id: schema.id } });
    const to = target(dataset.schemaRef.id, dataset.id);
    const mapping = mappingTo(schema.id, "application/vnd.adobe.xed-full+json;version=2");
    const other = mappingTo(schemaOf("orders").id);
    expect(refusal(() => flow(to.id, mapping.id))).toContain(
      'MappingSet "columns" maps to version 2 of Schema "customers", but Dataset "customers" has version 1',
    );
    expect(refusal(() => flow(to.id, other.id))).toContain('but Dataset "customers" has Schema "customers"');
    flow(to.id, mappingTo(schema.id).id);
  });

  test("values that are not known yet are not checked", () => {
    const [one, other] = [schemaOf("customers"), schemaOf("orders")];
    const dataset = new aep.Dataset("customers", {
      schemaRef: { id: one.id, contentType: unknownYet("2") },
    });
    target(one.id, dataset.id);
    target(pulumi.interpolate`${other.id}`, dataset.id);
    const read = aep.Dataset.get("read", "5c8c3c555033b814b69f947f");
    target(other.id, read.id);
    flow(target(one.id, dataset.id).id, aep.MappingSet.get("read", "bf5286a9c1ad4266baca76ba3adc9366").id);
  });
});

describe("a schema that is enabled for Profile", () => {
  const identityOf = (schema: aep.Schema, isPrimary = true) =>
    new aep.SchemaDescriptor("email", {
      type: "xdm:descriptorIdentity",
      sourceSchema: schema.id,
      sourceProperty: "/personalEmail/address",
      namespace: "Email",
      isPrimary,
    });
  const enabled = (schema: aep.Schema) => new aep.ProfileEnablement("customers", { schemaId: schema.id });

  test("is linked to by id and by schemaId of its ProfileEnablement", () => {
    const schema = schemaOf("customers");
    const profile = enabled(schema);
    const dataset = new aep.Dataset("customers", { schemaRef: { id: profile.id } });
    const params = { dataSetId: dataset.id };
    for (const [name, id] of Object.entries({ a: schema.id, b: profile.id, c: profile.schemaId }))
      new aep.TargetConnection(name, { data: { schema: { id } }, params });
    const other = schemaOf("others");
    expect(
      refusal(() => new aep.TargetConnection("d", { data: { schema: { id: other.id } }, params })),
    ).toContain('Schema "others", but Dataset "customers" has Schema "customers"');
  });

  test("has its fields for mapping sets", () => {
    const mappings = [{ sourceAttribute: "a", destinationXdmPath: "person.name.lastNam" }];
    const fieldGroups = [aep.xdm.profilePersonDetails];
    const schema = new aep.Schema("people", { title: "People", class: aep.xdm.profile, fieldGroups });
    expect(
      refusal(() => new aep.MappingSet("people", { xdmSchema: enabled(schema).id, mappings })),
    ).toContain("person.name.lastName");
  });

  test("names its own primary identity, and a schema", () => {
    const [schema, other] = [schemaOf("customers"), schemaOf("others")];
    const refused = (schemaId: pulumi.Output<string>, identity: { id: pulumi.Output<string> }) =>
      refusal(() => new aep.ProfileEnablement("a", { schemaId, primaryIdentity: identity.id }));
    expect(refused(schema.id, identityOf(schema))).toBe("");
    expect(refused(schema.id, identityOf(schema, false))).toBe(
      'ProfileEnablement "a": primaryIdentity is SchemaDescriptor "email", which is not a primary identity; set isPrimary: true on that descriptor',
    );
    expect(refused(schema.id, identityOf(other))).toContain(
      'schemaId is Schema "customers", but SchemaDescriptor "email" describes Schema "others"',
    );
    expect(refused(s3().id, identityOf(schema))).toContain("schemaId is the id of BaseConnection");
    expect(refused(schema.id, schema)).toContain("primaryIdentity is the id of Schema");
  });
});
