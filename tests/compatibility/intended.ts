import type { Capture } from "./captures";

/** A difference that a later version makes on purpose: what a preview or a refresh of an unchanged stack shows. */
export interface IntendedDifference {
  /** Version that left the stack. */
  readonly version: string;
  /** Name of the capture. */
  readonly name: string;
  /** What is shown, such as `update Dataset customers`. */
  readonly change: string;
  /** A sentence of CHANGELOG.md that tells users why. */
  readonly reason: string;
}

export const intendedDifferences: readonly IntendedDifference[] = [];

export function intendedChanges({ version, name }: Capture): string[] {
  const own = intendedDifferences.filter((each) => each.version === version && each.name === name);
  return own.map(({ change }) => change).sort();
}
