import type { Call, Expression, FieldUse, Value } from "./expression";
import { mappingFunctions, reservedWords } from "./functions";
import { operatorWords, operators, prefixWords, prefixes } from "./operators";
import { unescaped, type Segment } from "./path";
import { ExpressionError, type Token } from "./tokens";

/** The text is a script, which is not checked. */
export class Script extends Error {}

/** Deeper expressions are not checked, so that the stack does not overflow. */
const depthLimit = 200;
const literalWords: ReadonlyMap<string, Value> = new Map([
  ["true", { kind: "boolean" }],
  ["false", { kind: "boolean" }],
  ["null", { kind: "other" }],
]);
const other: Value = { kind: "other" };

function isStar({ kind, text }: Token): boolean {
  return kind === "symbol" && text === "*";
}

/** Reads operands and operators in turn, without precedence: the checks do not depend on it. */
export class ExpressionParser {
  private at = 0;
  private depth = 0;
  private readonly calls: Call[] = [];
  private readonly fields: FieldUse[] = [];
  private readonly parameters = new Set<string>();
  private readonly attributes = new Set<FieldUse>();

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Expression {
    const value = this.expression();
    if (this.token.kind !== "end") throw this.unexpected();
    const fields = this.fields.filter(
      (use) => !this.parameters.has(use.path[0]!.name) && !this.attributes.has(use),
    );
    return { value, calls: this.calls, fields };
  }

  private get token(): Token {
    return this.tokens[this.at]!;
  }

  private take(symbol: string): boolean {
    if (this.token.kind !== "symbol" || this.token.text !== symbol) return false;
    this.at += 1;
    return true;
  }

  private expression(): Value {
    if (++this.depth > depthLimit) throw new Script();
    let value = this.operand();
    while (this.isOperator()) {
      if (this.token.text === "->" || this.token.text === "=>") this.addParameter(value);
      this.at += 1;
      this.operand();
      value = other;
    }
    this.depth -= 1;
    return value;
  }

  private isOperator(): boolean {
    const { kind, text } = this.token;
    return kind === "symbol" ? operators.has(text) : kind === "name" && operatorWords.has(text);
  }

  private addParameter(value: Value): void {
    if (value.kind === "field") this.parameters.add(value.use.path[0]!.name);
  }

  private operand(): Value {
    let prefixed = false;
    while (this.isPrefix()) {
      this.at += 1;
      prefixed = true;
    }
    const value = this.withSuffixes(this.primary());
    return prefixed ? other : value;
  }

  private isPrefix(): boolean {
    const { kind, text } = this.token;
    if (kind === "symbol") return prefixes.has(text);
    return kind === "name" && prefixWords.has(text) && this.beginsOperand(this.at + 1);
  }

  private beginsOperand(at: number): boolean {
    const { kind, text } = this.tokens[at]!;
    if (kind === "symbol") return prefixes.has(text) || text === "(" || text === "[" || text === "{";
    return kind !== "end" && !(kind === "name" && operatorWords.has(text));
  }

  private primary(): Value {
    const { kind, text } = this.token;
    if (kind === "number") return this.literal({ kind: "number" });
    if (kind === "text") return this.literal({ kind: "text", text });
    if (kind === "field") return this.field();
    if (kind === "name") return this.name();
    if (this.take("(")) return this.group();
    if (this.take("[")) {
      this.list("]");
      return { kind: "array" };
    }
    if (this.take("{")) {
      if (!this.take(":")) this.list("}");
      else if (!this.take("}")) throw this.unexpected();
      return { kind: "object" };
    }
    throw this.unexpected();
  }

  private literal(value: Value): Value {
    this.at += 1;
    return value;
  }

  /** `(...)`: it contains several values only before an arrow. */
  private group(): Value {
    const values = this.list(")");
    if (values.length === 1) return values[0]!;
    if (this.token.text !== "->" && this.token.text !== "=>") {
      throw new ExpressionError(`has ${values.length} values in parentheses where only one is possible`);
    }
    values.forEach((value) => this.addParameter(value));
    return other;
  }

