import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Whether the engine finds this package in the folder from which it loads the provider of a resource. */

/** The script with which Pulumi runs a program. */
const languageHost = /[\\/]@pulumi[\\/]pulumi[\\/]cmd[\\/]run([\\/]|$)/;

/**
 * An error text if the engine cannot find the provider, otherwise undefined. The engine starts the provider in the folder of the
 * program, and `require` searches upwards from there. A package manager with a strict layout puts only the direct dependencies of
 * the project there. In other processes (unit tests, the Automation API, runtimes with their own resolution) the result is not
 * certain: there is no error.
 */
export function providerProblem(): string | undefined {
  const [, script = ""] = process.argv;
  if (!languageHost.test(script) || "pnp" in process.versions || "bun" in process.versions) return undefined;
  const folder = process.cwd();
  return isFoundFrom(folder)
    ? undefined
    : `pulumi-aep cannot be loaded from ${folder}, from which Pulumi loads the provider of its resources. Add pulumi-aep to the ` +
        "dependencies of the project in this folder: with this layout of node_modules, a dependency of a dependency is not found.";
}

function isFoundFrom(start: string): boolean {
  const { resolve } = createRequire(join(start, "program.js"));
  try {
    resolve("pulumi-aep/provider");
    return true;
  } catch {
    // A copy that exists but cannot be loaded is another error, with its own message.
    return (resolve.paths("pulumi-aep/provider") ?? []).some((folder) =>
      existsSync(join(folder, "pulumi-aep")),
    );
  }
}
