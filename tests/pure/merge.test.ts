import fc from "fast-check";
import { project, same } from "../../provider/lifecycle/canonical";
import type { AnyDefinition, Context } from "../../provider/resources/definition";
import { patch } from "../../provider/lifecycle/jsonPatch";
import { compare, merge, overlay } from "../../provider/lifecycle/merge";
import { get, show, type JsonObject } from "../../provider/values/propertyPath";
import { applyPatch } from "../emulator/jsonPatch";
import { kind } from "./sample";

const context: Context = { now: 1_700_000_000_000, state: {} };

function compared(base: JsonObject, theirs: JsonObject, ours: JsonObject, definition: AnyDefinition = kind) {
  const states = { base, theirs, ours };
  const comparison = compare(definition, states, context);
  const put = definition.update.method === "PUT";
  const merged = put ? overlay(definition, states, comparison) : merge(states, comparison);
  return { changes: comparison.changes, conflicts: comparison.conflicts, merged };
}

function shown(...[base, theirs, ours, definition]: Parameters<typeof compared>) {
  const { changes, ...rest } = compared(base, theirs, ours, definition);
  return { changes: changes.map(show), ...rest };
}

describe("an update", () => {
  it.each<[string, JsonObject, JsonObject, JsonObject, Partial<ReturnType<typeof shown>>]>([
    ["nothing changed", { name: "a" }, { name: "a" }, { name: "a" }, { changes: [], conflicts: [] }],
    [
      "ours changed",
      { name: "a" },
      { name: "a" },
      { name: "b" },
      { changes: ["name"], merged: { name: "b" } },
    ],
    ["theirs changed", { name: "a" }, { name: "x" }, { name: "a" }, { changes: [], merged: { name: "x" } }],
    ["both to the same", { name: "a" }, { name: "b" }, { name: "b" }, { changes: [], conflicts: [] }],
    ["both to different values", { name: "a" }, { name: "x" }, { name: "b" }, { conflicts: ["name"] }],
    ["a field added", {}, {}, { name: "b" }, { changes: ["name"], merged: { name: "b" } }],
    ["a field taken away", { name: "a" }, { name: "a" }, {}, { changes: ["name"], merged: {} }],
    ["a field added that AEP fills", {}, { size: 3 }, { size: 5 }, { changes: ["size"], conflicts: [] }],
    [
      "a field in an object",
      { free: { a: 1, b: 2 } },
      { free: { a: 1, b: 9 } },
      { free: { a: 3, b: 2 } },
      { changes: ["free.a"], merged: { free: { a: 3, b: 9 } } },
    ],
    [
      "a list",
      { list: ["a"] },
      { list: ["a"] },
      { list: ["a", "b"] },
      { changes: ["list"], merged: { list: ["a", "b"] } },
    ],
    [
      "a set in another order",
      { set: ["a", "b"] },
      { set: ["b", "a"] },
      { set: ["b", "a"] },
      { changes: [] },
    ],
    ["a spelling", { spelled: "up" }, { spelled: "up" }, { spelled: "UP" }, { changes: [] }],
    [
      "an object taken away",
      { free: { a: 1 } },
      { free: { a: 1 } },
      {},
      { changes: ["free.a"], conflicts: [] },
    ],
  ])("%s", (_what, base, theirs, ours, expected) => {
    expect(shown(base, theirs, ours)).toMatchObject(expected);
  });

  it("compares write-only places with what we last wrote alone", () => {
    const mask = { secret: { token: "****" } };
    expect(shown({ secret: { token: "a" } }, mask, { secret: { token: "a" } }).changes).toEqual([]);
    const rotated = shown({ secret: { token: "a" } }, mask, { secret: { token: "b" } });
    expect(rotated).toMatchObject({ changes: ["secret.token"], conflicts: [] });
  });

  it("changes an item of a keyed list and leaves the others as somebody else made them", () => {
    const base = {
      items: [
        { key: "a", count: 1 },
        { key: "b", count: 2 },
      ],
    };
    const theirs = {
      items: [
        { key: "b", count: 9 },
        { key: "a", count: 1 },
      ],
    };
    const ours = {
      items: [
        { key: "a", count: 5 },
        { key: "b", count: 2 },
      ],
    };
    expect(shown(base, theirs, ours)).toMatchObject({
      conflicts: [],
      merged: {
        items: [
          { key: "b", count: 9 },
          { key: "a", count: 5 },
        ],
      },
    });
  });

  it("takes an item away whole", () => {
    const base = {
      items: [
        { key: "a", count: 1 },
        { key: "b", count: 2 },
      ],
    };
    expect(shown(base, base, { items: [{ key: "a", count: 1 }] }).merged).toEqual({
      items: [{ key: "a", count: 1 }],
    });
  });

  it("adds an item whole", () => {
    const base = { items: [{ key: "a", count: 1 }] };
    const ours = {
      items: [
        { key: "a", count: 1 },
        { key: "b", count: 2 },
      ],
    };
    expect(shown(base, base, ours).merged).toEqual(ours);
  });

  it("speaks of an item that comes or goes as a whole, and of a field of one that stays", () => {
    const base = {
      items: [
        { key: "a", count: 1 },
        { key: "b", count: 2 },
      ],
    };
    const come = { items: [...base.items, { key: "c", count: 3 }, { key: "d", count: 4 }] };
    expect(shown(base, base, come).changes).toEqual(["items[key=c]", "items[key=d]"]);
    expect(shown(come, come, base).changes).toEqual(["items[key=c]", "items[key=d]"]);
    const counted = {
      items: [
        { key: "a", count: 9 },
        { key: "b", count: 2 },
      ],
    };
    expect(shown(base, base, counted).changes).toEqual(["items[key=a].count"]);
  });

  it("takes all items away, one by one", () => {
    const base = { items: [{ key: "a", count: 1 }, { key: "b" }] };
    const theirs = { items: [...base.items, { key: "theirs", count: 7 }] };
    expect(shown(base, theirs, {})).toEqual({
      changes: ["items[key=a]", "items[key=b]"],
      conflicts: [],
      merged: { items: [{ key: "theirs", count: 7 }] },
    });
  });

  it("an item that both took away, or both added alike, needs nothing", () => {
    const one = { items: [{ key: "a", count: 1 }] };
    const two = {
      items: [
        { key: "a", count: 1 },
        { key: "b", count: 2 },
      ],
    };
    expect(shown(two, one, one)).toEqual({ changes: [], conflicts: [], merged: one });
    expect(shown(one, two, two)).toEqual({ changes: [], conflicts: [], merged: two });
  });

  it("an item that somebody changed and we take away is a conflict that names it", () => {
    const base = {
      items: [
        { key: "a", count: 1 },
        { key: "b", count: 2 },
      ],
    };
    const theirs = {
      items: [
        { key: "a", count: 1 },
        { key: "b", count: 9 },
      ],
    };
    const ours = { items: [{ key: "a", count: 1 }] };
    expect(shown(base, theirs, ours).conflicts).toEqual(["items[key=b]"]);
  });

  it("in a PUT an object below the first level goes as a whole, with what the server added to it", () => {
    const put = { ...kind, update: { method: "PUT" as const } };
    const base = { free: { a: { x: 1 }, b: 1 } };
    const theirs = { free: { a: { x: 1, added: true }, b: 1 } };
    expect(shown(base, theirs, { free: { b: 1 } }, put)).toEqual({
      changes: ["free.a"],
      conflicts: [],
      merged: { free: { b: 1 } },
    });
  });

  it("in a PUT a keyed list has the order of the program, and what others have added comes last", () => {
    const put = { ...kind, update: { method: "PUT" as const } };
    const [a, b, c, x] = ["a", "b", "c", "x"].map((key) => ({ key, count: 1 }));
    const ours = { items: [c, a, b] };
    const { merged } = shown({ items: [a, b] }, { items: [x, a, b] }, ours, put);
    expect(merged).toEqual({ items: [c, a, b, x] });
  });

  it("exchanges an item for one with another key", () => {
    const base = { items: [{ key: "a", count: 1 }] };
    expect(shown(base, base, { items: [{ key: "z", count: 1 }] }).merged).toEqual({
      items: [{ key: "z", count: 1 }],
    });
  });
});

