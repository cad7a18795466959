import * as aep from "../../sdk";
import { linkTable as generated } from "../../sdk/program/linkTable";
import { linkTable } from "../docs/linkTable";
import { finished, refusal, unknownYet, withoutEngine } from "./program";

beforeEach(() => withoutEngine());
afterEach(finished);

const fileSource = { data: { format: "json" }, params: { path: "/in", type: "folder" } } as const;

const s3 = (name = "landing") =>
  new aep.BaseConnection(name, {
    connectionSpec: "amazon-s3",
    auth: { specName: "Access Key", params: { s3AccessKey: "key", s3SecretKey: "secret" } },
  });

describe("a source connection and its base connection", () => {
  test("of one connector match, by name and by id", () => {
    const base = s3();
    const id = "ecadc60c-7455-4d87-84dc-2a0e293d997b";
    new aep.SourceConnection("a", { baseConnectionId: base.id, connectionSpec: "amazon-s3", ...fileSource });
    new aep.SourceConnection("b", { baseConnectionId: base.id, connectionSpec: { id }, ...fileSource });
  });

  test("of two connectors are refused; the error has both names", () => {
    const base = s3();
    expect(
      refusal(
        () =>
          new aep.SourceConnection("orders", {
            baseConnectionId: base.id,
            connectionSpec: "sftp",
            ...fileSource,
          }),
      ),
    ).toBe(
      'SourceConnection "orders": connectionSpec is "sftp", but BaseConnection "landing" is an account of "amazon-s3"; ' +
        'set connectionSpec to "amazon-s3", or pass the base connection of a "sftp" account',
    );
  });

  test("of two connection specs that are not in the catalogue are refused; the error has both ids", () => {
    const [one, other] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"];
    const base = new aep.BaseConnection("own", { connectionSpec: { id: one! } });
    const text = refusal(
      () =>
        new aep.SourceConnection("own", {
          baseConnectionId: base.id,
          connectionSpec: { id: other! },
          data: { format: "json" },
        }),
    );
    expect(text).toContain(
      `connectionSpec is "${other}", but BaseConnection "own" is an account of "${one}"`,
    );
  });

  test("are not checked if a connection spec or the link is not known yet", () => {
    const base = s3();
    const later = unknownYet("b7bf2577-4520-42c9-bae9-cad01560f7bc");
    const derived = base.id.apply((id) => id);
    new aep.SourceConnection("a", {
      baseConnectionId: base.id,
      connectionSpec: { id: later },
      ...fileSource,
    });
    new aep.SourceConnection("b", { baseConnectionId: derived, connectionSpec: "sftp", ...fileSource });
    new aep.SourceConnection("c", {
      baseConnectionId: "24be7e63-ffbd-4ae4-be7e-63ffbd5ae442",
      connectionSpec: "sftp",
      ...fileSource,
    });
    const read = aep.BaseConnection.get("read", "24be7e63-ffbd-4ae4-be7e-63ffbd5ae442");
    new aep.SourceConnection("d", { baseConnectionId: read.id, connectionSpec: "sftp", ...fileSource });
  });
});

test("the generated table has the links of the definitions", () => {
  expect(generated).toEqual(linkTable());
});

