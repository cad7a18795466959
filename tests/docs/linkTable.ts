import { format } from "prettier";
import { definitions } from "../../provider/resources";
import { factsOf } from "../../provider/resources/fields";

/** By kind, the args that hold the id of another object, with the kinds of that object. */
type LinkTable = Record<string, Record<string, readonly string[]>>;

export function linkTable(): LinkTable {
  const links = definitions.map(
    (definition) => [definition.type, Object.fromEntries(factsOf(definition, "linksTo"))] as const,
  );
  return Object.fromEntries(links.filter(([, fields]) => Object.keys(fields).length > 0));
}

/** The text of sdk/program/linkTable.ts: plain data, since programs must not load the definitions. */
export function linkTableText(): Promise<string> {
  const text = `${head}${JSON.stringify(linkTable())};`;
  return format(text, { parser: "typescript", printWidth: 110 });
}

const head = `// Generated from the facts \`linksTo\` of the provider's definitions by \`npm run docs\`.

/**
 * By kind, the args that hold the id of another object, with the kinds of that object. \`list[]\` stands for each item of a list,
 * \`list[name=value]\` for the items with this value.
 */
export const linkTable: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = `;
