import fc from "fast-check";
import { z } from "zod";
import { field } from "../../provider/resources/fields";
import { definitions } from "../../provider/resources";
import { markIn, markOf, sameOwner, withMark, withoutMark } from "../../provider/lifecycle/mark";
import type { JsonObject } from "../../provider/values/propertyPath";
import { kind } from "./sample";

const identity = { project: "ingestion", stack: "dev", name: "customers" };
const inputs = (more: JsonObject = {}, owner: JsonObject = {}): JsonObject => ({
  sandbox: "dev",
  pulumi: { ...identity, ...owner },
  name: "Customers",
  fixed: "a",
  ...more,
});
const mark = (values: JsonObject, definition = kind) => markOf(definition, values);

describe("markOf", () => {
  it("is twelve hex digits, and the same for the same resource", () => {
    expect(mark(inputs())).toMatch(/^[0-9a-f]{12}$/);
    expect(mark(structuredClone(inputs()))).toBe(mark(inputs()));
  });

  it("is the same in every version of this package, because objects of earlier runs have it", () => {
    const dataset = definitions.find(({ type }) => type === "Dataset")!;
    const values = { pulumi: identity, schemaRef: { id: "https://ns.adobe.com/acme/schemas/1" } };
    expect(markOf(dataset, values)).toBe("f60957837480");
  });

  it("does not depend on the order of keys, at any depth", () => {
    const free = field(z.record(z.string(), z.unknown()), { replaces: true });
    const ref = { ...kind, args: kind.args.extend({ free }) } as unknown as typeof kind;
    const one = inputs({ free: { a: 1, b: { c: [1, { d: 2, e: 3 }] } } });
    const other = Object.fromEntries(Object.entries(inputs()).reverse());
    other["free"] = { b: { c: [1, { e: 3, d: 2 }] }, a: 1 };
    other["pulumi"] = Object.fromEntries(Object.entries(identity).reverse());
    expect(mark(other, ref)).toBe(mark(one, ref));
    expect(mark(inputs({ free: { a: 1, b: { c: [{ d: 2, e: 3 }, 1] } } }), ref)).not.toBe(mark(one, ref));
  });

  it.each<[string, JsonObject, JsonObject]>([
    ["another project", {}, { project: "other" }],
    ["another stack", {}, { stack: "prod" }],
    ["another name", {}, { name: "prospects" }],
    ["a component around it", {}, { parents: "acme:Shop" }],
    ["another value of an immutable field", { fixed: "b" }, {}],
    ["another sandbox", { sandbox: "stage" }, {}],
    ["no value of that field", { fixed: undefined }, {}],
  ])("differs with %s", (_what, more, owner) => {
    expect(mark(inputs(more, owner))).not.toBe(mark(inputs()));
  });

  it("differs with components of other types, or in another order", () => {
    const parents = ["acme:Shop", "acme:Depot", "acme:Shop$acme:Depot", "acme:Depot$acme:Shop"];
    expect(new Set(parents.map((one) => mark(inputs({}, { parents: one })))).size).toBe(4);
  });

  it("is the same after changes in place", () => {
    expect(mark(inputs({ name: "Clients", mode: "slow" }))).toBe(mark(inputs()));
  });

  it("differs for another kind", () => {
    const marks = definitions.map((definition) => markOf(definition, { pulumi: identity }));
    expect(new Set(marks).size).toBe(definitions.length);
  });

  it("separates names and values", () => {
    const one = mark(inputs({}, { project: "a", stack: "bc" }));
    expect(mark(inputs({}, { project: "ab", stack: "c" }))).not.toBe(one);
    const named = mark(inputs({}, { name: "customers", parents: "x" }));
    expect(mark(inputs({}, { name: "customersx" }))).not.toBe(named);
  });

  it.each<[string, JsonObject]>([
    ["no program declares", {}],
    ["has no name", { pulumi: { project: "a", stack: "b" } }],
    ["has a name that is not a string", { pulumi: { project: "a", stack: "b", name: 1 } }],
  ])("is absent for an object that %s", (_what, values) => {
    expect(mark(values)).toBeUndefined();
  });
});