describe("the id of another kind is refused", () => {
  const chain = () => {
    const base = s3();
    const group = new aep.FieldGroup("group", {
      title: "g",
      intendedToExtend: [aep.xdm.profile],
      properties: {},
    });
    const owner = new aep.SchemaClass("owner", { title: "c", behavior: "record", properties: {} });
    const schema = new aep.Schema("schema", { title: "s", class: owner.id, fieldGroups: [group.id] });
    const dataset = new aep.Dataset("dataset", { schemaRef: { id: schema.id } });
    return { base, group, owner, schema, dataset };
  };
  type Chain = ReturnType<typeof chain>;

  const wrong: [string, (parts: Chain) => unknown, string][] = [
    [
      "class",
      ({ group }) => new aep.Schema("x", { title: "x", class: group.id }),
      'Schema "x": class is the id of FieldGroup "group"; pass the id of a SchemaClass',
    ],
    [
      "fieldGroups",
      ({ owner, group }) =>
        new aep.Schema("x", { title: "x", class: owner.id, fieldGroups: [group.id, owner.id] }),
      'Schema "x": fieldGroups[1] is the id of SchemaClass "owner"; pass the id of a FieldGroup',
    ],
    [
      "allOf",
      ({ schema }) => new aep.Schema("x", { title: "x", allOf: [{ $ref: schema.id }] }),
      'Schema "x": allOf[0].$ref is the id of Schema "schema"; pass the id of a SchemaClass or a FieldGroup',
    ],
    [
      "intendedToExtend",
      ({ schema }) => new aep.FieldGroup("x", { title: "x", intendedToExtend: [schema.id], properties: {} }),
      'FieldGroup "x": intendedToExtend[0] is the id of Schema "schema"; pass the id of a SchemaClass',
    ],
    [
      "schemaRef.id",
      ({ owner }) => new aep.Dataset("x", { schemaRef: { id: owner.id } }),
      'Dataset "x": schemaRef.id is the id of SchemaClass "owner"; pass the id of a Schema',
    ],
    [
      "sourceSchema",
      ({ dataset }) =>
        new aep.SchemaDescriptor("x", {
          type: "xdm:descriptorIdentity",
          sourceSchema: dataset.id,
          sourceProperty: "/personID",
          namespace: "Email",
        }),
      'SchemaDescriptor "x": sourceSchema is the id of Dataset "dataset"; pass the id of a Schema',
    ],
    [
      "params.dataSetId",
      ({ schema }) =>
        new aep.TargetConnection("x", {
          data: { schema: { id: schema.id } },
          params: { dataSetId: schema.id },
        }),
      'TargetConnection "x": params.dataSetId is the id of Schema "schema"; pass the id of a Dataset',
    ],
    [
      "baseConnectionId",
      ({ dataset }) =>
        new aep.SourceConnection("x", {
          baseConnectionId: dataset.id,
          connectionSpec: "amazon-s3",
          ...fileSource,
        }),
      'SourceConnection "x": baseConnectionId is the id of Dataset "dataset"; pass the id of a BaseConnection',
    ],
    [
      "xdmSchema",
      ({ dataset }) => new aep.MappingSet("x", { xdmSchema: dataset.id, mappings: [] }),
      'MappingSet "x": xdmSchema is the id of Dataset "dataset"; pass the id of a Schema',
    ],
    [
      "sourceConnectionIds",
      ({ base }) => new aep.Dataflow("x", { sourceConnectionIds: [base.id], targetConnectionIds: ["t"] }),
      'Dataflow "x": sourceConnectionIds[0] is the id of BaseConnection "landing"; pass the id of a SourceConnection',
    ],
    [
      "targetConnectionIds",
      ({ dataset }) =>
        new aep.Dataflow("x", { sourceConnectionIds: ["s"], targetConnectionIds: [dataset.id] }),
      'Dataflow "x": targetConnectionIds[0] is the id of Dataset "dataset"; pass the id of a TargetConnection',
    ],
    [
      "mappingId",
      ({ schema }) =>
        new aep.Dataflow("x", {
          sourceConnectionIds: ["s"],
          targetConnectionIds: ["t"],
          transformations: [{ name: "Mapping", params: { mappingId: schema.id } }],
        }),
      'Dataflow "x": transformations[0].params.mappingId is the id of Schema "schema"; pass the id of a MappingSet',
    ],
  ];

  test.each(wrong)("%s", (_field, make, text) => {
    const parts = chain();
    expect(refusal(() => make(parts))).toBe(text);
  });

  test("an Output that is made from an id is accepted", () => {
    const { group, schema } = chain();
    new aep.Schema("x", { title: "x", class: group.id.apply((id) => id) });
    new aep.Schema("y", { title: "y", class: schema.class.apply((id) => id ?? aep.xdm.profile) });
  });
});

test("the id of a class that another package adds is refused too", () => {
  class Sketch extends aep.AepResource {
    constructor(name: string) {
      super("Sketch", name, {});
    }
  }
  expect(refusal(() => new aep.Dataset("customers", { schemaRef: { id: new Sketch("draft").id } }))).toBe(
    'Dataset "customers": schemaRef.id is the id of Sketch "draft"; pass the id of a Schema',
  );
});

test("resources of another copy of this package are known too", () => {
  let other = aep;
  jest.isolateModules(() => {
    other = jest.requireActual<typeof aep>("../../sdk");
  });
  expect(other.Schema).not.toBe(aep.Schema);
  const schema = new other.Schema("customers", { title: "Customers", class: aep.xdm.profile });
  const wrong = () =>
    new aep.SourceConnection("a", {
      baseConnectionId: schema.id,
      connectionSpec: "amazon-s3",
      ...fileSource,
    });
  expect(refusal(wrong)).toContain('baseConnectionId is the id of Schema "customers"');
});
