import { ExpressionParser, Script } from "./parser";
import type { Segment } from "./path";
import { tokensOf } from "./tokens";

/** The parts of an expression that can be checked. */
export interface Expression {
  readonly value: Value;
  readonly calls: readonly Call[];
  /** Source fields, without parameters of lambdas and names of attributes. */
  readonly fields: readonly FieldUse[];
}

/** The result of an expression, as far as its form shows it. */
export type Value =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number" | "boolean" | "array" | "object" | "other" }
  | { readonly kind: "field"; readonly use: FieldUse }
  | { readonly kind: "call"; readonly call: Call };

export interface Call {
  readonly name: string;
  readonly method: boolean;
  readonly values: readonly Value[];
}

export interface FieldUse {
  readonly path: readonly Segment[];
}

/** Parses an expression. Returns undefined for a script (`if`, `for`, `var`, ...), which is not checked. */
export function parseExpression(text: string): Expression | undefined {
  const tokens = tokensOf(text);
  try {
    return new ExpressionParser(tokens).parse();
  } catch (error) {
    if (error instanceof Script) return undefined;
    throw error;
  }
}
