import { diffProperties } from "./propertyDiff";
import { markSecret } from "./propertyValue";

describe("diffProperties", () => {
  it("returns the deepest path that differs, in objects and lists", () => {
    expect(diffProperties({ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 3 }] } })).toEqual(["a.b[1].c"]);
  });

  it("returns added and removed keys and list items", () => {
    expect(diffProperties({ a: 1, list: [1, 2] }, { b: 1, list: [1] })).toEqual(["a", "b", "list[1]"]);
  });

  it("writes keys that are not identifiers in brackets", () => {
    expect(diffProperties({ tags: { "a.b": 1 } }, { tags: { "a.b": 2 } })).toEqual(['tags["a.b"]']);
  });

  it("treats null and a missing key as equal in objects, at any depth", () => {
    expect(diffProperties({ a: null, o: {} }, { o: { x: null } })).toEqual([]);
    expect(diffProperties({ a: 1 }, { a: null })).toEqual(["a"]);
  });

  it("treats null and a value as different in lists", () => {
    expect(diffProperties({ list: [null] }, { list: [1] })).toEqual(["list[0]"]);
  });

  it("treats values of different types as different", () => {
    expect(diffProperties({ a: "1", b: [1], c: {} }, { a: 1, b: { 0: 1 }, c: [] })).toEqual(["a", "b", "c"]);
  });

  it("compares the values of secrets, and treats a secret and a plain value as different", () => {
    const key = (value: string) => ({ key: markSecret({ value, none: null }) });
    expect(diffProperties(key("a"), { key: markSecret({ value: "a" }) })).toEqual([]);
    expect(diffProperties(key("a"), key("b"))).toEqual(["key"]);
    expect(diffProperties({ key: markSecret("a") }, { key: "a" })).toEqual(["key"]);
  });
});
