import type { Emulator } from "../emulator";
import { kinds } from "../promises/kinds";
import type { ResourceState } from "../wire/resourceState";

const sandboxes = ["dev", "stage"];
const collections = kinds.map(({ collection }) => collection);

type Fields = Record<string, unknown>;

export interface LiveObject {
  readonly sandbox: string;
  readonly collection: string;
  readonly id: string;
  readonly object: Fields;
}

export function liveObjects(emulator: Emulator): LiveObject[] {
  return sandboxes.flatMap((sandbox) =>
    collections.flatMap((collection) =>
      emulator.objects(sandbox, collection).map((object) => {
        return { sandbox, collection, id: objectId(collection, object, emulator, sandbox), object };
      }),
    ),
  );
}

function objectId(collection: string, object: Fields, emulator: Emulator, sandbox: string): string {
  const own = object["id"] ?? object["$id"] ?? object["@id"];
  if (typeof own === "string") return own;
  // Objects of Catalog do not contain their id.
  const found = emulator.world.sandboxes.find(({ name }) => name === sandbox)!;
  const entries = [...emulator.world.collection<Fields>(found, collection)];
  return entries.find(([, stored]) => stored === object)![0];
}

/** Fields that AEP sets and that differ from run to run. */
const serverFields =
  /^(created|updated|version$|etag$|lastOperation$|meta:registryMetadata$|viewId$|basePath$|files$|persistence$|dataSourceId$|classification$)/;

/**
 * The objects in AEP as texts, without values that differ from run to run: ids are replaced by the names in the state, and
 * versions and times are omitted. Two worlds are equal if these texts are equal.
 */
export function worldText(emulator: Emulator, state: readonly ResourceState[], except: ReadonlySet<string>) {
  const live = liveObjects(emulator).filter(({ id }) => !except.has(id));
  const names = state.map(({ id, kind, name }) => [id, `${kind} ${name}`] as const);
  const newest = new Map(live.map(({ id, object }) => [id, object["version"]]));
  return live
    .map(({ sandbox, collection, id, object }) => {
      const label = (text: string) => names.reduce((all, [known, name]) => all.replaceAll(known, name), text);
      const lasting = collection === "mappingSets" ? newestVersionOf(object) : withNewest(object, newest);
      const text = label(JSON.stringify(normalized(lasting)));
      return `${sandbox} ${collection} ${label(id)} ${withoutRandomValues(text)}`;
    })
    .sort();
}

/** The differences between two worlds, by leaf if both have the object. */
export function worldDifferences(now: readonly string[], goal: readonly string[]): string[] {
  const split = (texts: readonly string[]) =>
    texts.map((text) => [text.slice(0, text.indexOf(" {")), text] as const);
  const [left, wanted] = [
    split(now.filter((text) => !goal.includes(text))),
    split(goal.filter((text) => !now.includes(text))),
  ];
  return [
    ...left.flatMap(([name, text]) => {
      const other = wanted.find(([same]) => same === name)?.[1];
      return other === undefined ? [`unexpected: ${text}`] : leafDifferences(name, text, other);
    }),
    ...wanted.filter(([name]) => !left.some(([same]) => same === name)).map(([, text]) => `missing: ${text}`),
  ];
}

function leafDifferences(name: string, one: string, other: string): string[] {
  const [found, wanted] = [one, other].map((text) => leavesOf(JSON.parse(text.slice(name.length + 1))));
  const paths = [...new Set([...found!.keys(), ...wanted!.keys()])];
  return paths
    .filter((path) => found!.get(path) !== wanted!.get(path))
    .map(
      (path) => `${name} ${path} is ${found!.get(path) ?? "absent"}, not ${wanted!.get(path) ?? "absent"}`,
    );
}

/** The leaves as texts, by their paths. */
export function leavesOf(value: unknown, path = ""): Map<string, string> {
  if (typeof value !== "object" || value === null) return new Map([[path, String(value)]]);
  return new Map(Object.entries(value).flatMap(([key, child]) => [...leavesOf(child, `${path}/${key}`)]));
}

