import type { Output } from "../output";
import type { Progress } from "./runner";

export interface Printer {
  progress: Progress;
  /** One line on stderr. */
  note(text: string): void;
  /** To stdout. */
  table(text: string): void;
}

/** On a terminal, progress is one line that changes; in a pipe, it is one line per group. */
export function printerFor(to: Output, redact: (text: string) => string): Printer {
  const isTerminal = (to.stderr as { isTTY?: boolean }).isTTY === true;
  const clear = isTerminal ? "\r\u001b[K" : "";
  let last = "";
  return {
    progress: (done, all, group) => {
      if (isTerminal) to.stderr.write(`${clear}[${done}/${all}] ${group}`);
      else if (group !== last) to.stderr.write(`[${done}/${all}] ${group}\n`);
      last = group;
    },
    note: (text) => void to.stderr.write(`${clear}${redact(text)}\n`),
    table: (text) => void to.stdout.write(redact(text)),
  };
}
