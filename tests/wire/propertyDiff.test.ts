import { diffProperties } from "./propertyDiff";
import { markSecret } from "./propertyValue";

describe("the engine's comparison of inputs", () => {
  it("names the deepest path that differs, in objects and lists", () => {
    expect(diffProperties({ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 3 }] } })).toEqual(["a.b[1].c"]);
  });

  it("names added and removed keys and list items", () => {
    expect(diffProperties({ a: 1, list: [1, 2] }, { b: 1, list: [1] })).toEqual(["a", "b", "list[1]"]);
  });

  it("writes keys that are no names in brackets", () => {
    expect(diffProperties({ tags: { "a.b": 1 } }, { tags: { "a.b": 2 } })).toEqual(['tags["a.b"]']);
  });

  it("takes null and absent for the same in objects, at any depth", () => {
    expect(diffProperties({ a: null, o: {} }, { o: { x: null } })).toEqual([]);
    expect(diffProperties({ a: 1 }, { a: null })).toEqual(["a"]);
  });

  it("sees a difference between null and a value in lists", () => {
    expect(diffProperties({ list: [null] }, { list: [1] })).toEqual(["list[0]"]);
  });

  it("sees values of another type as different", () => {
    expect(diffProperties({ a: "1", b: [1], c: {} }, { a: 1, b: { 0: 1 }, c: [] })).toEqual(["a", "b", "c"]);
  });

  it("compares the values inside secrets, and a secret with a plain value as different", () => {
    const key = (value: string) => ({ key: markSecret({ value, none: null }) });
    expect(diffProperties(key("a"), { key: markSecret({ value: "a" }) })).toEqual([]);
    expect(diffProperties(key("a"), key("b"))).toEqual(["key"]);
    expect(diffProperties({ key: markSecret("a") }, { key: "a" })).toEqual(["key"]);
  });
});
