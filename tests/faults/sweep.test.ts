import { sweep, type SweepCase } from "./sweep";
import { startCrashRig, type CrashRig } from "./sweepRig";
import { chainCases, destroyCases, othersProgram, replaceCases, updateCases, upCases } from "./sweepCases";

let rig: CrashRig;

beforeAll(async () => {
  rig = await startCrashRig();
});
afterAll(() => rig.close());

async function converges(cases: readonly SweepCase[], parallel: number): Promise<number> {
  const failures: string[] = [];
  let points = 0;
  for (const sweepCase of cases) {
    const swept = await sweep(rig, sweepCase, parallel, othersProgram);
    points += swept.points;
    failures.push(...swept.failures);
  }
  expect(failures).toEqual([]);
  return points;
}

describe("after a kill at any call and a second run, AEP and the state are as without a kill", () => {
  it.each([1, 8])("when every kind is created, %d at a time", async (parallel) => {
    expect(await converges(upCases, parallel)).toBeGreaterThan(40);
  });

  it.each([1, 8])("when every kind is destroyed, %d at a time", async (parallel) => {
    expect(await converges(destroyCases, parallel)).toBeGreaterThan(20);
  });

  it("when an object of any kind is updated in any way", async () => {
    expect(await converges(updateCases, 4)).toBeGreaterThan(200);
  });

  it.each([1, 8])("when the whole chain is replaced, %d at a time", async (parallel) => {
    expect(await converges(chainCases, parallel)).toBeGreaterThan(100);
  });

  it("when an object of any kind is replaced in any way", async () => {
    expect(await converges(replaceCases, 4)).toBeGreaterThan(200);
  });
});
