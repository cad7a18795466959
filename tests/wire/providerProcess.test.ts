import type { ProviderProcess } from "./providerProcess";
import { forwarderText, startForwarder, World, worldStack } from "./fixtures/world";
import { RpcFailure } from "./rpcFailure";

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.stop());

async function withProvider(
  options: Parameters<typeof startForwarder>[1],
  use: (provider: ProviderProcess) => Promise<void>,
): Promise<void> {
  world.reset();
  const provider = await startForwarder(world, options);
  try {
    await use(provider);
  } finally {
    await provider.kill();
  }
}

const news = { __provider: forwarderText("Bucket"), size: 1 };

it("rejects a call without a response at its deadline", async () => {
  await withProvider({}, async (provider) => {
    provider.deadlineMs = 300;
    world.on("create", () => ({ throws: "null" }));
    await expect(provider.create("urn:x", news)).rejects.toMatchObject({ code: "DEADLINE_EXCEEDED" });
  });
});

it("returns the id, properties and reasons of an init error", async () => {
  await withProvider({}, async (provider) => {
    world.on("create", () => {
      return { error: { message: "m", id: "b", properties: { size: 1 }, reasons: ["r1", "r2"] } };
    });
    const failure: unknown = await provider.create("urn:x", news).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RpcFailure);
    expect(failure).toMatchObject({
      method: "create",
      code: "UNKNOWN",
      message: "m",
      initFailure: { id: "b", properties: { size: 1 }, reasons: ["r1", "r2"] },
    });
  });
});

it("rejects running calls when the process is killed; a new process can continue the stack", async () => {
  await withProvider({}, async (provider) => {
    const stack = worldStack(provider);
    world.on("create", async () => {
      await provider.kill();
      return undefined;
    });
    const run = await stack.up((declare) => declare("Bucket", "landing", { size: 1 }));
    expect(run.errors).toMatchObject([{ stage: "create", code: "UNAVAILABLE" }]);
    expect(stack.state).toEqual([]);
    const saved = stack.saveState();
    await withProvider({}, async (next) => {
      stack.provider = next;
      stack.restoreState(saved);
      expect((await stack.up((declare) => declare("Bucket", "landing", { size: 1 }))).ok).toBe(true);
    });
  });
});

it("captures the output of the process and sets its folder and environment", async () => {
  await withProvider({ cwd: __dirname, env: { WIRE_VALUE: "from-test" } }, async (provider) => {
    const text = `exports.handler=()=>({create:async()=>{
      process.stderr.write("warning\\n");
      process.stdout.write(process.cwd()+" "+process.env.WIRE_VALUE+"\\n");
      return {id:"x",outs:{}};
    }})`;
    await provider.create("urn:x", { __provider: text });
    // The response can arrive before the text of the two pipes. The text is complete when the process has ended.
    await provider.kill();
    expect(provider.output.stdout).toBe(`${__dirname} from-test\n`);
    expect(provider.output.stderr).toBe("warning\n");
  });
});

it("reports why a process did not start", async () => {
  await expect(startForwarder(world, { env: { NODE_OPTIONS: "--no-such-option" } })).rejects.toThrow(
    /no-such-option/,
  );
});
