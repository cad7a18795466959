import { ref, secret, type Program } from "./program";
import type { ProviderProcess } from "./providerProcess";
import { isSecret, type PropertyMap } from "./propertyValue";
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

const connection =
  (key: string): Program =>
  (declare) => {
    declare("Connection", "s3", { auth: { user: "me", key: secret(key) }, tags: ["a", secret("b-hidden")] });
  };

it("unwraps secrets before every call", async () => {
  const stack = worldStack(provider);
  await stack.up(connection("k-hidden"));
  await stack.up(connection("k2-hidden"));
  await stack.refresh();
  await stack.destroy();
  const methods = new Set(stack.rpcLog.map(({ method }) => method));
  expect([...methods].sort()).toEqual(["check", "create", "delete", "diff", "read", "update"]);
  const secretMarker = JSON.stringify(stack.rpcLog.map(({ request }) => request)).match(
    /1b47061264138c4ac30d75fd1eb44270/,
  );
  expect(secretMarker).toBeNull();
  expect(world.calls[1]?.args["inputs"]).toMatchObject({ auth: { user: "me", key: "k-hidden" } });
});

it("marks only outputs whose input is secret, and a whole list for one secret item", async () => {
  const stack = worldStack(provider);
  world.on("create", ({ args }) => {
    return { result: { id: "c", outs: { ...args["inputs"], copy: "k-hidden", other: { key: "plain" } } } };
  });
  await stack.up(connection("k-hidden"));
  const { auth, tags, copy } = stack.get("Connection", "s3").outputs;
  expect((auth as PropertyMap)["user"]).toBe("me");
  expect(isSecret((auth as PropertyMap)["key"])).toBe(true);
  expect(isSecret(tags)).toBe(true);
  // A secret under another key is not marked, so the plain text of the state contains this copy.
  expect(copy).toBe("k-hidden");
  expect(stack.plaintextOfState()).toContain("k-hidden");
});

it("keeps marked values out of the readable state after update and refresh", async () => {
  const stack = worldStack(provider);
  await stack.up(connection("k-hidden"));
  await stack.up(connection("k2-hidden"));
  await stack.refresh();
  expect(stack.get("Connection", "s3").outputs["version"]).toBe(2);
  expect(stack.plaintextOfState()).toContain('"user": "me"');
  expect(stack.plaintextOfState()).not.toContain("hidden");
});

it("updates an object whose secret changes or whose value becomes secret", async () => {
  const stack = worldStack(provider);
  await stack.up(connection("k-hidden"));
  expect((await stack.up(connection("k2-hidden"))).steps[0]).toMatchObject({
    op: "update",
    diff: ["auth.key"],
  });
  await stack.up((declare) => declare("Bucket", "plain", { size: 1 }));
  const run = await stack.up((declare) => declare("Bucket", "plain", { size: secret(1) }));
  expect(run.steps[0]).toMatchObject({ op: "update", diff: ["size"] });
});

it("marks values read from an output that contains a secret", async () => {
  const stack = worldStack(provider);
  await stack.up((declare) => {
    const used = declare("Connection", "s3", { auth: { user: "me", key: secret("k-hidden") }, plain: 1 });
    declare("Table", "t", {
      user: ref(used, "auth.user"),
      key: ref(used, "auth.key"),
      plain: ref(used, "plain"),
    });
  });
  const { user, key, plain } = stack.get("Table", "t").inputs;
  expect([isSecret(user), isSecret(key), isSecret(plain)]).toEqual([true, true, false]);
  expect(stack.plaintextOfState()).not.toContain("hidden");
});
