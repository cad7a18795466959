import * as pulumi from "@pulumi/pulumi";
import * as aep from "../../sdk";
import { validateArgs } from "../../sdk/program/validateArgs";
import { finished, unknownYet, withoutEngine } from "./program";

beforeEach(() => withoutEngine());
afterEach(finished);

/** The error when the values are known, or "". An error at once fails the test. */
async function laterError(kind: string, args: unknown): Promise<string> {
  const { validated } = validateArgs(kind, "x", args);
  try {
    expect(await validated("sent")).toBe("sent");
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

describe("a mapping set whose fields become known later", () => {
  test("is refused for a wrong field of the tenant", async () => {
    const schema = schemaWith(groupOf(tenant.apply(own)).id);
    const right = mappingsTo(schema.id, "_id", pulumi.interpolate`${tenant}.points`);
    expect(await laterError("MappingSet", right)).toBe("");
    const wrong = mappingsTo(schema.id, "_id", pulumi.interpolate`${tenant}.pionts`);
    expect(await laterError("MappingSet", wrong)).toBe(
      'MappingSet "x": mappings[1].destination names _acme.pionts, which the schema does not have: _acme has points; ' +
        "did you mean _acme.points?",
    );
  });

  test("is refused if only its field group becomes known later", async () => {
    const schema = schemaWith(groupOf(tenant.apply(own)).id);
    expect(await laterError("MappingSet", mappingsTo(schema.id, "_id", "points"))).toContain(
      "mappings[1].destination names points, which is nested under your tenant's namespace: write _acme.points",
    );
    expect(await laterError("MappingSet", mappingsTo(schema.id, "_id", "_acme.points"))).toBe("");
  });

  test.each([
    ["Promise", () => Promise.resolve(own("_acme"))],
    ["Output deep in it", () => ({ _acme: { type: "object", properties: pulumi.output({ points: {} }) } })],
    ["Promise in an Output", () => pulumi.output(Promise.resolve(own("_acme")))],
  ])("is refused if the fields of the field group are a %s", async (_how, properties) => {
    const schema = schemaWith(groupOf(properties()).id);
    expect(await laterError("MappingSet", mappingsTo(schema.id, "_id", "_acme.pionts"))).toContain(
      "did you mean _acme.points?",
    );
  });

  test("is refused if a list of links is a Promise", async () => {
    const group = groupOf(own("_acme"));
    const schema = new aep.Schema("customers", {
      title: "Customers",
      class: aep.xdm.profile,
      fieldGroups: Promise.resolve([group.id]),
    });
    expect(await laterError("MappingSet", mappingsTo(schema.id, "_id", "_acme.pionts"))).toContain(
      "did you mean _acme.points?",
    );
  });

  test("is refused if it does not fill the primary identity", async () => {
    const schema = schemaWith(groupOf(tenant.apply(own)).id);
    new aep.SchemaDescriptor("points", {
      type: "xdm:descriptorIdentity",
      sourceSchema: schema.id,
      sourceProperty: pulumi.interpolate`/${tenant}/points`,
      namespace: "Loyalty",
      isPrimary: true,
    });
    expect(await laterError("MappingSet", mappingsTo(schema.id, "_id"))).toContain(
      "mappings do not fill _acme.points, the primary identity of the schema",
    );
  });
});

test("other args are checked again too", async () => {
  const source = { connectionSpec: pulumi.output("sftp"), data: { format: "json" } };
  const base = new aep.BaseConnection("landing", {
    connectionSpec: { id: pulumi.output("ecadc60c-7455-4d87-84dc-2a0e293d997b") },
  });
  const text = await laterError("SourceConnection", { ...source, baseConnectionId: base.id });
  expect(text).toContain(
    'connectionSpec is "sftp", but BaseConnection "landing" is an account of "amazon-s3"',
  );
});

describe("there is no error", () => {
  const wrong = (schema: aep.Schema) => mappingsTo(schema.id, "_id", "_acme.pionts");

  test("for values that a preview does not know", async () => {
    const schema = schemaWith(groupOf(unknownYet(own("_acme"))).id);
    expect(await laterError("MappingSet", wrong(schema))).toBe("");
    const known = schemaWith(groupOf(own("_acme")).id);
    const mappings = mappingsTo(known.id, "_id", pulumi.interpolate`${unknownYet("_acme")}.pionts`);
    expect(await laterError("MappingSet", mappings)).toBe("");
  });

  test("for a part of an Output that a preview does not know; the rest is checked", async () => {
    const fields = pulumi.output({ points: { type: "integer" }, tier: unknownYet({ type: "string" }) });
    const schema = () => schemaWith(groupOf({ _acme: { type: "object", properties: fields } }).id);
    expect(await laterError("MappingSet", mappingsTo(schema().id, "_id", "_acme.tier.name"))).toBe("");
    const text = { sourceType: "STATIC", source: "many", destination: "_acme.points" };
    const args = { ...mappingsTo(schema().id), mappings: [{ source: "id", destination: "_id" }, text] };
    expect(await laterError("MappingSet", args)).toContain("mappings[1].source");
  });

  test("for secrets", async () => {
    const schema = schemaWith(groupOf(own("_acme")).id);
    const hidden = mappingsTo(schema.id, "_id", pulumi.secret("_acme.pionts"));
    expect(await laterError("MappingSet", hidden)).toBe("");
    const derived = mappingsTo(schema.id, "_id", pulumi.interpolate`_acme.${pulumi.secret("pionts")}`);
    expect(await laterError("MappingSet", derived)).toBe("");
  });

  test("for an Output without a value, as in tests with mocks", async () => {
    const mapping = new aep.MappingSet("columns", mappingsTo(schemaWith().id, "_id"));
    const params = { mappingId: mapping.id, mappingVersion: mapping.version };
    const flow = { sourceConnectionIds: ["s"], targetConnectionIds: ["t"] };
    const args = { ...flow, transformations: [{ name: "Mapping", params }] };
    expect(await laterError("Dataflow", args)).toBe("");
  });

  test("and no waiting if only the id of another resource is not known", () => {
    const schema = schemaWith(groupOf(own("_acme")).id);
    const { validated } = validateArgs("MappingSet", "x", mappingsTo(schema.id, "_id", "_acme.points"));
    expect(validated("sent")).toBe("sent");
  });

  test("for a rejected Promise: the registration reports it", async () => {
    const failed = Promise.reject(new Error("no such stack"));
    failed.catch(() => undefined);
    const schema = schemaWith();
    expect(await laterError("MappingSet", mappingsTo(schema.id, "_id", failed))).toBe("");
  });
});

test("registrations that fail with an error do not change its text", async () => {
  const schema = schemaWith(groupOf(tenant.apply(own)).id);
  const { validated } = validateArgs("MappingSet", "x", mappingsTo(schema.id, "_id", "points"));
  const error = await Promise.resolve(validated("sent")).catch((reason: unknown) => reason as Error);
  const before = (error as Error).message;
  (error as Error).message = `error serializing property "pulumi": ${before}`;
  expect((error as Error).message).toBe(before);
  expect(before).toMatch(/^MappingSet "x": /);
});
