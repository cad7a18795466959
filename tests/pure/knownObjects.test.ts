import { KnownObjects, knownObjectsOf } from "../../provider/lifecycle/knownObjects";
import type { Session } from "../../provider/api/session";
import { kind } from "./sample";

it("each session has its own known objects", () => {
  const [one, other] = [{} as Session, {} as Session];
  knownObjectsOf(one).record({ id: "a" });
  expect(knownObjectsOf(one).idsInState.has("a")).toBe(true);
  expect(knownObjectsOf(other).idsInState.has("a")).toBe(false);
});

it("a mark is without an id until the engine passes the id", () => {
  const known = new KnownObjects();
  known.record({ mark: "m" });
  expect([...known.marksWithoutId]).toEqual(["m"]);
  known.record({ id: "a", mark: "m" });
  expect([...known.marksWithoutId]).toEqual([]);
  expect([...known.idsInState]).toEqual(["a"]);
});

it("an adopted object belongs to the entry of the state that adopted it", () => {
  const known = new KnownObjects();
  expect(known.ownerOf("a")).toBeUndefined();
  known.claim("a", null);
  expect(known.ownerOf("a")).toBeNull();
  known.recordAdoption("a", 1);
  expect(known.ownerOf("a")).toBe(1);
  expect([...known.idsInState]).toEqual(["a"]);
});

it("a second resource cannot claim an adopted object", () => {
  const known = new KnownObjects();
  known.claim("a", 1);
  known.claim("a", 1);
  expect(() => known.claim("a", null)).toThrow(/two resources of this program manage the same object a\./);
  expect(() => known.claim("a", 2)).toThrow(/two resources/);
});

it("a resource is declared by its name, whatever its args are", () => {
  const known = new KnownObjects();
  const pulumi = { project: "p", stack: "s", name: "one" };
  known.recordDeclaration(kind, { name: "a", pulumi });
  expect(known.isDeclared(kind, { name: "b", pulumi })).toBe(true);
  expect(known.isDeclared(kind, { pulumi: { ...pulumi, name: "two" } })).toBe(false);
  expect(known.isDeclared({ ...kind, type: "Other" }, { pulumi })).toBe(false);
});
