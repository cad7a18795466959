import { Malformed } from "./errors";
import { isObject, type Json } from "./propertyPath";
import type { Session } from "./session";

/** How a service hands out a list. */
export interface Listing {
  accept?: string;
  /** The items of one page; undefined where the answer has no such list. */
  items: (body: unknown) => unknown[] | undefined;
  /** Path of the next page. */
  next: (path: string, body: unknown) => string | undefined;
}

/** The items of all pages, or of as many as hold `most` of them. */
export async function listAll(
  session: Pick<Session, "get">,
  first: string,
  { accept, items, next }: Listing,
  { most = Infinity, ...place }: { sandbox: string; deadline: number; most?: number },
): Promise<Json[]> {
  const all: Json[] = [];
  for (let path: string | undefined = first; path !== undefined && all.length < most;) {
    const options = accept === undefined ? place : { ...place, accept };
    const { body }: { body: unknown } = await session.get(path, options);
    const page = items(body);
    if (!page) throw new Malformed("list of items");
    all.push(...page.filter(isObject));
    path = next(path, body);
  }
  return all.slice(0, most);
}
