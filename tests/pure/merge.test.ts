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
  const merged = put ? overlay(definition, states, comparison) : merge(definition, states, comparison);
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
    [
      "both changed to the same value",
      { name: "a" },
      { name: "b" },
      { name: "b" },
      { changes: [], conflicts: [] },
    ],
    [
      "both changed to different values",
      { name: "a" },
      { name: "x" },
      { name: "b" },
      { conflicts: ["name"] },
    ],
    ["an added field", {}, {}, { name: "b" }, { changes: ["name"], merged: { name: "b" } }],
    ["a removed field", { name: "a" }, { name: "a" }, {}, { changes: ["name"], merged: {} }],
    ["an added field that AEP fills", {}, { size: 3 }, { size: 5 }, { changes: ["size"], conflicts: [] }],
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
    ["another spelling", { spelled: "up" }, { spelled: "up" }, { spelled: "UP" }, { changes: [] }],
    ["a removed object", { free: { a: 1 } }, { free: { a: 1 } }, {}, { changes: ["free.a"], conflicts: [] }],
  ])("%s", (_what, base, theirs, ours, expected) => {
    expect(shown(base, theirs, ours)).toMatchObject(expected);
  });

  it("compares write-only paths only with the last written values", () => {
    const mask = { secret: { token: "****" } };
    expect(shown({ secret: { token: "a" } }, mask, { secret: { token: "a" } }).changes).toEqual([]);
    const rotated = shown({ secret: { token: "a" } }, mask, { secret: { token: "b" } });
    expect(rotated).toMatchObject({ changes: ["secret.token"], conflicts: [] });
  });

  it("changes an item of a keyed list and keeps outside changes of the others", () => {
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

  it("removes a whole item", () => {
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

  it("adds a whole item", () => {
    const base = { items: [{ key: "a", count: 1 }] };
    const ours = {
      items: [
        { key: "a", count: 1 },
        { key: "b", count: 2 },
      ],
    };
    expect(shown(base, base, ours).merged).toEqual(ours);
  });

  it("reports an added or removed item as a whole, and a changed item by its field", () => {
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

  it("removes all items, one by one", () => {
    const base = { items: [{ key: "a", count: 1 }, { key: "b" }] };
    const theirs = { items: [...base.items, { key: "theirs", count: 7 }] };
    expect(shown(base, theirs, {})).toEqual({
      changes: ["items[key=a]", "items[key=b]"],
      conflicts: [],
      merged: { items: [{ key: "theirs", count: 7 }] },
    });
  });

  it("an item that both removed, or both added with the same values, is no change", () => {
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

  it("a removed item that was changed outside is a conflict", () => {
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

  it("a PUT removes an object below the first level with all fields that AEP added", () => {
    const put = { ...kind, update: { method: "PUT" as const } };
    const base = { free: { a: { x: 1 }, b: 1 } };
    const theirs = { free: { a: { x: 1, added: true }, b: 1 } };
    expect(shown(base, theirs, { free: { b: 1 } }, put)).toEqual({
      changes: ["free.a"],
      conflicts: [],
      merged: { free: { b: 1 } },
    });
  });

  it("a PUT sends a keyed list in the order of the program, with items of others at the end", () => {
    const put = { ...kind, update: { method: "PUT" as const } };
    const [a, b, c, x] = ["a", "b", "c", "x"].map((key) => ({ key, count: 1 }));
    const ours = { items: [c, a, b] };
    const { merged } = shown({ items: [a, b] }, { items: [x, a, b] }, ours, put);
    expect(merged).toEqual({ items: [c, a, b, x] });
  });

  it("replaces an item by one with another key", () => {
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
  it("the merged value has the changes of the program, and all other values of AEP", () => {
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

  it("without outside changes, the merged value is equal to the program", () => {
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

  it("the patch turns the value of AEP into the merged value", () => {
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

  it("the patch without a change is empty", () => {
    fc.assert(
      fc.property(value, value, (base, theirs) => {
        const { changes, merged } = compared(base, theirs, base);
        expect(patch(theirs, merged, changes)).toEqual([]);
      }),
    );
  });

  it("the projection of a value onto itself is the same value", () => {
    fc.assert(
      fc.property(value, (written) => expect(project(kind, written, written, context)).toEqual(written)),
    );
  });

  it("the projected value is equal to the value of AEP at the paths of the program", () => {
    fc.assert(
      fc.property(value, value, (written, live) => {
        const seen = project(kind, written, live, context);
        expect(project(kind, seen, live, context)).toEqual(seen);
        expect(Object.keys(seen).filter((key) => !(key in written))).toEqual([]);
      }),
    );
  });
});
