import { expectModelHolds } from "./modelSuite";

it("random sequences of commands, kills, faults and outside changes break no promise, seeds 1 to 1,000", async () => {
  await expectModelHolds(1);
});
