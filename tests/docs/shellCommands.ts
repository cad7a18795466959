import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../engine/projectRoot";

/** The single commands of a shell block, without comments, redirections and prompts; joined at line continuations. */
export function commandsIn(text: string): string[] {
  return text
    .replaceAll("\\\n", " ")
    .split("\n")
    .map((line) => line.replace(/(^|\s)#.*$/, "").trim())
    .flatMap((line) => line.split(/\s*(?:&&|\|)\s*/))
    .map((command) => command.replace(/\s[<>]\s*\S+/g, "").trim())
    .filter((command) => command !== "");
}

const manifest = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
/** What readers install beside the packages of this repository. */
const toolsOfReaders = ["tsx"];
const packages = new Set([
  ...Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }),
  ...toolsOfReaders,
]);
const everyday = new Set(["cd", "curl", "cp", "export", "git", "mkdir", "sh"]);
const npmCommands = new Set(["ci", "init", "pack", "test"]);
const toolsRunByNpx = new Set(["jest", "prettier", "tsc", ...toolsOfReaders]);

/** Why a command other than `pulumi` and `pulumi-aep` cannot work; undefined if it can. */
export function everydayProblem(command: string): string | undefined {
  const [program = "", ...words] = command.replace(/^(\w+=\S+\s+)+/, "").split(/\s+/);
  if (everyday.has(program)) return undefined;
  if (program === ".ci/run") return undefined;
  if (program === "npm") return npmProblem(words);
  if (program === "npx") {
    return toolsRunByNpx.has(words[0] ?? "") ? undefined : `npx ${words[0]} is not a command of a package`;
  }
  return `there is no program "${program}"`;
}

function npmProblem([subcommand = "", ...words]: string[]): string | undefined {
  if (npmCommands.has(subcommand)) return undefined;
  if (subcommand === "run") {
    const [script = ""] = words;
    return Object.hasOwn(manifest.scripts, script) ? undefined : `package.json has no script "${script}"`;
  }
  if (subcommand !== "install") return `npm ${subcommand} is not expected in a document`;
  const names = words.filter((word) => !word.startsWith("-")).map((word) => word.replace(/(.)@.*$/, "$1"));
  const unknown = names.filter((name) => !packages.has(name));
  return unknown.length === 0 ? undefined : `no package of this repository is called ${unknown.join(", ")}`;
}

/** Subcommand and options of a call of the Pulumi CLI; a value such as `URN` is no subcommand. */
export function pulumiCall(command: string): { subcommand: string[]; options: string[] } {
  const words = command.split(/\s+/).slice(1);
  const groups = ["stack", "config", "state", "plugin"];
  const [first = "", second = ""] = words;
  const grouped = groups.includes(first) && /^[a-z-]+$/.test(second) && !second.startsWith("-");
  const options = words.filter((word) => /^--?[a-z]/.test(word)).map((word) => word.split("=")[0]!);
  return { subcommand: grouped ? [first, second] : [first], options };
}
