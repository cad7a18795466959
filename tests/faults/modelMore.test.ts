import { expectModelHolds } from "./modelSuite";

it("random sequences of commands, kills, faults and outside changes break no promise, seeds 1,001 to 2,000", async () => {
  await expectModelHolds(1_001);
});
