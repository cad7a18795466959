import { z } from "zod";
import { definitions } from "../../provider/resources";
import { factsOf, field, fieldsOf } from "../../provider/resources/fields";
import { mappingSet } from "../../provider/resources/mappingSet";

const args = z.strictObject({
  name: z.string().optional(),
  ref: z
    .strictObject({ id: field(z.string(), { replaces: true }), version: z.string().optional() })
    .optional(),
  list: field(z.array(z.strictObject({ text: field(z.string(), { default: "a" }) })).optional(), {
    key: "text",
  }),
  steps: field(
    z.array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("Map"), to: z.string() }),
        field(z.strictObject({ kind: z.literal("Copy"), mode: z.string() }), { replaces: true }),
      ]),
    ),
    { key: "kind" },
  ),
  either: z.union([z.string(), z.strictObject({ size: field(z.number(), { unordered: true }) })]),
});

describe("the fields of a kind", () => {
  it("are named from the outside to the inside, in the order of the definition", () => {
    expect([...fieldsOf({ args }).keys()]).toEqual([
      "name",
      "ref",
      "ref.id",
      "ref.version",
      "list",
      "list[]",
      "list[].text",
      "steps",
      "steps[kind=Map]",
      "steps[kind=Map].kind",
      "steps[kind=Map].to",
      "steps[kind=Copy]",
      "steps[kind=Copy].kind",
      "steps[kind=Copy].mode",
      "either",
      "either.size",
    ]);
  });

  it("have their facts below optionals, in lists and in unions", () => {
    expect([...factsOf({ args }, "replaces")]).toEqual([
      ["ref.id", true],
      ["steps[kind=Copy]", true],
    ]);
    expect([...factsOf({ args }, "default")]).toEqual([["list[].text", "a"]]);
    expect([...factsOf({ args }, "key").values()]).toEqual(["text", "kind"]);
    expect([...factsOf({ args }, "unordered").keys()]).toEqual(["either.size"]);
  });

  it("share a schema and not its facts", () => {
    const shared = field(z.string(), { linksTo: ["Schema"] });
    const both = z.strictObject({ one: field(shared, { replaces: true }), other: shared });
    expect([...factsOf({ args: both }, "linksTo").keys()]).toEqual(["one", "other"]);
    expect([...factsOf({ args: both }, "replaces").keys()]).toEqual(["one"]);
  });
});

it("the fields that replace have a fixed order, because the marks of existing objects were made with it", () => {
  const replacing = definitions.map((definition) => [
    definition.type,
    [...factsOf(definition, "replaces").keys()],
  ]);
  expect(Object.fromEntries(replacing)).toEqual({
    BaseConnection: ["connectionSpec", "auth.specName"],
    SourceConnection: ["baseConnectionId", "connectionSpec", "data", "params"],
    SchemaClass: ["behavior"],
    FieldGroup: [],
    Schema: ["class"],
    SchemaDescriptor: ["type", "sourceSchema", "sourceProperty"],
    ProfileEnablement: ["schemaId"],
    Dataset: ["schemaRef.id", "fileDescription"],
    TargetConnection: ["baseConnectionId", "connectionSpec.id", "connectionSpec.version", "data", "params"],
    MappingSet: [],
    Dataflow: ["flowSpec", "sourceConnectionIds", "targetConnectionIds", "transformations[name=Copy]"],
  });
});

it.each([
  ["outputSchema", { outputSchema: { schemaRef: { id: "https://s", contentType: "1.0" } } }],
  ["outputSchemaRef", { outputSchemaRef: { id: "https://s", contentType: "1.0" } }],
  ["schemaRef", { schemaRef: { id: "https://s", contentType: "1.0" } }],
])("a mapping set whose response has its schema in %s alone is read", (_place, live) => {
  const read = mappingSet.decode({ id: "m", version: 1, mappings: [], ...live }, { body: {}, headers: {} });
  expect(read.args["outputSchema"]).toEqual({ schemaRef: { id: "https://s", contentType: "1.0" } });
});
