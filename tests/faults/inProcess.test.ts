import { awkward, start, type Emulator } from "../emulator";
import { configFor, s3Chain } from "../wire/fixtures/aep";
import { Stack } from "../wire/stack";
import { InProcessProvider, type KillPoint } from "./inProcess";
import { VirtualClock } from "./virtualClock";

let clock: VirtualClock;
let emulator: Emulator;

beforeAll(async () => {
  clock = new VirtualClock();
  emulator = await start({ switches: awkward, seed: 1, ...clock.forEmulator });
});
beforeEach(() => emulator.reset());
afterAll(async () => {
  await emulator.close();
  clock.close();
});

function provider(killAt?: KillPoint): InProcessProvider {
  return new InProcessProvider({ config: configFor(emulator), clock, killAt });
}

it("the provider deploys, finds no changes and destroys, like the real process", async () => {
  const stack = new Stack({ provider: provider() });
  expect((await stack.up(s3Chain())).errors).toEqual([]);
  expect(emulator.ledger.writes().map(({ method }) => method)).toEqual(Array(7).fill("POST"));
  expect((await stack.up(s3Chain())).changes).toEqual([]);
  expect((await stack.refresh()).changes).toEqual([]);
  expect((await stack.destroy()).errors).toEqual([]);
  expect(stack.state).toEqual([]);
});

it("the virtual clock lets hours of delays pass in a moment", async () => {
  const act = { kind: "status", status: 429, headers: { "retry-after": "3600" } } as const;
  emulator.faults.add({ method: "GET", when: "before", times: 4, act });
  const began = clock.now();
  const config = { ...configFor(emulator), "aep:operationTimeoutSeconds": "86400" };
  const stack = new Stack({ provider: new InProcessProvider({ config, clock }), parallel: 1 });
  expect((await stack.up(s3Chain())).errors).toEqual([]);
  expect(clock.now() - began).toBeGreaterThan(4 * 3_600_000);
});

it("a killed provider sends no request and completes no call", async () => {
  const killed = provider({ call: 4, when: "before" });
  const run = await new Stack({ provider: killed, parallel: 1 }).up(s3Chain());
  expect(new Set(run.errors.map(({ code }) => code))).toEqual(new Set(["UNAVAILABLE"]));
  await killed.kill();
  const calls = emulator.requests.filter(({ path }) => !path.startsWith("/ims/"));
  expect(calls).toHaveLength(3);
  expect((await new Stack({ provider: killed }).up(s3Chain())).errors).toMatchObject([
    { code: "UNAVAILABLE" },
  ]);
});

it("an object whose create failed after the POST is kept with the reasons", async () => {
  emulator.failNext("connections", "The bucket is unreachable.");
  const stack = new Stack({ provider: provider() });
  const run = await stack.up(s3Chain());
  expect(run.errors[0]?.reasons.join()).toContain("The bucket is unreachable.");
  expect(stack.get("BaseConnection", "landing").initErrors).toHaveLength(1);
});
