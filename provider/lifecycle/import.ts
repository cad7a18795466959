import { errorTable } from "../api/errorTable";
import { errorText } from "../api/errorText";
import { bodyArgs, hiddenPlaces } from "./args";
import { project } from "./canonical";
import { InvalidInput } from "../api/errors";
import { knownObjectsOf } from "./knownObjects";
import { compare } from "./merge";
import { observe } from "./observe";
import { contextOf, type Operation } from "./operation";
import { covers, get, type JsonObject, show } from "../values/propertyPath";
import { containsUnknown } from "../values/unknown";

/** The id that the option `import` names; undefined if the object is in the state already. */
export function importedId({ session }: Operation, inputs: JsonObject): string | undefined {
  const id = get(inputs, ["pulumi", "import"]);
  return typeof id === "string" && !knownObjectsOf(session).idsInState.has(id) ? id : undefined;
}

/** The args of the object in AEP. They must equal those of the program, because an import changes nothing. */
export async function matchForImport(
  operation: Operation,
  id: string,
  inputs: JsonObject,
): Promise<JsonObject> {
  const { definition, sandbox } = operation;
  const live = await observe(operation, id, {});
  if (!live || definition.gone?.(live.raw)) {
    throw new InvalidInput(errorText(errorTable.importNotFound, { id, sandbox }));
  }
  const args = bodyArgs(definition, inputs);
  const context = contextOf(operation);
  const inAep = project(definition, args, live.args, context, []);
  // AEP does not return hidden fields, so they are not compared. The import writes them.
  const hidden = hiddenPlaces(definition, args);
  const different = compare(definition, { base: inAep, theirs: live.args, ours: args }, context)
    .changes.filter((path) => !hidden.some((pattern) => covers(pattern, path)))
    .map(show);
  if (different.length === 0) return inAep;
  throw new InvalidInput(
    errorText(errorTable.importDiffers, { id, paths: different.join(", "), kind: definition.type }),
  );
}

/** Says why the import will fail. It finds nothing if a value is unknown or AEP does not respond. */
export async function importProblems(operation: Operation, inputs: JsonObject): Promise<string[]> {
  const id = importedId(operation, inputs);
  if (id === undefined || containsUnknown(inputs)) return [];
  try {
    await matchForImport(operation, id, inputs);
  } catch (error) {
    // Other errors are left to the create, which reads the object again.
    if (error instanceof InvalidInput) return [error.message.replace(/\.$/, "")];
  }
  return [];
}
