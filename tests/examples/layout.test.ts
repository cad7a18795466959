import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../engine/projectRoot";
import { projectName } from "../engine/workspace";
import { examples, examplesFolder } from "./exampleRun";

function readText(...path: string[]): string {
  return readFileSync(join(...path), "utf8");
}

function readPackage(folder: string): { version: string; dependencies: Record<string, string> } {
  return JSON.parse(readText(folder, "package.json")) as ReturnType<typeof readPackage>;
}

function stackFilesOf(folder: string): string[] {
  return readdirSync(folder).filter((file) => /^Pulumi\.\w+\.yaml$/.test(file));
}

test("every example is tested", () => {
  expect(readdirSync(examplesFolder).sort()).toEqual([...examples].sort());
});

test("the root project is the example amazon-s3, with its stack files", () => {
  const folder = join(examplesFolder, "amazon-s3");
  expect(projectName(projectRoot)).toBe(projectName(folder));
  const root = readText(projectRoot, "Pulumi.yaml");
  expect(root).toMatch(/^main: examples\/amazon-s3\/index.ts$/m);
  expect(root).toMatch(/^stackConfigDir: examples\/amazon-s3$/m);
  expect(stackFilesOf(folder).sort()).toEqual(["Pulumi.dev.yaml", "Pulumi.prod.yaml", "Pulumi.stage.yaml"]);
  expect(readdirSync(projectRoot).filter((file) => /^Pulumi\..+\.yaml$/.test(file))).toEqual([]);
});

describe.each(examples)("examples/%s", (name) => {
  const folder = join(examplesFolder, name);
  const program = readText(folder, "index.ts");

  test("is a complete project that depends on this version of the package", () => {
    for (const file of ["Pulumi.yaml", "Pulumi.dev.yaml", "README.md"])
      expect(existsSync(join(folder, file))).toBe(true);
    const [major, minor] = readPackage(projectRoot).version.split(".");
    expect(readPackage(folder).dependencies["pulumi-aep"]).toBe(`^${major}.${minor}.0`);
    const imports = [...program.matchAll(/^import .* from "(.*)";$/gm)].map(([, from]) => from);
    expect(imports).toEqual(["@pulumi/pulumi", "pulumi-aep"]);
  });

  test("sets its plain config in every stack file and its secrets in the README", () => {
    const keys = [...program.matchAll(/config\.(\w+)(?:<\w+>)?\("(\w+)"\)/g)];
    expect(keys.length).toBeGreaterThan(0);
    const readme = readText(folder, "README.md");
    for (const [, method, key] of keys) {
      if (/Secret$/.test(method!)) expect(readme).toContain(`pulumi config set --secret ${key}`);
      else
        for (const file of stackFilesOf(folder))
          expect(readText(folder, file)).toMatch(new RegExp(`^  ${name}:${key}:`, "m"));
    }
  });

  test("has stack files with a sandbox and no secrets", () => {
    for (const file of stackFilesOf(folder)) {
      const text = readText(folder, file);
      expect(text).toContain(`aep:sandbox: ${file.split(".")[1]}\n`);
      expect(text).not.toMatch(/secure:|encryptionsalt/);
    }
  });
});
