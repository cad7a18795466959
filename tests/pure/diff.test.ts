import { z } from "zod";
import { diff } from "../../provider/lifecycle/diff";
import type { AnyDefinition } from "../../provider/resources/definition";
import { field } from "../../provider/resources/fields";
import { InvalidInput } from "../../provider/api/errors";
import type { JsonObject } from "../../provider/values/propertyPath";
import { kind } from "./sample";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const now = 1_700_000_000_000;

/** The sample with ids of another kind: in a reference, at the second level and in a list. */
const linked: AnyDefinition = {
  ...kind,
  args: z.strictObject({
    ...kind.args.shape,
    ref: z.strictObject({
      id: field(z.string(), { replaces: true, linksTo: ["Schema"] }),
      version: field(z.string(), { replaces: true }),
    }),
    free: z.strictObject({
      a: z.strictObject({ id: field(z.string(), { replaces: true, linksTo: ["Dataset"] }) }),
    }),
    list: field(z.array(field(z.string(), { linksTo: ["SourceConnection"] })), { replaces: true }),
  }),
};

const replaces = (olds: JsonObject, news: JsonObject) => diff(linked, now, olds, news).replaces;
const old = {
  ref: { id: "s-1", version: "1" },
  free: { a: { id: "d-1" } },
  list: ["c-1", "c-2"],
  fixed: "a",
};

it.each<[string, JsonObject, JsonObject, string[]]>([
  ["nothing changes", old, old, []],
  ["a value changes", old, { ...old, fixed: "b" }, ["fixed"]],
  ["a value is removed", old, { ...old, fixed: undefined }, ["fixed"]],
  ["a value is added", { fixed: undefined }, { fixed: "a" }, ["fixed"]],
  ["what may change in place changes", { ...old, name: "a" }, { ...old, name: "b" }, []],
  ["the sandbox changes", { ...old, sandbox: "dev" }, { ...old, sandbox: "prod" }, ["sandbox"]],
  ["an id changes", old, { ...old, ref: { id: "s-2", version: "1" } }, ["ref.id"]],
])("replaces the immutable paths: %s", (_what, olds, news, expected) => {
  expect(replaces(olds, news)).toEqual(expected);
});

describe("an unknown value", () => {
  it.each<[string, JsonObject, string[]]>([
    ["in place of an id replaces", { ...old, ref: { id: unknown, version: "1" } }, ["ref.id"]],
    ["in place of another value may become the same value", { ...old, fixed: unknown }, []],
    [
      "in place of a version beside an id may become the same value",
      { ...old, ref: { id: "s-1", version: unknown } },
      [],
    ],
    ["above an id replaces for the id and not for what is beside it", { ...old, ref: unknown }, ["ref.id"]],
    ["two levels above an id replaces", { ...old, free: unknown }, ["free.a.id"]],
    ["one level above the same id replaces", { ...old, free: { a: unknown } }, ["free.a.id"]],
    ["in place of a list of ids replaces", { ...old, list: unknown }, ["list"]],
    ["as one of a list of ids replaces", { ...old, list: ["c-1", unknown] }, ["list"]],
    ["in a list that gets longer replaces", { ...old, list: ["c-1", "c-2", unknown] }, ["list"]],
    ["in the sandbox may become the same value", { ...old, sandbox: unknown }, []],
  ])("%s", (_what, news, expected) => {
    expect(replaces(old, news)).toEqual(expected);
  });

  it("above an id that did not exist before replaces nothing", () => {
    expect(replaces({}, { ref: unknown })).toEqual([]);
    expect(replaces({}, { ref: { id: unknown } })).toEqual([]);
    expect(replaces({}, { free: unknown })).toEqual([]);
  });
});

describe("deleteBeforeReplace", () => {
  const first = { ...linked, deleteBeforeReplace: true };

  it("is set only with a replacement", () => {
    expect(diff(first, now, old, { ...old, fixed: "b" })).toEqual({
      replaces: ["fixed"],
      deleteBeforeReplace: true,
    });
    expect(diff(first, now, old, { ...old, name: "b" })).toEqual({ replaces: [] });
    expect(diff(linked, now, old, { ...old, fixed: "b" })).toEqual({ replaces: ["fixed"] });
  });
});

describe("a refusal", () => {
  const seen: unknown[] = [];
  const refusing: AnyDefinition = {
    ...linked,
    refuseChange: (olds, news, places, context) => {
      seen.push([olds, news, places, context.now]);
      return olds["mode"] !== news["mode"] ? "mode cannot change. Put it back" : undefined;
    },
  };

  it("is an error with its text, and receives the paths that replace", () => {
    const change = () => diff(refusing, now, { mode: "a", fixed: "a" }, { mode: "b", fixed: "b" });
    expect(change).toThrow(InvalidInput);
    expect(change).toThrow("mode cannot change. Put it back");
    expect(seen.at(-1)).toEqual([{ mode: "a", fixed: "a" }, { mode: "b", fixed: "b" }, ["fixed"], now]);
  });

  it("does not happen in a refresh, which shows the paths that replace", () => {
    const before = seen.length;
    expect(diff(refusing, now, { mode: "a", fixed: "a" }, { mode: "b", fixed: "b" }, false)).toEqual({
      replaces: ["fixed"],
    });
    expect(seen).toHaveLength(before);
  });
});
