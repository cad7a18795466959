import { adoptable, findLost, leftBehind } from "../../provider/lifecycle/adoption";
import type { AnyDefinition } from "../../provider/resources/definition";
import type { ApiResponse } from "../../provider/api/response";
import { UnexpectedState } from "../../provider/api/errors";
import { knownObjectsOf } from "../../provider/lifecycle/knownObjects";
import { markOf, withMark } from "../../provider/lifecycle/mark";
import type { Operation } from "../../provider/lifecycle/operation";
import type { JsonObject } from "../../provider/values/propertyPath";
import type { ReadOptions } from "../../provider/api/aepClient";
import { createSession } from "../../provider/api/session";
import { parseConfig } from "../../provider/api/config";
import { FakeClock } from "./fakeClock";
import { kind } from "./sample";

const inputs: JsonObject = {
  pulumi: { project: "ingestion", stack: "dev", name: "customers" },
  fixed: "a",
};
const mark = markOf(kind, inputs)!;
const own = (id: string) => ({ id, description: withMark("Customers", mark) });
const foreign = (id: string) => ({ id, description: withMark("Customers", "000000000000") });

const listed: AnyDefinition["find"] = {
  list: "/samples",
  items: (body) => (body as { items: JsonObject[] }).items.map((live) => [String(live["id"]), live]),
  next: (_path, body) => (body as { next?: string }).next,
  by: "description",
};

/** A real session, except that its GETs read from memory. */
function work(pages: Record<string, JsonObject[]> | JsonObject[], find: Partial<AnyDefinition["find"]> = {}) {
  const clock = new FakeClock();
  const stack = { "aep:accessToken": "token-1", "aep:apiKey": "key", "aep:orgId": "A@AdobeOrg" };
  const session = createSession(parseConfig({ ...stack, "aep:sandbox": "dev" }, {}), clock);
  const world = { pages: Array.isArray(pages) ? { "/samples": pages } : pages, requests: [] as string[] };
  const accepts: unknown[] = [];
  session.client.get = (path: string, options: ReadOptions): Promise<ApiResponse> => {
    world.requests.push(`${options.sandbox} ${path}`);
    accepts.push(options.accept);
    const paths = Object.keys(world.pages);
    const next = paths[paths.indexOf(path) + 1];
    return Promise.resolve({ body: { items: world.pages[path as "/samples"] ?? [], next }, headers: {} });
  };
  const definition: AnyDefinition = { ...kind, find: { ...listed, ...find } };
  const one: Operation = { definition, session, sandbox: "dev", deadline: clock.now() + 300_000 };
  return { work: one, session, world, clock, accepts };
}

describe("an earlier attempt's object", () => {
  it.each<[string, JsonObject[], string | undefined]>([
    ["is none if the list is empty", [], undefined],
    [
      "is none if no object has its mark",
      [foreign("f-1"), { id: "f-2" }, { id: "f-3", description: "x" }],
      undefined,
    ],
    ["is the object with its mark", [foreign("f-1"), own("o-1"), { id: "f-2" }], "o-1"],
    ["is one object, also if the list contains it twice", [own("o-1"), own("o-1")], "o-1"],
    ["is found by its mark, with any other text", [{ id: "o-1", description: `(pulumi ${mark})` }], "o-1"],
    [
      "is none if the mark is in the middle of a text",
      [{ id: "f-1", description: `(pulumi ${mark}) copied` }],
      undefined,
    ],
  ])("%s", async (_what, objects, expected) => {
    expect(await adoptable(work(objects).work, inputs, "known")).toBe(expected);
    expect(await adoptable(work(objects).work, inputs, "now")).toBe(expected);
  });

  it("is an error with all ids and a remedy if there are several", async () => {
    const { work: two } = work([own("o-1"), foreign("f-1"), own("o-2")]);
    const looking = adoptable(two, inputs, "known");
    await expect(looking).rejects.toBeInstanceOf(UnexpectedState);
    await expect(looking).rejects.toThrow(
      /AEP has 2 objects that were created for this resource: o-1, o-2\. Delete the objects that/,
    );
  });

  it("is searched on all pages, with the Accept header of the list, in the sandbox of the object", async () => {
    const pages = {
      "/samples": [foreign("f-1")],
      "/samples?page=2": [foreign("f-2")],
      "/samples?page=3": [own("o-1")],
    };
    const { work: paged, world, accepts } = work(pages, { accept: "application/list" });
    expect(await adoptable({ ...paged, sandbox: "stage" }, inputs, "known")).toBe("o-1");
    expect(world.requests).toEqual(["stage /samples", "stage /samples?page=2", "stage /samples?page=3"]);
    expect(accepts).toEqual(Array(3).fill("application/list"));
  });

  it("is not searched if no program declares the object", async () => {
    const { work: none, world } = work([own("o-1")]);
    expect(await adoptable(none, { fixed: "a" }, "now")).toBeUndefined();
    expect(world.requests).toEqual([]);
  });

  it("is none if an immutable field differs", async () => {
    expect(await adoptable(work([own("o-1")]).work, { ...inputs, fixed: "b" }, "known")).toBeUndefined();
  });
});

