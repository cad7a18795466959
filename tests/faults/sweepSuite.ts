import { sweep, type SweepCase } from "./sweep";
import { othersProgram } from "./sweepCases";
import { startCrashRig, type CrashRig } from "./sweepRig";

export type Converges = (cases: readonly SweepCase[], parallel: number) => Promise<number>;

/** After a kill at any call and a second run, AEP and the state are as without a kill. Returns the number of kills. */
export function useSweep(): Converges {
  let rig: CrashRig;
  beforeAll(async () => {
    rig = await startCrashRig();
  });
  afterAll(() => rig.close());
  return async (cases, parallel) => {
    const failures: string[] = [];
    let points = 0;
    for (const sweepCase of cases) {
      const swept = await sweep(rig, sweepCase, parallel, othersProgram);
      points += swept.points;
      failures.push(...swept.failures);
    }
    expect(failures).toEqual([]);
    return points;
  };
}
