import type { LedgerEntry } from "../emulator";
import { Marked, type IdOf, type Kind, type Operation } from "./kind";

type Sends = Kind["changes"][number]["sends"];

type Body = Readonly<Record<string, unknown>>;

/** The mark in the body of an object's POST; empty if the kind has no mark. */
export function markIn(kind: Kind, post: Body): string {
  if (kind.mark === undefined) {
    expect(JSON.stringify(post)).not.toContain("(pulumi ");
    return "";
  }
  const found = /(?:^|.+ )(\(pulumi [0-9a-f]{12}\))$/s.exec(String(post[kind.mark]));
  expect({ text: post[kind.mark], isMarked: found !== null }).toMatchObject({ isMarked: true });
  // The mark occurs only once, at the end of this text.
  expect(JSON.stringify(post).split("(pulumi ")).toHaveLength(2);
  return found![1]!;
}

function resolved(value: unknown, mark: string): unknown {
  if (value instanceof Marked) return value.text === "" ? mark : `${value.text} ${mark}`;
  if (Array.isArray(value)) return value.map((entry) => resolved(entry, mark));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, resolved(entry, mark)]));
}

/**
 * Expects the only write of an update, or no write if nothing is to be sent. `post` is the body of the object's POST: its
 * mark never changes, and a PUT also contains the text with the mark.
 */
export function expectSent(
  kind: Kind,
  writes: readonly LedgerEntry[],
  sends: Sends,
  id: IdOf,
  post: Body,
): void {
  if (sends === undefined) {
    expect(writes).toEqual([]);
    return;
  }
  expect(writes.map((entry) => entry.kind)).toEqual([kind.collection]);
  const [write] = writes as readonly [LedgerEntry];
  const expected = resolved(sends(id), markIn(kind, post));
  if (typeof expected === "string") {
    expect(`${write.method} ${write.path}`).toContain(`/action?op=${expected}`);
  } else if (Array.isArray(expected)) {
    expect(write.method).toBe("PATCH");
    expect(inOrder(write.body as readonly Operation[])).toEqual(inOrder(expected as readonly Operation[]));
  } else {
    expect(write.method).toBe("PUT");
    const untouched = kind.mark === undefined ? {} : { [kind.mark]: post[kind.mark] };
    expect(write.body).toMatchObject({ ...untouched, ...(expected as Body) });
    expect(Object.keys(write.body as object).filter((key) => serverKeys.test(key))).toEqual([]);
  }
}

/** Operations on different paths may be in any order. */
function inOrder(operations: readonly Operation[]): Operation[] {
  return [...operations].sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** The fields of an object of the Schema Registry that only the server sets. */
const serverKeys =
  /^(\$id|version|imsOrg|refs|meta:(altId|resourceType|registryMetadata|createdDate|usageCount|containerId|extends))$/;

/** Expects the methods of one update: a GET, the write, and at most one more GET. */
export function expectUpdateCalls(methods: readonly string[], sends: Sends, id: IdOf): void {
  const expected = sends?.(id);
  const write = Array.isArray(expected) ? "PATCH" : typeof expected === "string" ? "ACTION" : "PUT";
  const shortest = expected === undefined ? ["GET"] : ["GET", write];
  expect([shortest, [...shortest, "GET"]]).toContainEqual(methods);
}
