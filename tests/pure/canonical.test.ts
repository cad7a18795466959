import { z } from "zod";
import { canonical, coerce, isEmpty, project, same } from "../../provider/lifecycle/canonical";
import { define, type Context } from "../../provider/resources/definition";
import { field } from "../../provider/resources/fields";
import { kind } from "./sample";

const around: Context = { now: 1_700_000_000_000, state: {} };
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
  it("fills defaults only where the parent is there and nothing is said", () => {
    expect(canonical(kind, { name: "a" })).toEqual({ name: "a", mode: "fast" });
    expect(canonical(kind, { ref: { id: "x" } })).toEqual({ mode: "fast", ref: { id: "x", version: "1" } });
    expect(canonical(kind, { ref: { id: "x", version: "2" } })).toMatchObject({ ref: { version: "2" } });
    expect(canonical(kind, { mode: null })).toEqual({ mode: "fast" });
  });

  it("leaves an unknown parent and unknown leaves alone", () => {
    expect(canonical(kind, { ref: unknown, size: unknown })).toEqual({
      mode: "fast",
      ref: unknown,
      size: unknown,
    });
  });

  it("applies coercions at their places, inside lists too, and drops nulls at every depth", () => {
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

  it("says the same when applied twice", () => {
    const inputs = { size: "5", items: [{ key: "a", count: "7" }], ref: { id: "x" } };
    expect(canonical(kind, canonical(kind, inputs))).toEqual(canonical(kind, inputs));
  });

  it("does not change what it was given", () => {
    const inputs = { size: "5", items: [{ key: "a", count: "7" }] };
    canonical(kind, inputs);
    expect(inputs).toEqual({ size: "5", items: [{ key: "a", count: "7" }] });
  });

  it("rewrites the whole first, then the places", () => {
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
  ])("%s: %j and %j say the same: %s", (place, written, live, expected) => {
    expect(same(kind, [place], written, live, around)).toBe(expected);
  });
});

describe("project", () => {
  it("keeps what the program wrote where it says the same, and leaves out what it did not write", () => {
    const written = { name: "a", spelled: "UP", free: { a: 1 } };
    const live = { name: "a", spelled: "up", free: { a: 1, added: true }, size: 3 };
    expect(project(kind, written, live, around)).toEqual(written);
  });

  it("shows what differs, field by field, and what is gone as absent", () => {
    const written = { name: "a", free: { a: 1, b: 2 }, list: ["x", "y"] };
    expect(project(kind, written, { name: "b", free: { a: 1 }, list: ["x", "z"] }, around)).toEqual({
      name: "b",
      free: { a: 1 },
      list: ["x", "z"],
    });
  });

  it("keeps write-only values whatever the server shows", () => {
    expect(project(kind, { secret: { token: "t" } }, { secret: { token: "****" } }, around)).toEqual({
      secret: { token: "t" },
    });
    expect(project(kind, { secret: { token: "t" } }, {}, around)).toEqual({ secret: { token: "t" } });
  });

  it("follows items by their key, shows added ones and drops removed ones", () => {
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
    expect(project(kind, written, live, around)).toEqual({
      items: [
        { key: "a", count: 9 },
        { key: "c", count: 3 },
      ],
    });
  });

  it("takes an immutable value for changed only where the live one has the same type", () => {
    expect(project(kind, { fixed: "a" }, {}, around)).toEqual({ fixed: "a" });
    expect(project(kind, { fixed: "a" }, { fixed: 5 }, around)).toEqual({ fixed: "a" });
    expect(project(kind, { fixed: "a" }, { fixed: "b" }, around)).toEqual({ fixed: "b" });
  });
});
