import { ref, type Program } from "./program";
import type { ProviderProcess } from "./providerProcess";
import { unknown } from "./propertyValue";
import { startForwarder, World, worldStack } from "./fixtures/world";

let world: World;
let provider: ProviderProcess;

beforeAll(async () => {
  world = await World.start();
  provider = await startForwarder(world);
});
beforeEach(() => {
  world.reset();
  world.immutable = { Source: ["path"], Flow: ["sourceId"], Report: [] };
});
afterAll(async () => {
  await provider.kill();
  await world.stop();
});

/** A flow that is replaced when its source is replaced, and a report that is updated in place. */
const chain =
  (path: string): Program =>
  (declare) => {
    const source = declare("Source", "crm", { path });
    const flow = declare("Flow", "daily", { sourceId: ref(source).id });
    declare("Report", "weekly", { sources: [ref(source).id], flowId: ref(flow).id });
  };

it("creates the new objects first and deletes the old ones at the end, dependents first", async () => {
  const stack = worldStack(provider);
  await stack.up(chain("/a"));
  world.calls.length = 0;
  const run = await stack.up(chain("/b"));
  expect(run.changes).toEqual([
    "replace Source crm",
    "replace Flow daily",
    "update Report weekly",
    "delete Flow daily",
    "delete Source crm",
  ]);
  expect(run.steps[0]).toMatchObject({ replaces: ["path"], diff: ["path"], deleteBeforeReplace: false });
  expect(world.changes).toEqual([
    "create Source",
    "create Flow",
    "update Report-3",
    "delete Flow-2",
    "delete Source-1",
  ]);
  expect((await stack.up(chain("/b"))).changes).toEqual([]);
});

it("checks a replacement a second time without the old inputs", async () => {
  const stack = worldStack(provider);
  await stack.up(chain("/a"));
  stack.rpcLog.length = 0;
  await stack.up(chain("/b"));
  const calls = stack.rpcLog.filter(({ kind }) => kind === "Source");
  expect(calls.map(({ method }) => method)).toEqual(["check", "diff", "check", "create", "delete"]);
  expect(calls[0]?.request["olds"]).toMatchObject({ path: "/a" });
  expect(calls[2]?.request["olds"]).toEqual({});
});

it("deletes dependents and then the object first when the provider sets deleteBeforeReplace", async () => {
  world.deleteBeforeReplace = ["Source"];
  const stack = worldStack(provider);
  await stack.up(chain("/a"));
  world.calls.length = 0;
  const run = await stack.up(chain("/b"));
  expect(run.changes).toEqual([
    "delete Flow daily",
    "delete Source crm",
    "replace Source crm",
    "replace Flow daily",
    "update Report weekly",
  ]);
  expect(world.changes).toEqual([
    "delete Flow-2",
    "delete Source-1",
    "create Source",
    "create Flow",
    "update Report-3",
  ]);
});

it("diffs dependents with whole properties unknown, also during an up", async () => {
  world.deleteBeforeReplace = ["Source"];
  const stack = worldStack(provider);
  await stack.up(chain("/a"));
  stack.rpcLog.length = 0;
  await stack.up(chain("/b"));
  const diffs = stack.rpcLog.filter(({ method, kind }) => method === "diff" && kind === "Report");
  expect(diffs[0]?.request["news"]).toMatchObject({ sources: unknown, flowId: unknown });
  const recreated = stack.rpcLog.filter(({ kind }) => kind === "Flow").map(({ method }) => method);
  expect(recreated).toEqual(["diff", "delete", "check", "create"]);
});

it("lets the program set deleteBeforeReplace", async () => {
  const stack = worldStack(provider);
  const declared = (path: string): Program => {
    return (declare) => declare("Source", "crm", { path }, { deleteBeforeReplace: true });
  };
  await stack.up(declared("/a"));
  world.calls.length = 0;
  await stack.up(declared("/b"));
  expect(world.changes).toEqual(["delete Source-1", "create Source"]);
});

it("does not replace an object whose inputs are unchanged, even if the provider returns replaces", async () => {
  const stack = worldStack(provider);
  await stack.up(chain("/a"));
  world.on("diff", () => ({ result: { replaces: ["path"] } }));
  expect((await stack.up(chain("/a"))).changes).toEqual([]);
});

it("replaces a `--replace` target without a diff", async () => {
  const stack = worldStack(provider);
  await stack.up(chain("/a"));
  stack.rpcLog.length = 0;
  const run = await stack.up(chain("/a"), { replace: ["daily"] });
  expect(run.changes).toEqual(["replace Flow daily", "update Report weekly", "delete Flow daily"]);
  const calls = stack.rpcLog.filter(({ kind }) => kind === "Flow");
  expect(calls.map(({ method }) => method)).toEqual(["check", "create", "delete"]);
  expect(calls[0]?.request["olds"]).toEqual({});
});

it("completes a replacement whose create failed after the old object was deleted", async () => {
  world.deleteBeforeReplace = ["Source"];
  const stack = worldStack(provider);
  await stack.up(chain("/a"));
  world.failOnce("create", { message: "no space" }, "Source");
  expect((await stack.up(chain("/b"))).ok).toBe(false);
  expect(stack.get("Source", "crm")).toMatchObject({ id: "Source-1", pendingReplacement: true });
  world.calls.length = 0;
  const run = await stack.up(chain("/b"));
  expect(run.ok).toBe(true);
  expect(world.changes.filter((change) => change === "create Source")).toHaveLength(1);
  expect(world.changes).not.toContain("delete Source-1");
  expect([...world.objects.keys()].map((id) => id.replace(/-.*/, "")).sort()).toEqual([
    "Flow",
    "Report",
    "Source",
  ]);
  expect((await stack.up(chain("/b"))).changes).toEqual([]);
});

it("keeps the old object when the create or the delete of a replacement fails", async () => {
  const stack = worldStack(provider);
  await stack.up(chain("/a"));
  world.failOnce("create", { message: "no space" }, "Source");
  await stack.up(chain("/b"));
  expect(stack.get("Source", "crm").id).toBe("Source-1");
  world.failOnce("delete", { message: "in use" }, "Source");
  const failed = await stack.up(chain("/b"));
  expect(failed.errors).toMatchObject([{ stage: "delete", message: "in use" }]);
  expect(stack.state.filter(({ delete: pendingDelete }) => pendingDelete).map(({ id }) => id)).toEqual([
    "Source-1",
  ]);
  expect((await stack.up(chain("/b"))).changes).toEqual(["delete Source crm"]);
});

it("removes an object that is already deleted from state without a call in a destroy", async () => {
  world.deleteBeforeReplace = ["Source"];
  const stack = worldStack(provider);
  await stack.up(chain("/a"));
  world.failOnce("create", { message: "no space" }, "Source");
  await stack.up(chain("/b"));
  world.calls.length = 0;
  await stack.destroy();
  expect(world.changes).toEqual(["delete Report-3"]);
  expect(stack.state).toEqual([]);
});
