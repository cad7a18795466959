import * as pulumi from "@pulumi/pulumi";
import { validate } from "../../provider/lifecycle/check/validate";
import type { JsonObject } from "../../provider/values/propertyPath";
import { definitions } from "../../provider/resources";
import * as aep from "../../sdk";
import { finished, refusal, unknownYet, withoutEngine } from "./program";

beforeEach(() => withoutEngine());
afterEach(finished);

const schemaOf = (args: Partial<aep.SchemaArgs> = {}) =>
  new aep.Schema("customers", {
    title: "Customers",
    class: aep.xdm.profile,
    fieldGroups: [aep.xdm.profilePersonalDetails],
    ...args,
  } as aep.SchemaArgs);

describe("a descriptor's field", () => {
  const own = { _acme: { type: "object", properties: { points: { type: "integer" } } } };
  const groupOf = (properties: pulumi.Input<Record<string, unknown>>) =>
    new aep.FieldGroup("loyalty", { title: "Loyalty", intendedToExtend: [aep.xdm.profile], properties });
  const descriptorOf = (schema: pulumi.Input<string>, sourceProperty: pulumi.Input<string>) =>
    refusal(
      () =>
        new aep.SchemaDescriptor("mail", {
          type: "xdm:descriptorIdentity",
          sourceSchema: schema,
          sourceProperty,
          namespace: "Email",
        }),
    );

  test.each(["/personalEmail/address", "/_id", "/_acme/points", "/identityMap", "/personalEmail"])(
    "may be %s",
    (property) => {
      const schema = schemaOf({
        fieldGroups: [aep.xdm.profilePersonalDetails, aep.xdm.identityMap, groupOf(own).id],
      });
      expect(descriptorOf(schema.id, property)).toBe("");
    },
  );

  test.each([
    ["/personalEmail/adress", "/personalEmail has ", "did you mean /personalEmail/address?"],
    ["/points", "it has ", "did you mean /_acme/points?"],
    ["/properties/personalEmail/address", "it has ", "did you mean /personalEmail/address?"],
    ["/_acme/points/of", "/_acme/points has type integer and no fields", ""],
  ])("is refused as %s", (property, has, hint) => {
    const schema = schemaOf({ fieldGroups: [aep.xdm.profilePersonalDetails, groupOf(own).id] });
    const text = descriptorOf(schema.id, property);
    expect(text).toContain(
      `SchemaDescriptor "mail": sourceProperty names ${property}, which Schema "customers" does not have: ${has}`,
    );
    expect(text).toContain(hint);
  });

  test("is not checked if a part of the schema is not known, or if it is written in another form", () => {
    const unknownParts = [
      schemaOf({ fieldGroups: [groupOf(unknownYet({})).id] }),
      schemaOf({ fieldGroups: ["https://ns.adobe.com/acme/mixins/1f"] }),
      schemaOf({ fieldGroups: unknownYet([""]) }),
      schemaOf({ class: unknownYet("") }),
    ];
    for (const { id } of unknownParts) expect(descriptorOf(id, "/wrong")).toBe("");
    expect(descriptorOf("https://ns.adobe.com/acme/schemas/1f", "/wrong")).toBe("");
    expect(descriptorOf(unknownYet(""), "/wrong")).toBe("");
    expect(descriptorOf(schemaOf().id, unknownYet("/wrong"))).toBe("");
    for (const property of ["/xdm:personalEmail/xdm:address", "/@id", "/emails[*]/address", "/emails/*"])
      expect(descriptorOf(schemaOf().id, property)).toBe("");
  });
});

describe("a dataset for Profile", () => {
  const datasetOf = (id: pulumi.Input<string>, values: pulumi.Input<pulumi.Input<string>[]>) =>
    refusal(() => new aep.Dataset("d", { schemaRef: { id }, tags: { unifiedProfile: values } }));

  test("needs a schema that is enabled for it", () => {
    expect(datasetOf(schemaOf().id, ["enabled:true"])).toBe(
      'Dataset "d": tags.unifiedProfile enables the dataset for Profile, but Schema "customers" is not enabled; set ' +
        'immutableTags: ["union"] on the schema, or declare a ProfileEnablement for it and pass the id of the ' +
        "ProfileEnablement as schemaRef.id",
    );
    expect(datasetOf(schemaOf({ immutableTags: ["union"] }).id, ["enabled:true"])).toBe("");
  });

  test("is not checked if a part is not known, or if the dataset is not for Profile", () => {
    expect(datasetOf(schemaOf({ immutableTags: unknownYet(["union"]) }).id, ["enabled:true"])).toBe("");
    expect(datasetOf(schemaOf({ immutableTags: [unknownYet("union")] }).id, ["enabled:true"])).toBe("");
    expect(datasetOf(schemaOf().id, unknownYet(["enabled:true"]))).toBe("");
    expect(datasetOf(schemaOf().id, ["enabled:false"])).toBe("");
    expect(datasetOf("https://ns.adobe.com/acme/schemas/1f", ["enabled:true"])).toBe("");
    expect(datasetOf(pulumi.interpolate`${schemaOf().id}`, ["enabled:true"])).toBe("");
  });

  test("accepts the id of the ProfileEnablement, not the id of the schema", () => {
    const schema = schemaOf();
    const profile = new aep.ProfileEnablement("p", { schemaId: schema.id });
    expect(datasetOf(profile.id, ["enabled:true"])).toBe("");
    expect(datasetOf(schema.id, ["enabled:true"])).toContain(
      "pass the id of the ProfileEnablement as schemaRef.id",
    );
  });
});

