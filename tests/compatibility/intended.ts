import type { Capture } from "./captures";

/** An intended difference of a later version, shown by preview or refresh of an unchanged stack. */
export interface IntendedDifference {
  /** Version that deployed the stack. */
  readonly version: string;
  /** Name of the capture. */
  readonly name: string;
  /** The change in the output, such as `update Dataset customers`. */
  readonly change: string;
  /** A sentence of CHANGELOG.md that gives the reason. */
  readonly reason: string;
}

export const intendedDifferences: readonly IntendedDifference[] = [];

export function intendedChanges({ version, name }: Capture): string[] {
  const own = intendedDifferences.filter((each) => each.version === version && each.name === name);
  return own.map(({ change }) => change).sort();
}
