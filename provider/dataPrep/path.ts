/** One name of a path with its indexes: `emails[0]`, `pi[*]`. */
export interface Segment {
  readonly name: string;
  /** Numbers, or `*` for every item. */
  readonly indexes: readonly string[];
}

export type Path = readonly Segment[];

const segment = /((?:\$\{[^}]*\}|\\.|[^.\\])*)(\.|$)/uy;

/**
 * The path that a text names. A dot after a backslash or within `${}` belongs to the name, and so do brackets that contain
 * neither a number nor `*`. undefined: a name is empty.
 * Adobe: "Data Prep overview", escape special characters; "Mapping sets overview", iterative operations on arrays.
 */
export function pathOf(text: string): Path | undefined {
  const path: Segment[] = [];
  segment.lastIndex = 0;
  for (;;) {
    const found = segment.exec(text);
    if (found === null) return undefined;
    const [, written = "", dot] = found;
    const [indexed = ""] = /(?:\[(?:\d+|\*)\])*$/.exec(written) ?? [];
    const name = unescaped(written.slice(0, written.length - indexed.length));
    if (name === "") return undefined;
    path.push({ name, indexes: indexed === "" ? [] : indexed.slice(1, -1).split("][") });
    if (dot === "") return path;
  }
}

/** The name that is written as `${First\.Name}` or `First\.Name`. */
export function unescaped(written: string): string {
  const bare = written.startsWith("${") && written.endsWith("}") ? written.slice(2, -1) : written;
  return bare.replace(/\\(.)/gu, "$1").trim();
}

export function pathText(path: Path): string {
  return path.map(({ name, indexes }) => name + indexes.map((index) => `[${index}]`).join("")).join(".");
}

/** The path of a property in the spelling of descriptors, such as `/personalEmail/address`. */
export function pathOfProperty(property: string): Path {
  return property
    .split("/")
    .filter((name) => name !== "")
    .map((name) => ({ name, indexes: [] }));
}
