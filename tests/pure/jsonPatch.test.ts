import { patch } from "../../provider/lifecycle/jsonPatch";
import type { JsonObject, Segment } from "../../provider/values/propertyPath";

const item = (value: string) => ({ key: "name", value });

it.each<[string, JsonObject, JsonObject, Segment[][], object[]]>([
  ["nothing", { a: 1 }, { a: 2 }, [], []],
  ["a value", { a: 1 }, { a: 2 }, [["a"]], [{ op: "replace", path: "/a", value: 2 }]],
  ["a value in place of an absent one", {}, { a: 2 }, [["a"]], [{ op: "add", path: "/a", value: 2 }]],
  ["a value in place of null", { a: null }, { a: 2 }, [["a"]], [{ op: "replace", path: "/a", value: 2 }]],
  ["a removed value", { a: 1 }, {}, [["a"]], [{ op: "remove", path: "/a" }]],
  ["a removed value that is absent", {}, {}, [["a"]], []],
  ["a removed value that is null", { a: null }, {}, [["a"]], []],
  [
    "a nested value",
    { a: { b: 1, c: 1 } },
    { a: { b: 2, c: 1 } },
    [["a", "b"]],
    [{ op: "replace", path: "/a/b", value: 2 }],
  ],
  [
    "a nested value below an absent object",
    {},
    { a: { b: { c: 1 } } },
    [["a", "b", "c"]],
    [{ op: "add", path: "/a", value: { b: { c: 1 } } }],
  ],
  [
    "two values below an absent object, in one operation",
    {},
    { a: { b: 1, c: 2 } },
    [
      ["a", "b"],
      ["a", "c"],
    ],
    [{ op: "add", path: "/a", value: { b: 1, c: 2 } }],
  ],
  [
    "a nested value below null",
    { a: null },
    { a: { b: 1 } },
    [["a", "b"]],
    [{ op: "replace", path: "/a", value: { b: 1 } }],
  ],
  [
    "a nested value below a text",
    { a: "x" },
    { a: { b: 1 } },
    [["a", "b"]],
    [{ op: "replace", path: "/a", value: { b: 1 } }],
  ],
  [
    "names with a slash or a tilde",
    { t: {} },
    { t: { "a/b~c": 1 } },
    [["t", "a/b~c"]],
    [{ op: "add", path: "/t/a~1b~0c", value: 1 }],
  ],
  [
    "a whole item, at its position in AEP",
    { l: [{ name: "x" }, { name: "y", p: { v: 1 } }] },
    { l: [{ name: "x" }, { name: "y", p: { v: 2 } }] },
    [["l", item("y"), "p", "v"]],
    [{ op: "replace", path: "/l/1", value: { name: "y", p: { v: 2 } } }],
  ],
  [
    "an added item",
    { l: [{ name: "x" }] },
    { l: [{ name: "x" }, { name: "y" }] },
    [["l", item("y")]],
    [{ op: "add", path: "/l/-", value: { name: "y" } }],
  ],
  [
    "several added items, each in an operation of its own, in order",
    { l: [{ name: "x" }] },
    { l: [{ name: "x" }, { name: "y", p: 1 }, { name: "z", p: 2 }] },
    [
      ["l", item("y")],
      ["l", item("z")],
    ],
    [
      { op: "add", path: "/l/-", value: { name: "y", p: 1 } },
      { op: "add", path: "/l/-", value: { name: "z", p: 2 } },
    ],
  ],
  [
    "several fields of one item, in one operation",
    { l: [{ name: "x", p: 1, q: 1 }] },
    { l: [{ name: "x", p: 2, q: 2 }] },
    [
      ["l", item("x"), "p"],
      ["l", item("x"), "q"],
    ],
    [{ op: "replace", path: "/l/0", value: { name: "x", p: 2, q: 2 } }],
  ],
  [
    "one added, one changed and one removed item: no index is shifted too early",
    { l: [{ name: "a" }, { name: "b", p: 1 }] },
    { l: [{ name: "b", p: 2 }, { name: "c" }] },
    [
      ["l", item("a")],
      ["l", item("b"), "p"],
      ["l", item("c")],
    ],
    [
      { op: "replace", path: "/l/1", value: { name: "b", p: 2 } },
      { op: "add", path: "/l/-", value: { name: "c" } },
      { op: "remove", path: "/l/0" },
    ],
  ],
  [
    "a removed item that does not exist any more",
    { l: [{ name: "x" }] },
    { l: [{ name: "x" }] },
    [["l", item("gone")]],
    [],
  ],
  [
    "a removed item",
    { l: [{ name: "x" }, { name: "y" }] },
    { l: [{ name: "y" }] },
    [["l", item("x")]],
    [{ op: "remove", path: "/l/0" }],
  ],
  [
    "the first item of all",
    {},
    { l: [{ name: "x" }] },
    [["l", item("x")]],
    [{ op: "add", path: "/l", value: [{ name: "x" }] }],
  ],
  [
    "removals last, from the end of the list",
    { l: [{ name: "a" }, { name: "b" }, { name: "c" }], n: 1 },
    { l: [{ name: "b" }], n: 2 },
    [["l", item("a")], ["l", item("c")], ["n"]],
    [
      { op: "replace", path: "/n", value: 2 },
      { op: "remove", path: "/l/2" },
      { op: "remove", path: "/l/0" },
    ],
  ],
  [
    "removals from the end of the list with ten items and more",
    { l: Array.from({ length: 11 }, (_, at) => ({ name: `i${at}` })) },
    { l: [] },
    [
      ["l", item("i9")],
      ["l", item("i10")],
    ],
    [
      { op: "remove", path: "/l/10" },
      { op: "remove", path: "/l/9" },
    ],
  ],
])("%s", (_what, live, wanted, changes, operations) => {
  expect(patch(live, wanted, changes)).toEqual(operations);
});
