import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { awkward, type Switches } from "../emulator";
import { projectRoot } from "../engine/projectRoot";

/** A stack of a released version. The folder contains its program, config, state and emulator data. */
export interface Capture {
  readonly version: string;
  readonly name: string;
  readonly folder: string;
}

export const compatibilityFolder = join(projectRoot, "tests", "compatibility");

/** The passphrase of every captured stack. It encrypts test credentials only. */
export const passphrase = "pulumi-aep compatibility tests";

/**
 * Switches of the emulator, for the capture and for the tests. AEP does not delete a schema that is enabled for Profile.
 * The emulator must delete it, so that `destroy` can be tested.
 */
export const switches: Partial<Switches> = { ...awkward, registryUnionDeletion: "allowed" };

/** Files of a capture. */
export const files = {
  program: "index.ts",
  project: "Pulumi.yaml",
  package: "package.json",
  config: "Pulumi.dev.yaml",
  state: "state.json",
};
export const dataFolder = "data";

/** All captures, the oldest version first. */
export function captures(): Capture[] {
  const versions = subfolders(compatibilityFolder).filter((name) => /^\d+\.\d+\.\d+/.test(name));
  const byVersion = new Intl.Collator("en", { numeric: true }).compare;
  return versions.sort(byVersion).flatMap((version) =>
    subfolders(join(compatibilityFolder, version)).map((name) => {
      return { version, name, folder: join(compatibilityFolder, version, name) };
    }),
  );
}

export function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8")) as unknown;
}

function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}
