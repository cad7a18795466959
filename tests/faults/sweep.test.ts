import { sweep, type Scene } from "./sweep";
import { startCrashRig, type CrashRig } from "./sweepRig";
import { chainScenes, destroyScenes, others, replaceScenes, updateScenes, upScenes } from "./sweepScenes";

let rig: CrashRig;

beforeAll(async () => {
  rig = await startCrashRig();
});
afterAll(() => rig.close());

async function converges(scenes: readonly Scene[], parallel: number): Promise<number> {
  const failures: string[] = [];
  let points = 0;
  for (const scene of scenes) {
    const swept = await sweep(rig, scene, parallel, others);
    points += swept.points;
    failures.push(...swept.failures);
  }
  expect(failures).toEqual([]);
  return points;
}

describe("killed at any call and run again, AEP and the state end as if nothing had happened", () => {
  it.each([1, 8])("while everything is made, %d at a time", async (parallel) => {
    expect(await converges(upScenes, parallel)).toBeGreaterThan(40);
  });

  it.each([1, 8])("while everything is destroyed, %d at a time", async (parallel) => {
    expect(await converges(destroyScenes, parallel)).toBeGreaterThan(20);
  });

  it("while an object of any kind is updated in any way", async () => {
    expect(await converges(updateScenes, 4)).toBeGreaterThan(200);
  });

  it.each([1, 8])("while the whole chain is replaced, %d at a time", async (parallel) => {
    expect(await converges(chainScenes, parallel)).toBeGreaterThan(100);
  });

  it("while an object of any kind is replaced in any way", async () => {
    expect(await converges(replaceScenes, 4)).toBeGreaterThan(200);
  });
});