describe("the list", () => {
  it("is read once per process and sandbox, and again after a lost response", async () => {
    const { work: one, world } = work([]);
    const others = ["a", "b"].map((name) => ({ pulumi: { project: "ingestion", stack: "dev", name } }));
    await Promise.all(others.map((other) => adoptable(one, other, "known")));
    await adoptable(one, inputs, "known");
    expect(world.requests).toEqual(["dev /samples"]);
    world.pages["/samples"] = [own("o-1")];
    expect(await adoptable(one, inputs, "known")).toBeUndefined();
    expect(await adoptable(one, inputs, "now")).toBe("o-1");
    expect(world.requests).toEqual(["dev /samples", "dev /samples"]);
    await adoptable({ ...one, sandbox: "stage" }, inputs, "known");
    expect(world.requests).toHaveLength(3);
  });

  it("is kept only as ids and marks", async () => {
    const { work: one, session } = work([
      { ...own("o-1"), secret: "canary" },
      { id: "f-1", description: "no mark" },
    ]);
    await adoptable(one, inputs, "known");
    const kept = await session.cache.once("all Sample of dev", () => Promise.reject(new Error("not kept")));
    expect(kept).toEqual([["o-1", { description: own("o-1").description }]]);
  });
});

describe("an object in a state file", () => {
  it("is not adopted, by id", async () => {
    const { work: one, session } = work([own("o-1")]);
    knownObjectsOf(session).record({ id: "o-1" });
    expect(await adoptable(one, inputs, "known")).toBeUndefined();
    expect(await adoptable(one, inputs, "now")).toBeUndefined();
  });

  it("does not prevent the adoption of another object with the same mark", async () => {
    const { work: one, session } = work([own("o-1"), own("o-2")]);
    knownObjectsOf(session).record({ id: "o-1" });
    expect(await adoptable(one, inputs, "known")).toBe("o-2");
  });

  it("is not adopted if the engine has passed the resource without its id", async () => {
    const { work: one, session } = work([own("o-1")]);
    knownObjectsOf(session).record({ mark });
    expect(await adoptable(one, inputs, "known")).toBeUndefined();
    expect(await adoptable(one, inputs, "now")).toBeUndefined();
  });

  it("is not confused with the object of a lost response", async () => {
    const { work: one, session, world } = work([own("old")]);
    knownObjectsOf(session).record({ mark });
    expect(await adoptable(one, inputs, "known")).toBeUndefined();
    world.pages["/samples"] = [own("old"), own("new")];
    expect(await adoptable(one, inputs, "now")).toBe("new");
  });

  it("is an error if there are two candidates and the engine has passed no id", async () => {
    const { work: one, session } = work([own("o-1"), own("o-2")]);
    knownObjectsOf(session).record({ mark });
    await expect(adoptable(one, inputs, "known")).rejects.toThrow(/o-1, o-2/);
  });

  it("with a known id does not prevent the adoption of an object of an earlier attempt", async () => {
    const { work: one, session } = work([own("named"), own("twin")]);
    knownObjectsOf(session).record({ mark });
    knownObjectsOf(session).record({ id: "named" });
    expect(await adoptable(one, inputs, "known")).toBe("twin");
  });

  it("of another resource has no effect", async () => {
    const { work: one, session } = work([own("o-1")]);
    knownObjectsOf(session).record({ mark: "000000000000" });
    knownObjectsOf(session).record({ id: "f-1" });
    expect(await adoptable(one, inputs, "known")).toBe("o-1");
  });
});

