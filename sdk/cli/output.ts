/** The streams that a command writes to. */
export interface Output {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
}

/** Writes the text and returns the exit code. */
export function print(stream: Output["stdout"], text: string, code: number): number {
  stream.write(text);
  return code;
}
