import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Whether the engine will find this package where it loads the provider of a resource from. */

/** The script by which Pulumi runs a program. */
const languageHost = /[\\/]@pulumi[\\/]pulumi[\\/]cmd[\\/]run([\\/]|$)/;

/**
 * What to do where the provider will certainly not be found. The engine starts the provider's process in the same folder as
 * the program, and `require` walks up from there: a package manager with a strict layout gives it the direct dependencies
 * of the project alone. Elsewhere (unit tests, the Automation API, runtimes that resolve in their own way) nothing is certain.
 */
export function providerProblem(): string | undefined {
  const [, script = ""] = process.argv;
  if (!languageHost.test(script) || "pnp" in process.versions || "bun" in process.versions) return undefined;
  const folder = process.cwd();
  return isFoundFrom(folder)
    ? undefined
    : `add pulumi-aep to the dependencies of the project in ${folder}: ` +
        "Pulumi loads its provider from there, and a dependency of a dependency is out of reach in this node_modules.";
}

function isFoundFrom(folder: string): boolean {
  const { resolve } = createRequire(join(folder, "program.js"));
  try {
    resolve("pulumi-aep/provider");
    return true;
  } catch {
    // A copy that is there and does not load is another trouble, with another remedy.
    return (resolve.paths("pulumi-aep/provider") ?? []).some((place) =>
      existsSync(join(place, "pulumi-aep")),
    );
  }
}
