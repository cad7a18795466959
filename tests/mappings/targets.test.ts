import * as xdm from "../../sdk/xdm";
import { checkMappings, type Mapping, type MappingContext } from "../../provider/dataPrep";
import { shapeOf, type Shape } from "../../provider/xdm";

const acme = {
  properties: {
    _acme: {
      type: "object",
      properties: {
        loyalty: {
          type: "object",
          properties: { id: { type: "string" }, points: { type: "integer" } },
          required: ["id"],
        },
        tags: { type: "array", items: { type: "string" } },
      },
    },
  },
};

const profile = shapeOf({
  class: xdm.profile,
  fieldGroups: [xdm.profilePersonDetails, xdm.identityMap, "acme"],
  resources: { acme },
});
const event = shapeOf({ class: xdm.experienceEvent, fieldGroups: [xdm.experienceEventCommerce] });

function attribute(destination: string, source = "a"): Mapping {
  return { sourceType: "ATTRIBUTE", source, destination };
}

function messages(mappings: readonly Mapping[], shape: Shape, context?: MappingContext): string[] {
  return checkMappings(mappings, shape, context).map(
    ({ index, field, message }) =>
      `${index === undefined ? field : `mappings[${index}].${field}`} ${message}`,
  );
}

describe("targets", () => {
  test("a target with a wrong letter is reported with the existing fields and the nearest one", () => {
    expect(messages([attribute("person.name.frstName")], profile)).toEqual([
      "mappings[0].destination names person.name.frstName, which the schema does not have: person.name has " +
        "firstName, lastName, middleName, courtesyTitle, suffix, fullName; did you mean person.name.firstName?",
    ]);
  });

  test("a target at the wrong place is reported with the right path", () => {
    expect(messages([attribute("firstName")], profile)[0]).toMatch(/did you mean person\.name\.firstName\?$/);
    expect(messages([attribute("/person/name/lastName")], profile)[0]).toMatch(
      /did you mean person\.name\.lastName\?$/,
    );
  });

  test("a target with the right name below the right object is reported with its whole path", () => {
    expect(messages([attribute("person.lastname")], profile)[0]).toMatch(
      /did you mean person\.name\.lastName\?$/,
    );
  });

  test("the fields that AEP fills itself are listed last", () => {
    const [text] = messages([attribute("nowhere")], profile);
    expect(text).toMatch(/: the schema has _id, personID, person, identityMap, _acme, .*repositoryCreatedBy/);
  });

  test("a target without the tenant's prefix is reported with it, whether the tenant is known or not", () => {
    const named = [
      "mappings[0].destination names loyalty.id, which is nested under your tenant's namespace: write _acme.loyalty.id",
    ];
    expect(messages([attribute("loyalty.id")], profile)).toEqual(named);
    expect(messages([attribute("loyalty.id")], profile, { tenant: "acme" })).toEqual(named);
    expect(messages([attribute("loyalty.id")], profile, { tenant: "_acme" })).toEqual(named);
  });

  test("a list accepts an index, a star or none, another field accepts none", () => {
    const lists = [
      "identityMap.Email[0].id",
      "identityMap.Email[*].primary",
      "identityMap.ECID.id",
      "_acme.tags[1]",
    ];
    expect(
      messages(
        lists.map((path) => attribute(path)),
        profile,
      ),
    ).toEqual([]);
    expect(messages([attribute("person[0].name")], profile)).toEqual([
      "mappings[0].destination names person[0].name, but person is not a list; remove the index",
    ]);
  });

  test("names of the methods of Object are not fields", () => {
    for (const name of ["constructor", "toString", "__proto__", "person.hasOwnProperty"]) {
      expect(messages([attribute(name)], profile)).toHaveLength(1);
    }
  });

  test("a target that is mapped twice is reported at the second mapping", () => {
    const twice = [
      attribute("person.name.firstName"),
      attribute("_id"),
      attribute("person.name.${firstName}"),
    ];
    expect(messages(twice, profile)).toEqual([
      "mappings[2].destination names person.name.firstName, which mappings[0] fills too; remove one of them",
    ]);
  });

  test("an object and one of its fields may both be mapped, and also two items of a list", () => {
    const both = ["person.name", "person.name.firstName", "_acme.tags[0]", "_acme.tags[1]"];
    expect(
      messages(
        both.map((path) => attribute(path)),
        profile,
      ),
    ).toEqual([]);
  });
});

