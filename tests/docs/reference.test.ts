import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { defaultIn, documentedArgs, saysThatItReplaces } from "./kindPages";
import { factsOf } from "./kindFacts";

/** The comments of the sdk against the facts of the definitions: users read the comments in their editor. */
const args = documentedArgs();

/** An object whose parts are documented one by one needs no sentence of its own. */
function isReplacedAsAWhole(path: string, kind: string): boolean {
  const parent = args.find((arg) => arg.kind === kind && path.startsWith(`${arg.field.path}.`));
  return parent !== undefined;
}

test("each comment says that a change replaces the object exactly where it does", () => {
  const wrong = args
    .filter(({ kind, definition, field }) => {
      const { replaces } = factsOf(definition, field.path);
      const says = saysThatItReplaces(field);
      if (replaces === false) return says;
      return !says && !isReplacedAsAWhole(field.path, kind);
    })
    .map(({ kind, field }) => `${kind}.${field.path}`);
  expect([...new Set(wrong)]).toEqual([]);
});

test("each comment names the default that the provider fills in", () => {
  const wrong = args
    .filter(({ definition, field }) => {
      const filled = factsOf(definition, field.path).default;
      if (filled === undefined || typeof filled === "object") return false;
      return !(defaultIn(field) ?? "").includes(String(filled));
    })
    .map(({ kind, field }) => `${kind}.${field.path}`);
  expect(wrong).toEqual([]);
});

test("every arg has a comment", () => {
  expect(args.filter(({ field }) => field.doc.text === "").map(({ field }) => field.path)).toEqual([]);
});

test("a declaration links to each page of Adobe once", () => {
  const repeated = ["sdk/resources", "sdk/lookups"].flatMap((name) => {
    const folder = resolve(__dirname, "../..", name);
    const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
    // A comment at the beginning of a line begins a declaration.
    return texts.flatMap((text) => text.split(/^(?=\/\*\*)/m)).flatMap(repeatedPages);
  });
  expect(repeated).toEqual([]);
});

function repeatedPages(declaration: string): string[] {
  const pages = [...declaration.matchAll(/@see (\S+)/g)].map(([, page]) => page!);
  return pages.filter((page, index) => pages.indexOf(page) !== index);
}
