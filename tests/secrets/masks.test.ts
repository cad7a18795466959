import fc from "fast-check";
import { ResourceProvider } from "../../provider/lifecycle/resourceProvider";
import type { JsonObject } from "../../provider/values/propertyPath";
import { baseConnection } from "../../provider/resources/baseConnection";
import { byName } from "../../provider/resources/shared/connectorRules";
import { plantedConnections } from "./canaries";
import { maskedSession } from "./maskedSession";

/** The masks of AEP for a secret; undefined is a missing key. */
const masks = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((length) => "*".repeat(length)),
  fc.constantFrom("{SECRET}", "", null, undefined, "[object Object]", 0, false),
  fc.string(),
  fc.dictionary(fc.string(), fc.string()),
  fc.array(fc.string()),
  fc.constant("partial"),
);

function masked(value: unknown, mask: unknown): unknown {
  return mask === "partial" ? `${String(value).slice(0, 3)}****${String(value).slice(-2)}` : mask;
}

const before = plantedConnections(1);
const after = plantedConnections(2);

interface Case {
  index: number;
  mask: unknown;
  /** Positions of the secrets with a new value. */
  rotated: boolean[];
  renamed: boolean;
  forced: boolean;
  /** AEP returns the parameters in another order. */
  turned: boolean;
}

const cases: fc.Arbitrary<Case> = fc.record({
  index: fc.nat(before.length - 1),
  mask: masks,
  rotated: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  renamed: fc.boolean(),
  forced: fc.boolean(),
  turned: fc.boolean(),
});

interface Played {
  read: JsonObject;
  operations: { op: string; path: string; value?: unknown }[];
  /** The params of the program before and after. */
  was: Record<string, unknown>;
  wanted: Record<string, unknown>;
  secrets: string[];
}

async function play({ index, mask, rotated, renamed, forced, turned }: Case): Promise<Played> {
  const { name, auth, secrets, connectionSpec } = before[index]!;
  const names = [...new Set([...secrets.keys()].map((path) => /^\w+/.exec(path)![0]))];
  const was = { ...auth.params };
  const next = after[index]!.auth.params;
  const changed = names.filter((_, position) => rotated[position]).map((key) => [key, next[key]]);
  const wanted = { ...was, ...(Object.fromEntries(changed) as JsonObject) };
  const spec = byName(connectionSpec);
  const args = (params: JsonObject, title: string, rotation: number): JsonObject => ({
    name: title,
    connectionSpec: spec,
    auth: { specName: auth.specName, params },
    rotation,
    sandbox: "dev",
    pulumi: { project: "p", stack: "s", name },
  });
  const shownParams = Object.entries(was).flatMap(([key, value]) => {
    const shown = names.includes(key) ? masked(value, mask) : value;
    return shown === undefined ? [] : [[key, shown] as const];
  });
  const live: JsonObject = {
    id: "1",
    name: "one",
    connectionSpec: spec,
    auth: {
      specName: auth.specName,
      params: Object.fromEntries(turned ? shownParams.reverse() : shownParams) as JsonObject,
    },
    etag: '"1"',
    state: "enabled",
  };
  const { session, operations } = maskedSession(() => live);
  const provider = new ResourceProvider(baseConnection, () => session);
  await provider.configure({ config: { get: () => undefined } });
  const olds = { ...args(was, "one", 1), etag: '"1"', liveState: "enabled" };
  const { inputs: read = {} } = await provider.read("1", olds);
  await provider.update("1", olds, args(wanted, renamed ? "two" : "one", forced ? 2 : 1));
  return { read, operations, was, wanted, secrets: names };
}

const pointer = "/auth/params/";

it("a mask is never written back, and a changed secret is written only to its own path", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      const { operations, was, wanted, secrets } = await play(one);
      const written = operations.filter(({ path }) => path.startsWith("/auth"));
      const due = secrets.filter((key) => one.forced || wanted[key] !== was[key]);
      expect(written.map(({ path }) => path).sort()).toEqual(due.map((key) => pointer + key).sort());
      for (const { path, value } of written) expect(value).toEqual(wanted[path.slice(pointer.length)]);
      const others = operations.filter(({ path }) => !path.startsWith("/auth"));
      expect(others).toEqual(one.renamed ? [{ op: "replace", path: "/name", value: "two" }] : []);
    }),
    { numRuns: 1_000 },
  );
});

it("a mask is not drift", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      const { read, was } = await play({ ...one, rotated: [], renamed: false, forced: false });
      expect(read["auth"]).toMatchObject({ params: was });
    }),
    { numRuns: 500 },
  );
});
