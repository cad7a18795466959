/** A mapping, as far as it is known: a preview may not know a source or destination yet. */
export interface Mapping {
  readonly sourceType?: string | undefined;
  readonly source?: string | undefined;
  readonly destination?: string | undefined;
}

/** What a source is where the program does not say it: one that calls a function is an expression. */
export function sourceTypeOf(source: string): "EXPRESSION" | "ATTRIBUTE" {
  return /[\w$]\s*\(/.test(source) ? "EXPRESSION" : "ATTRIBUTE";
}
