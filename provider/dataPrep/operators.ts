/** The operators of Data Prep's expressions: those of Apache Commons JEXL. `and` and `&&` mean the same. */
export const prefixes = new Set(["!", "-", "+", "~"]);
export const prefixWords = new Set(["not", "empty", "size"]);
export const operators = new Set(
  "+ - * / % && || == != < <= > >= =~ !~ =^ !^ =$ !$ ? : ?: ?? .. & | ^ << >> -> => =".split(" "),
);
export const operatorWords = new Set(["and", "or", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod"]);
