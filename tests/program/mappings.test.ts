import type * as pulumi from "@pulumi/pulumi";
import * as aep from "../../sdk";
import { finished, refusal, unknownYet, withoutEngine } from "./program";

beforeEach(() => withoutEngine());
afterEach(finished);

const loyaltyFields = {
  _acme: {
    type: "object",
    properties: {
      tier: { type: "string", enum: ["gold", "silver"] },
      points: { type: "integer" },
    },
  },
};

const groupOf = (properties: pulumi.Input<Record<string, unknown>>) =>
  new aep.FieldGroup("loyalty", { title: "Loyalty", intendedToExtend: [aep.xdm.profile], properties });

const profileWith = (...groups: pulumi.Input<string>[]) =>
  new aep.Schema("customers", {
    title: "Customers",
    class: aep.xdm.profile,
    fieldGroups: [aep.xdm.profilePersonDetails, aep.xdm.profilePersonalDetails, ...groups],
  });

const mappingTo = (schema: pulumi.Input<string>, mappings: pulumi.Input<aep.MappingArgs>[]) =>
  new aep.MappingSet("columns", { outputSchema: { schemaRef: { id: schema } }, mappings });

const id = { source: "id", destination: "_id" };

const lines = (text: string) => text.split("\n").filter((line) => line.startsWith("  - "));

describe("a mapping set to a schema of standard parts", () => {
  test("may fill the fields of these parts", () => {
    const text = refusal(() =>
      mappingTo(profileWith().id, [
        id,
        { source: "first", destination: "person.name.firstName" },
        { source: "lower(mail)", destination: "personalEmail.address" },
      ]),
    );
    expect(text).toBe("");
  });

  test("is refused for an unknown path; the error has the nearest one", () => {
    const mappings = [id, { source: "mail", destination: "personalEmail.adress" }];
    const text = refusal(() => mappingTo(profileWith().id, mappings));
    expect(text).toMatch(/^MappingSet "columns": mappings\[1\]\.destination names personalEmail\.adress, /);
    expect(text).toContain("did you mean personalEmail.address?");
  });

  test("is refused with the names that the program uses", () => {
    const text = refusal(
      () =>
        new aep.MappingSet("columns", {
          xdmSchema: profileWith().id,
          mappings: [{ sourceAttribute: "lowr(mail)", destinationXdmPath: "personalEmail.address" }],
        }),
    );
    expect(text).toMatch(/^MappingSet "columns": mappings\[0\]\.sourceAttribute .*lowr/);
    const typo = refusal(
      () =>
        new aep.MappingSet("columns", {
          xdmSchema: profileWith().id,
          mappings: [{ sourceAttribute: "mail", destinationXdmPath: "personalEmail.adress" }],
        }),
    );
    expect(typo).toMatch(
      /^MappingSet "columns": mappings\[0\]\.destinationXdmPath names personalEmail\.adress/,
    );
  });

  test("is refused in the same way for a schema with allOf", () => {
    const schema = new aep.Schema("customers", {
      title: "Customers",
      allOf: [{ $ref: aep.xdm.profile }, { $ref: aep.xdm.profilePersonDetails }],
    });
    const text = refusal(() => mappingTo(schema.id, [{ source: "x", destination: "person.name.firstNam" }]));
    expect(text).toContain("did you mean person.name.firstName?");
  });

  test("has an error with ten problems and the number of the others", () => {
    const mappings = Array.from({ length: 12 }, (_, index) => ({
      source: "a",
      destination: `person.name.wrong${index}`,
    }));
    const text = refusal(() => mappingTo(profileWith().id, mappings));
    expect(text).toMatch(/^MappingSet "columns": 12 problems:\n/);
    expect(lines(text)).toHaveLength(11);
    expect(lines(text)[9]).toMatch(/^ {2}- mappings\[9\]\.destination /);
    expect(lines(text)[10]).toBe("  - and 2 more");
  });
});

