import { ref, type Program } from "./program";
import type { ProviderProcess } from "./providerProcess";
import { startForwarder, World, worldStack } from "./fixtures/world";

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
    const table = declare("Table", "customers", {
      bucketId: ref(bucket).id,
      bucketVersion: ref(bucket, "version"),
    });
    declare("Flow", "daily", { tableId: ref(table).id });
  };

describe("up", () => {
  it("creates resources after their dependencies and passes on their outputs", async () => {
    const stack = worldStack(provider);
    const run = await stack.up(chain());
    expect(run.errors).toEqual([]);
    expect(run.changes).toEqual(["create Bucket landing", "create Table customers", "create Flow daily"]);
    expect(stack.get("Table", "customers")).toMatchObject({
      id: "Table-2",
      inputs: { bucketId: "Bucket-1", bucketVersion: 1 },
      dependencies: [stack.get("Bucket", "landing").urn],
    });
  });

  it("calls only check and diff for an unchanged resource", async () => {
    const stack = worldStack(provider);
    await stack.up(chain());
    stack.rpcLog.length = 0;
    const run = await stack.up(chain());
    expect(run.changes).toEqual([]);
    expect(run.steps.map(({ op }) => op)).toEqual(["same", "same", "same"]);
    expect(stack.rpcLog.map(({ method }) => method)).toEqual([
      "check",
      "diff",
      "check",
      "diff",
      "check",
      "diff",
    ]);
  });

  it("passes the old inputs to check and the old outputs to diff", async () => {
    const stack = worldStack(provider);
    await stack.up((declare) => declare("Bucket", "landing", { size: 1 }));
    await stack.up((declare) => declare("Bucket", "landing", { size: 2 }));
    const [, , check, diff] = stack.rpcLog;
    expect(check).toMatchObject({ method: "check", request: { olds: { size: 1 }, news: { size: 2 } } });
    expect(check?.request["olds"]).not.toHaveProperty("version");
    expect(diff).toMatchObject({
      method: "diff",
      request: { olds: { size: 1, version: 1 }, news: { size: 2 } },
    });
  });

  it("compares the inputs itself when the provider leaves changes undefined", async () => {
    const stack = worldStack(provider);
    const declared = (days: number[]): Program => {
      return (declare) => declare("Bucket", "landing", { schedule: { days, zone: "UTC" } });
    };
    await stack.up(declared([1, 2]));
    const run = await stack.up(declared([1, 3, 4]));
    expect(run.steps[0]).toMatchObject({ op: "update", diff: ["schedule.days[1]", "schedule.days[2]"] });
    expect(stack.get("Bucket", "landing").outputs["version"]).toBe(2);
  });

  it("uses the provider's result when it sets changes", async () => {
    const stack = worldStack(provider);
    await stack.up((declare) => declare("Bucket", "landing", { size: 1 }));
    world.on("diff", () => ({ result: { changes: false } }));
    expect((await stack.up((declare) => declare("Bucket", "landing", { size: 2 }))).changes).toEqual([]);
    expect(stack.get("Bucket", "landing").inputs["size"]).toBe(2);
    world.on("diff", () => ({ result: { changes: true } }));
    const run = await stack.up((declare) => declare("Bucket", "landing", { size: 2 }));
    expect(run.changes).toEqual(["update Bucket landing"]);
  });

  it("replaces all old outputs by those of an update", async () => {
    const stack = worldStack(provider);
    await stack.up((declare) => declare("Bucket", "landing", { size: 1 }));
    world.on("update", () => ({ result: { outs: { only: true } } }));
    await stack.up((declare) => declare("Bucket", "landing", { size: 2 }));
    const { __provider, ...outputs } = stack.get("Bucket", "landing").outputs;
    expect(outputs).toEqual({ only: true });
    expect(__provider).toContain("forwarder.mts");
  });

  it("deletes undeclared resources at the end, dependents first", async () => {
    const stack = worldStack(provider);
    await stack.up(chain());
    world.calls.length = 0;
    const run = await stack.up((declare) => declare("Bucket", "other", {}));
    expect(run.changes).toEqual([
      "create Bucket other",
      "delete Flow daily",
      "delete Table customers",
      "delete Bucket landing",
    ]);
    expect(world.changes).toEqual(["create Bucket", "delete Flow-3", "delete Table-2", "delete Bucket-1"]);
  });

  it("creates independent resources in parallel, up to the limit", async () => {
    let active = 0;
    let maximum = 0;
    let openGate = (): void => undefined;
    const gate = new Promise<void>((resolve) => (openGate = resolve));
    world.on("create", async () => {
      maximum = Math.max(maximum, ++active);
      if (active === 3) openGate();
      await gate;
      active--;
      return undefined;
    });
    const stack = worldStack(provider, { parallel: 3 });
    const run = await stack.up((declare) =>
      ["a", "b", "c", "d", "e"].forEach((name) => declare("Bucket", name)),
    );
    expect(run.ok).toBe(true);
    expect(maximum).toBe(3);
  });

  it("never runs two checks or diffs at the same time", async () => {
    const stack = worldStack(provider);
    const many: Program = (declare) =>
      ["a", "b", "c", "d"].forEach((name) => declare("Bucket", name, { name }));
    await stack.up(many);
    await stack.up(many);
    const decisions = stack.rpcLog.filter(({ method }) => method === "check" || method === "diff");
    decisions.slice(1).forEach(({ startedAt }, index) => {
      expect(startedAt).toBeGreaterThan(decisions[index]!.endedAt!);
    });
  });

  it("reads an object declared with an id and never deletes it", async () => {
    world.objects.set("Bucket-0", { size: 5, version: 7 });
    const stack = worldStack(provider);
    const run = await stack.up((declare) => {
      const found = declare("Bucket", "found", {}, { id: "Bucket-0" });
      declare("Table", "customers", { bucketVersion: ref(found, "version") });
    });
    expect(run.steps.map(({ op, kind }) => `${op} ${kind}`)).toEqual(["read Bucket", "create Table"]);
    expect(stack.get("Table", "customers").inputs["bucketVersion"]).toBe(7);
    await stack.destroy();
    expect(world.objects.has("Bucket-0")).toBe(true);
    expect(stack.state).toEqual([]);
  });
});

