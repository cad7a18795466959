import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { isObject } from "../../../provider/values/propertyPath";

/** The config of a stack, with its secrets, as the Pulumi CLI prints it in the folder of the program. */
export async function stackConfig(stack: string): Promise<Record<string, string>> {
  const args = ["config", "--json", "--show-secrets", "--stack", stack, "--non-interactive"];
  const { stdout } = await promisify(execFile)("pulumi", args).catch((error: unknown) => {
    const stderr =
      isObject(error) || error instanceof Error ? String((error as { stderr?: unknown }).stderr ?? "") : "";
    throw new Error(
      `The config of the stack "${stack}" cannot be read: ${stderr.trim() || "pulumi does not start"}`,
    );
  });
  const config: unknown = JSON.parse(stdout);
  const entries = Object.entries(isObject(config) ? config : {});
  return Object.fromEntries(
    entries.map(([key, entry]) => [key, isObject(entry) ? String(entry["value"] ?? "") : ""]),
  );
}
