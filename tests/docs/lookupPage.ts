import type ts from "typescript";
import { code, table } from "./markdown";
import { docOfNode, type FieldDoc, SourceDocs } from "./sourceDocs";

/** The page of all look-ups, from their comments. */
const docs = new SourceDocs(["sdk/resources", "sdk/lookups"]);

export function lookupPage(): string {
  const functions = docs.functions(/^(get|explore)\w+(?<!Output)$/);
  return [
    "# Look-ups",
    "A look-up reads an object of AEP that the program does not manage. Each has a twin whose name ends in `Output`, for args " +
      "that are Outputs. A look-up sends nothing while an arg is unknown.",
    table(
      ["Look-up", "What it reads"],
      functions.map((node) => [
        `[${name(node)}](#${name(node).toLowerCase()})`,
        firstSentence(docOfNode(node).text),
      ]),
    ),
    ...functions.map(section),
  ].join("\n\n");
}

const name = (node: ts.FunctionDeclaration) => node.name!.text;

function section(node: ts.FunctionDeclaration): string {
  const { text, page, example } = docOfNode(node);
  const args = node.parameters[0]?.type?.getText() ?? "LookUpArgs";
  const result = /Promise<(\w+)>/.exec(node.type?.getText() ?? "")?.[1] ?? "";
  return [
    `## ${name(node)}`,
    text,
    page === undefined ? "" : `[Adobe's documentation](${page})`,
    `\`\`\`ts\n${example ?? ""}\n\`\`\``,
    ...docs
      .forms(args)
      .map(({ title, fields }) => `**Args**${title === "" ? "" : `: ${title}`}\n\n${argsTable(fields)}`),
    `**Result**\n\n${resultTable(docs.forms(result).flatMap(({ fields }) => fields))}`,
  ].join("\n\n");
}

function argsTable(fields: readonly FieldDoc[]): string {
  const rows = fields.map((field) => [
    code(field.path),
    field.type,
    field.required ? "yes" : "",
    field.doc.text,
  ]);
  return table(["Arg", "Type", "Required", "Meaning"], rows);
}

function resultTable(fields: readonly FieldDoc[]): string {
  return table(
    ["Field", "Type", "Meaning"],
    fields.map((field) => [code(field.path), field.type, field.doc.text]),
  );
}

function firstSentence(text: string): string {
  return /^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text;
}
