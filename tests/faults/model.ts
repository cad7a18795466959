import fc from "fast-check";
import { sequences, type Sequence } from "./modelCommands";
import { Model } from "./modelRun";
import { startCrashRig } from "./sweepRig";

export interface CounterExample {
  readonly seed: number;
  /** The shortest sequence found that breaks the promise. */
  readonly sequence: Sequence;
  readonly problems: readonly string[];
}

export interface Summary {
  readonly sequences: number;
  readonly commands: number;
  readonly requests: number;
  readonly counterExamples: readonly CounterExample[];
}

export interface Range {
  /** The first seed. Default 1. */
  readonly from?: number;
  /** Default: programs of all kinds with objects of their own. */
  readonly of?: typeof sequences;
}

/** Runs one random sequence per seed against one emulator, and shrinks every sequence that breaks a promise. */
export async function runModel(
  seeds: number,
  progress: (done: number, found: number) => void = () => undefined,
  { from = 1, of = sequences }: Range = {},
): Promise<Summary> {
  const rig = await startCrashRig();
  const model = await Model.on(rig);
  const counterExamples: CounterExample[] = [];
  let commands = 0;
  try {
    for (let seed = from; seed < from + seeds; seed++) {
      let problems: readonly string[] = [];
      const property = fc.asyncProperty(of, async (sequence) => {
        commands += sequence.commands.length;
        const found = await model.run(sequence, seed);
        if (found.length > 0) problems = found;
        return found.length === 0;
      });
      const { counterexample } = await fc.check(property, { seed, numRuns: 1 });
      if (counterexample) counterExamples.push({ seed, sequence: counterexample[0], problems });
      progress(seed - from + 1, counterExamples.length);
    }
  } finally {
    await rig.close();
  }
  return { sequences: seeds, commands, requests: model.requests, counterExamples };
}
