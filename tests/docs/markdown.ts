import prettier from "prettier";

/** Small pieces of Markdown; whole pages are formatted by Prettier, so that generated and written text look alike. */

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function cell(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("|", "\\|");
}

export const code = (text: string): string => `\`${text}\``;

export function codeList(texts: readonly string[]): string {
  return texts.map(code).join(", ");
}

export function formatted(markdown: string): Promise<string> {
  return prettier.format(markdown, {
    parser: "markdown",
    printWidth: 110,
  });
}
