import { allKinds, kinds } from "../promises/kinds";
import { configFor } from "../wire/fixtures/aep";
import { ProviderProcess } from "../wire/providerProcess";
import { Stack } from "../wire/stack";
import { errorProblems, runWithoutFault } from "./cell";
import { FaultRig } from "./rig";
import { operationsOf, type Operation } from "./operations";
import { differences, worldSnapshot } from "./worldSnapshot";
import { singleFaults } from "./singleFaults";

let rig: FaultRig;
let provider: ProviderProcess | undefined;

beforeAll(async () => {
  rig = await FaultRig.start();
});
afterEach(() => provider?.kill());
afterAll(() => rig.close());

async function startProvider(): Promise<ProviderProcess> {
  await provider?.kill();
  provider = await ProviderProcess.start();
  await provider.configure(configFor(rig.emulator));
  return provider;
}

/** A sample of the grid with the real process in real time. */
const sample: Readonly<Partial<Record<Operation["name"], readonly string[]>>> = {
  create: ["reset after", "504 after", "truncated", "200 with HTML after"],
  update: ["reset after", "412 before", "truncated"],
  delete: ["reset after", "503 before", "409 before"],
};

const operations = allKinds
  .flatMap(operationsOf)
  .filter(({ kind, name }) => sample[name] && !(kind.attachment && name === "delete"))
  .map((one) => [one.kind.type, one.name, one] as const);

it.each(operations)("the real process ends %s %s as without a fault", async (_type, name, operation) => {
  const plain = await runWithoutFault(rig, operation);
  const isWrite = ({ method, path }: { method: string; path: string }) =>
    method !== "GET" && path.startsWith(operation.kind.path);
  const nth = plain.requests.findIndex(isWrite) + 1;
  const faults = singleFaults(rig.elsewhereUrl, rig.clock.now);
  const process = await startProvider();
  const chosen = faults.filter((one) => sample[name]!.includes(one.name));
  for (const [index, fault] of chosen.entries()) {
    rig.restore(plain.start);
    // Every cell has the same random numbers. This call moves them on, so that the process never sees an id twice.
    rig.emulator.world.hex(1 + index);
    const stack = new Stack({ provider: process, parallel: 1, state: structuredClone(plain.start.state) });
    const { method, path } = plain.requests[nth - 1]!;
    const literal = path.split("?")[0]!.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const armed = rig.emulator.faults.add({
      method,
      path: new RegExp(`^${literal}(\\?|$)`),
      ...fault.rule,
    });
    const run = await operation.run(stack);
    rig.emulator.faults.clear();
    expect({ fault: fault.name, hits: armed.hits }).toEqual({ fault: fault.name, hits: 1 });
    expect(run.errors.flatMap(errorProblems)).toEqual([]);
    if (!run.ok) expect((await operation.finish(stack, plain.start)).errors).toEqual([]);
    expect(differences(plain.snapshot, worldSnapshot(rig, stack))).toEqual([]);
  }
  expect(process.output.stdout + process.output.stderr).not.toMatch(/canary|eyJ/);
});

const connection = kinds.find(({ type }) => type === "BaseConnection")!;
const create = operationsOf(connection).find(({ name }) => name === "create")!;

it("the next process adopts the object of a process that was killed between commit and response", async () => {
  const plain = await runWithoutFault(rig, create);
  rig.restore(plain.start);
  const stack = new Stack({ provider: await startProvider(), state: structuredClone(plain.start.state) });
  const { emulator } = rig;
  emulator.faults.add({ method: "POST", path: /connections/, when: "after", act: { kind: "hang" } });
  const running = create.run(stack);
  while (emulator.ledger.writes().length === 0) await new Promise(setImmediate);
  await provider!.kill();
  expect((await running).errors).toMatchObject([{ code: "UNAVAILABLE" }]);
  stack.provider = await startProvider();
  expect((await create.run(stack)).errors).toEqual([]);
  expect(differences(plain.snapshot, worldSnapshot(rig, stack))).toEqual([]);
});
