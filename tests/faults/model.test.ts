import { runModel } from "./model";
import { facetSequences } from "./modelCommands";

it("after 2,000 random sequences of commands, kills, faults and outside changes every promise is kept", async () => {
  const { sequences, commands, counterExamples } = await runModel(2_000);
  const found = counterExamples.map(({ seed, sequence, problems }) => ({ seed, problems, ...sequence }));
  expect(found).toEqual([]);
  expect(sequences).toBe(2_000);
  expect(commands).toBeGreaterThan(6_000);
});

it("after 300 sequences around what is said of another object every promise is kept", async () => {
  const { counterExamples } = await runModel(300, undefined, { of: facetSequences });
  expect(counterExamples).toEqual([]);
});
