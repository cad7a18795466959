import type { Run } from "../wire/steps";
import type { FaultRig } from "./rig";

/** The result of one named fault. */
export interface Outcome {
  readonly cells: number;
  readonly failures: readonly string[];
  /** The numbers in the table of README. */
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

/** Collects the problems of one named fault. */
export class Findings {
  readonly failures: string[] = [];

  check(condition: boolean, problem: string): void {
    if (!condition) this.failures.push(problem);
  }

  noErrors({ errors }: Pick<Run, "errors">, where: string): void {
    this.all(
      errors.map(({ message }) => message),
      where,
    );
  }

  all(problems: readonly string[], where: string): void {
    this.failures.push(...problems.map((problem) => `${where}: ${problem}`));
  }
}
