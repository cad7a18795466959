import * as aep from "../../sdk";
import { connectors } from "../../provider/connectors";
import { finished, refusal, unknownYet, withoutEngine } from "./program";

beforeEach(() => withoutEngine());
afterEach(finished);

type Args = Partial<aep.DataflowArgs>;

const hourly: aep.ScheduleArgs = { frequency: "hour", interval: 1 };
const once: aep.ScheduleArgs = { frequency: "once" };
const copy: aep.TransformationArgs = { name: "Copy", params: { deltaColumn: { name: "updated_at" } } };
const mapping: aep.TransformationArgs = { name: "Mapping", params: { mappingId: "m" } };

const sourceOf = (id: string) =>
  new aep.SourceConnection("source", { connectionSpec: { id }, data: { format: "json" } });

const flowOf = (source: aep.AepResource, args: Args) =>
  new aep.Dataflow("flow", { sourceConnectionIds: [source.id], targetConnectionIds: ["t"], ...args });

/** A dataflow whose source reads through the connector. */
const flowFrom = (id: string, args: Args) => flowOf(sourceOf(id), args);

function idFor(name: string): string {
  return connectors.find((connector) => connector.name === name)!.id;
}

const flowSpecs = {
  CloudStorageToAEP: "9753525b-82c7-4dce-8a9b-5ccfce2b9876",
  CRMToAEP: "14518937-270c-4525-bdec-c2ba7cce3860",
  RestStorageToAEP: "6499120c-0b15-42dc-936e-847ea3c24d72",
};

test.each(connectors)(
  "a dataflow from $name accepts only a matching flow spec, schedule and delta column",
  (connector) => {
    const { title, category, flowSpec, deltaColumn } = connector;
    const streaming = category === "streaming";
    const source = sourceOf(connector.id);
    const schedule = streaming ? {} : { scheduleParams: hourly };
    const transformations = deltaColumn ? [copy, mapping] : [mapping];
    const refusalOf = (args: Args) =>
      refusal(() => flowOf(source, { ...schedule, transformations, ...args }));

    expect(refusalOf({ flowSpec })).toBe("");
    for (const [name, id] of Object.entries(flowSpecs).filter(([other]) => other !== flowSpec)) {
      const text = `Dataflow "flow": flowSpec "${name}" does not support ${title}, which needs "${flowSpec}"; remove`;
      expect(refusalOf({ flowSpec: name })).toContain(text);
      expect(refusalOf({ flowSpec: { id } })).toContain(text);
    }
    expect(refusalOf({ scheduleParams: streaming ? hourly : undefined })).toContain(
      streaming
        ? `Dataflow "flow": scheduleParams is not allowed: ${title} is a streaming source; remove it`
        : `Dataflow "flow": scheduleParams is missing: ${title} is read on a schedule; add`,
    );
    expect(refusalOf({ transformations: [mapping] })).toContain(
      deltaColumn
        ? `Dataflow "flow": transformations have no delta column, which AEP needs to find the new rows of ${title}; add`
        : "",
    );
  },
);

test("a single run of a table needs no delta column", () => {
  const args: Args = { scheduleParams: once, transformations: [mapping] };
  expect(refusal(() => flowFrom(idFor("amazon-redshift"), args))).toBe("");
});

test.each([
  ["the flow spec", "amazon-s3", { flowSpec: unknownYet("CRMToAEP"), scheduleParams: hourly }],
  ["its id", "amazon-s3", { flowSpec: { id: unknownYet(flowSpecs.CRMToAEP) }, scheduleParams: hourly }],
  ["whether files have a schedule", "amazon-s3", { scheduleParams: unknownYet(hourly) }],
  ["whether a stream has a schedule", "amazon-kinesis", { scheduleParams: unknownYet(hourly) }],
] satisfies [string, string, Args][])(
  "there is no error if this is not known yet: %s",
  (_what, name, args) => {
    expect(refusal(() => flowFrom(idFor(name), args))).toBe("");
  },
);

describe("the delta column", () => {
  const table = idFor("amazon-redshift");

  test.each([
    ["no transformation at all", undefined],
    ["a Copy without one", [{ name: "Copy", params: {} }, mapping]],
  ] satisfies [string, aep.TransformationArgs[] | undefined][])(
    "is required: %s",
    (_how, transformations) => {
      const text = refusal(() => flowFrom(table, { scheduleParams: hourly, transformations }));
      expect(text).toContain('add { name: "Copy", params: { deltaColumn:');
    },
  );

  test("can be declared with frequency once", () => {
    const args: Args = { scheduleParams: once, transformations: [mapping, copy] };
    expect(() => flowFrom(table, args)).not.toThrow();
  });

  test.each([
    ["the list", { scheduleParams: hourly, transformations: unknownYet([mapping]) }],
    ["an item", { scheduleParams: hourly, transformations: [unknownYet(mapping)] }],
    ["its params", { scheduleParams: hourly, transformations: [{ name: "Copy", params: unknownYet({}) }] }],
    ["the schedule", { scheduleParams: unknownYet(once), transformations: [mapping] }],
    [
      "the frequency",
      { scheduleParams: { frequency: unknownYet("once" as const) }, transformations: [copy] },
    ],
    ["the columns", { scheduleParams: once, transformations: [{ name: "Copy", params: unknownYet({}) }] }],
  ] satisfies [string, Args][])("is not required if this is not known yet: %s", (_what, args) => {
    expect(refusal(() => flowFrom(table, args))).toBe("");
  });
});

test("two problems are one error with a line for each", () => {
  const text = refusal(() => flowFrom(idFor("amazon-s3"), { flowSpec: "CRMToAEP" }));
  expect(text.split("\n")).toEqual([
    'Dataflow "flow": 2 problems:',
    expect.stringContaining('  - flowSpec "CRMToAEP" does not support Amazon S3'),
    expect.stringContaining("  - scheduleParams is missing"),
  ]);
});

test("a flow spec that is not in the catalogue is accepted", () => {
  const args: Args = { scheduleParams: hourly, transformations: [mapping] };
  flowFrom(idFor("amazon-s3"), { ...args, flowSpec: "SomethingNewToAEP" });
  flowFrom(idFor("amazon-s3"), { ...args, flowSpec: { id: "33333333-3333-4333-8333-333333333333" } });
});

test("a source that is not in the catalogue, or of another program, may have any schedule and flow spec", () => {
  flowFrom("33333333-3333-4333-8333-333333333333", { flowSpec: "CRMToAEP" });
  const read = aep.SourceConnection.get("read", "9a603322-19d2-4de9-89c6-c98bd54eb184");
  new aep.Dataflow("a", { sourceConnectionIds: [read.id], targetConnectionIds: ["t"] });
  new aep.Dataflow("b", { sourceConnectionIds: unknownYet(["s"]), targetConnectionIds: ["t"] });
});

test("get is not validated", () => {
  const source = new aep.SourceConnection("source", {
    connectionSpec: { id: idFor("amazon-s3") },
    data: { format: "json" },
  });
  expect(refusal(() => aep.Dataflow.get("flow", source.id))).toBe("");
});
