import { awkward, type Switches } from "../emulator";
import { ref, type ProgramValue } from "../wire/program";
import type { Places } from "./kind";
import { alone, callsDuring, deployed, kindOf, succeeded, useAep } from "./scene";

const aep = useAep();

const minor = (family: string): string[] =>
  [";version=1", "; version=1", ";version=1.0", ";version=1.7", " ; version = 1"].map(
    (end) => `application/vnd.adobe.${family}${end}`,
  );
const numbers = (value: number): ProgramValue[] => [
  value,
  String(value),
  ` ${String(value)} `,
  `${String(value)}.0`,
];
const trueValues: ProgramValue[] = [true, "true", "TRUE", " True "];
const falseValues: ProgramValue[] = [false, "false", "False"];
const emptyValues: ProgramValue[] = [undefined, null, ""];
const start = 4_102_444_800;

/** Values that are equal to AEP, by kind and place. */
const equalValues: [string, string, readonly ProgramValue[], Places?][] = [
  [
    "SourceConnection",
    "connectionSpec",
    [
      "amazon-s3",
      { id: "ecadc60c-7455-4d87-84dc-2a0e293d997b" },
      { id: "ecadc60c-7455-4d87-84dc-2a0e293d997b", version: "1.0" },
      { id: "ecadc60c-7455-4d87-84dc-2a0e293d997b", unchecked: true },
    ],
  ],
  ["SourceConnection", "params.recursive", trueValues],
  ["SourceConnection", "params.recursive", falseValues],
  ["SourceConnection", "description", emptyValues],
  ["SourceConnection", "data.properties", [undefined, null, {}]],
  ["BaseConnection", "description", emptyValues],
  ["TargetConnection", "data.schema.version", minor("xed-full+json"), { "data.format": undefined }],
  [
    "TargetConnection",
    "connectionSpec",
    [
      undefined,
      { id: "c604ff05-7f1a-43c0-8e18-33bf874cb11c" },
      { id: "c604ff05-7f1a-43c0-8e18-33bf874cb11c", version: "1.0" },
    ],
  ],
  ["Dataset", "schemaRef.contentType", [undefined, ...minor("xed+json").slice(0, 4)]],
  ["Dataset", "description", emptyValues],
  ["Dataset", "tags", [undefined, null, {}]],
  ["Dataset", "enableErrorDiagnostics", [undefined, null]],
  ["MappingSet", "outputSchema.schemaRef.contentType", [undefined, ...minor("xed-full+json")]],
  ["MappingSet", "mappings[1].sourceType", ["ATTRIBUTE", undefined, null, "text/x.schema-path"]],
  [
    "MappingSet",
    "mappings[0]",
    [
      { source: "Id", destination: "_id" },
      { sourceAttribute: "Id", destinationXdmPath: "_id" },
      { source: "Id", destinationXdmPath: "_id" },
    ],
  ],
  [
    "MappingSet",
    "mappings[0]",
    [
      { source: "trim(Id)", destination: "_id" },
      { sourceType: "EXPRESSION", source: "trim(Id)", destination: "_id" },
      { sourceType: "text/x.aep-xl", source: "trim(Id)", destination: "_id" },
    ],
  ],
  ["MappingSet", "name", emptyValues],
  ["Dataflow", "scheduleParams.interval", numbers(6)],
  ["Dataflow", "scheduleParams.startTime", numbers(start)],
  ["Dataflow", "scheduleParams.backfill", trueValues],
  ["Dataflow", "scheduleParams.backfill", falseValues],
  ["Dataflow", "transformations[0].params.mappingVersion", [0, "0"]],
  ["Dataflow", "options.partialIngestionPercent", numbers(10)],
  ["Dataflow", "options.partialIngestionPercent", [2.5, "2.5", "2.50"]],
  ["Dataflow", "options.errorDiagnosticsEnabled", trueValues],
  ["Dataflow", "state", [undefined, "enabled"]],
  ["Dataflow", "description", emptyValues],
  ["Dataflow", "options", [undefined, null, {}]],
  ["SchemaDescriptor", "sourceVersion", [1, "1", undefined]],
  ["Schema", "description", emptyValues],
  ["Schema", "immutableTags", [undefined, null, []]],
  ["SchemaClass", "description", emptyValues],
  ["FieldGroup", "description", emptyValues],
];

/** Every change from one value to the next, and from the last one to the first. */
const steps = equalValues.flatMap(([type, place, values, before]) =>
  values.map((one, index) => {
    const other = values[(index + 1) % values.length];
    const title = `${type}.${place}: ${shown(one)}, then ${shown(other)}`;
    return [title, type, { ...before, [place]: one }, { ...before, [place]: other }] as const;
  }),
);

function shown(value: ProgramValue): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

it("the table has at least 100 changes", () => {
  expect(steps.length).toBeGreaterThanOrEqual(100);
});

it.each(steps)("the change %s causes no write and no drift", async (_title, type, one, other) => {
  const { emulator } = aep.current;
  const kind = kindOf(type);
  const stack = await deployed(aep.current, alone(kind, one));
  expect((await succeeded(stack.refresh())).changes).toEqual([]);
  emulator.ledger.clear();
  const calls = await callsDuring(emulator, async () => {
    expect((await succeeded(stack.up(alone(kind, one)))).changes).toEqual([]);
  });
  expect(calls).toEqual([]);
  const run = await succeeded(stack.up(alone(kind, other)));
  expect(run.steps.filter(({ op }) => op === "replace")).toEqual([]);
  expect(emulator.ledger.writes()).toEqual([]);
  expect((await succeeded(stack.refresh())).changes).toEqual([]);
  expect((await succeeded(stack.up(alone(kind, other)))).changes).toEqual([]);
});

describe.each<[string, Partial<Switches>]>([
  ["as they were sent", { scheduleForm: "asSent", mappingVersionForm: "asSent" }],
  ["as strings", { scheduleForm: "strings", mappingVersionForm: "strings" }],
  ["flipped", { scheduleForm: "flipped", mappingVersionForm: "flipped" }],
])("numbers that AEP returns %s", (_form, switches) => {
  it("cause no drift", async () => {
    aep.current.emulator.set({ ...awkward, ...switches });
    const stack = await deployed(aep.current, alone(kindOf("Dataflow")));
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    expect((await succeeded(stack.up(alone(kindOf("Dataflow"))))).changes).toEqual([]);
  });
});

it("a mapping set in the older form equals the same set in the newer form", async () => {
  const kind = kindOf("MappingSet");
  const older: Places = {
    outputSchema: undefined,
    xdmSchema: (use) => ref(use("Schema", "customers")).id,
    xdmVersion: "1.0",
    mappings: [
      { sourceAttribute: "Id", destinationXdmPath: "_id" },
      {
        sourceAttribute: "FirstName",
        destinationXdmPath: "person.name.firstName",
        name: "First name",
        description: "As the customer spells it",
      },
    ],
  };
  const stack = await deployed(aep.current, alone(kind, older));
  expect((await succeeded(stack.refresh())).changes).toEqual([]);
  aep.current.emulator.ledger.clear();
  expect((await succeeded(stack.up(alone(kind)))).changes).toEqual([]);
  expect(aep.current.emulator.ledger.writes()).toEqual([]);
});
