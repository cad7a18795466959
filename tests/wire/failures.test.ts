import { ref, type Program } from "./program";
import type { ProviderProcess } from "./providerProcess";
import { unknown } from "./propertyValue";
import { forwarderText, startForwarder, World, worldStack } from "./fixtures/world";

let world: World;
let provider: ProviderProcess;

beforeAll(async () => {
  world = await World.start();
  provider = await startForwarder(world);
});
beforeEach(() => {
  world.reset();
});
afterAll(async () => {
  await provider.kill();
  await world.stop();
});

const chain =
  (size = 1): Program =>
  (declare) => {
    const bucket = declare("Bucket", "landing", { size });
    declare("Table", "customers", { bucketId: ref(bucket).id });
  };

/** The error that a provider throws when the object exists but is not ready. */
const initFailure = (id: string, properties: object, reasons: string[]) => ({
  message: "hidden",
  id,
  properties,
  reasons,
});

it("adds nothing to state after a failed create and skips its dependents", async () => {
  const stack = worldStack(provider);
  world.failOnce("create", { message: "quota exceeded" });
  const run = await stack.up(chain());
  expect(run.changes).toEqual(["create Bucket landing"]);
  expect(run.errors).toEqual([{ stage: "create", code: "UNKNOWN", message: "quota exceeded", reasons: [] }]);
  expect(stack.state).toEqual([]);
  expect((await stack.up(chain())).changes).toEqual(["create Bucket landing", "create Table customers"]);
});

it("keeps an object whose create failed with an id and updates it in the next up", async () => {
  const stack = worldStack(provider);
  world.failOnce("create", initFailure("Bucket-9", { size: 1, version: 5 }, ["not ready"]));
  const run = await stack.up(chain());
  expect(run.errors).toMatchObject([{ stage: "create", message: "not ready", reasons: ["not ready"] }]);
  expect(stack.state).toMatchObject([{ id: "Bucket-9", outputs: { version: 5 }, initErrors: ["not ready"] }]);
  // The error of the test contains no `__provider`. A provider must add it to the properties itself.
  expect(stack.state[0]?.outputs).not.toHaveProperty("__provider");
  world.calls.length = 0;
  const again = await stack.up(chain());
  expect(again.steps[0]).toMatchObject({ op: "update", id: "Bucket-9", diff: [] });
  expect(stack.get("Bucket", "landing").initErrors).toEqual([]);
  expect((await stack.up(chain())).changes).toEqual([]);
});

it("keeps the new outputs, the old inputs and the old id after an update failed with an id", async () => {
  const stack = worldStack(provider);
  await stack.up(chain(1));
  world.failOnce("update", initFailure("another", { size: 2, version: 8 }, ["half done"]));
  const run = await stack.up(chain(2));
  expect(run.ok).toBe(false);
  const expected = {
    id: "Bucket-1",
    inputs: { size: 1 },
    outputs: { version: 8 },
    initErrors: ["half done"],
  };
  expect(stack.get("Bucket", "landing")).toMatchObject(expected);
  const again = await stack.up(chain(2));
  expect(again.steps[0]).toMatchObject({ op: "update", diff: ["size"] });
});

it("keeps the old state after an update failed without an id", async () => {
  const stack = worldStack(provider);
  await stack.up(chain(1));
  const before = stack.get("Bucket", "landing");
  world.failOnce("update", { message: "conflict" });
  await stack.up(chain(2));
  expect(stack.get("Bucket", "landing")).toEqual(before);
});

it("removes the init errors of a failed create when a refresh reads the object", async () => {
  const stack = worldStack(provider);
  const properties = { size: 1, __provider: forwarderText("Bucket") };
  world.failOnce("create", initFailure("Bucket-9", properties, ["not ready"]));
  await stack.up(chain());
  world.objects.set("Bucket-9", { size: 1, version: 1 });
  await stack.refresh();
  expect(stack.get("Bucket", "landing")).toMatchObject({
    id: "Bucket-9",
    outputs: { version: 1 },
    initErrors: [],
  });
});

