import { z } from "zod";
import { canonical, coerce, isEmpty, project, same } from "../../provider/lifecycle/canonical";
import { define, type Context } from "../../provider/resources/definition";
import { field } from "../../provider/resources/fields";
import { kind } from "./sample";

const context: Context = { now: 1_700_000_000_000, state: {} };
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

it.each([
  [undefined, true],
  [null, true],
  ["", true],
  [[], true],
  [{}, true],
  [{ a: { b: null }, c: [] }, true],
  [0, false],
  [false, false],
  ["0", false],
  [[null], false],
  [{ a: 0 }, false],
])("%j is empty: %s", (value, expected) => {
  expect(isEmpty(value)).toBe(expected);
});

describe("canonical", () => {
  it("sets a default only if the parent exists and the value is absent", () => {
    expect(canonical(kind, { name: "a" })).toEqual({ name: "a", mode: "fast" });
    expect(canonical(kind, { ref: { id: "x" } })).toEqual({ mode: "fast", ref: { id: "x", version: "1" } });
    expect(canonical(kind, { ref: { id: "x", version: "2" } })).toMatchObject({ ref: { version: "2" } });
    expect(canonical(kind, { mode: null })).toEqual({ mode: "fast" });
  });

  it("keeps an unknown parent and unknown leaves", () => {
    expect(canonical(kind, { ref: unknown, size: unknown })).toEqual({
      mode: "fast",
      ref: unknown,
      size: unknown,
    });
  });

  it("applies coercions at their paths, also in lists, and removes nulls at every depth", () => {
    const inputs = {
      size: "5",
      items: [{ key: "a", count: "7", note: null }],
      free: { a: null, b: [{ c: null }] },
    };
    expect(canonical(kind, inputs)).toEqual({
      mode: "fast",
      size: 5,
      items: [{ key: "a", count: 7 }],
      free: { b: [{}] },
    });
  });

  it("has the same result when it is applied twice", () => {
    const inputs = { size: "5", items: [{ key: "a", count: "7" }], ref: { id: "x" } };
    expect(canonical(kind, canonical(kind, inputs))).toEqual(canonical(kind, inputs));
  });

  it("does not change its argument", () => {
    const inputs = { size: "5", items: [{ key: "a", count: "7" }] };
    canonical(kind, inputs);
    expect(inputs).toEqual({ size: "5", items: [{ key: "a", count: "7" }] });
  });

  it("coerces the whole value first, then the paths", () => {
    const renamed = define({
      ...kind,
      args: z.strictObject({ size: field(z.number().optional(), { coerce: (value) => Number(value) }) }),
      override: { coerce: ({ older }) => ({ size: older }) },
    });
    expect(coerce(renamed, { older: "5" })).toEqual({ size: 5 });
  });
});

describe("same", () => {
  it.each<[string, unknown, unknown, boolean]>([
    ["name", undefined, null, true],
    ["name", "", undefined, true],
    ["name", "a", "b", false],
    ["size", 5, "5", false],
    ["free", { a: 1, b: null }, { a: 1 }, true],
    ["free", { a: 1 }, { a: 1, b: 2 }, false],
    ["list", ["a", "b"], ["b", "a"], false],
    ["list", ["a"], ["a", "b"], false],
    ["set", ["a", "b"], ["b", "a"], true],
    ["set", ["a", "a"], ["a", "b"], false],
    ["set", ["a", "b", "b"], ["b", "a", "a"], false],
    ["items", [{ key: "a", count: 1 }, { key: "b" }], [{ key: "b" }, { key: "a", count: 1 }], true],
    ["items", [{ key: "a", count: 1 }], [{ key: "a", count: 2 }], false],
    ["items", [{ key: "a" }], [{ key: "b" }], false],
    ["spelled", "UP", "up", true],
    ["spelled", "UP", "down", false],
  ])("%s: %j and %j are equal: %s", (place, written, live, expected) => {
    expect(same(kind, [place], written, live, context)).toBe(expected);
  });
});

describe("project", () => {
  it("keeps the value of the program if it is equal, and omits fields that the program does not have", () => {
    const written = { name: "a", spelled: "UP", free: { a: 1 } };
    const live = { name: "a", spelled: "up", free: { a: 1, added: true }, size: 3 };
    expect(project(kind, written, live, context)).toEqual(written);
  });

  it("shows the differences field by field, and removed fields as absent", () => {
    const written = { name: "a", free: { a: 1, b: 2 }, list: ["x", "y"] };
    expect(project(kind, written, { name: "b", free: { a: 1 }, list: ["x", "z"] }, context)).toEqual({
      name: "b",
      free: { a: 1 },
      list: ["x", "z"],
    });
  });

  it("keeps write-only values with any value of AEP", () => {
    expect(project(kind, { secret: { token: "t" } }, { secret: { token: "****" } }, context)).toEqual({
      secret: { token: "t" },
    });
    expect(project(kind, { secret: { token: "t" } }, {}, context)).toEqual({ secret: { token: "t" } });
  });

  it("matches items by their key, shows added items and drops removed items", () => {
    const written = {
      items: [
        { key: "a", count: 1 },
        { key: "b", count: 2 },
      ],
    };
    const live = {
      items: [
        { key: "c", count: 3 },
        { key: "a", count: 9, extra: true },
      ],
    };
    expect(project(kind, written, live, context)).toEqual({
      items: [
        { key: "a", count: 9 },
        { key: "c", count: 3 },
      ],
    });
  });

  it("has a changed immutable value only if the live value has the same type", () => {
    expect(project(kind, { fixed: "a" }, {}, context)).toEqual({ fixed: "a" });
    expect(project(kind, { fixed: "a" }, { fixed: 5 }, context)).toEqual({ fixed: "a" });
    expect(project(kind, { fixed: "a" }, { fixed: "b" }, context)).toEqual({ fixed: "b" });
  });
});
