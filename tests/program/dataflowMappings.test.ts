import type * as pulumi from "@pulumi/pulumi";
import * as aep from "../../sdk";
import { finished, refusal, unknownYet, withoutEngine } from "./program";

beforeEach(() => withoutEngine());
afterEach(finished);

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

describe("a dataflow with a source and a mapping set", () => {
  interface Column {
    name: pulumi.Input<string>;
  }
  const table = (columns: pulumi.Input<pulumi.Input<Column>[]>) =>
    new aep.SourceConnection("members", {
      connectionSpec: "amazon-redshift",
      data: { format: "tabular" },
      params: { tableName: "members", columns },
    });
  const flow = (source: aep.AepResource, mapping: aep.MappingSet) =>
    new aep.Dataflow("members", {
      sourceConnectionIds: [source.id],
      targetConnectionIds: ["t"],
      transformations: [
        { name: "Copy", params: { deltaColumn: { name: "updated_at" } } },
        { name: "Mapping", params: { mappingId: mapping.id, mappingVersion: mapping.version } },
      ],
      scheduleParams: { frequency: "hour", interval: 1 },
    });
  const columns = [{ name: "id" }, { name: "mail" }];
  const mail = { source: "lower(mail)", destination: "personalEmail.address" };

  test("accepts mappings of columns that the source reads", () => {
    const mapping = mappingTo(profileWith().id, [id, mail]);
    expect(refusal(() => flow(table(columns), mapping))).toBe("");
  });

  test("refuses a column that the source does not read", () => {
    const mapping = mappingTo(profileWith().id, [
      { source: "idd", destination: "_id" },
      { source: "lower(email)", destination: "personalEmail.address" },
    ]);
    const text = refusal(() => flow(table(columns), mapping));
    expect(text).toMatch(/^Dataflow "members": 2 problems:\n/);
    expect(lines(text)[0]).toMatch(/transformations: MappingSet "columns" mappings\[0\]\.source names idd, /);
    expect(lines(text)[0]).toContain("did you mean id?");
    expect(lines(text)[1]).toContain("did you mean mail?");
  });

  test("accepts any column while a column is not known yet", () => {
    const mapping = mappingTo(profileWith().id, [{ source: "idd", destination: "_id" }]);
    const unknown = [
      table(unknownYet(columns)),
      table([...columns, unknownYet({ name: "idd" })]),
      table([...columns, { name: unknownYet("idd") }]),
    ];
    for (const source of unknown) expect(refusal(() => flow(source, mapping))).toBe("");
  });

  test("knows the columns of an ad hoc class", () => {
    const owner = new aep.SchemaClass("file", {
      title: "File",
      behavior: "adhoc",
      properties: { Id: { type: "string" }, Email: { type: "string" } },
    });
    const schema = new aep.Schema("file", { title: "File", class: owner.id });
    const source = new aep.SourceConnection("file", {
      connectionSpec: "amazon-s3",
      data: { format: "parquet_xdm", schema: { id: schema.id } },
      params: { path: "/in", type: "folder" },
    });
    const good = mappingTo(profileWith().id, [{ source: "Id", destination: "_id" }]);
    const bad = mappingTo(profileWith().id, [{ source: "Idd", destination: "_id" }]);
    expect(refusal(() => flow(source, good))).toBe("");
    expect(refusal(() => flow(source, bad))).toContain("names Idd, which the source does not have");
  });

  const descriptorOf = (
    schema: aep.Schema,
    sourceProperty: pulumi.Input<string>,
    isPrimary: pulumi.Input<boolean>,
  ) =>
    new aep.SchemaDescriptor("mail", {
      type: "xdm:descriptorIdentity",
      sourceSchema: schema.id,
      sourceProperty,
      namespace: "Email",
      isPrimary,
    });

  test("refuses a mapping set that does not fill the primary identity, also if that is declared later", () => {
    const schema = profileWith();
    const early = mappingTo(schema.id, [id]);
    descriptorOf(schema, "/mobilePhone/number", false);
    expect(refusal(() => flow(table(columns), mappingTo(profileWith().id, [id])))).toBe("");
    descriptorOf(schema, "/personalEmail/address", true);
    expect(refusal(() => flow(table(columns), early))).toContain(
      'MappingSet "columns" mappings do not fill personalEmail.address, the primary identity of the schema',
    );
    expect(refusal(() => mappingTo(schema.id, [id]))).toContain(
      'MappingSet "columns": mappings do not fill personalEmail.address',
    );
    expect(refusal(() => flow(table(columns), mappingTo(schema.id, [id, mail])))).toBe("");
  });

  test("ignores an identity that is not known yet", () => {
    const schema = profileWith();
    descriptorOf(schema, unknownYet("/mobilePhone/number"), true);
    descriptorOf(schema, "/mobilePhone/number", unknownYet(true));
    expect(refusal(() => flow(table(columns), mappingTo(schema.id, [id])))).toBe("");
  });
});
