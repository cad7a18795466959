import type { Command, Disturbance, Sequence } from "./modelCommands";
import { Model } from "./modelRun";
import { startCrashRig, type CrashRig } from "./sweepRig";

/** Sequences that broke a promise in earlier versions, as the model shrank them. */

let rig: CrashRig;
let model: Model;

beforeAll(async () => {
  rig = await startCrashRig();
  model = await Model.on(rig);
});
afterAll(() => rig.close());

const calm: Disturbance = { by: "nothing" };
const killAfter = (call: number): Disturbance => ({ by: "kill", call, when: "after" });
const killBefore = (call: number): Disturbance => ({ by: "kill", call, when: "before" });
const refused: Disturbance = {
  by: "faults",
  rules: [{ method: "POST", when: "before", act: { kind: "status", status: 500 } }],
};
const notShownYet: Disturbance = {
  by: "faults",
  rules: [
    { method: "GET", path: /[0-9a-f-]{36}/, when: "before", act: { kind: "status", status: 404, body: {} } },
  ],
};
const up = (during: Disturbance, more: { change?: string; refresh?: boolean } = {}): Command => {
  return { do: "up", change: more.change, refresh: more.refresh ?? false, during };
};

const found: [string, Sequence][] = [
  [
    "an object of an interrupted create that is listed, but not yet shown by GET, is not created twice",
    {
      roots: ["BaseConnection landing"],
      parallel: 1,
      commands: [up(killAfter(2)), up(notShownYet), { do: "refresh", during: killBefore(1) }],
    },
  ],
  [
    "the next up completes a forced replacement that was killed",
    {
      roots: ["SourceConnection customers"],
      parallel: 1,
      commands: [up(calm), { do: "replace", which: 0, during: killAfter(2) }, up(calm)],
    },
  ],
  [
    "a dataflow that is deleted before its replacement, and whose run was killed after the create, is not created twice",
    {
      roots: ["Dataflow hourly"],
      parallel: 1,
      commands: [
        up(calm),
        ...[3, 4, 5, 6].flatMap((call): Command[] => [
          { do: "replace", which: 8, during: killAfter(call) },
          up(calm, { refresh: true }),
        ]),
      ],
    },
  ],
  [
    "an up reaches the declared world after a refused up and an outside edit",
    {
      roots: ["Dataset customers"],
      parallel: 1,
      commands: [up(refused), { do: "edit outside", which: 0, edit: 0 }, up(refused)],
    },
  ],
  [
    "an object that a forced replacement keeps loses a description that the program no longer has",
    {
      roots: ["Schema customers"],
      parallel: 1,
      commands: [
        up(calm),
        up({ by: "signal", call: 1 }, { change: "Schema customers: description removed" }),
        { do: "replace", which: 1, during: calm },
      ],
    },
  ],
  [
    "a constant of a mapping set stays a constant after its schema was created again",
    {
      roots: ["MappingSet customers"],
      parallel: 1,
      commands: [
        up(calm, { change: "MappingSet customers: mappings[].sourceType a constant" }),
        { do: "delete outside", which: 1 },
        up(calm, { refresh: true }),
      ],
    },
  ],
  [
    "a warning names the object of an interrupted create if the program has changed its fixed fields",
    {
      roots: ["TargetConnection customers"],
      parallel: 1,
      commands: [up(killAfter(9)), up(calm, { change: "TargetConnection customers: data.schema.version" })],
    },
  ],
  [
    "a warning names the object of an interrupted create if its parent was deleted outside and created again",
    {
      roots: ["SourceConnection customers"],
      parallel: 1,
      commands: [up(killAfter(7)), { do: "delete outside", which: 0 }, up(calm, { refresh: true })],
    },
  ],
  [
    "a mapping field that the program removes after an interrupted create is removed in AEP",
    {
      roots: ["MappingSet customers"],
      parallel: 1,
      commands: [
        up(killAfter(9)),
        up(calm, { change: "MappingSet customers: mappings[].description removed" }),
      ],
    },
  ],
  [
    "a parameter that the program removes after an interrupted create is removed in AEP",
    {
      roots: ["BaseConnection landing"],
      parallel: 1,
      commands: [
        up(killAfter(2), { change: "BaseConnection landing: auth.params.* a secret added" }),
        up(calm, { change: "BaseConnection landing: as it is" }),
      ],
    },
  ],
  [
    "mappings that an interrupted create sent in another order are sent again in the order of the program",
    {
      roots: ["MappingSet customers"],
      parallel: 1,
      commands: [
        up(killAfter(9), { change: "MappingSet customers: mappings[].destination another" }),
        up(calm, { change: "MappingSet customers: mappings[].destination a mapping added" }),
      ],
    },
  ],
];

it.each(found)("%s", async (_name, sequence) => {
  expect(await model.run(sequence, 1)).toEqual([]);
});
