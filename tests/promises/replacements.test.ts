import * as pulumi from "@pulumi/pulumi";
import * as sdk from "../../sdk";
import { awkward, type LedgerEntry } from "../emulator";
import { definitions } from "../../provider/resources";
import { factsOf } from "../../provider/resources/fields";
import { firstName, type Kind, type Replacement } from "./kind";
import { allKinds } from "./kinds";
import {
  allTypes,
  alone,
  deployed,
  editsOf,
  keyOf,
  programOf,
  sandbox,
  succeeded,
  useAep,
  type Edits,
} from "./scene";

const aep = useAep();

const cases = allKinds.flatMap((kind) =>
  kind.replacements.map((one) => [titleOf(kind, one), kind, one] as const),
);
const refused = cases.filter(([, , { refused: sentence }]) => sentence);
const replacing = cases.filter(([, , { refused: sentence }]) => !sentence);

function titleOf({ type }: Kind, { field, what }: Replacement): string {
  return `${type}.${field}${what === undefined ? "" : `, ${what}`}`;
}

function programs(kind: Kind, { before, after, dependentEdits: along, alone: single }: Replacement) {
  if (single) return [alone(kind, before), alone(kind, before, after)] as const;
  const edits: Edits = { ...along, ...editsOf(kind, [before, after]) };
  const all = [...allTypes, kind.type];
  return [programOf(all, editsOf(kind, [before])), programOf(all, edits)] as const;
}

/** The places of the definition that contain the field and replace, such as `data` for `data.format`. */
function placesHolding({ type }: Kind, field: string): readonly string[] {
  const kindDefinition = definitions.find((definition) => definition.type === type)!;
  return [...factsOf(kindDefinition, "replaces").keys()].filter((place) => {
    const general = place.replace(/\[[^\]]*\]/g, "[]");
    return field === general || field.startsWith(`${general}.`) || field.startsWith(`${general}[`);
  });
}

/** Two enabled dataflows never read from the same path at the same time, because both would ingest the data. */
function expectNoDoubleIngestion(entries: readonly LedgerEntry[]): void {
  const live = new Set<string>();
  for (const { kind, method, id, path, status } of entries.filter((entry) => entry.kind === "flows")) {
    expect(status).toBeLessThan(300);
    if (method === "POST" && !path.includes("/action")) live.add(id);
    if (method === "DELETE") live.delete(id);
    expect({ kind, live: live.size }).toEqual({ kind, live: Math.min(live.size, 1) });
  }
}

it.each(replacing)(
  "a change of %s replaces the object, and a source never has two dataflows",
  async (_title, kind, one) => {
    const { emulator } = aep.current;
    emulator.set({ ...awkward, ...one.switches });
    const [before, after] = programs(kind, one);
    const stack = await deployed(aep.current, before);
    const old = stack.get(kind.type, firstName(kind)).id;
    const planned = await succeeded(stack.preview(after));
    const step = planned.steps.find(({ op, kind: type, name }) => {
      return op === "replace" && `${type} ${name}` === keyOf(kind);
    });
    expect(step?.replaces.some((place) => placesHolding(kind, one.field).includes(place))).toBe(true);
    if (one.previewOnly) return;
    const run = await succeeded(stack.up(after));
    expect([...run.changes].sort()).toEqual([...planned.changes].sort());
    const now = stack.get(kind.type, firstName(kind)).id;
    expect(now).not.toBe(old);
    expect(JSON.stringify(emulator.objects(sandbox, kind.collection))).not.toContain(`"id":"${old}"`);
    expectNoDoubleIngestion(emulator.ledger.entries);
    expect((await succeeded(stack.preview(after))).changes).toEqual([]);
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
  },
);

it.each(refused)("a change of %s is refused at preview, before any write", async (_title, kind, one) => {
  const { emulator } = aep.current;
  emulator.set({ ...awkward, ...one.switches });
  const [before, after] = programs(kind, one);
  const stack = await deployed(aep.current, before);
  const { id } = stack.get(kind.type, firstName(kind));
  emulator.ledger.clear();
  const preview = await stack.preview(after);
  expect(preview.errors).toMatchObject([{ message: expect.stringMatching(one.refused!) as string }]);
  expect(emulator.ledger.writes()).toEqual([]);
  if (one.previewOnly) return;
  const up = await stack.up(after);
  expect(up.errors[0]?.message).toMatch(one.refused!);
  expect(stack.get(kind.type, firstName(kind)).id).toBe(id);
});

