import * as pulumi from "@pulumi/pulumi";
import * as aep from "../../sdk";
import { validateArgs } from "../../sdk/program/rules";
import { finished, unknownYet, withoutEngine } from "./program";

beforeEach(() => withoutEngine());
afterEach(finished);

/** What is said when the values have come, or "" if nothing. What is said at once fails the test. */
async function laterRefusal(kind: string, args: unknown): Promise<string> {
  const { validated: ifRight } = validateArgs(kind, "x", args);
  try {
    expect(await ifRight("sent")).toBe("sent");
    return "";
  } catch (error) {
    if (!pulumi.RunError.isInstance(error)) throw error;
    return error.message;
  }
}

const tenant = pulumi.output(Promise.resolve("_acme"));
const own = (name: string) => ({ [name]: { type: "object", properties: { points: { type: "integer" } } } });

const groupOf = (properties: pulumi.Input<Record<string, unknown>>) =>
  new aep.FieldGroup("loyalty", { title: "Loyalty", intendedToExtend: [aep.xdm.profile], properties });

const schemaWith = (...fieldGroups: pulumi.Input<string>[]) =>
  new aep.Schema("customers", {
    title: "Customers",
    class: aep.xdm.profile,
    fieldGroups: [aep.xdm.profilePersonalDetails, ...fieldGroups],
  });

const mappingsTo = (schema: pulumi.Input<string>, ...destinations: pulumi.Input<string>[]) => ({
  outputSchema: { schemaRef: { id: schema } },
  mappings: destinations.map((destination) => ({ source: "a", destination })),
});

describe("a mapping set whose fields become known", () => {
  test("is refused for a slip below the tenant's object", async () => {
    const schema = schemaWith(groupOf(tenant.apply(own)).id);
    const right = mappingsTo(schema.id, "_id", pulumi.interpolate`${tenant}.points`);
    expect(await laterRefusal("MappingSet", right)).toBe("");
    const wrong = mappingsTo(schema.id, "_id", pulumi.interpolate`${tenant}.pionts`);
    expect(await laterRefusal("MappingSet", wrong)).toBe(
      'MappingSet "x": mappings[1].destination names _acme.pionts, which the schema does not have: _acme has points; ' +
        "did you mean _acme.points?",
    );
  });

  test("is refused where it is plain itself and only its field group is not", async () => {
    const schema = schemaWith(groupOf(tenant.apply(own)).id);
    expect(await laterRefusal("MappingSet", mappingsTo(schema.id, "_id", "points"))).toContain(
      "mappings[1].destination names points, which is nested under your tenant's namespace: write _acme.points",
    );
    expect(await laterRefusal("MappingSet", mappingsTo(schema.id, "_id", "_acme.points"))).toBe("");
  });

  test.each([
    ["Promise", () => Promise.resolve(own("_acme"))],
    ["Output deep in it", () => ({ _acme: { type: "object", properties: pulumi.output({ points: {} }) } })],
    ["Promise in an Output", () => pulumi.output(Promise.resolve(own("_acme")))],
  ])("is refused where the field group's fields are a %s", async (_how, properties) => {
    const schema = schemaWith(groupOf(properties()).id);
    expect(await laterRefusal("MappingSet", mappingsTo(schema.id, "_id", "_acme.pionts"))).toContain(
      "did you mean _acme.points?",
    );
  });

  test("is refused where a list of links is a Promise", async () => {
    const group = groupOf(own("_acme"));
    const schema = new aep.Schema("customers", {
      title: "Customers",
      class: aep.xdm.profile,
      fieldGroups: Promise.resolve([group.id]),
    });
    expect(await laterRefusal("MappingSet", mappingsTo(schema.id, "_id", "_acme.pionts"))).toContain(
      "did you mean _acme.points?",
    );
  });

  test("is refused where it leaves out the primary identity", async () => {
    const schema = schemaWith(groupOf(tenant.apply(own)).id);
    new aep.SchemaDescriptor("points", {
      type: "xdm:descriptorIdentity",
      sourceSchema: schema.id,
      sourceProperty: pulumi.interpolate`/${tenant}/points`,
      namespace: "Loyalty",
      isPrimary: true,
    });
    expect(await laterRefusal("MappingSet", mappingsTo(schema.id, "_id"))).toContain(
      "mappings do not fill _acme.points, the primary identity of the schema",
    );
  });
});

