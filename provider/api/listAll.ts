import { Malformed } from "./errors";
import { isObject, type JsonObject } from "../values/propertyPath";
import type { AepClient } from "./aepClient";

/** How a service returns a list. */
export interface Listing {
  accept?: string;
  /** The items of one page; undefined if the response has no such list. */
  items: (body: unknown) => unknown[] | undefined;
  /** Path of the next page. */
  next: (path: string, body: unknown) => string | undefined;
}

/** Sandbox and deadline of a list. */
export interface Place {
  sandbox: string;
  /** Epoch milliseconds. */
  deadline: number;
}

/** The bodies of the pages of a list. Each page is requested when the caller needs it. */
export async function* pages(
  client: Pick<AepClient, "get">,
  first: string,
  { accept, next }: Pick<Listing, "accept" | "next">,
  { sandbox, deadline }: Place,
): AsyncGenerator<unknown> {
  const options = { sandbox, deadline, ...(accept === undefined ? {} : { accept }) };
  for (let path: string | undefined = first; path !== undefined;) {
    const { body }: { body: unknown } = await client.get(path, options);
    yield body;
    path = next(path, body);
  }
}

/** The items of all pages, but no more than `most`. */
export async function listAll(
  client: Pick<AepClient, "get">,
  first: string,
  listing: Listing,
  { most = Infinity, ...place }: Place & { most?: number },
): Promise<JsonObject[]> {
  const all: JsonObject[] = [];
  for await (const body of pages(client, first, listing, place)) {
    const page = listing.items(body);
    if (!page) throw new Malformed("list of items");
    all.push(...page.filter(isObject));
    if (all.length >= most) break;
  }
  return all.slice(0, most);
}
