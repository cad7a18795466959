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

/** As a program sends its args that finds neither config nor variable, such as an inline program of the Automation API. */
function without(_kind: string, name: string, args: ProgramInputs): ProgramInputs {
  return { pulumi: { project: "ingestion", stack: "dev", name }, ...args };
}

/** A provider process that knows its sandbox from its environment alone, or not at all. */
async function startWith(sandbox: string | undefined): Promise<Stack> {
  const { "aep:sandbox": _configured, ...config } = configFor(aep.emulator);
  provider = await ProviderProcess.start({ env: { AEP_SANDBOX: sandbox } });
  await provider.configure(config);
  return aep.stack({ provider, inputsOf: without });
}

async function succeeded(run: ReturnType<Stack["up"]>): Promise<string[]> {
  const { errors, changes } = await run;
  expect(errors).toEqual([]);
  return [...changes];
}

it("a program that names no sandbox deploys to that of the stack's config, and then needs nothing", async () => {
  const stack = aep.stack({ inputsOf: without });
  expect(await succeeded(stack.up(s3Chain()))).toHaveLength(7);
  expect(new Set(aep.emulator.ledger.writes().map(({ sandbox }) => sandbox))).toEqual(new Set(["dev"]));
  expect(stack.get("Dataset", "customers").inputs["sandbox"]).toBe("dev");
  expect(await succeeded(stack.up(s3Chain()))).toEqual([]);
  expect(await succeeded(stack.refresh())).toEqual([]);
  expect(await succeeded(stack.preview(s3Chain()))).toEqual([]);
});

it("a variable of the provider's own process does as well", async () => {
  const stack = await startWith("stage");
  expect(await succeeded(stack.up(s3Chain()))).toHaveLength(7);
  expect(aep.emulator.objects("stage", "flows")).toHaveLength(1);
  expect(await succeeded(stack.up(s3Chain({ lastName: "Surname" })))).toEqual(
    expect.arrayContaining(["update MappingSet customers"]),
  );
  await succeeded(stack.destroy());
  expect(aep.emulator.objects("stage", "flows")).toEqual([]);
});

it("a program that stops naming the sandbox, or begins to, makes no difference", async () => {
  const naming = aep.stack();
  await succeeded(naming.up(s3Chain()));
  const silent = aep.stack({ inputsOf: without, state: naming.saveState() });
  expect(await succeeded(silent.up(s3Chain()))).toEqual([]);
  naming.restoreState(silent.saveState());
  expect(await succeeded(naming.up(s3Chain()))).toEqual([]);
});

it("what the program names goes before what the provider knows", async () => {
  const stack = await startWith("stage");
  const args = { connectionSpec: "data-landing-zone", sandbox: "prod" };
  await succeeded(stack.up((declare) => declare("BaseConnection", "zone", args)));
  expect(aep.emulator.objects("prod", "connections")).toHaveLength(1);
});

it("where nobody names one, the check says how to", async () => {
  const stack = await startWith(undefined);
  const { errors } = await stack.preview(s3Chain());
  expect(errors[0]?.message).toContain("sandbox is missing");
  expect(errors[0]?.message).toContain("pulumi config set aep:sandbox");
});