describe("two marks", () => {
  it.each<[string, JsonObject, JsonObject, boolean]>([
    ["belong to one resource with any immutable fields", { fixed: "b" }, {}, true],
    ["do not belong to one resource if the names differ", {}, { name: "prospects" }, false],
    ["do not belong to one resource if the stacks differ", {}, { stack: "prod" }, false],
    ["do not belong to one resource if the sandboxes differ", { sandbox: "stage" }, {}, false],
  ])("%s", (_what, more, owner, one) => {
    expect(sameOwner(mark(inputs())!, mark(inputs(more, owner))!)).toBe(one);
  });

  it("of different resources with equal immutable fields have common digits only by chance", () => {
    const fixedDigits = ["a", "b", "c", "d"].map((name) => mark(inputs({}, { name }))!.slice(8));
    expect(new Set(fixedDigits).size).toBe(4);
  });
});

describe("a marked text", () => {
  const known = "1a2b3c4d5e6f";

  it.each<[unknown, string]>([
    ["Customers", "Customers (pulumi 1a2b3c4d5e6f)"],
    ["", "(pulumi 1a2b3c4d5e6f)"],
    [undefined, "(pulumi 1a2b3c4d5e6f)"],
    [null, "(pulumi 1a2b3c4d5e6f)"],
    ["Customers  ", "Customers   (pulumi 1a2b3c4d5e6f)"],
    ["Customers (pulumi 000000000000)", "Customers (pulumi 1a2b3c4d5e6f)"],
    ["(pulumi 000000000000)", "(pulumi 1a2b3c4d5e6f)"],
    ["(pulumi users)", "(pulumi users) (pulumi 1a2b3c4d5e6f)"],
  ])("of %j is %j", (text, marked) => {
    expect(withMark(text, known)).toBe(marked);
    expect(markIn(marked)).toBe(known);
  });

  it.each<[unknown, unknown]>([
    ["Customers (pulumi 1a2b3c4d5e6f)", "Customers"],
    ["Customers   (pulumi 1a2b3c4d5e6f)", "Customers  "],
    ["two\nlines\n (pulumi 1a2b3c4d5e6f)", "two\nlines\n"],
    ["(pulumi 1a2b3c4d5e6f)", ""],
    ["Customers", "Customers"],
    ["Customers (pulumi 1a2b3c4d5e6f) more", "Customers (pulumi 1a2b3c4d5e6f) more"],
    ["Customers (pulumi 1A2B3C4D5E6F)", "Customers (pulumi 1A2B3C4D5E6F)"],
    ["Customers (pulumi 1a2b3c4d5e6)", "Customers (pulumi 1a2b3c4d5e6)"],
    [undefined, undefined],
    [null, null],
    [7, 7],
  ])("%j without its mark is %j", (text, plain) => {
    expect(withoutMark(text)).toEqual(plain);
  });

  it.each([["Customers"], ["Customers (pulumi 1a2b3c4d5e6f)."], [undefined], [7]])("%j has none", (text) => {
    expect(markIn(text)).toBeUndefined();
  });

  it("has one mark after any number of additions, and is the plain text without it", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string().map((start) => `${start}  `),
      fc.constant("a\n"),
    );
    const digits = fc.nat().map((number) => number.toString(16).padStart(12, "0"));
    fc.assert(
      fc.property(text, digits, digits, (written, one, other) => {
        const marked = withMark(written, one);
        expect(withoutMark(marked)).toBe(written);
        expect(markIn(marked)).toBe(one);
        expect(withMark(marked, one)).toBe(marked);
        expect(withMark(marked, other)).toBe(withMark(written, other));
      }),
    );
  });
});
