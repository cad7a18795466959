import { definitions } from "../../provider/resources";
import type { AnyDefinition } from "../../provider/resources/definition";
import { type ArgFacts, definitionOf, factsOf } from "./kindFacts";
import { code, table } from "./markdown";
import { type FieldDoc, SourceDocs } from "./sourceDocs";

/** One page per class of the sdk, from its comments and from the facts of its definition. */
const docs = new SourceDocs(["sdk/resources"]);

export const kinds: readonly string[] = ["IngestionPipeline", ...definitions.map(({ type }) => type)];

export function kindPage(kind: string): string {
  const { text, page, example } = docs.doc(kind);
  const definition = definitionOf(kind);
  return [
    `# ${kind}`,
    text,
    page === undefined ? "" : `[Adobe's documentation](${page})`,
    `## Example\n\n\`\`\`ts\n${example ?? ""}\n\`\`\``,
    "## Args",
    ...(definition ? [legend] : []),
    ...docs.forms(`${kind}Args`).map(({ title, fields }) => argsTable(title, fields, definition)),
    `## Outputs\n\nAll args are outputs too. Beside them:`,
    outputsTable(kind),
    ...(definition ? [`## API\n\n${apiText(definition)}`, `## Import\n\n${importText(definition)}`] : []),
  ].join("\n\n");
}

const legend =
  "**Replaces**: a change deletes the object and creates a new one. **Watched if omitted**: an outside change shows as " +
  "drift although the program omits the arg; an arg that the program sets is always watched.";

function argsTable(title: string, fields: readonly FieldDoc[], definition?: AnyDefinition): string {
  const heading = title === "" ? "" : `### ${title.replace(/\.$/, "")}\n\n`;
  if (!definition) {
    const rows = fields.map((field) => [
      code(field.path),
      field.type,
      required(field),
      meaning(field),
      defaultIn(field) ?? "",
    ]);
    return heading + table(["Arg", "Type", "Required", "Meaning", "Default"], rows);
  }
  const rows = fields.map((field) => {
    const facts = factsOf(definition, field.path);
    return [
      code(field.path),
      field.type,
      required(field),
      meaning(field),
      defaultText(field, facts),
      replacesText(facts),
      facts.secret ? "the connector's secret parameters" : "",
      watchedText(field, facts),
    ];
  });
  const head = ["Arg", "Type", "Required", "Meaning", "Default", "Replaces", "Secret", "Watched if omitted"];
  return heading + table(head, rows);
}

const required = (field: FieldDoc) => (field.required ? "yes" : "");

const defaultPattern = /[;.]? ?[Dd]efault: ((?:`[^`]*`|[^.;]|\.(?=\S))*)([.;]|$)/;
const replacesPattern = /\s*Changing (?:this|`[^`]+`) replaces [^.]*\./;

/** The sentences of a comment that have no column of their own. */
function meaning({ doc }: FieldDoc): string {
  const text = doc.text
    .replace(replacesPattern, "")
    .replace(defaultPattern, (_, _text, end: string) => end || ".");
  return text.trim().replace(/^[;.]\s*/, "");
}

export function defaultIn({ doc }: FieldDoc): string | undefined {
  const text = defaultPattern.exec(doc.text)?.[1]?.trim();
  return text === undefined || text === "none" ? undefined : text;
}

export function saysThatItReplaces({ doc }: FieldDoc): boolean {
  return replacesPattern.test(doc.text);
}

function defaultText(field: FieldDoc, facts: ArgFacts): string {
  if (facts.default !== undefined && typeof facts.default !== "object") return code(String(facts.default));
  return defaultIn(field) ?? "";
}

function replacesText({ replaces }: ArgFacts): string {
  if (typeof replaces === "boolean") return replaces ? "yes" : "";
  return replaces.map(code).join(", ");
}

function watchedText(field: FieldDoc, facts: ArgFacts): string {
  if (field.required) return "";
  return facts.default === undefined ? "no" : "yes";
}

function outputsTable(kind: string): string {
  const args = new Set(docs.forms(`${kind}Args`).flatMap(({ fields }) => fields.map(({ path }) => path)));
  const rows = docs
    .outputs(kind)
    .filter(({ path }) => !args.has(path))
    .map((field) => [code(field.path), field.type, field.doc.text]);
  return table(["Output", "Type", "Meaning"], rows);
}

function apiText(definition: AnyDefinition): string {
  return `${code(definition.collection.split("?")[0]!)}. ${updateText(definition)}`;
}

const conditions = {
  always: " with If-Match",
  sometimes: " with If-Match where AEP sends an etag",
  never: "",
};

export function updateText(definition: AnyDefinition): string {
  const { update, override } = definition;
  if (update.method === "PUT") return "Updates are a PUT of the whole object.";
  const action = override?.action ? ` ${code(override.action.field)} changes by an action of its own.` : "";
  return `Updates are a JSON Patch${conditions[update.etag]}.${action}`;
}

function importText({ type }: AnyDefinition): string {
  return (
    `Pass the id of an existing object in the option ${code("import")}: the next ${code("pulumi up")} adopts it if it is as ` +
    `the program says, and names each difference otherwise. ${code(`${type}.get(name, id)`)} reads an object without managing it.`
  );
}

export function kindIndex(): string {
  const rows = kinds.map((kind) => [`[${kind}](${kind}.md)`, firstSentence(docs.doc(kind).text)]);
  return table(["Resource", "What it is"], rows);
}

function firstSentence(text: string): string {
  return /^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text;
}

/** All args of all kinds, for tests that hold comments against facts. */
export function documentedArgs(): { kind: string; definition: AnyDefinition; field: FieldDoc }[] {
  return definitions.flatMap((definition) =>
    docs
      .forms(`${definition.type}Args`)
      .flatMap(({ fields }) => fields.map((field) => ({ kind: definition.type, definition, field }))),
  );
}