  /** The values between brackets, separated by commas. */
  private list(end: string): Value[] {
    const values: Value[] = [];
    if (this.take(end)) return values;
    do values.push(this.expression());
    while (this.take(","));
    if (!this.take(end)) throw this.unexpected();
    return values;
  }

  private name(): Value {
    const { text } = this.token;
    const next = this.tokens[this.at + 1]!;
    const literal = literalWords.get(text);
    if (literal) return this.literal(literal);
    if (reservedWords.has(text)) {
      if (operatorWords.has(text) || !this.beginsOperand(this.at + 1) || text === "_errors") {
        throw new ExpressionError(
          `has the reserved word ${text} instead of a field; write a field with this name as \${${text}}`,
          "reservedWord",
        );
      }
      throw new Script();
    }
    if (next.kind === "symbol" && next.text === "(") {
      this.at += 2;
      return this.call(text, false);
    }
    return this.field();
  }

  private field(): Value {
    const { text, kind } = this.token;
    const name = unescaped(text);
    if (name === "") throw new ExpressionError("has ${} without a field name");
    this.at += 1;
    const path: Segment[] = [{ name, indexes: [] }];
    const use: FieldUse = { path };
    this.fields.push(use);
    // A dot within ${} may separate names or belong to one: the fields below are not followed.
    if (kind === "name") this.addSegments(path);
    return { kind: "field", use };
  }

  /** Names and plain indexes that follow a field. */
  private addSegments(path: Segment[]): void {
    for (;;) {
      const mark = this.tokens[this.at];
      const next = this.tokens[this.at + 1];
      const after = this.tokens[this.at + 2];
      if (mark?.kind !== "symbol" || next === undefined || after === undefined) return;
      const isCall = after.kind === "symbol" && after.text === "(";
      if (mark.text === "." && (next.kind === "name" || next.kind === "field") && !isCall) {
        path.push({ name: unescaped(next.text), indexes: [] });
        this.at += 2;
      } else if (mark.text === "[" && (next.kind === "number" || isStar(next)) && after.text === "]") {
        const last = path.pop()!;
        path.push({ ...last, indexes: [...last.indexes, next.text] });
        this.at += 3;
      } else return;
    }
  }

  /** Members, methods and computed indexes that follow a value. */
  private withSuffixes(value: Value): Value {
    let result = value;
    for (;;) {
      if (this.take(".") || this.take("?.")) {
        const { kind, text } = this.token;
        if (kind === "symbol" || kind === "end") throw this.unexpected();
        this.at += 1;
        result = this.take("(") ? this.call(text, true) : other;
      } else if (this.take("[")) {
        if (isStar(this.token) && this.tokens[this.at + 1]!.text === "]") this.at += 2;
        else this.list("]");
        result = other;
      } else return result;
    }
  }

  private call(name: string, method: boolean): Value {
    const call: Call = { name, method, values: this.list(")") };
    this.calls.push(call);
    if (!method && mappingFunctions.get(name)?.namesAttributes) {
      for (const value of call.values.slice(1)) if (value.kind === "field") this.attributes.add(value.use);
    }
    return { kind: "call", call };
  }

  private unexpected(): Error {
    const { kind, text, at } = this.token;
    const before = this.tokens[this.at - 1];
    if (text === ";") return new Script();
    if (kind === "end") return new ExpressionError("ends where a field, a value or a function must follow");
    if (kind === "symbol" && !"([{".includes(text)) {
      return new ExpressionError(
        `has ${text} at position ${at + 1} instead of a field, a value or a function`,
      );
    }
    const shown = kind === "text" ? `"${text}"` : text;
    const space =
      before?.kind === "name" && kind === "name"
        ? `; write a field name with a space as \${${before.text} ${text}}`
        : "";
    return new ExpressionError(
      `has ${shown} at position ${at + 1} without an operator or comma before it${space}`,
    );
  }
}
