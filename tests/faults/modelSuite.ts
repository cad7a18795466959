import { runModel } from "./model";

/** 1,000 random sequences of commands, kills, faults and outside changes, from this seed on. */
export async function expectModelHolds(from: number): Promise<void> {
  const { sequences, commands, counterExamples } = await runModel(1_000, undefined, { from });
  const found = counterExamples.map(({ seed, sequence, problems }) => ({ seed, problems, ...sequence }));
  expect(found).toEqual([]);
  expect(sequences).toBe(1_000);
  expect(commands).toBeGreaterThan(3_000);
}
