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

describe("killed at any call and run again, AEP and the state end as if nothing had happened", () => {
  it.each([1, 8])("while everything is made, %d at a time", async (parallel) => {
    expect(await converges(upCases, parallel)).toBeGreaterThan(40);
  });

  it.each([1, 8])("while everything is destroyed, %d at a time", async (parallel) => {
    expect(await converges(destroyCases, parallel)).toBeGreaterThan(20);
  });

  it("while an object of any kind is updated in any way", async () => {
    expect(await converges(updateCases, 4)).toBeGreaterThan(200);
  });

  it.each([1, 8])("while the whole chain is replaced, %d at a time", async (parallel) => {
    expect(await converges(chainCases, parallel)).toBeGreaterThan(100);
  });

  it("while an object of any kind is replaced in any way", async () => {
    expect(await converges(replaceCases, 4)).toBeGreaterThan(200);
  });
});
