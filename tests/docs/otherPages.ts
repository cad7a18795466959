import { environmentName, type Setting, settings } from "../../provider/api/config";
import { runCommand } from "../../sdk/cli/command";
import { kindIndex } from "./kindPages";
import { code, table } from "./markdown";

/** The pages of the reference that are not about one class. */

export function indexPage(): string {
  return [
    "# Reference",
    "Generated from the source by `npm run docs`. The [guides](../guides/README.md) explain how the parts work together.",
    kindIndex(),
    [
      "- [Configuration](config.md): every `aep:` setting and its environment variable",
      "- [Look-ups](lookups.md): functions that read existing objects",
      "- [Command line](command-line.md): the command `pulumi-aep`",
      "- [Connectors](../../provider/connectors/README.md): every source connector with its parameters",
    ].join("\n"),
  ].join("\n\n");
}

export function configPage(): string {
  const rows = (Object.keys(settings) as Setting[]).map((setting) => [
    code(`aep:${setting}`),
    code(environmentName(setting)),
    settings[setting].secret ? "yes" : "",
    settings[setting].description,
  ]);
  return [
    "# Configuration",
    "Set a value with `pulumi config set aep:KEY VALUE` (add `--secret` where the table says so), or in the environment variable. " +
      "The stack's config has priority.",
    table(["Key", "Environment", "Secret", "Meaning"], rows),
  ].join("\n\n");
}

/** The help texts as the command prints them. */
export async function commandLinePage(): Promise<string> {
  const sections = [`## pulumi-aep\n\n${await help()}`];
  for (const command of ["connectors", "emulator", "probe"]) {
    sections.push(`## pulumi-aep ${command}\n\n${await help(command)}`);
  }
  return ["# Command line", "Run the command with `npx pulumi-aep`.", ...sections].join("\n\n");
}

async function help(...command: string[]): Promise<string> {
  let text = "";
  const stream = { write: (part: string) => (text += part) };
  const stdout = process.stdout.write.bind(process.stdout);
  // The emulator's command prints to the process itself.
  process.stdout.write = ((part: string) => ((text += part), true)) as typeof process.stdout.write;
  try {
    await runCommand([...command, "--help"], { stdout: stream, stderr: stream });
  } finally {
    process.stdout.write = stdout;
  }
  return `\`\`\`text\n${text.trim()}\n\`\`\``;
}
