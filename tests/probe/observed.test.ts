import { groups, unobservable } from "../../sdk/cli/probe/observations";
import { awkward, olderShapes, switchReasons, type Switches } from "../emulator";
import { conditions, flips, undeletable } from "./flips";
import { objectsIn, type Report, runProbe, startWorld, type World } from "./probeRun";

const observations = groups.flatMap((group) => group.observations);
const observable = observations.flatMap(({ switch: name }) => name ?? []);
const hidden = unobservable.flatMap(({ switch: name }) => name ?? []);

test("each switch of the emulator is observed, or listed with the reason why not", () => {
  expect([...observable, ...hidden].sort()).toEqual(Object.keys(switchReasons).sort());
});

test("each observable switch is flipped below", () => {
  expect(Object.keys(flips).sort()).toEqual([...observable].sort());
});

const cases = Object.entries(flips).flatMap(([name, values]) =>
  values.map((value): [keyof typeof flips, Switches[keyof Switches]] => [name as keyof typeof flips, value]),
);

describe("the report", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.emulator.close());

  test.each(cases)("has the value of the switch %s if it is %j", async (name, value) => {
    world.emulator.set({ ...conditions[name], [name]: value });
    const { code, report, stderr } = await runProbe(world);
    expect(valueOf(report, name)).toEqual(value);
    expect(objectsIn(world.emulator)).toEqual(undeletable[name] ?? {});
    expect({ code, stderr }).toMatchObject({ code: undeletable[name] ? 1 : 0 });
    expect(world.emulator.requests.length).toBeLessThanOrEqual(150);
    expect(wrongValues(report, { ...world.emulator.world.switches })).toEqual([]);
  });
});

test.each([
  ["all older forms", olderShapes],
  ["the awkward forms", awkward],
])("the report is right for %s at once", async (_name, switches) => {
  const world = await startWorld(switches);
  const { code, report } = await runProbe(world);
  await world.emulator.close();
  expect({ code, objects: objectsIn(world.emulator) }).toEqual({ code: 0, objects: {} });
  expect(wrongValues(report, world.emulator.world.switches)).toEqual([]);
  expect(report.observations.length).toBeGreaterThan(50);
});

function valueOf(report: Report, name: string): unknown {
  return report.observations.find((one) => one.switch === name)?.value;
}

/** Observations that differ from the emulator's setting. */
function wrongValues(report: Report, switches: Switches): unknown[] {
  return report.observations.filter((one) => one.value !== (switches as Record<string, unknown>)[one.switch]);
}