describe("another form of the same flow spec", () => {
  const spellings = {
    "its name": "CloudStorageToAEP",
    "its id and version": { id: "9753525b-82c7-4dce-8a9b-5ccfce2b9876", version: "1.0" },
    "its id": { id: "9753525b-82c7-4dce-8a9b-5ccfce2b9876" },
    "no flow spec": undefined,
  };
  const names = Object.keys(spellings) as (keyof typeof spellings)[];
  const pairs = names.flatMap((one) =>
    names.filter((other) => other !== one).map((other) => [one, other] as const),
  );

  it.each(pairs)("does not replace a dataflow: %s, then %s", async (one, other) => {
    const dataflow = allKinds.find(({ type }) => type === "Dataflow")!;
    const stack = await deployed(aep.current, alone(dataflow, { flowSpec: spellings[one] }));
    const after = alone(dataflow, { flowSpec: spellings[other] });
    const run = await succeeded(stack.preview(after));
    expect(run.steps.filter(({ op }) => op === "replace")).toEqual([]);
    aep.current.emulator.ledger.clear();
    await succeeded(stack.up(after));
    expect(aep.current.emulator.ledger.writes()).toEqual([]);
  });
});

describe("a started dataflow", () => {
  const dataflow = allKinds.find(({ type }) => type === "Dataflow")!;
  const anHourAgo = Math.floor(Date.now() / 1000) - 3600;
  const nextCentury = 4_102_444_800;

  async function startedDataflow(places = {}) {
    const stack = await deployed(aep.current, alone(dataflow, places));
    const { id } = stack.get("Dataflow", "hourly");
    aep.current.emulator.edit(sandbox, "flows", id, (flow) => {
      Object.assign(flow["scheduleParams"] as object, { startTime: String(anHourAgo) });
    });
    await succeeded(stack.refresh());
    return stack;
  }

  it.each([
    ["startTime", { "scheduleParams.startTime": nextCentury }],
    ["backfill", { "scheduleParams.backfill": false }],
    ['frequency to "once"', { scheduleParams: { frequency: "once" } }],
  ])("refuses a change of %s with one error that names --replace", async (field, after) => {
    const stack = await startedDataflow();
    aep.current.emulator.ledger.clear();
    const run = await stack.preview(alone(dataflow, after));
    expect(run.errors).toHaveLength(1);
    expect(run.errors[0]?.message).toContain(`scheduleParams.${field}`);
    expect(run.errors[0]?.message).toMatch(/^diff Dataflow "hourly": .*--replace/);
    expect((await stack.up(alone(dataflow, after))).ok).toBe(false);
    expect(aep.current.emulator.ledger.writes()).toEqual([]);
  });

  it("accepts a change of the interval, and has no drift for a start that the program does not have", async () => {
    const stack = await startedDataflow();
    expect((await succeeded(stack.up(alone(dataflow)))).changes).toEqual([]);
    const after = alone(dataflow, { "scheduleParams.interval": 12 });
    expect((await succeeded(stack.up(after))).changes).toEqual(["update Dataflow hourly"]);
  });

  it("has no drift for a start that has passed in the program and in AEP", async () => {
    const program = alone(dataflow, { "scheduleParams.startTime": anHourAgo - 60 });
    const stack = await startedDataflow({ "scheduleParams.startTime": anHourAgo - 60 });
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    expect((await succeeded(stack.up(program))).changes).toEqual([]);
  });

  it("has deleteBeforeReplace in its options, because --replace does not call the provider's diff", async () => {
    const options: unknown[] = [];
    const recordOptions = ({ opts }: { opts: pulumi.CustomResourceOptions }) => {
      options.push(opts.deleteBeforeReplace);
      return undefined;
    };
    await pulumi.runtime.setMocks({
      newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs as object }),
      call: ({ inputs }) => inputs as object,
    });
    const ids = { sourceConnectionIds: ["source"], targetConnectionIds: ["target"] };
    const made = new sdk.Dataflow("hourly", ids, { transformations: [recordOptions] });
    await new Promise((resolve) => made.id.apply(resolve));
    expect(options).toEqual([true]);
  });
});

describe("a sandbox", () => {
  it.each(allKinds.map((kind) => [kind.type, kind] as const))(
    "of a %s that changes replaces the object",
    async (_type, kind) => {
      const stack = await deployed(aep.current, alone(kind));
      const edits = editsOf(kind, [{ sandbox: "stage" }]);
      const run = await stack.preview(programOf([kind.type], edits));
      if (kind.type === "Dataset") {
        expect(run.errors[0]?.message).toMatch(/sandbox cannot change in place.*forceDelete/);
      } else {
        expect(run.errors).toEqual([]);
        const step = run.steps.find(
          ({ op, kind: type, name }) => op === "replace" && `${type} ${name}` === keyOf(kind),
        );
        expect(step?.replaces).toContain("sandbox");
      }
    },
  );
});
