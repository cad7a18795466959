import { kinds } from "../promises/kinds";
import { configFor } from "../wire/fixtures/aep";
import { ProviderProcess } from "../wire/providerProcess";
import { Stack } from "../wire/stack";
import { runWithoutFault } from "./cell";
import { FaultRig } from "./rig";
import { operationsOf } from "./operations";
import { differences, worldSnapshot } from "./worldSnapshot";

/** Pulumi sends SIGINT to the provider's process at the end of every command. SIGTERM comes from other programs. */

let rig: FaultRig;
let processes: ProviderProcess[] = [];

beforeAll(async () => {
  rig = await FaultRig.start();
});
afterEach(async () => {
  await Promise.all(processes.map((process) => process.kill()));
  processes = [];
  rig.emulator.faults.clear();
});
afterAll(() => rig.close());

const connection = kinds.find(({ type }) => type === "BaseConnection")!;
const create = operationsOf(connection).find(({ name }) => name === "create")!;
const type = "pulumi-nodejs:dynamic/aep:BaseConnection";
const nothing = {
  __provider: `exports.handler=()=>require("pulumi-aep/provider").resource("BaseConnection")`,
  sandbox: "dev",
};

async function startProvider(): Promise<ProviderProcess> {
  const provider = await ProviderProcess.start();
  processes.push(provider);
  await provider.configure(configFor(rig.emulator));
  return provider;
}

/** A stack whose provider has a create in progress: AEP has created the object, but not yet sent its response. */
async function createUnderWay(act: { kind: "hang" } | { kind: "wait"; until: Promise<unknown> }) {
  const plain = await runWithoutFault(rig, create);
  rig.restore(plain.start);
  const provider = await startProvider();
  const stack = new Stack({ provider, state: structuredClone(plain.start.state) });
  const { emulator } = rig;
  emulator.faults.add({ method: "POST", path: /connections/, when: "after", act });
  const running = create.run(stack);
  while (emulator.ledger.writes().length === 0) await new Promise(setImmediate);
  return { provider, stack, running, snapshot: plain.snapshot };
}

/** Waits until the process has handled the signal. From then on it sends no request to AEP. */
async function interrupted(provider: ProviderProcess): Promise<void> {
  const urn = `urn:pulumi:dev::ingestion::${type}::nothing`;
  for (;;) {
    const result = await provider.read(urn, "none", nothing, nothing).catch((error: unknown) => error);
    if (String(result).includes("the run was interrupted")) return;
  }
}

it.each(["SIGINT", "SIGTERM"] as const)("%s ends a process without a call in progress", async (signal) => {
  const provider = await startProvider();
  const plain = await runWithoutFault(rig, create);
  rig.restore(plain.start);
  const stack = new Stack({ provider, state: structuredClone(plain.start.state) });
  expect((await create.run(stack)).errors).toEqual([]);
  provider.signal(signal);
  expect(await provider.exited).toBe(0);
  expect(provider.output).toEqual({ stdout: "", stderr: "" });
});

it.each([[["SIGINT"]], [["SIGTERM"]], [["SIGINT", "SIGINT"]], [["SIGTERM", "SIGINT"]]] as const)(
  "%j lets a write in progress complete, delivers its response and then ends the process",
  async (signals) => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const { provider, stack, running, snapshot } = await createUnderWay({ kind: "wait", until: released });
    for (const signal of signals) {
      provider.signal(signal);
      await interrupted(provider);
    }
    release();
    // The read after the create is not sent, so the object is kept as incomplete.
    expect((await running).errors[0]?.reasons.join()).toContain("the run was interrupted");
    expect(stack.get("BaseConnection", "landing").initErrors).toHaveLength(1);
    expect(await provider.exited).toBe(0);

    stack.provider = await startProvider();
    expect((await create.run(stack)).errors).toEqual([]);
    expect(differences(snapshot, worldSnapshot(rig, stack))).toEqual([]);
    expect(rig.emulator.ledger.writes()).toHaveLength(1);
  },
);

it("a signal ends the process even if AEP never responds, and the next run finds the object", async () => {
  const { provider, stack, running, snapshot } = await createUnderWay({ kind: "hang" });
  provider.signal("SIGINT");
  expect(await provider.exited).toBe(130);
  expect((await running).errors).toMatchObject([{ code: "UNAVAILABLE" }]);

  stack.provider = await startProvider();
  expect((await create.run(stack)).errors).toEqual([]);
  expect(differences(snapshot, worldSnapshot(rig, stack))).toEqual([]);
  const created = rig.emulator.ledger.writes().filter(({ method }) => method === "POST");
  expect(created).toHaveLength(1);
});
