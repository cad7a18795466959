import { configFor, s3Chain, startAep, type Aep } from "./fixtures/aep";
import type { ProgramInputs } from "./program";
import { ProviderProcess } from "./providerProcess";
import type { Stack } from "./stack";

let aep: Aep;
let provider: ProviderProcess | undefined;

beforeAll(async () => {
  aep = await startAep();
});
beforeEach(() => {
  aep.emulator.reset();
});
afterEach(async () => {
  await provider?.kill();
  provider = undefined;
});
afterAll(() => aep.close());

/** The inputs of a program without `aep:sandbox` and AEP_SANDBOX, such as an inline program of the Automation API. */
function inputsWithoutSandbox(_kind: string, name: string, args: ProgramInputs): ProgramInputs {
  return { pulumi: { project: "ingestion", stack: "dev", name }, ...args };
}

/** Starts a provider process whose sandbox comes only from its environment, or is missing. */
async function startWith(sandbox: string | undefined): Promise<Stack> {
  const { "aep:sandbox": _configured, ...config } = configFor(aep.emulator);
  provider = await ProviderProcess.start({ env: { AEP_SANDBOX: sandbox } });
  await provider.configure(config);
  return aep.stack({ provider, inputsOf: inputsWithoutSandbox });
}

async function changesOf(run: ReturnType<Stack["up"]>): Promise<string[]> {
  const { errors, changes } = await run;
  expect(errors).toEqual([]);
  return [...changes];
}

it("deploys a program without a sandbox to the sandbox of the stack's config", async () => {
  const stack = aep.stack({ inputsOf: inputsWithoutSandbox });
  expect(await changesOf(stack.up(s3Chain()))).toHaveLength(7);
  expect(new Set(aep.emulator.ledger.writes().map(({ sandbox }) => sandbox))).toEqual(new Set(["dev"]));
  expect(stack.get("Dataset", "customers").inputs["sandbox"]).toBe("dev");
  expect(await changesOf(stack.up(s3Chain()))).toEqual([]);
  expect(await changesOf(stack.refresh())).toEqual([]);
  expect(await changesOf(stack.preview(s3Chain()))).toEqual([]);
});

it("uses the sandbox in the environment of the provider process", async () => {
  const stack = await startWith("stage");
  expect(await changesOf(stack.up(s3Chain()))).toHaveLength(7);
  expect(aep.emulator.objects("stage", "flows")).toHaveLength(1);
  expect(await changesOf(stack.up(s3Chain({ lastName: "Surname" })))).toEqual(
    expect.arrayContaining(["update MappingSet customers"]),
  );
  await changesOf(stack.destroy());
  expect(aep.emulator.objects("stage", "flows")).toEqual([]);
});

it("plans no change when a program adds or removes the sandbox of the config", async () => {
  const withSandbox = aep.stack();
  await changesOf(withSandbox.up(s3Chain()));
  const withoutSandbox = aep.stack({ inputsOf: inputsWithoutSandbox, state: withSandbox.saveState() });
  expect(await changesOf(withoutSandbox.up(s3Chain()))).toEqual([]);
  withSandbox.restoreState(withoutSandbox.saveState());
  expect(await changesOf(withSandbox.up(s3Chain()))).toEqual([]);
});

it("prefers the sandbox of the program to that of the provider", async () => {
  const stack = await startWith("stage");
  const args = { connectionSpec: "data-landing-zone", sandbox: "prod" };
  await changesOf(stack.up((declare) => declare("BaseConnection", "zone", args)));
  expect(aep.emulator.objects("prod", "connections")).toHaveLength(1);
});

it("reports how to set the sandbox when it is missing", async () => {
  const stack = await startWith(undefined);
  const { errors } = await stack.preview(s3Chain());
  expect(errors[0]?.message).toContain("sandbox is missing");
  expect(errors[0]?.message).toContain("pulumi config set aep:sandbox");
});