describe("values that are not known are not checked", () => {
  test("a schema with a class or field group of another owner", () => {
    const shape = shapeOf({ class: xdm.profile, fieldGroups: ["https://ns.adobe.com/other/mixins/1"] });
    expect(messages([attribute("anything.at.all"), attribute("person.name")], shape)).toEqual([]);
  });

  test("an ad hoc class, whose object AEP renames", () => {
    const adhoc = {
      allOf: [
        { $ref: "https://ns.adobe.com/xdm/data/adhoc" },
        { properties: { _adhoc: { type: "object", properties: { id: { type: "string" } } } } },
      ],
    };
    const shape = shapeOf({ class: "adhoc", resources: { adhoc } });
    expect(messages([attribute("_3f2a.id")], shape)).toEqual([]);
  });

  test("destinations and sources that are not known in a preview", () => {
    const unknown: Mapping[] = [{ sourceType: "ATTRIBUTE", source: "a" }, { destination: "_id" }];
    expect(messages(unknown, event)).toEqual([]);
  });

  test("a source whose columns are not known", () => {
    for (const source of ["Amount [EUR]", "date (UTC)", "max(price)", "a..b"]) {
      expect(messages([attribute("_id", source)], profile)).toEqual([]);
    }
  });

  test("a single value for a list of single values, which may become its only item", () => {
    const mapping = { sourceType: "EXPRESSION", source: "concat(a, b)", destination: "_acme.tags" };
    expect(messages([mapping], profile)).toEqual([]);
  });
});

test("an expression with sourceType ATTRIBUTE is not reported as an unknown source field", () => {
  const source = ["a", "max(price)"];
  const mappings = [
    attribute("_id", "upper(a)"),
    attribute("personID", "max(price)"),
    attribute("repositoryCreatedBy", "b"),
  ];
  expect(messages(mappings, profile, { source })).toEqual([
    "mappings[0].source calls upper, but sourceType is ATTRIBUTE; set sourceType to EXPRESSION",
    "mappings[2].source names b, which the source does not have: the source has a, max(price)",
  ]);
});

describe("values", () => {
  const expression = (source: string, destination: string) => ({
    sourceType: "EXPRESSION",
    source,
    destination,
  });

  test.each([
    [
      expression("upper(a)", "person.name"),
      "is a single value, but person.name is an object with firstName, lastName, middleName, courtesyTitle, " +
        "suffix, fullName; map to its fields, or create one with to_object",
    ],
    [
      expression("split(a, ',')", "person.name.fullName"),
      "is a list, but person.name.fullName is a single value (string)",
    ],
    [
      expression("to_object('a', b)", "_acme.tags"),
      "is an object, but _acme.tags is a list of single values",
    ],
    [
      { sourceType: "STATIC", source: "man", destination: "person.gender" },
      'is "man", but person.gender must be one of male, female, not_specified, non_specific',
    ],
    [
      { sourceType: "STATIC", source: "perhaps", destination: "person.birthDayAndMonth.x" },
      "names person.birthDayAndMonth.x, which the schema does not have: person.birthDayAndMonth has type string and no fields",
    ],
    [
      { sourceType: "STATIC", source: "soon", destination: "person.birthDate" },
      'is "soon", but person.birthDate is a date',
    ],
    [
      { sourceType: "STATIC", source: "x", destination: "person.birthYear" },
      'is "x", but person.birthYear is a number (integer)',
    ],
  ])("%j", (mapping, message) => {
    const [problem, ...others] = checkMappings([mapping], profile);
    expect(others).toEqual([]);
    expect(problem?.message.startsWith(message)).toBe(true);
  });

  test("an object of the source does not fit a single value, if the fields of the source are known", () => {
    const source: Shape = {
      type: "object",
      properties: { name: { type: "object", properties: { first: { type: "string" } } } },
    };
    expect(messages([attribute("_id", "name")], profile, { source })).toEqual([
      "mappings[0].source is an object, but _id is a single value (string)",
    ]);
    expect(messages([attribute("person.name", "name")], profile, { source })).toEqual([]);
    expect(messages([attribute("person.name", "name.first")], profile, { source })).toHaveLength(1);
  });

  test("Data Prep converts single values itself", () => {
    const scalars = ["to_integer(a)", "'12'", "now()", "a > 5", "true"];
    for (const source of scalars)
      expect(messages([expression(source, "person.birthYear")], profile)).toEqual([]);
  });
});

describe("required fields and identities", () => {
  test("the fields that every event must have must be mapped", () => {
    expect(messages([attribute("eventType")], event)).toEqual([
      "mappings do not fill _id, which every record of the schema must have; add a mapping to it",
      "mappings do not fill timestamp, which every record of the schema must have; add a mapping to it",
    ]);
  });

  test("an object that is filled in part must have its required fields, another object need not", () => {
    expect(messages([attribute("_id")], profile)).toEqual([]);
    expect(messages([attribute("_acme.loyalty")], profile)).toEqual([]);
    expect(messages([attribute("_acme.loyalty.points")], profile)).toEqual([
      "mappings do not fill _acme.loyalty.id, which each _acme.loyalty must have; add a mapping to it",
    ]);
  });

  test("the primary identity must be mapped, unless an identity map is mapped", () => {
    const identities = [{ sourceProperty: "/_acme/loyalty/id", isPrimary: true }, { sourceProperty: "/_id" }];
    expect(messages([attribute("_id")], profile, { identities })).toEqual([
      "mappings do not fill _acme.loyalty.id, the primary identity of the schema; add a mapping to it",
    ]);
    expect(messages([attribute("_acme.loyalty.points")], profile, { identities })).toHaveLength(1);
    for (const path of ["_acme.loyalty.id", "_acme", "identityMap.Email[0].id"]) {
      expect(messages([attribute(path)], profile, { identities })).toEqual([]);
    }
  });
});
