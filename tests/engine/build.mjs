// Finds the files to compile, checks whether their output is current, and compiles them. Plain JavaScript, see runScript.mjs.
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";

const settings = ["package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json"];

/** The compiled code of the checkout in `root`. `compile` runs tsc and throws if it fails. */
export class Build {
  constructor(root, compile) {
    this.root = root;
    this.compile = compile;
    this.dist = path.join(root, "dist");
    this.stamp = path.join(this.dist, ".built");
  }

  isCurrent() {
    if (!fs.existsSync(this.stamp)) return false;
    const files = this.sources();
    return fs.readFileSync(this.stamp, "utf8") === this.digest(files) && this.areEmitted(files);
  }

  async run() {
    const files = this.sources();
    const digest = this.digest(files);
    // tsc writes only changed files. It keeps outputs of deleted sources and does not restore deleted outputs.
    this.removeOutputsWithoutSource(files);
    if (!this.areEmitted(files)) fs.rmSync(path.join(this.dist, ".tsbuildinfo"), { force: true });
    await this.compile();
    fs.writeFileSync(this.stamp, digest);
  }

  /** The files of tsconfig.build.json. Its `include` contains folders, its `exclude` contains patterns. */
  sources() {
    const { include, exclude } = JSON.parse(
      fs.readFileSync(path.join(this.root, "tsconfig.build.json"), "utf8"),
    );
    const excluded = exclude.map(patternOf);
    const isExcluded = (file) => {
      const name = path.relative(this.root, file).replaceAll(path.sep, "/");
      return excluded.some((pattern) => pattern.test(name));
    };
    return include
      .flatMap((folder) => filesIn(path.join(this.root, folder)))
      .filter((file) => file.endsWith(".ts") && !isExcluded(file))
      .sort();
  }

  /** Compares contents: a new checkout or a change of branches changes the times of unchanged files. */
  digest(files) {
    const hash = createHash("sha256");
    for (const file of [...settings.map((name) => path.join(this.root, name)), ...files]) {
      const content = fs.existsSync(file) ? fs.readFileSync(file) : "";
      hash.update(`${path.relative(this.root, file)} ${content.length}\n`).update(content);
    }
    return hash.digest("hex");
  }

  areEmitted(files) {
    return files.every((file) => this.outputsOf(file).every((output) => fs.existsSync(output)));
  }

  removeOutputsWithoutSource(files) {
    const expected = new Set(files.flatMap((file) => this.outputsOf(file)));
    const folders = fs.existsSync(this.dist) ? fs.readdirSync(this.dist, { withFileTypes: true }) : [];
    for (const folder of folders.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))) {
      for (const file of filesIn(path.join(this.dist, folder.name))) {
        if (!expected.has(file)) fs.rmSync(file, { force: true });
      }
    }
  }

  outputsOf(source) {
    const stem = path.join(this.dist, path.relative(this.root, source)).slice(0, -".ts".length);
    return [`${stem}.js`, `${stem}.js.map`, `${stem}.d.ts`];
  }
}

/** Converts a pattern of tsconfig.json. It matches a file, or a folder with all its files. */
function patternOf(text) {
  const parts = { "**/": "(.*/)?", "*": "[^/]*", ".": "\\." };
  return new RegExp(`^${text.replace(/\*\*\/|\*|\./g, (part) => parts[part])}(/|$)`);
}

function filesIn(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(file) : [file];
  });
}
