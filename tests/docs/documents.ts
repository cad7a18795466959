import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectRoot } from "../engine/projectRoot";

/** A fenced code block of a Markdown document. */
export interface CodeBlock {
  /** Path of the document, from the project's root. */
  document: string;
  /** Line of the opening fence, from 1. */
  line: number;
  /** The word after the fence, such as `ts`. */
  language: string;
  text: string;
  /** The file that a first line such as `// customers.test.ts` names. */
  file: string | undefined;
}

/** Paths of all documents, from the project's root. */
export function documents(): string[] {
  const listed = ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"];
  return execFileSync("git", listed, { cwd: projectRoot, encoding: "utf8" })
    .split("\n")
    .filter((file) => file !== "" && existsSync(join(projectRoot, file)));
}

export function readDocument(document: string): string {
  return readFileSync(join(projectRoot, document), "utf8");
}

export function codeBlocks(document: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  const lines = readDocument(document).split("\n");
  let opened = -1;
  for (const [index, line] of lines.entries()) {
    if (!/^\s*```/.test(line)) continue;
    if (opened < 0) {
      opened = index;
      continue;
    }
    const text = `${lines.slice(opened + 1, index).join("\n")}\n`;
    const [, file] = /^(?:\/\/|#) (\S+\.(?:ts|yml|yaml))\b/.exec(text) ?? [];
    const language = lines[opened]!.trim().slice(3);
    blocks.push({ document, line: opened + 1, language, text, file });
    opened = -1;
  }
  if (opened >= 0) throw new Error(`${document} does not close the code block of line ${opened + 1}.`);
  return blocks;
}

export function allBlocks(language?: string): CodeBlock[] {
  const blocks = documents().flatMap(codeBlocks);
  return language === undefined ? blocks : blocks.filter((block) => block.language === language);
}

/** The block of a document that begins with this file's name. */
export function fileIn(document: string, file: string): string {
  const [block, ...others] = codeBlocks(document).filter((each) => each.file === file);
  if (block === undefined || others.length > 0) throw new Error(`${document} has not one block "${file}".`);
  return block.text;
}

/** Where a test finds the block in the repository. */
export function placeOf({ document, line }: CodeBlock): string {
  return `${document}:${line}`;
}

/**
 * A path for the block as a module. Blocks of one document that name their files are neighbours, so that one can import the
 * other; a name with folders is a path of the repository.
 */
export function modulePath({ document, line, file }: CodeBlock): string {
  if (file?.includes("/")) return join(projectRoot, dirname(file), `virtual.${file.split("/").pop()!}`);
  const folder = join(projectRoot, ".virtual", document.replaceAll("/", "-"));
  return join(folder, file ?? `line${line}.ts`);
}
