/** One name of a path with the indexes behind it: `emails[0]`, `pi[*]`. */
export interface Segment {
  readonly name: string;
  /** Numbers, or `*` for each item in turn. */
  readonly indexes: readonly string[];
}

export type Path = readonly Segment[];

const segment = /((?:\$\{[^}]*\}|\\.|[^.\\])*)(\.|$)/uy;

/**
 * The path that a text names. A backslash keeps a dot in a name, `${}` keeps a whole name; brackets that hold
 * neither a number nor `*` belong to the name. undefined: a name is empty.
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

/** The name that `${First\.Name}` or `First\.Name` stands for. */
export function unescaped(written: string): string {
  const bare = written.startsWith("${") && written.endsWith("}") ? written.slice(2, -1) : written;
  return bare.replace(/\\(.)/gu, "$1").trim();
}

export function textOf(path: Path): string {
  return path.map(({ name, indexes }) => name + indexes.map((index) => `[${index}]`).join("")).join(".");
}

/** `/personalEmail/address`, as descriptors write it. */
export function pathOfProperty(property: string): Path {
  return property
    .split("/")
    .filter((name) => name !== "")
    .map((name) => ({ name, indexes: [] }));
}