it("starts no step after an error, finishes running steps and deletes nothing", async () => {
  const stack = worldStack(provider);
  await stack.up((declare) => declare("Bucket", "old"));
  let startFailing = (): void => undefined;
  const failing = new Promise<void>((resolve) => (startFailing = resolve));
  world.on("create", async ({ args }) => {
    if (args["inputs"]?.["slow"] === true) {
      startFailing();
      return undefined;
    }
    await failing;
    return { error: { message: "no" } };
  });
  const run = await stack.up((declare) => {
    declare("Bucket", "bad");
    const slow = declare("Bucket", "slow", { slow: true });
    declare("Table", "customers", { bucketId: ref(slow).id, afterwards: true });
  });
  expect(run.ok).toBe(false);
  expect(stack.find("Bucket", "slow")).toBeDefined();
  expect(stack.find("Bucket", "old")).toBeDefined();
  expect(stack.find("Bucket", "bad")).toBeUndefined();
});

it("reports only the reason when a check failure names no property", async () => {
  const stack = worldStack(provider);
  world.on("check", ({ args }) => ({
    result: { inputs: args["news"], failures: [{ property: "", reason: "bad size" }] },
  }));
  const run = await stack.preview(chain());
  expect(run.changes).toEqual(["refuse Bucket landing"]);
  expect(run.errors[0]).toMatchObject({ stage: "check", code: "ENGINE" });
  expect(run.errors[0]?.message).toBe(
    "pulumi-nodejs:dynamic/aep:Bucket resource 'landing' has a problem: bad size",
  );
});

it("reports the value of the property that a check failure names", async () => {
  const stack = worldStack(provider);
  const failures = [{ property: "size", reason: "too big" }];
  world.on("check", ({ args }) => ({ result: { inputs: args["news"], failures } }));
  expect((await stack.up(chain(77))).errors[0]?.message).toContain(
    "property size value {77} has a problem: too big",
  );
});

it("reports the stage of an error thrown by diff", async () => {
  const stack = worldStack(provider);
  await stack.up(chain(1));
  world.on("diff", () => ({ error: { message: "not like this" } }));
  expect((await stack.up(chain(2))).errors).toMatchObject([{ stage: "diff", message: "not like this" }]);
});

it("rejects an empty id and a placeholder in the outputs of a create", async () => {
  const stack = worldStack(provider);
  world.on("create", () => ({ result: { id: "", outs: {} } }));
  expect((await stack.up(chain())).errors[0]?.message).toContain("returned no id");
  world.on("create", () => ({ result: { id: "x", outs: { size: unknown } } }));
  expect((await stack.up(chain())).errors[0]?.message).toContain("unexpected unknown");
  expect(stack.state).toEqual([]);
});

it("keeps an object whose delete failed and its dependencies", async () => {
  const stack = worldStack(provider);
  await stack.up(chain());
  world.failOnce("delete", { message: "locked" });
  const run = await stack.destroy();
  expect(run.errors).toMatchObject([{ stage: "delete", message: "locked" }]);
  expect(stack.state.map(({ kind }) => kind)).toEqual(["Bucket", "Table"]);
  expect((await stack.destroy()).ok).toBe(true);
});

it("keeps the object when its read in a refresh fails", async () => {
  const stack = worldStack(provider);
  await stack.up(chain());
  world.on("read", () => ({ error: { message: "gateway" } }), "Table");
  expect((await stack.refresh()).errors).toMatchObject([{ stage: "read", message: "gateway" }]);
  expect(stack.find("Table", "customers")).toBeDefined();
});

it("reports an error when an object to read does not exist", async () => {
  const stack = worldStack(provider);
  const run = await stack.up((declare) => declare("Bucket", "found", {}, { id: "Bucket-0" }));
  expect(run.errors).toMatchObject([{ stage: "read", message: "resource 'Bucket-0' does not exist" }]);
});