describe("two sandboxes", () => {
  test("a link from one to the other is refused", () => {
    pulumi.runtime.setConfig("aep:sandbox", "dev");
    const schema = schemaOf();
    const text = (sandbox?: pulumi.Input<string>) =>
      refusal(() => new aep.Dataset("d", { schemaRef: { id: schema.id }, sandbox }));
    expect(text("prod")).toBe(
      'Dataset "d": sandbox is "prod", but schemaRef.id is the id of Schema "customers", which is in sandbox "dev"; ' +
        "declare both in the same sandbox",
    );
    expect([text(), text("dev"), text(unknownYet("prod"))]).toEqual(["", "", ""]);
    const elsewhere = schemaOf({ sandbox: unknownYet("prod") });
    expect(refusal(() => new aep.Dataset("d", { schemaRef: { id: elsewhere.id } }))).toBe("");
  });

  test("a link in a list is refused too", () => {
    const source = new aep.SourceConnection("s", {
      connectionSpec: { id: "33333333-3333-4333-8333-333333333333" },
      data: { format: "json" },
      sandbox: "dev",
    });
    const flow = () =>
      new aep.Dataflow("f", {
        sourceConnectionIds: [source.id],
        targetConnectionIds: ["t"],
        sandbox: "prod",
      });
    expect(refusal(flow)).toBe(
      'Dataflow "f": sandbox is "prod", but sourceConnectionIds[0] is the id of SourceConnection "s", which is in ' +
        'sandbox "dev"; declare both in the same sandbox',
    );
  });
});

describe("a dataflow's mapping set", () => {
  const flowWith = (params: aep.MappingTransformationArgs["params"]) =>
    refusal(
      () =>
        new aep.Dataflow("f", {
          sourceConnectionIds: ["s"],
          targetConnectionIds: ["t"],
          transformations: [{ name: "Mapping", params }],
        }),
    );

  test("needs its version", () => {
    const mapping = new aep.MappingSet("columns", {
      outputSchema: { schemaRef: { id: schemaOf().id } },
      mappings: [{ source: "id", destination: "_id" }],
    });
    expect(flowWith({ mappingId: mapping.id })).toBe(
      'Dataflow "f": transformations[0].params.mappingVersion is missing: without it, later changes of MappingSet "columns" ' +
        "do not reach the dataflow; add mappingVersion with the version of the mapping set, such as mapping.version",
    );
    expect(flowWith({ mappingId: mapping.id, mappingVersion: mapping.version })).toBe("");
    expect(flowWith({ mappingId: mapping.id, mappingVersion: 0 })).toBe("");
  });

  test("of another program needs no version", () => {
    expect(flowWith({ mappingId: "bf5286a9c1ad4266baca76ba3adc9366" })).toBe("");
    expect(flowWith(unknownYet({ mappingId: "" }))).toBe("");
  });
});

/** The classes without types, as in plain JavaScript. */
type Untyped = Record<string, new (name: string, args?: unknown) => pulumi.CustomResource>;

test.each([
  ["BaseConnection", ["connectionSpec is missing"]],
  ["SourceConnection", ["connectionSpec is missing"]],
  ["TargetConnection", ["params is missing"]],
  ["Dataset", ["schemaRef is missing"]],
  ["MappingSet", ["mappings is missing"]],
  ["Dataflow", ["sourceConnectionIds is missing", "targetConnectionIds is missing"]],
  ["Schema", ["title is missing"]],
  ["SchemaClass", ["title is missing", "behavior is missing", "properties is missing"]],
  ["FieldGroup", ["title is missing", "intendedToExtend is missing", "properties is missing"]],
  ["SchemaDescriptor", ["sourceSchema is missing", "sourceProperty is missing"]],
])("a preview of a %s without args names the missing args", async (kind, missing) => {
  const sent: Record<string, unknown>[] = [];
  await withoutEngine(true, (inputs) => sent.push(inputs));
  new (aep as unknown as Untyped)[kind]!("d");
  await finished();
  const definition = Object.values(definitions).find(({ type }) => type === kind)!;
  const { __provider: _address, ...inputs } = sent[0] as JsonObject;
  const text = validate(definition, {}, { ...inputs, sandbox: "dev" }).problems.join("\n");
  for (const each of missing) expect(text).toContain(`${kind} "d": ${each}`);
});
