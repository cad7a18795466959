import fc from "fast-check";
import {
  covers,
  fits,
  get,
  getAt,
  parse,
  replaceAt,
  set,
  setDefault,
  show,
  type Segment,
} from "../../provider/values/propertyPath";

const tree = {
  a: {
    b: [
      { name: "x", v: 1 },
      { name: "y", v: 2 },
    ],
  },
  n: null,
  "odd.key": 1,
};
const y = { key: "name", value: "y" };

it.each<[Segment[], string]>([
  [["a", "b", 0, "v"], "a.b[0].v"],
  [["a", "b", y, "v"], "a.b[name=y].v"],
  [[0], "[0]"],
  [[], ""],
])("%j is shown as %s", (path, text) => {
  expect(show(path)).toBe(text);
});

it.each<[string, Segment[]]>([
  ["a.b", ["a", "b"]],
  ["a.b[name=y].v", ["a", "b", y, "v"]],
  ["a", ["a"]],
])("%s is parsed", (place, path) => {
  expect(parse(place)).toEqual(path);
});

it("a pattern with wildcards is not a single path", () => {
  expect(() => parse("a.*")).toThrow('"a.*" contains a wildcard, but must name one path');
  expect(() => parse("a[]")).toThrow("contains a wildcard");
});

it.each<[Segment[], unknown]>([
  [["a", "b", 1, "v"], 2],
  [["a", "b", y, "v"], 2],
  [["a", "b", { key: "name", value: "z" }], undefined],
  [["a", "missing", "deep"], undefined],
  [["n", "deep"], undefined],
  [["a", 0], undefined],
  [[], tree],
])("get %j", (path, expected) => {
  expect(get(tree, path)).toEqual(expected);
});

it("getAt reads the value at a path", () => {
  expect(getAt(tree, "a.b[name=x].v")).toBe(1);
});

it.each<[string, Segment[], boolean, boolean]>([
  ["a", ["a"], true, true],
  ["a", ["a", "b"], false, true],
  ["a.b", ["a"], false, false],
  ["a.*", ["a", "b"], true, true],
  ["a.*", ["a", 0], false, false],
  ["a[]", ["a", 0], true, true],
  ["a[]", ["a", y], true, true],
  ["a[]", ["a", "b"], false, false],
  ["a[].v", ["a", y, "v"], true, true],
  ["a[name=y]", ["a", y], true, true],
  ["a[name=y]", ["a", { key: "name", value: "x" }], false, false],
  ["a[name=y]", ["a", y, "v"], false, true],
  ["b", ["a"], false, false],
])("%s matches %j: %s, covers it: %s", (pattern, path, isFit, isCovered) => {
  expect(fits(pattern, path)).toBe(isFit);
  expect(covers(pattern, path)).toBe(isCovered);
});

describe("set", () => {
  it.each<[string, object, Segment[], unknown, object]>([
    ["a value", { a: 1 }, ["a"], 2, { a: 2 }],
    ["missing parents", {}, ["a", "b", "c"], 1, { a: { b: { c: 1 } } }],
    [
      "an item by its key",
      { l: [{ k: "x", v: 1 }] },
      ["l", { key: "k", value: "x" }, "v"],
      2,
      { l: [{ k: "x", v: 2 }] },
    ],
    [
      "an item that is missing, at the end",
      { l: [{ k: "x" }] },
      ["l", { key: "k", value: "y" }],
      { k: "y" },
      { l: [{ k: "x" }, { k: "y" }] },
    ],
    ["an item by its index", { l: [1, 2] }, ["l", 1], 3, { l: [1, 3] }],
    ["nothing, which removes a key", { a: 1, b: 2 }, ["a"], undefined, { b: 2 }],
    [
      "nothing, which removes an item",
      { l: [{ k: "x" }, { k: "y" }] },
      ["l", { key: "k", value: "x" }],
      undefined,
      { l: [{ k: "y" }] },
    ],
  ])("sets %s", (_what, before, path, to, after) => {
    const copy = structuredClone(before);
    expect(set(before, path, to)).toEqual(after);
    expect(before).toEqual(copy);
  });

  it("the removal of a missing item changes nothing", () => {
    expect(set({ l: [1] }, ["l", { key: "k", value: "x" }], undefined)).toEqual({ l: [1] });
  });

  it("sets a value that get returns, for any path", () => {
    const segment = fc.oneof(fc.constantFrom("a", "b"), fc.constant({ key: "k", value: "x" }));
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), fc.integer(), (path, value) => {
        const last = path.at(-1);
        const to = typeof last === "object" ? { k: "x", value } : value;
        fc.pre(path.every((part, index) => typeof part === "string" || index === path.length - 1));
        expect(get(set({}, path, to), path)).toEqual(to);
      }),
    );
  });
});

describe("replaceAt", () => {
  it("calls back for every existing value, and only for those", () => {
    const before = { l: [{ n: "1" }, { n: "2", o: "3" }, {}], x: "4" };
    expect(replaceAt(before, "l[].n", Number)).toEqual({ l: [{ n: 1 }, { n: 2, o: "3" }, {}], x: "4" });
    expect(replaceAt(before, "y.z", Number)).toEqual(before);
  });

  it("accepts wildcards for keys and items with a key", () => {
    expect(replaceAt({ m: { a: 1, b: 2 } }, "m.*", String)).toEqual({ m: { a: "1", b: "2" } });
    const list = {
      l: [
        { name: "x", v: 1 },
        { name: "y", v: 1 },
      ],
    };
    expect(replaceAt(list, "l[name=y].v", String)).toEqual({
      l: [
        { name: "x", v: 1 },
        { name: "y", v: "1" },
      ],
    });
  });
});

it("a default is set only below an existing parent", () => {
  expect(setDefault({ a: {} }, "a.b", 1)).toEqual({ a: { b: 1 } });
  expect(setDefault({}, "a.b", 1)).toEqual({});
  expect(setDefault({ a: "unknown" }, "a.b", 1)).toEqual({ a: "unknown" });
  expect(setDefault({ a: { b: 0 } }, "a.b", 1)).toEqual({ a: { b: 0 } });
  expect(setDefault({}, "a", 1)).toEqual({ a: 1 });
});