test("other args are looked at again too", async () => {
  const source = { connectionSpec: pulumi.output("sftp"), data: { format: "json" } };
  const base = new aep.BaseConnection("landing", {
    connectionSpec: { id: pulumi.output("ecadc60c-7455-4d87-84dc-2a0e293d997b") },
  });
  const text = await laterRefusal("SourceConnection", { ...source, baseConnectionId: base.id });
  expect(text).toContain(
    'connectionSpec is "sftp", but BaseConnection "landing" is an account of "amazon-s3"',
  );
});

describe("nothing is said", () => {
  const wrong = (schema: aep.Schema) => mappingsTo(schema.id, "_id", "_acme.pionts");

  test("of what a preview does not know", async () => {
    const schema = schemaWith(groupOf(unknownYet(own("_acme"))).id);
    expect(await laterRefusal("MappingSet", wrong(schema))).toBe("");
    const known = schemaWith(groupOf(own("_acme")).id);
    const mappings = mappingsTo(known.id, "_id", pulumi.interpolate`${unknownYet("_acme")}.pionts`);
    expect(await laterRefusal("MappingSet", mappings)).toBe("");
  });

  test("of the part of an Output that a preview does not know, while the rest is checked", async () => {
    const fields = pulumi.output({ points: { type: "integer" }, tier: unknownYet({ type: "string" }) });
    const schema = () => schemaWith(groupOf({ _acme: { type: "object", properties: fields } }).id);
    expect(await laterRefusal("MappingSet", mappingsTo(schema().id, "_id", "_acme.tier.name"))).toBe("");
    const text = { sourceType: "STATIC", source: "many", destination: "_acme.points" };
    const args = { ...mappingsTo(schema().id), mappings: [{ source: "id", destination: "_id" }, text] };
    expect(await laterRefusal("MappingSet", args)).toContain("mappings[1].source");
  });

  test("of secrets", async () => {
    const schema = schemaWith(groupOf(own("_acme")).id);
    const hidden = mappingsTo(schema.id, "_id", pulumi.secret("_acme.pionts"));
    expect(await laterRefusal("MappingSet", hidden)).toBe("");
    const derived = mappingsTo(schema.id, "_id", pulumi.interpolate`_acme.${pulumi.secret("pionts")}`);
    expect(await laterRefusal("MappingSet", derived)).toBe("");
  });

  test("of an Output without a value, as tests with mocks have them", async () => {
    const mapping = new aep.MappingSet("columns", mappingsTo(schemaWith().id, "_id"));
    const params = { mappingId: mapping.id, mappingVersion: mapping.version };
    const flow = { sourceConnectionIds: ["s"], targetConnectionIds: ["t"] };
    const args = { ...flow, transformations: [{ name: "Mapping", params }] };
    expect(await laterRefusal("Dataflow", args)).toBe("");
  });

  test("and nothing waited for where all is known, or only another object's id is not", () => {
    const schema = schemaWith(groupOf(own("_acme")).id);
    const { validated: ifRight } = validateArgs(
      "MappingSet",
      "x",
      mappingsTo(schema.id, "_id", "_acme.points"),
    );
    expect(ifRight("sent")).toBe("sent");
  });

  test("twice of what is rejected: the registration says it", async () => {
    const failed = Promise.reject(new Error("no such stack"));
    failed.catch(() => undefined);
    const schema = schemaWith();
    expect(await laterRefusal("MappingSet", mappingsTo(schema.id, "_id", failed))).toBe("");
  });
});

test("the text of a refusal stays as it is, whatever the registrations that end with it add", async () => {
  const schema = schemaWith(groupOf(tenant.apply(own)).id);
  const { validated: ifRight } = validateArgs("MappingSet", "x", mappingsTo(schema.id, "_id", "points"));
  const error = await Promise.resolve(ifRight("sent")).catch((reason: unknown) => reason as Error);
  const before = (error as Error).message;
  (error as Error).message = `error serializing property "pulumi": ${before}`;
  expect((error as Error).message).toBe(before);
  expect(before).toMatch(/^MappingSet "x": /);
});
