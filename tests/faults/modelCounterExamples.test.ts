import type { Command, Disturbance, Sequence } from "./modelCommands";
import { Model } from "./modelRun";
import { startCrashRig, type CrashRig } from "./sweepRig";

/** What the model once found, kept as it was shrunk. */

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
    "an object of an interrupted create that is listed, but not shown yet, is not made a second time",
    {
      roots: ["BaseConnection landing"],
      parallel: 1,
      commands: [up(killAfter(2)), up(notShownYet), { do: "refresh", during: killBefore(1) }],
    },
  ],
  [
    "a forced replacement that was killed loses nothing to the next plain up",
    {
      roots: ["SourceConnection customers"],
      parallel: 1,
      commands: [up(calm), { do: "replace", which: 0, during: killAfter(2) }, up(calm)],
    },
  ],
  [
    "a dataflow that is deleted first and was killed after it was made again is not made twice",
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
    "a first up that was refused and an outside edit end in the declared world",
    {
      roots: ["Dataset customers"],
      parallel: 1,
      commands: [up(refused), { do: "edit outside", which: 0, edit: 0 }, up(refused)],
    },
  ],
  [
    "a description that went with a forced replacement is gone from the object that was kept",
    {
      roots: ["Schema customers"],
      parallel: 1,
      commands: [
        up(calm),
        up({ by: "signal", call: 1 }, { change: "Schema customers: description taken away" }),
        { do: "replace", which: 1, during: calm },
      ],
    },
  ],
  [
    "a constant of a mapping set is still one after its schema was made anew",
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
    "what an interrupted create has left is named when its fixed fields have changed",
    {
      roots: ["TargetConnection customers"],
      parallel: 1,
      commands: [up(killAfter(9)), up(calm, { change: "TargetConnection customers: data.schema.version" })],
    },
  ],
  [
    "what an interrupted create has left is named when its parent was deleted outside and made anew",
    {
      roots: ["SourceConnection customers"],
      parallel: 1,
      commands: [up(killAfter(7)), { do: "delete outside", which: 0 }, up(calm, { refresh: true })],
    },
  ],
  [
    "what a program has written into a mapping and given up before its create came to an end is taken back",
    {
      roots: ["MappingSet customers"],
      parallel: 1,
      commands: [
        up(killAfter(9)),
        up(calm, { change: "MappingSet customers: mappings[].description taken away" }),
      ],
    },
  ],
  [
    "a parameter that a program has given up before its create came to an end is taken back",
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
    "mappings that an interrupted create has sent in another order are sent again in that of the program",
    {
      roots: ["MappingSet customers"],
      parallel: 1,
      commands: [
        up(killAfter(9), { change: "MappingSet customers: mappings[].destination another" }),
        up(calm, { change: "MappingSet customers: mappings[].destination a mapping more" }),
      ],
    },
  ],
];

it.each(found)("%s", async (_name, sequence) => {
  expect(await model.run(sequence, 1)).toEqual([]);
});
