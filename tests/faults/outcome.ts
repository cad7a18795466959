import type { FaultRig } from "./rig";

/** The result of one named fault. */
export interface Outcome {
  readonly cells: number;
  readonly failures: readonly string[];
  /** What the test is about, in numbers. */
  readonly figures: Readonly<Record<string, number | string>>;
}

export interface FaultTest {
  readonly number: number;
  readonly sentence: string;
  run(rig: FaultRig): Promise<Outcome>;
}

export function outcome(
  cells: number,
  failures: readonly string[],
  figures: Outcome["figures"] = {},
): Outcome {
  return { cells, failures, figures };
}

/** Says what is not as it should be. */
export class Findings {
  readonly failures: string[] = [];

  check(holds: boolean, otherwise: string): void {
    if (!holds) this.failures.push(otherwise);
  }

  all(problems: readonly string[], where: string): void {
    this.failures.push(...problems.map((problem) => `${where}: ${problem}`));
  }
}
