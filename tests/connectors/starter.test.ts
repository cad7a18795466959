import { connectors, starterProgram } from "../../provider/connectors";
import { connectorsCommand } from "../../sdk/cli/connectorsCommand";
import { runCommand } from "../../sdk/cli/command";
import { compile } from "../types/compile";

const diagnostics = compile(
  Object.fromEntries(connectors.map((connector) => [connector.name, starterProgram(connector)])),
);

/** The program with its optional fields: every comment of the form `// name: value,` becomes code. */
const complete = compile(
  Object.fromEntries(
    connectors.map((connector) => [
      `${connector.name}-all`,
      starterProgram(connector).replace(/^( +)\/\/ (?=[A-Za-z]\w*: .*, \/\/ )/gm, "$1"),
    ]),
  ),
);

test.each(connectors)("the program for $name compiles", ({ name }) => {
  expect(diagnostics[name]).toEqual([]);
});

test.each(connectors)("the program for $name compiles with its optional fields", ({ name }) => {
  expect(complete[`${name}-all`]).toEqual([]);
});

test.each(connectors)("the program for $name reads secrets from encrypted config only", (connector) => {
  const program = starterProgram(connector);
  const [params] = Object.values(connector.auth);
  for (const [name, param] of Object.entries(params ?? {})) {
    expect(program).toContain(`${name}: `);
    expect(program.includes(`config.requireSecret("${name}")`)).toBe(param.secret === true);
  }
});

function run(...args: string[]): { code: number; stdout: string; stderr: string } {
  const texts = { stdout: "", stderr: "" };
  const to = (name: "stdout" | "stderr") => ({ write: (text: string) => (texts[name] += text) });
  const code = connectorsCommand(args, { stdout: to("stdout"), stderr: to("stderr") });
  return { code, ...texts };
}

test("without a name the command lists every connector", () => {
  const { code, stdout, stderr } = run();
  const lines = stdout.trimEnd().split("\n");
  expect({ code, stderr, lines: lines.length }).toEqual({
    code: 0,
    stderr: "",
    lines: connectors.length + 1,
  });
  for (const [index, { name, title }] of connectors.entries()) {
    expect(lines[index + 1]).toMatch(new RegExp(`^${name} +${title}`));
  }
  expect(stdout).toMatch(/^phoenix +Phoenix \(retired since 2025-05\) +tables +Basic Authentication$/m);
  expect(stdout).not.toMatch(/ $/m);
});

test.each(connectors)("with the name $name the command prints that program", (connector) => {
  expect(run(connector.name)).toEqual({ code: 0, stdout: starterProgram(connector), stderr: "" });
});

test("with the id of a connection spec it prints the program too", () => {
  expect(run("b7bf2577-4520-42c9-bae9-cad01560f7bc").stdout).toBe(run("sftp").stdout);
});

test("the program lists the values in config and their format", () => {
  const { stdout } = run("mysql");
  expect(stdout).toContain("// pulumi config set --secret connectionString ...");
  expect(stdout).toContain("with user and password, such as Server=SERVER;Port=3306");
  expect(stdout).toContain('// columns: [{ name: "id", type: "String", xdm: { type: "string" } }, ');
  expect(run("amazon-s3").stdout).toContain(
    "// pulumi config set s3AccessKey ...\n// pulumi config set --secret s3SecretKey ...\n",
  );
  expect(run("data-landing-zone").stdout).toContain('path: "dlz-user-container/customers.csv"');
});

test.each([
  ["amazon-s4", 'Did you mean "amazon-s3"?'],
  ["Postgres", 'Did you mean "postgresql"?'],
  ["zzzzzzzzzzz", "`pulumi-aep connectors` lists all names."],
])("an unknown connector, %s, is a usage error with a hint", (name, hint) => {
  expect(run(name)).toEqual({
    code: 2,
    stdout: "",
    stderr: `pulumi-aep: unknown connector "${name}". ${hint}\n`,
  });
});

test.each([["--help"], ["-h"]])("%s explains the command", (flag) => {
  expect(run(flag)).toEqual({
    code: 0,
    stderr: "",
    stdout: expect.stringContaining("Usage: pulumi-aep connectors"),
  });
});

test.each([
  [["sftp", "ftp"], "pulumi-aep: only one connector can be named, not 2."],
  [["--all"], 'pulumi-aep: unknown option "--all".'],
  [["sftp", "--all"], 'pulumi-aep: unknown option "--all".'],
])("%j is a usage error", (args, message) => {
  const { code, stdout, stderr } = run(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.startsWith(`${message}\n\nUsage: pulumi-aep connectors`)).toBe(true);
});

test("the command of the package has it as a subcommand", async () => {
  let text = "";
  const to = { write: (part: string) => (text += part) };
  expect(await runCommand(["connectors", "sftp"], { stdout: to, stderr: to })).toBe(0);
  expect(text).toContain('specName: "Basic Authentication for sftp"');
});
