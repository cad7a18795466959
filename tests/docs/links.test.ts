import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { projectRoot } from "../engine/projectRoot";
import { documents } from "./documents";

/** Links between the documents of the repository, and inside of the package that npm packs. */

interface Link {
  from: string;
  /** Path below the project's root, and the anchor if there is one. */
  to: string;
  anchor: string | undefined;
}

function linksOf(file: string): Link[] {
  const text = withoutCode(readFileSync(join(projectRoot, file), "utf8"));
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = "", anchor] = target.split("#");
      return { from: file, to: path === "" ? file : normalize(join(dirname(file), path)), anchor };
    });
}

function withoutCode(text: string): string {
  return text
    .replace(/^( *)```[\s\S]*?^\1```/gm, "")
    .replace(/`[^`\n]*`/g, (span) => span.replace(/[()[\]]/g, ""));
}

/** Anchors as GitHub and npm make them from headings. */
function anchorsOf(file: string): Set<string> {
  const text = readFileSync(join(projectRoot, file), "utf8").replace(/^( *)```[\s\S]*?^\1```/gm, "");
  const anchors = new Set<string>();
  for (const [, heading = ""] of text.matchAll(/^#+ (.*)$/gm)) {
    const anchor = heading
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-");
    let name = anchor;
    for (let count = 1; anchors.has(name); count++) name = `${anchor}-${count}`;
    anchors.add(name);
  }
  return anchors;
}

const links = documents().flatMap(linksOf);

test("every link leads to a file of the repository", () => {
  const broken = links.filter(({ to }) => !existsSync(join(projectRoot, to)));
  expect(broken.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
});

test("every anchor is a heading of the document it leads into", () => {
  const broken = links.filter(
    ({ to, anchor }) =>
      anchor !== undefined &&
      to.endsWith(".md") &&
      existsSync(join(projectRoot, to)) &&
      !anchorsOf(to).has(anchor),
  );
  expect(broken.map(({ from, to, anchor }) => `${from} -> ${to}#${anchor ?? ""}`)).toEqual([]);
});

test("the package holds what its documents link to", () => {
  const listing = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: projectRoot,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [pack] = JSON.parse(listing) as { files: { path: string }[] }[];
  const packed = new Set(pack!.files.map(({ path }) => path));
  expect([...packed].filter((file) => file.endsWith(".md")).length).toBeGreaterThan(20);
  const isPacked = (path: string) =>
    packed.has(path) ||
    (isFolder(path) && [...packed].some((file) => file.startsWith(`${path.replace(/\/$/, "")}/`)));
  const broken = links.filter(({ from, to }) => packed.has(from) && !isPacked(to));
  expect(broken.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
});

function isFolder(path: string): boolean {
  return existsSync(join(projectRoot, path)) && statSync(join(projectRoot, path)).isDirectory();
}