/** The newest version of a mapping set, which contains all its versions. */
function newestVersionOf(object: Fields): unknown {
  const { versions, version, ...rest } = object as { versions: Fields; version: number };
  const { mappings, ...set } = versions[String(version)] as { mappings: Fields[] };
  const own = mappings.map(({ id: _id, version: _version, createdDate: _date, ...mapping }) => mapping);
  return { ...rest, ...set, mappings: own, modifiedDate: undefined, outputSchema: undefined };
}

function withNewest(object: Fields, newest: ReadonlyMap<string, unknown>): Fields {
  const transformations = object["transformations"];
  if (!Array.isArray(transformations)) return object;
  const named = (transformations as { params: Fields }[]).map((transformation) => {
    const { mappingId, mappingVersion } = transformation.params;
    if (typeof mappingId !== "string" || String(newest.get(mappingId)) !== String(mappingVersion)) {
      return transformation;
    }
    return { ...transformation, params: { ...transformation.params, mappingVersion: "newest" } };
  });
  return { ...object, transformations: named };
}

function normalized(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return value.map((item) => normalized(item, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, normalized(item, depth + 1)] as const)
    .filter(
      ([key, item]) =>
        !isEmpty(item) && !/^(adobe\/|isSampleDataflow$)/.test(key) && (depth > 0 || !serverFields.test(key)),
    );
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** AEP fills some fields with empty values. */
function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === "object" && Object.keys(value as object).length === 0);
}

function withoutRandomValues(text: string): string {
  return text
    .replace(/\(pulumi [0-9a-f]{12}\)/g, "(mark)")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24,}/g, "<id>")
    .replace(/\b1[78]\d{8}(\d{3})?\b/g, "<time>");
}

/** Invariant I1: AEP has exactly the objects of the state, besides those of others. */
export function strays(
  emulator: Emulator,
  state: readonly ResourceState[],
  foreign: ReadonlySet<string>,
): string[] {
  const idsInState = new Set(
    state.filter(({ pendingReplacement }) => !pendingReplacement).map(({ id }) => id),
  );
  const live = liveObjects(emulator).filter(({ id }) => !foreign.has(id));
  const present = new Set(live.map(({ id }) => id));
  return [
    ...live
      .filter(({ id }) => !idsInState.has(id))
      .map(({ collection, id }) => `${collection} ${id} is live, but not in state`),
    ...state
      .filter(({ id, pendingReplacement }) => !pendingReplacement && !present.has(id))
      .map(({ kind, name, id }) => `${kind} ${name} (${id}) is in state, but not live`),
  ];
}

/** Invariant I2: the marks that more than one live object has. */
export function duplicateMarks(emulator: Emulator): string[] {
  const marks = liveObjects(emulator).flatMap(({ sandbox, collection, object }) => {
    const mark = markOf(collection, object);
    return mark === undefined ? [] : [`${sandbox} ${collection} ${mark}`];
  });
  return marks.filter((mark, index) => marks.indexOf(mark) !== index);
}

/** The objects of the state that could not be found again: without a mark, or a descriptor without its schema. */
export function unmarkedObjects(emulator: Emulator, state: readonly ResourceState[]): LiveObject[] {
  const idsInState = new Set(state.map(({ id }) => id));
  const live = liveObjects(emulator);
  const ids = new Set(live.map(({ id }) => id));
  return live.filter(({ collection, id, object }) => {
    if (!idsInState.has(id)) return false;
    if (collection === "descriptors") return !ids.has(String(object["xdm:sourceSchema"]));
    return markOf(collection, object) === undefined;
  });
}

/** Whether both have marks of the same resource. */
export function haveSameResource(one: LiveObject, other: LiveObject): boolean {
  const marks = [one, other].map(({ collection, object }) => markOf(collection, object)?.slice(0, 8));
  return one.collection === other.collection && marks[0] !== undefined && marks[0] === marks[1];
}

function markOf(collection: string, object: Fields): string | undefined {
  return /\(pulumi ([0-9a-f]{12})\)"/.exec(JSON.stringify(markedTexts(collection, object)))?.[1];
}

function markedTexts(collection: string, object: Fields): unknown {
  return collection === "mappingSets"
    ? (newestVersionOf(object) as Fields)["name"]
    : (object["description"] ?? object["name"]);
}
