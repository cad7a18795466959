import { validate } from "../../provider/lifecycle/check/validate";
import { definitions } from "../../provider/resources";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const added = { sandbox: "dev", pulumi: { project: "p", stack: "s", name: "one" } };

function problems(type: string, inputs: object): string[] {
  const definition = definitions.find((each) => each.type === type)!;
  return validate(definition, {}, { ...added, ...inputs }).problems;
}

const group = (properties: unknown) =>
  problems("FieldGroup", {
    title: "g",
    intendedToExtend: ["https://ns.adobe.com/xdm/context/profile"],
    properties,
  });
const ofClass = (behavior: string, properties: unknown) =>
  problems("SchemaClass", { title: "c", behavior, properties });
const own = (fields: unknown) => ({ _acme: { type: "object", properties: fields } });

test.each<[string, unknown]>([
  ["fields of every type", own(Object.fromEntries(types().map((type) => [type, { type }])))],
  ["several types", own({ a: { type: ["string", "null"] } })],
  ["a field with the name type", own({ type: { type: "string" }, properties: { type: "integer" } })],
  ["no type", own({ a: { $ref: "https://ns.adobe.com/xdm/common/address" } })],
  [
    "lists and maps",
    own({ a: { type: "array", items: { type: "object", additionalProperties: { type: "number" } } } }),
  ],
  ["values that are called as types are", own({ a: { type: "string", enum: ["int"], default: "int" } })],
  [
    "own fields in a standard object",
    { person: { type: "object", properties: own({ nick: { type: "string" } }) } },
  ],
  ["own fields in a list of standard objects", { orders: { type: "array", items: { properties: own({}) } } }],
  ["a standard object by its data type", { address: { $ref: "https://ns.adobe.com/xdm/common/address" } }],
  ["an object in parts", { address: { allOf: [{ properties: own({}) }] } }],
  ["no fields", {}],
  ["unknown fields", unknown],
  ["an unknown object", { _acme: unknown }],
  ["an unknown object in a standard one", { person: { type: "object", properties: unknown } }],
  ["an unknown type", own({ a: { type: unknown } })],
  ["an unknown type among several", own({ a: { type: ["int", unknown] } })],
])("there is no problem with %s", (_what, properties) => {
  expect(group(properties)).toEqual([]);
  expect(ofClass("record", properties)).toEqual([]);
  expect(ofClass("time-series", properties)).toEqual([]);
});

function types(): string[] {
  return ["string", "number", "integer", "boolean", "object", "array", "null"];
}

test("the columns of an ad hoc class have any names, but no other types", () => {
  expect(ofClass("adhoc", { Id: { type: "string" } })).toEqual([]);
  expect(ofClass("adhoc", { Id: { type: "int" } })).toHaveLength(1);
  expect(ofClass(unknown, { Id: { type: "string" } })).toEqual([]);
});

test.each([
  ["int", "integer"],
  ["long", "integer"],
  ["Double", "number"],
  ["date-time", "string"],
  ["map", "object"],
  ["list", "array"],
  ["bool", "boolean"],
  ["Strnig", "string"],
])("the nearest type to %s is %s", (type, meant) => {
  expect(group(own({ a: { type } }))).toEqual([
    'FieldGroup "one": properties._acme.properties.a.type must be one of "string", "number", "integer", "boolean", ' +
      `"object", "array", "null"; did you mean "${meant}"?`,
  ]);
});

test("each wrong type is reported, at any depth", () => {
  const wrong = { type: "int" };
  const parts = { items: wrong, additionalProperties: wrong, definitions: { d: wrong }, oneOf: [wrong] };
  expect(group(own({ a: { type: ["string", "int"], ...parts } }))).toHaveLength(5);
});

test.each(["enabled:true", "enabled:false", "enabled: true", "isUpsert:true"])(
  "the Profile tag of a dataset may be %s",
  (value) => {
    const tags = { unifiedProfile: [value], unifiedIdentity: ["enabled:true"], team: ["crm"] };
    expect(problems("Dataset", { schemaRef: { id: "https://ns.adobe.com/acme/schemas/1" }, tags })).toEqual(
      [],
    );
  },
);

test("an unknown tag is accepted", () => {
  const args = (unifiedProfile: unknown) => ({
    schemaRef: { id: "https://ns.adobe.com/acme/schemas/1" },
    tags: { unifiedProfile },
  });
  expect(problems("Dataset", args(unknown))).toEqual([]);
  expect(problems("Dataset", args([unknown]))).toEqual([]);
});