describe("refresh", () => {
  it("stores the outputs and inputs of read and reports the fields that drifted", async () => {
    const stack = worldStack(provider);
    await stack.up((declare) => declare("Bucket", "landing", { size: 1, zone: "a" }));
    world.objects.set("Bucket-1", { ...world.objects.get("Bucket-1"), size: 9, version: 4 });
    const preview = await stack.refresh({ previewOnly: true });
    expect(preview.steps[0]).toMatchObject({ op: "read", diff: ["size"] });
    expect(stack.get("Bucket", "landing").inputs["size"]).toBe(1);
    await stack.refresh();
    expect(stack.get("Bucket", "landing")).toMatchObject({
      inputs: { size: 9 },
      outputs: { size: 9, version: 4 },
    });
  });

  it("keeps the old inputs when read returns none", async () => {
    const stack = worldStack(provider);
    await stack.up((declare) => declare("Bucket", "landing", { size: 1 }));
    world.on("read", () => ({ result: { id: "Bucket-1", props: { size: 9 } } }));
    const run = await stack.refresh();
    expect(run.changes).toEqual([]);
    expect(stack.get("Bucket", "landing")).toMatchObject({ inputs: { size: 1 }, outputs: { size: 9 } });
  });

  it("removes a deleted object, so that the next up creates it again and updates its dependents", async () => {
    const stack = worldStack(provider);
    await stack.up(chain());
    world.objects.delete("Table-2");
    expect((await stack.refresh()).steps.filter(({ gone }) => gone).map(({ kind }) => kind)).toEqual([
      "Table",
    ]);
    expect(stack.get("Flow", "daily").dependencies).toEqual([]);
    expect((await stack.up(chain())).changes).toEqual(["create Table customers", "update Flow daily"]);
  });

  it("runs before an up or a preview with `refresh`; the preview does not change state", async () => {
    const stack = worldStack(provider);
    await stack.up(chain(1));
    world.objects.set("Bucket-1", { ...world.objects.get("Bucket-1"), size: 9 });
    const drift = ["read Bucket landing", "update Bucket landing", "update Table customers"];
    expect((await stack.preview(chain(1), { refresh: true })).changes).toEqual(drift);
    expect(stack.get("Bucket", "landing").inputs["size"]).toBe(1);
    expect((await stack.up(chain(1), { refresh: true })).changes).toEqual(drift);
    expect(world.objects.get("Bucket-1")).toMatchObject({ size: 1 });
  });
});

describe("destroy", () => {
  it("deletes every object, dependents first, with their outputs", async () => {
    const stack = worldStack(provider);
    await stack.up(chain());
    stack.rpcLog.length = 0;
    await stack.destroy();
    expect(stack.rpcLog.map(({ method, kind }) => `${method} ${kind}`)).toEqual([
      "delete Flow",
      "delete Table",
      "delete Bucket",
    ]);
    expect(stack.rpcLog[2]?.request).toMatchObject({ id: "Bucket-1", outputs: { size: 1, version: 1 } });
    expect(stack.state).toEqual([]);
    expect(world.objects.size).toBe(0);
  });
});
