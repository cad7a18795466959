import { chainCases } from "./sweepCases";
import { useSweep } from "./sweepSuite";

const converges = useSweep();

describe("after a kill at any call and a second run, AEP and the state are as without a kill", () => {
  it.each([1, 8])("when the whole chain is replaced, %d at a time", async (parallel) => {
    expect(await converges(chainCases, parallel)).toBeGreaterThan(100);
  });
});
