import { ref, type Program } from "./program";
import type { ProviderProcess } from "./providerProcess";
import { unknown, type PropertyMap } from "./propertyValue";
import type { Stack } from "./stack";
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
  (size: number): Program =>
  (declare) => {
    const bucket = declare("Bucket", "landing", { size });
    const uses = {
      bucketId: ref(bucket).id,
      size: ref(bucket, "size"),
      bucketVersion: ref(bucket, "version"),
    };
    declare("Table", "customers", uses);
  };

function tableInputs(stack: Stack): PropertyMap {
  const call = stack.rpcLog.findLast(({ method, kind }) => method === "check" && kind === "Table");
  const { __provider, ...news } = call?.request["news"] as PropertyMap;
  expect(__provider).toContain("forwarder.mts");
  return news;
}

it("changes neither objects nor state", async () => {
  const stack = worldStack(provider);
  await stack.up((declare) => ["a", "b"].forEach((name) => declare("Bucket", name, { size: 1 })));
  const before = stack.saveState();
  world.calls.length = 0;
  const run = await stack.preview((declare) => {
    declare("Bucket", "a", { size: 2 });
    declare("Bucket", "c", {});
  });
  expect(run.changes).toEqual(["update Bucket a", "create Bucket c", "delete Bucket b"]);
  expect(world.changes).toEqual([]);
  expect(stack.state).toEqual(before);
});

it("uses the inputs of an object to create as its only known outputs", async () => {
  const stack = worldStack(provider);
  await stack.preview(chain(1));
  expect(tableInputs(stack)).toEqual({ bucketId: unknown, size: 1, bucketVersion: unknown });
});

it("uses the id and inputs of an object to update as its only known outputs", async () => {
  const stack = worldStack(provider);
  await stack.up(chain(1));
  await stack.preview(chain(2));
  expect(tableInputs(stack)).toEqual({ bucketId: "Bucket-1", size: 2, bucketVersion: unknown });
});

it("knows all outputs of an unchanged object", async () => {
  const stack = worldStack(provider);
  await stack.up(chain(1));
  expect((await stack.preview(chain(1))).changes).toEqual([]);
  expect(tableInputs(stack)).toEqual({ bucketId: "Bucket-1", size: 1, bucketVersion: 1 });
});

it("does not know the id of an object to replace, so its dependent is replaced too", async () => {
  world.immutable = { Bucket: ["size"], Table: ["bucketId"] };
  const stack = worldStack(provider);
  await stack.up(chain(1));
  const run = await stack.preview(chain(2));
  expect(run.changes).toEqual([
    "replace Bucket landing",
    "replace Table customers",
    "delete Table customers",
    "delete Bucket landing",
  ]);
  expect(run.steps[1]).toMatchObject({ replaces: ["bucketId"], diff: ["bucketId", "bucketVersion", "size"] });
});

it("sends the same placeholder for an object, a list or a number", async () => {
  const stack = worldStack(provider);
  await stack.preview((declare) => {
    const bucket = declare("Bucket", "landing");
    declare("Table", "customers", { columns: ref(bucket, "columns"), nested: [{ count: ref(bucket, "n") }] });
  });
  expect(tableInputs(stack)).toEqual({ columns: unknown, nested: [{ count: unknown }] });
});

it("omits a key in an up if its referenced output does not exist", async () => {
  const stack = worldStack(provider);
  await stack.up((declare) => {
    const bucket = declare("Bucket", "landing");
    declare("Table", "customers", { columns: ref(bucket, "columns"), plain: undefined });
  });
  expect(tableInputs(stack)).toEqual({});
});

it("reads nested outputs by path", async () => {
  const stack = worldStack(provider);
  await stack.up((declare) => {
    const bucket = declare("Bucket", "landing", { parts: [{ name: "head" }, { name: "tail" }] });
    declare("Table", "customers", { last: ref(bucket, "parts[1].name") });
  });
  expect(tableInputs(stack)).toEqual({ last: "tail" });
});