describe("custom fields", () => {
  test("are known if the program declares the field group", () => {
    const schema = profileWith(groupOf(loyaltyFields).id);
    mappingTo(schema.id, [id, { source: "tier", destination: "_acme.tier" }]);
    const text = refusal(() => mappingTo(schema.id, [{ source: "tier", destination: "_acme.teir" }]));
    expect(text).toContain("did you mean _acme.tier?");
  });

  test("have a type that a fixed value must match", () => {
    const schema = profileWith(groupOf(loyaltyFields).id);
    const mappings = [{ sourceType: "STATIC" as const, source: "many", destination: "_acme.points" }];
    expect(refusal(() => mappingTo(schema.id, mappings))).toContain("mappings[0].source");
  });

  test("must be written with the namespace of the tenant", () => {
    const schema = profileWith(groupOf(loyaltyFields).id);
    const text = refusal(() => mappingTo(schema.id, [{ source: "tier", destination: "tier" }]));
    expect(text).toContain(
      "mappings[0].destination names tier, which is nested under your tenant's namespace: write _acme.tier",
    );
  });

  test("of a class are known too", () => {
    const owner = new aep.SchemaClass("visits", {
      title: "Visits",
      behavior: "time-series",
      properties: loyaltyFields,
    });
    const schema = new aep.Schema("visits", { title: "Visits", class: owner.id });
    mappingTo(schema.id, [
      id,
      { source: "at", destination: "timestamp" },
      { source: "t", destination: "_acme.tier" },
    ]);
    expect(refusal(() => mappingTo(schema.id, [{ source: "at", destination: "timestmp" }]))).toContain(
      "did you mean timestamp?",
    );
  });
});

describe("values that are not known yet are not checked", () => {
  const tier = { source: "tier", destination: "_acme.teir" };
  const nested = { source: "nick", destination: "person.name._acme.nick" };
  const typo = { source: "mail", destination: "personalEmail.adress" };

  test("all properties of a field group: only standard fields are checked", () => {
    const schema = profileWith(groupOf(unknownYet(loyaltyFields)).id);
    expect(refusal(() => mappingTo(schema.id, [tier, nested]))).toBe("");
    expect(refusal(() => mappingTo(schema.id, [typo]))).toContain("did you mean personalEmail.address?");
  });

  test.each([
    ["the fields of one object", { _acme: { type: "object", properties: unknownYet({}) } }],
    ["one object", { _acme: unknownYet({ type: "object" }) }],
    ["the type of an object", { _acme: { type: unknownYet("object"), properties: {} } }],
    ["a part of an object", { _acme: { type: "object", properties: {}, allOf: [unknownYet({})] } }],
  ])("%s", (_what, properties) => {
    expect(refusal(() => mappingTo(profileWith(groupOf(properties).id).id, [tier]))).toBe("");
  });

  test("one field beside known fields", () => {
    const { tier: _tier, ...others } = loyaltyFields._acme.properties;
    const properties = { _acme: { type: "object", properties: { ...others, level: unknownYet({}) } } };
    const schema = profileWith(groupOf(properties).id);
    expect(refusal(() => mappingTo(schema.id, [{ source: "a", destination: "_acme.level.name" }]))).toBe("");
    expect(refusal(() => mappingTo(schema.id, [typo]))).toContain("did you mean personalEmail.address?");
  });

  test.each([
    ["an id that the package does not know", "https://ns.adobe.com/acme/mixins/1f"],
    ["an Output", unknownYet("https://ns.adobe.com/acme/mixins/1f")],
  ])("a field group by %s may add any field", (_what, group) => {
    expect(refusal(() => mappingTo(profileWith(group).id, [tier, nested, typo]))).toBe("");
  });

  test("the list of field groups, or a class that is read from AEP", () => {
    const listed = new aep.Schema("a", {
      title: "a",
      class: aep.xdm.profile,
      fieldGroups: unknownYet([aep.xdm.profilePersonDetails]),
    });
    const read = new aep.Schema("b", { title: "b", class: aep.SchemaClass.get("c", "c").id });
    for (const schema of [listed, read]) expect(refusal(() => mappingTo(schema.id, [typo]))).toBe("");
  });

  test("mappings, or parts of them", () => {
    const schema = profileWith();
    const wrong: aep.MappingArgs = { source: "lowr(a)", destination: "wrong" };
    new aep.MappingSet("list", {
      outputSchema: { schemaRef: { id: schema.id } },
      mappings: unknownYet([wrong]),
    });
    mappingTo(schema.id, [unknownYet(wrong)]);
    mappingTo(schema.id, [
      { source: unknownYet("lowr(a)"), destination: "personID" },
      { source: "a", destination: unknownYet("wrong") },
      { sourceType: unknownYet("ATTRIBUTE" as const), source: "lowr(a)", destination: "_id" },
    ]);
  });

  test("a schema of another program: only expressions are checked", () => {
    const schema = "https://ns.adobe.com/acme/schemas/417a33eg81a221bd10495920574gfa2d";
    for (const target of [schema, unknownYet(schema), aep.Schema.get("read", schema).id]) {
      mappingTo(target, [tier, nested, typo]);
      const text = refusal(() => mappingTo(target, [{ source: "lowr(a)", destination: "a" }]));
      expect(text).toMatch(/^MappingSet "columns": mappings\[0\]\.source .*lowr/);
    }
  });
});
