import { replaceCases } from "./sweepCases";
import { useSweep } from "./sweepSuite";

const converges = useSweep();

describe("after a kill at any call and a second run, AEP and the state are as without a kill", () => {
  it("when an object of any kind is replaced in any way", async () => {
    expect(await converges(replaceCases, 4)).toBeGreaterThan(200);
  });
});
