/** The parts of an expression. `field` is a name in `${}`. */
export interface Token {
  readonly kind: "number" | "text" | "name" | "field" | "symbol" | "end";
  /** As written, without quotes or `${}`. */
  readonly text: string;
  readonly at: number;
}

/** An expression that cannot be parsed. The message follows the text "is an expression that". */
export class ExpressionError extends Error {
  constructor(
    message: string,
    readonly kind: "syntax" | "reservedWord" = "syntax",
  ) {
    super(message);
  }
}

/** The tokens of Data Prep's expressions are those of Apache Commons JEXL. */
const tokenPattern = new RegExp(
  [
    /(?<space>(?:\s|\/\/.*|\/\*[^]*?\*\/)+)/,
    /(?<name>(?!\$\{)[\p{L}_$@](?:[\p{L}\p{N}_$@]|\\[^])*)/u,
    /"(?<double>(?:[^"\\]|\\[^])*)"|'(?<single>(?:[^'\\]|\\[^])*)'|`(?<template>(?:[^`\\]|\\[^])*)`/,
    /(?<number>0[xX][\da-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)[lLhHfFdDbB]?(?![\p{L}\p{N}_])/u,
    /\$\{(?<field>(?:[^}\\]|\\[^])*)\}/,
    /(?<symbol>[=!][\^$](?=\s)|->|=>|\?\?|\?:|\?\.|\.\.|&&|\|\||[=!<>]=|[=!]~|<<|>>|[-+*/%!~<>=?:&|^,.()[\]{};])/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "uy",
);

export function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < expression.length) {
    tokenPattern.lastIndex = at;
    const groups = tokenPattern.exec(expression)?.groups;
    if (groups === undefined) throw unreadable(expression, at);
    const token = tokenOf(groups, at);
    if (token) tokens.push(token);
    at = tokenPattern.lastIndex;
  }
  assertBalanced(tokens);
  tokens.push({ kind: "end", text: "", at });
  return tokens;
}

/** undefined: white space, or a comment. */
function tokenOf(groups: Record<string, string | undefined>, at: number): Token | undefined {
  const { name, symbol, number, field } = groups;
  if (name !== undefined) return { kind: "name", text: name, at };
  if (symbol !== undefined) return { kind: "symbol", text: symbol, at };
  if (number !== undefined) return { kind: "number", text: number, at };
  if (field !== undefined) return { kind: "field", text: field, at };
  const text = groups["double"] ?? groups["single"] ?? groups["template"];
  return text === undefined ? undefined : { kind: "text", text, at };
}

function unreadable(expression: string, at: number): ExpressionError {
  const character = String.fromCodePoint(expression.codePointAt(at)!);
  const position = at + 1;
  if (/["'`]/.test(character)) {
    return new ExpressionError(`opens a quote ${character} at position ${position} and does not close it`);
  }
  if (expression.startsWith("${", at)) {
    return new ExpressionError(`opens \${ at position ${position} and does not close it with }`);
  }
  if (/[\p{N}]/u.test(character)) {
    return new ExpressionError(
      `has a name that begins with a digit at position ${position}; write a field as \${name}, and text in quotes`,
    );
  }
  if (/[\u2018\u2019\u201c\u201d]/.test(character)) {
    return new ExpressionError(
      `has the typographic quote ${character} at position ${position}; write " or '`,
    );
  }
  return new ExpressionError(`has ${character} at position ${position}, which is not allowed there`);
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

function assertBalanced(tokens: readonly Token[]): void {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== "symbol") continue;
    if (closing[token.text] !== undefined) open.push(token);
    else if (/^[)\]}]$/.test(token.text)) {
      const opened = open.pop();
      if (opened === undefined) {
        throw new ExpressionError(`has ${token.text} at position ${token.at + 1} without an opening bracket`);
      }
      if (closing[opened.text] !== token.text) {
        const wanted = closing[opened.text]!;
        throw new ExpressionError(
          `opens ${opened.text} at position ${opened.at + 1} and closes it with ${token.text}; close it with ${wanted}`,
        );
      }
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) {
    const wanted = closing[unclosed.text]!;
    throw new ExpressionError(
      `opens ${unclosed.text} at position ${unclosed.at + 1} and does not close it; add ${wanted}`,
    );
  }
}
