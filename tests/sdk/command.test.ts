import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { runCommand } from "../../sdk/cli/command";

async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const texts = { stdout: "", stderr: "" };
  const to = (name: "stdout" | "stderr") => ({ write: (text: string) => (texts[name] += text) });
  const code = await runCommand(args, { stdout: to("stdout"), stderr: to("stderr") });
  return { code, ...texts };
}

test("--help lists all commands", async () => {
  expect(await run("--help")).toEqual({
    code: 0,
    stderr: "",
    stdout: expect.stringMatching(/^ {2}emulator /m),
  });
});

test("--version prints the package's version", async () => {
  const text = readFileSync(resolve(__dirname, "../../package.json"), "utf8");
  const { version } = JSON.parse(text) as { version: string };
  expect(await run("--version")).toEqual({ code: 0, stderr: "", stdout: `${version}\n` });
});

test("no command is a usage error", async () => {
  expect(await run()).toEqual({ code: 2, stdout: "", stderr: expect.stringContaining("Usage: pulumi-aep") });
});

test.each(["emulater", "emu", "Emulator"])("the error for %s names the nearest command", async (name) => {
  const { code, stderr } = await run(name);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `pulumi-aep: unknown command "${name}". Did you mean "emulator"?\n`,
  });
});

test.each(["deploy", "toString"])(
  "the error for %s names the command that lists all commands",
  async (name) => {
    const { code, stderr } = await run(name);
    expect(code).toBe(2);
    expect(stderr).toContain("`pulumi-aep --help` lists all commands");
  },
);
