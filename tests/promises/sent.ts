import type { LedgerEntry } from "../emulator";
import type { IdOf, Kind, Operation } from "./kind";

type Sends = Kind["changes"][number]["sends"];

/** The one write that an update makes, as the emulator accepted it; none where nothing is to be sent. */
export function expectSent(kind: Kind, writes: readonly LedgerEntry[], sends: Sends, id: IdOf): void {
  if (sends === undefined) {
    expect(writes).toEqual([]);
    return;
  }
  expect(writes.map((entry) => entry.kind)).toEqual([kind.collection]);
  const [write] = writes as readonly [LedgerEntry];
  const expected = sends(id);
  if (typeof expected === "string") {
    expect(`${write.method} ${write.path}`).toContain(`/action?op=${expected}`);
  } else if (Array.isArray(expected)) {
    expect(write.method).toBe("PATCH");
    expect(inOrder(write.body as readonly Operation[])).toEqual(inOrder(expected as readonly Operation[]));
  } else {
    expect(write.method).toBe("PUT");
    expect(write.body).toMatchObject(expected);
    expect(Object.keys(write.body as object).filter((key) => serverKeys.test(key))).toEqual([]);
  }
}

/** Operations on different places may come in any order. */
function inOrder(operations: readonly Operation[]): Operation[] {
  return [...operations].sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** What only the server says about an object of the Schema Registry. */
const serverKeys =
  /^(\$id|version|imsOrg|refs|meta:(altId|resourceType|registryMetadata|createdDate|usageCount|containerId|extends))$/;

/** The methods of one update: a look, the write, and at most one more look. */
export function expectUpdateCalls(methods: readonly string[], sends: Sends, id: IdOf): void {
  const expected = sends?.(id);
  const write = Array.isArray(expected) ? "PATCH" : typeof expected === "string" ? "ACTION" : "PUT";
  const shortest = expected === undefined ? ["GET"] : ["GET", write];
  expect([shortest, [...shortest, "GET"]]).toContainEqual(methods);
}
