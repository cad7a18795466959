import { destroyCases, upCases } from "./sweepCases";
import { useSweep } from "./sweepSuite";

const converges = useSweep();

describe("after a kill at any call and a second run, AEP and the state are as without a kill", () => {
  it.each([1, 8])("when every kind is created, %d at a time", async (parallel) => {
    expect(await converges(upCases, parallel)).toBeGreaterThan(40);
  });

  it.each([1, 8])("when every kind is destroyed, %d at a time", async (parallel) => {
    expect(await converges(destroyCases, parallel)).toBeGreaterThan(20);
  });
});
