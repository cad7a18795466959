import { bodyArgs, hiddenPlaces } from "./args";
import { project } from "./canonical";
import { InvalidInput } from "../api/errors";
import { knownObjectsOf } from "./knownObjects";
import { compare } from "./merge";
import { observe } from "./observe";
import { contextOf, type Operation } from "./operation";
import { covers, get, type JsonObject, show } from "../values/propertyPath";
import { containsUnknown } from "../values/unknown";

/** The id of the existing object that a resource is to manage from its create on; undefined once a state file holds it. */
export function importedId({ session }: Operation, inputs: JsonObject): string | undefined {
  const id = get(inputs, ["pulumi", "import"]);
  return typeof id === "string" && !knownObjectsOf(session).idsInState.has(id) ? id : undefined;
}

/** What AEP holds of the object, in the program's words. It has to be what the program says: an import changes nothing. */
export async function matchForImport(
  operation: Operation,
  id: string,
  inputs: JsonObject,
): Promise<JsonObject> {
  const { definition, sandbox } = operation;
  const live = await observe(operation, id, {});
  if (!live || definition.gone?.(live.raw)) {
    throw new InvalidInput(
      `\`import\` names ${id}, which sandbox "${sandbox}" does not hold. Correct the id, or remove \`import\` to make a new object`,
    );
  }
  const args = bodyArgs(definition, inputs);
  const context = contextOf(operation);
  const held = project(definition, args, live.args, context, []);
  // What AEP does not show cannot differ: it is sent with the import.
  const hidden = hiddenPlaces(definition, args);
  const different = compare(definition, { base: held, theirs: live.args, ours: args }, context)
    .changes.filter((path) => !hidden.some((pattern) => covers(pattern, path)))
    .map(show);
  if (different.length === 0) return held;
  throw new InvalidInput(
    `\`import\` names ${id}, which differs from the program at ${different.join(", ")}. Write there what AEP holds (${definition.type}.get reads it), and change it afterwards`,
  );
}

/** Why the import will fail; silent about what is not known yet, and where AEP does not answer. */
export async function importProblems(operation: Operation, inputs: JsonObject): Promise<string[]> {
  const id = importedId(operation, inputs);
  if (id === undefined || containsUnknown(inputs)) return [];
  try {
    await matchForImport(operation, id, inputs);
  } catch (error) {
    // The create asks again, and says what else is wrong.
    if (error instanceof InvalidInput) return [error.message];
  }
  return [];
}
