import { runModel } from "./model";
import { attachedSequences } from "./modelCommands";

it("2,000 random sequences of commands, kills, faults and outside changes break no promise", async () => {
  const { sequences, commands, counterExamples } = await runModel(2_000);
  const found = counterExamples.map(({ seed, sequence, problems }) => ({ seed, problems, ...sequence }));
  expect(found).toEqual([]);
  expect(sequences).toBe(2_000);
  expect(commands).toBeGreaterThan(6_000);
});

it("300 random sequences with kinds that are attached to another object break no promise", async () => {
  const { counterExamples } = await runModel(300, undefined, { of: attachedSequences });
  expect(counterExamples).toEqual([]);
});
