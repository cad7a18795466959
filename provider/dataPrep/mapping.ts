/** A mapping, as far as it is known: in a preview a source or a destination may not be known yet. */
export interface Mapping {
  readonly sourceType?: string | undefined;
  readonly source?: string | undefined;
  readonly destination?: string | undefined;
}

/** The source type that is used if the program omits it: a text with a call of a function is an expression. */
export function sourceTypeOf(source: string): "EXPRESSION" | "ATTRIBUTE" {
  return /[\w$]\s*\(/.test(source) ? "EXPRESSION" : "ATTRIBUTE";
}
