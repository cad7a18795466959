import { kinds } from "../promises/kinds";
import { sandbox } from "../promises/scene";
import type { Stack } from "../wire/stack";
import type { FaultRig } from "./rig";

/** The live objects per collection, in a form without ids, versions and times. */
export type WorldSnapshot = Readonly<Record<string, readonly string[]>>;

const volatileKeys = new Set([
  ...["etag", "version", "createdAt", "updatedAt", "created", "updated", "lastOperation", "createdDate"],
  ...[
    "modifiedDate",
    "meta:registryMetadata",
    "startTime",
    "meta:createdDate",
    "createdTime",
    "dataSourceId",
  ],
]);

export function worldSnapshot(rig: FaultRig, stack: Stack): WorldSnapshot {
  const names = new Map(
    stack.state.filter((one) => !one.delete).map((one) => [lastSegment(one.id), `<${one.kind} ${one.name}>`]),
  );
  return Object.fromEntries(
    kinds.map(({ collection }) => [
      collection,
      rig.emulator
        .objects(sandbox, collection)
        .map((object) => normalized(newestVersion(object), names))
        .sort(),
    ]),
  );
}

export function lastSegment(id: string): string {
  return id.split("/").at(-1)!;
}

/** A mapping set with only its latest version. */
function newestVersion(object: Record<string, unknown>): unknown {
  const { versions, version } = object;
  if (typeof versions !== "object" || versions === null) return object;
  return { ...object, versions: (versions as Record<string, unknown>)[String(version)] };
}

function normalized(object: unknown, names: ReadonlyMap<string, string>): string {
  let text = JSON.stringify(object, (key, value: unknown) =>
    volatileKeys.has(key) ? undefined : withSortedKeys(value),
  );
  for (const [tail, name] of names) text = text.replaceAll(tail, name);
  return (
    text
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{24,64}/g, (found) =>
        /^[f-]+4?[f-]+$/.test(found) ? "<foreign>" : "<id>",
      )
      // A mark also depends on the ids of the parents.
      .replace(/\(pulumi [0-9a-f]{12}\)/g, "(pulumi <mark>)")
      .replace(/\b17\d{8}(\d{3})?\b/g, "<time>")
  );
}

/** Serialization may change the order of keys. */
function withSortedKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Describes the differences between two snapshots. */
export function differences(expected: WorldSnapshot, found: WorldSnapshot): string[] {
  return Object.keys(expected).flatMap((collection) => {
    const [wanted, live] = [expected[collection]!, found[collection]!];
    if (live.length > wanted.length)
      return [`${collection}: ${String(live.length - wanted.length)} object(s) too many`];
    if (live.length < wanted.length)
      return [`${collection}: ${String(wanted.length - live.length)} object(s) missing`];
    const odd = live.filter((text, index) => text !== wanted[index]);
    return odd.map(
      (text, index) => `${collection}: ${text} instead of ${wanted.filter((t, i) => t !== live[i])[index]}`,
    );
  });
}
