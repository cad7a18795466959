import { NotFound, Rejected } from "../api/errors";
import { pages } from "../api/listAll";
import { nextPage } from "../api/paging";
import type { AnyDefinition } from "../resources/definition";
import type { Reader, ReadObject } from "../resources/override";
import type { JsonObject } from "../values/propertyPath";
import { coerce } from "./canonical";
import { withoutMark } from "./mark";
import type { Operation } from "./operation";

/** An object of AEP: as it was returned, and in the names of args and outputs. */
export interface Observed {
  raw: JsonObject;
  args: JsonObject;
  outputs: JsonObject;
}

/** Another view of an object or a list than the kind's own. */
export interface View {
  path?: string | undefined;
  accept?: string | undefined;
}

/** The object as it is now; undefined where AEP has none. */
export async function observe(
  operation: Operation,
  id: string,
  state: JsonObject,
): Promise<Observed | undefined> {
  const { definition } = operation;
  const read = definition.override?.read;
  const found = read
    ? await read((path) => readObject(operation, id, { path }), id, state)
    : await readObject(operation, id);
  if (!found) return undefined;
  const { args, outputs } = definition.decode(unmarked(definition, found.raw), found.response);
  const own = Object.keys(definition.args.shape).map((key) => [key, args[key]] as const);
  return {
    raw: found.raw,
    args: coerce(definition, Object.fromEntries(own)),
    outputs: validatedOutputs(operation, outputs),
  };
}

/** One GET of the object, which may still carry our mark; undefined where AEP has none. */
export async function readObject(
  { definition, session, sandbox, deadline }: Operation,
  id: string,
  { path = definition.item(id), accept = definition.accept }: View = {},
): Promise<ReadObject | undefined> {
  try {
    const options = { sandbox, deadline, ...(accept === undefined ? {} : { accept }) };
    const response = await session.client.get(path, options);
    const raw = definition.unwrap(response, id);
    return raw && { raw, response };
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

/** The pages of a list of all objects, each with the objects by their ids. They may still carry our mark. */
export async function* listObjects(
  operation: Operation,
  { path, accept }: View = {},
): AsyncGenerator<[id: string, raw: JsonObject][]> {
  const { find } = operation.definition;
  const listing = accept === undefined ? find : { ...find, accept };
  for await (const body of pages(operation.session.client, path ?? find.list, listing, operation)) {
    yield find.items(body);
  }
}

/** What a kind's own functions may read during the operation. */
export function readerOf(operation: Operation): Reader {
  const { session, sandbox, deadline } = operation;
  return {
    get: (path) => session.client.get(path, { sandbox, deadline }),
    listOnce: (path, items) =>
      session.cache.once(`${sandbox} ${path}`, async () => {
        const all: JsonObject[] = [];
        for await (const body of pages(session.client, path, { next: nextPage }, operation))
          all.push(...items(body));
        return all;
      }),
  };
}

function unmarked(definition: AnyDefinition, raw: JsonObject): JsonObject {
  const { by } = definition.find;
  return typeof by === "string" && raw[by] !== undefined ? { ...raw, [by]: withoutMark(raw[by]) } : raw;
}

/** Outputs of an undocumented type are an error, before they get into the state. */
function validatedOutputs(operation: Operation, outputs: JsonObject): JsonObject {
  const given = Object.fromEntries(
    Object.entries(outputs).filter(([, value]) => value !== null && value !== undefined),
  );
  const result = operation.definition.outputs.safeParse(given);
  if (result.success) return { ...given, orgId: operation.session.config.orgId };
  const fields = result.error.issues.map((issue) => issue.path.join("..")).join(", ");
  throw new Rejected(
    `AEP's response has an unexpected ${fields}`,
    "",
    "Compare the object with Adobe's API reference.",
  );
}