describe("an object with other immutable fields", () => {
  const otherMark = markOf(kind, { ...inputs, fixed: "b" })!;
  const left = (id: string) => ({ id, description: withMark("Customers", otherMark) });

  it("is left behind: it is reported, and never adopted", async () => {
    const { work: one } = work([left("o-1"), foreign("f-1"), { id: "f-2" }]);
    expect(await leftBehind(one, inputs)).toEqual(["o-1"]);
    expect(await adoptable(one, inputs, "known")).toBeUndefined();
  });

  it("is not an object with the same fields", async () => {
    expect(await leftBehind(work([own("o-1")]).work, inputs)).toEqual([]);
  });

  it("is not left behind if a state file contains its id or its mark", async () => {
    const { work: one, session } = work([left("o-1")]);
    knownObjectsOf(session).record({ id: "o-1" });
    expect(await leftBehind(one, inputs)).toEqual([]);
    const { work: other, session: second } = work([left("o-1")]);
    knownObjectsOf(second).record({ mark: otherMark });
    expect(await leftBehind(other, inputs)).toEqual([]);
  });

  it("is found in the list that was read before, without another request", async () => {
    const { work: one, world } = work([left("o-1")]);
    await adoptable(one, inputs, "known");
    await leftBehind(one, inputs);
    expect(world.requests).toHaveLength(1);
  });

  it("is none if no program declares the object, or if the kind has no mark", async () => {
    const { work: one } = work([left("o-1")]);
    expect(await leftBehind(one, { fixed: "a" })).toEqual([]);
    const { work: unmarked } = work([left("o-1")], { by: () => true });
    expect(await leftBehind(unmarked, inputs)).toEqual([]);
  });
});

describe("a kind without marks", () => {
  const by = (live: JsonObject, args: JsonObject, apiKey: string) =>
    live["fixed"] === args["fixed"] && live["maker"] === apiKey;

  it("is found by its fields and its creator", async () => {
    const objects = [
      { id: "f-1", fixed: "b", maker: "key" },
      { id: "f-2", fixed: "a", maker: "another" },
      { id: "o-1", fixed: "a", maker: "key" },
    ];
    const { work: one, session } = work(objects, { by });
    expect(await adoptable(one, inputs, "known")).toBe("o-1");
    knownObjectsOf(session).record({ id: "o-1" });
    expect(await adoptable(one, inputs, "known")).toBeUndefined();
  });
});

describe("after a lost response", () => {
  it("the provider waits for the object only as long as the list may be late", async () => {
    const { work: one, world, clock } = work([]);
    const began = clock.now();
    const looking = findLost(one, inputs, 7_000);
    await clock.advance(2_000);
    world.pages["/samples"] = [own("o-1")];
    await clock.advance(5_000);
    expect(await looking).toBe("o-1");
    const never = findLost(work([]).work, inputs, 0);
    expect(await never).toBeUndefined();
    expect(clock.now() - began).toBe(7_000);
  });

  it("no object is found if none was created", async () => {
    const { work: one, clock, world } = work([foreign("f-1")]);
    const looking = findLost(one, inputs, 7_000);
    await clock.advance(7_000);
    expect(await looking).toBeUndefined();
    expect(world.requests.length).toBeGreaterThan(2);
  });
});
