import type { Findings } from "./runner";

const columns = [
  { title: "BEHAVIOUR", width: 36 },
  { title: "DOCUMENTED", width: 32 },
  { title: "SEEN", width: 26 },
  { title: "MEANING", width: 44 },
];

/** The findings for a reader: one table of what was seen, and one list of what was not. */
export function tableOf({ observed, notObserved }: Findings): string {
  const rows = observed.map(({ observation: { behaviour, documented, meaning }, seen }) => [
    behaviour,
    documented,
    seen.text,
    meaning,
  ]);
  const table = [columns.map(({ title }) => title), ...rows].map(rowOf).join("\n");
  const list = notObserved.map(({ behaviour, reason }) => `- ${behaviour}: ${reason}`).join("\n");
  return `${table}\n\nNOT OBSERVED\n${list}\n`;
}

/** Cells that are too long continue in the next line. */
function rowOf(cells: string[]): string {
  const wrapped = cells.map((cell, index) => wrap(cell, columns[index]!.width));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  const lines = Array.from({ length: height }, (_, line) =>
    wrapped.map((cell, index) => (cell[line] ?? "").padEnd(columns[index]!.width)).join("  "),
  );
  return lines.map((line) => line.trimEnd()).join("\n");
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
