import { nearestName } from "../connectors/nearestName";
import type { Call, Expression } from "./expression";
import { mappingFunctions, mappingMethods, type MappingFunction } from "./functions";
import type { Problem } from "./problem";

/** Problems of functions that Data Prep does not have, or that have too few or too many arguments. */
export function callProblems(index: number, { calls }: Expression): Problem[] {
  return calls.flatMap((call) => {
    const known = (call.method ? mappingMethods : mappingFunctions).get(call.name);
    const message = known ? countMessage(call, known) : nameMessage(call);
    if (message === undefined) return [];
    const kind = known ? "argumentCount" : "unknownFunction";
    return { index, field: "source", kind, message } satisfies Problem;
  });
}

function nameMessage({ name, method }: Call): string | undefined {
  if (method) {
    // Values are Java objects with methods of their own: only a wrong spelling of case is certainly wrong.
    const meant = [...mappingMethods.keys()].find((known) => known.toLowerCase() === name.toLowerCase());
    return meant && `calls the method ${name}, which Data Prep does not have; did you mean ${meant}?`;
  }
  const nearest = nearestName(name, [...mappingFunctions.keys()]);
  const hint =
    nearest === undefined
      ? '; Adobe\'s page "Data Prep mapping functions" lists all functions'
      : `; did you mean ${nearest}?`;
  return `calls ${name}, which is not a function of Data Prep${hint}`;
}

function countMessage({ name, values }: Call, { least, most }: MappingFunction): string | undefined {
  if (values.length >= least && (most === undefined || values.length <= most)) return undefined;
  return `calls ${name} with ${counted(values.length)}; it takes ${range(least, most)}`;
}

function counted(count: number): string {
  return count === 1 ? "1 argument" : `${count === 0 ? "no" : count} arguments`;
}

function range(least: number, most: number | undefined): string {
  if (most === undefined) return `at least ${least}`;
  if (least === most) return least === 0 ? "none" : String(least);
  return `${least} to ${most}`;
}