const name = fc.option(fc.constantFrom("a", "b", "c"), { nil: undefined });
const free = fc.option(
  fc.dictionary(fc.constantFrom("x", "y/z", "w~"), fc.oneof(fc.integer(), fc.boolean())),
  {
    nil: undefined,
  },
);
const item = fc.record({ key: fc.constantFrom("a", "b", "c", "d"), count: fc.integer({ min: 0, max: 3 }) });
const items = fc.option(fc.uniqueArray(item, { selector: ({ key }) => key, maxLength: 4 }), {
  nil: undefined,
});
const list = fc.option(fc.array(fc.constantFrom("p", "q"), { maxLength: 3 }), { nil: undefined });
const value = fc
  .record({ name, free, items, list, spelled: fc.constantFrom("up", "UP", "down") })
  .map((args) => JSON.parse(JSON.stringify(args)) as JsonObject);

describe("for any values", () => {
  it("what is merged holds what we changed, and all else as AEP has it", () => {
    fc.assert(
      fc.property(value, value, value, (base, theirs, ours) => {
        const { changes, conflicts, merged } = compared(base, theirs, ours);
        fc.pre(conflicts.length === 0);
        for (const path of changes)
          expect(same(kind, path, get(merged, path), get(ours, path), context)).toBe(true);
        if (changes.length === 0) expect(merged).toEqual(theirs);
      }),
    );
  });

  it("where nobody else changed anything, what is merged says what the program wants", () => {
    fc.assert(
      fc.property(value, value, (base, ours) => {
        const { conflicts, merged } = compared(base, base, ours);
        expect(conflicts).toEqual([]);
        for (const key of new Set([...Object.keys(base), ...Object.keys(ours)])) {
          expect({ key, same: same(kind, [key], merged[key], ours[key], context) }).toEqual({
            key,
            same: true,
          });
        }
      }),
    );
  });

  it("applying the patch to what AEP holds gives what was merged", () => {
    fc.assert(
      fc.property(value, value, value, (base, theirs, ours) => {
        const { changes, conflicts, merged } = compared(base, theirs, ours);
        fc.pre(conflicts.length === 0);
        const operations = patch(theirs, merged, changes);
        const applied = applyPatch(theirs, operations) as JsonObject;
        for (const key of new Set([...Object.keys(applied), ...Object.keys(merged)])) {
          expect(same(kind, [key], applied[key], merged[key], context)).toBe(true);
        }
      }),
    );
  });

  it("the patch of no change is empty", () => {
    fc.assert(
      fc.property(value, value, (base, theirs) => {
        const { changes, merged } = compared(base, theirs, base);
        expect(patch(theirs, merged, changes)).toEqual([]);
      }),
    );
  });

  it("what was written, seen as it was written, is what was written", () => {
    fc.assert(
      fc.property(value, (written) => expect(project(kind, written, written, context)).toEqual(written)),
    );
  });

  it("what is projected says the same as what AEP holds, wherever the program speaks", () => {
    fc.assert(
      fc.property(value, value, (written, live) => {
        const seen = project(kind, written, live, context);
        expect(project(kind, seen, live, context)).toEqual(seen);
        expect(Object.keys(seen).filter((key) => !(key in written))).toEqual([]);
      }),
    );
  });
});
