import type { Findings } from "./runner";

/** The form of the file: `pulumi-aep emulator --as FILE` reads it. */
const format = 1;

/**
 * The findings as JSON. Every text is one of this program, a status, a code of Adobe or a number: there are no ids, names,
 * tokens and organisations in it.
 */
export function reportOf({ observed, notObserved }: Findings, version: string): string {
  const rows = observed.map(({ observation, seen }) => ({
    switch: observation.switch,
    question: observation.question,
    value: seen.value,
    behaviour: observation.behaviour,
    documented: observation.documented,
    seen: seen.text,
  }));
  const report = {
    format,
    version,
    observations: rows.filter((row) => row.switch !== undefined),
    questions: rows.filter((row) => row.switch === undefined),
    notObserved,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
