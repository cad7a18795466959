import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../engine/projectRoot";
import { projectName } from "../engine/workspace";
import { examples, examplesFolder } from "./exampleRun";

function fileText(...path: string[]): string {
  return readFileSync(join(...path), "utf8");
}

function packageOf(folder: string): { version: string; dependencies: Record<string, string> } {
  return JSON.parse(fileText(folder, "package.json")) as ReturnType<typeof packageOf>;
}

function stackFilesOf(folder: string): string[] {
  return readdirSync(folder).filter((file) => /^Pulumi\.\w+\.yaml$/.test(file));
}

test("every example has a test", () => {
  expect(readdirSync(examplesFolder).sort()).toEqual([...examples].sort());
});

test("the root project is the Amazon S3 example, with its stack files", () => {
  const folder = join(examplesFolder, "amazon-s3");
  expect(projectName(projectRoot)).toBe(projectName(folder));
  const root = fileText(projectRoot, "Pulumi.yaml");
  expect(root).toMatch(/^main: examples\/amazon-s3\/index.ts$/m);
  expect(root).toMatch(/^stackConfigDir: examples\/amazon-s3$/m);
  expect(stackFilesOf(folder).sort()).toEqual(["Pulumi.dev.yaml", "Pulumi.prod.yaml", "Pulumi.stage.yaml"]);
  expect(readdirSync(projectRoot).filter((file) => /^Pulumi\..+\.yaml$/.test(file))).toEqual([]);
});

describe.each(examples)("examples/%s", (name) => {
  const folder = join(examplesFolder, name);
  const program = fileText(folder, "index.ts");

  test("is a complete project that depends on this version of the package", () => {
    for (const file of ["Pulumi.yaml", "Pulumi.dev.yaml", "README.md"])
      expect(existsSync(join(folder, file))).toBe(true);
    const [major, minor] = packageOf(projectRoot).version.split(".");
    expect(packageOf(folder).dependencies["pulumi-aep"]).toBe(`^${major}.${minor}.0`);
    const imports = [...program.matchAll(/^import .* from "(.*)";$/gm)].map(([, from]) => from);
    expect(imports).toEqual(["@pulumi/pulumi", "pulumi-aep"]);
  });

  test("has its plain config in every stack file, and the commands for its secrets in the README", () => {
    const keys = [...program.matchAll(/config\.(\w+)(?:<\w+>)?\("(\w+)"\)/g)];
    expect(keys.length).toBeGreaterThan(0);
    const readme = fileText(folder, "README.md");
    for (const [, method, key] of keys) {
      if (/Secret$/.test(method!)) expect(readme).toContain(`pulumi config set --secret ${key}`);
      else
        for (const file of stackFilesOf(folder))
          expect(fileText(folder, file)).toMatch(new RegExp(`^  ${name}:${key}:`, "m"));
    }
  });

  test("has stack files with a sandbox and without secrets", () => {
    for (const file of stackFilesOf(folder)) {
      const text = fileText(folder, file);
      expect(text).toContain(`aep:sandbox: ${file.split(".")[1]}\n`);
      expect(text).not.toMatch(/secure:|encryptionsalt/);
    }
  });
});
