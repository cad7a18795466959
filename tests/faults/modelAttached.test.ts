import { runModel } from "./model";
import { attachedSequences } from "./modelCommands";

it("300 random sequences with kinds that are attached to another object break no promise", async () => {
  const { counterExamples } = await runModel(300, undefined, { of: attachedSequences });
  expect(counterExamples).toEqual([]);
});
