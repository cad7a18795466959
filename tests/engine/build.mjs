// What has to be compiled, whether it is, and the compilation. Plain JavaScript, see runScript.mjs.
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
    // tsc emits only what changed: outputs of deleted sources stay, and outputs deleted by hand do not come back.
    this.removeOutputsWithoutSource(files);
    if (!this.areEmitted(files)) fs.rmSync(path.join(this.dist, ".tsbuildinfo"), { force: true });
    await this.compile();
    fs.writeFileSync(this.stamp, digest);
  }

  // The files that tsconfig.build.json includes: its `include` names folders, its `exclude` has patterns.
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

  /** By content: a new checkout or another branch and back changes the times of files that are the same. */
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

/** A pattern of tsconfig.json: it excludes a file, or a folder with all that is in it. */
function patternOf(text) {
  const parts = { "**/": "(.*/)?", "*": "[^/]*", ".": "\\." };
  return new RegExp(`^${text.replace(/\*\*\/|\*|\./g, (part) => parts[part])}(/|$)`);
}

function filesIn(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(place) : [place];
  });
}
