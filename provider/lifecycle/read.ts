import { ageIn, argsIn, bodyArgs, hiddenPlaces, without } from "./args";
import { project } from "./canonical";
import type { AnyDefinition } from "../resources/definition";
import { InvalidInput } from "../api/errors";
import { errorTable } from "../api/errorTable";
import { errorText } from "../api/errorText";
import { describeSubject } from "./check/validate";
import { locate } from "./locate";
import { observe, type Observed } from "./observe";
import { begin, contextOf, type Operation } from "./operation";
import { isOlderVersion } from "./ownWrites";
import { lagWindowMs, poll, windowOf } from "./wait";
import type { JsonObject } from "../values/propertyPath";
import type { Session } from "../api/session";

export async function read(
  definition: AnyDefinition,
  session: Session,
  id: string,
  olds: JsonObject,
): Promise<{ id?: string; props?: JsonObject; inputs?: JsonObject }> {
  const operation = begin(definition, session, olds);
  const written = bodyArgs(definition, olds);
  // An object that was read before may have been deleted. An object that `get` reads for the first time must exist.
  const first = Object.keys(written).length === 0 && olds["orgId"] === undefined;
  const live = await find(operation, id, olds, first);
  if (live === "hidden") {
    session.warn(`${describeSubject(definition, olds)}: ${id}: ${errorText(errorTable.hidden, {})}`);
    return { id, props: olds, inputs: argsIn(definition, olds) };
  }
  if (live === "deleted" || definition.gone?.(live.raw)) {
    if (!first) return {};
    throw new InvalidInput(
      `sandbox "${operation.sandbox}" has no ${definition.type} with the id ${id}. Check the id and the sandbox`,
    );
  }
  const remark = definition.override?.remark?.(live.raw, olds);
  if (remark !== undefined) session.warn(`${describeSubject(definition, olds)}: ${remark}`);
  const added = {
    sandbox: operation.sandbox,
    ...(olds["pulumi"] === undefined ? {} : { pulumi: olds["pulumi"] }),
  };
  if (Object.keys(written).length === 0) {
    // `get`: the program has no args to compare with.
    return { id, props: { ...withoutWriteOnly(definition, live.args), ...added, ...live.outputs } };
  }
  const inputs = { ...project(definition, written, live.args, contextOf(operation, olds)), ...added };
  return { id, props: { ...inputs, ...live.outputs, ...ageIn(olds) }, inputs };
}

async function find(
  operation: Operation,
  id: string,
  olds: JsonObject,
  first: boolean,
): Promise<Observed | "deleted" | "hidden"> {
  // AEP may not show a new object at once. Then the object is not gone.
  const { definition, session } = operation;
  const youngUntil = Number(olds["createdAt"] ?? 0) + windowOf(definition);
  const oldUntil = session.clock.now() + lagWindowMs;
  const look = () =>
    poll(
      operation,
      () => youngUntil,
      async () => {
        const live = await readCurrent(operation, id, olds, oldUntil);
        return live && definition.lag && definition.gone?.(live.raw) ? undefined : live;
      },
    );
  return first ? ((await look()) ?? "deleted") : locate(operation, id, olds, look);
}

/** The object, if need be after reads that show an older version than the state has. */
async function readCurrent(
  operation: Operation,
  id: string,
  olds: JsonObject,
  oldUntil: number,
): Promise<Observed | undefined> {
  let live: Observed | undefined;
  await poll(
    operation,
    () => oldUntil,
    async () => {
      live = await observe(operation, id, olds);
      return live && operation.definition.lag && isOlderVersion(live.outputs["version"], olds["version"])
        ? undefined
        : true;
    },
  );
  return live;
}

/** AEP returns a mask instead of a write-only value, so an object that is only looked up has no write-only field. */
function withoutWriteOnly(definition: AnyDefinition, args: JsonObject): JsonObject {
  return without(hiddenPlaces(definition, args), args);
}
