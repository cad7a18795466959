import { withoutPeriod } from "../../../provider/api/errorBody";
import type { HttpResponse } from "../../../provider/api/response";
import { factsOf, type KindFacts, kindNames, type Listed, namePrefix, pathOf } from "./kinds";
import { codeOf, isSuccess, NotObserved, outcome } from "./notObserved";
import { pollUntilReady, pollWhile } from "./polling";
import type { ProbeClient, ProbeRequest } from "./probeClient";
import type { MadeObject, Remaining } from "./workshop";

/** For about this long, the Schema Registry may not find a new object, and find a use by an object that is gone. */
const lagLimitMs = 30_000;

const attemptLimit = 3;

/** Deletes an object and checks that it is gone. Returns why it is not, or undefined. */
export async function removeObject(client: ProbeClient, object: MadeObject): Promise<string | undefined> {
  try {
    return factsOf(object.kind).hasStates
      ? await removeWithStates(client, object)
      : await removeOnce(client, object);
  } catch (error) {
    return withoutPeriod(error instanceof Error ? error.message : String(error));
  }
}

async function removeWithStates(client: ProbeClient, { kind, id }: MadeObject): Promise<string | undefined> {
  const path = pathOf(kind, id);
  let response: HttpResponse | undefined;
  for (let attempt = 0; attempt < attemptLimit; attempt++) {
    response = await client.send({ method: "DELETE", path });
    const read = await pollUntilReady(client, (request) => client.send(request), path);
    if (isMissing(read.response)) return undefined;
  }
  return response && outcome(response);
}

/** Flow Service has two statuses for an id that does not exist. */
function isMissing(response: HttpResponse): boolean {
  return response.status === 404 || (response.status === 400 && codeOf(response).endsWith("1439-400"));
}

async function removeOnce(
  client: ProbeClient,
  { kind, id, madeAt }: MadeObject,
): Promise<string | undefined> {
  const path = pathOf(kind, id);
  const began = client.now();
  const isLate = ({ status }: HttpResponse) =>
    status === 404 ? client.now() - madeAt < lagLimitMs : status >= 400 && client.now() - began < lagLimitMs;
  const { response } = await pollWhile(
    client,
    (request) => client.send(request),
    { method: "DELETE", path },
    (last) => path.startsWith("/schemaregistry/") && isLate(last),
  );
  if (isSuccess(response)) return undefined;
  const accept = factsOf(kind).list?.accept?.replace("-id", "");
  const read = await client.send({
    method: "GET",
    path,
    ...(accept === undefined ? {} : { accept: `${accept};version=1` }),
  });
  return isSuccess(read) ? outcome(response) : undefined;
}

/** Pages of each list that are searched. */
const pageLimit = 3;

interface Leftovers {
  found: MadeObject[];
  /** Titles of the kinds whose list AEP did not give. */
  unsearched: string[];
}

/** Objects of broken runs, recognised by their names. */
async function findLeftovers(client: ProbeClient): Promise<Leftovers> {
  const found: MadeObject[] = [];
  const unsearched: string[] = [];
  for (const kind of kindNames) {
    const { list, path, title } = factsOf(kind);
    if (list === undefined) continue;
    // Not every list is documented to take the order or the filter.
    const items =
      (await listAll(client, list)) ?? (await listAll(client, { ...list, path: `${path}?limit=100` }));
    if (items === undefined) unsearched.push(title);
    const own = (items ?? []).filter(({ name }) => name.startsWith(namePrefix));
    found.push(...own.map(({ id }) => ({ kind, id, madeAt: 0 })));
  }
  return { found, unsearched };
}

/** Undefined if AEP does not give the first page. */
async function listAll(
  client: ProbeClient,
  list: NonNullable<KindFacts["list"]>,
): Promise<Listed[] | undefined> {
  const all: Listed[] = [];
  let path: string | undefined = list.path;
  for (let page = 0; path !== undefined && page < pageLimit; page++) {
    const { accept } = list;
    const request: ProbeRequest = { method: "GET", path, ...(accept === undefined ? {} : { accept }) };
    const response: HttpResponse | undefined = await client.send(request).catch(noVerdict);
    if (response === undefined || !isSuccess(response)) return page === 0 ? undefined : all;
    all.push(...list.items(response.body));
    path = list.next?.(path, response.body);
  }
  return all;
}

function noVerdict(error: unknown): undefined {
  if (!(error instanceof NotObserved)) throw error;
}

/** Deletes objects of broken runs. If AEP does not delete two of a kind, the others of this kind are not tried. */
export async function removeLeftovers(
  client: ProbeClient,
): Promise<{ removed: number; remaining: Remaining[]; unsearched: string[] }> {
  const remaining: Remaining[] = [];
  const { found, unsearched } = await findLeftovers(client);
  for (const object of found) {
    const failed = remaining.filter(({ kind }) => kind === object.kind);
    const reason = failed.length < 2 ? await removeObject(client, object) : failed[0]?.reason;
    if (reason !== undefined) remaining.push({ ...object, reason });
  }
  return { removed: found.length - remaining.length, remaining, unsearched };
}
