import * as pulumi from "@pulumi/pulumi";
import * as aep from "../../sdk";
import { type Emulator, start } from "../emulator";
import { inspect } from "../sdk/program";
import { configFor } from "./lookUpScene";

/** Look-ups of a program in a unit test. */

type LookUp = (args: object) => Promise<unknown>;
type OutputLookUp = (args: object) => pulumi.Output<unknown>;

const exported = aep as unknown as Record<string, unknown>;
const names = Object.keys(exported).filter((name) => Object.hasOwn(exported, `${name}Output`));

let emulator: Emulator;
let asked: { token: string; inputs: unknown }[];
let response: (token: string) => Record<string, unknown>;

async function mock(preview = false): Promise<void> {
  asked = [];
  response = (token) => ({ resultOfCall: token });
  await pulumi.runtime.setMocks(
    {
      newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs as object }),
      call: ({ token, inputs }) => {
        asked.push({ token, inputs: inputs as unknown });
        return response(token);
      },
    },
    "ingestion",
    "dev",
    preview,
  );
}

beforeAll(async () => {
  emulator = await start();
});
beforeEach(async () => {
  pulumi.runtime.setAllConfig(configFor(emulator));
  await mock();
});
afterEach(() => expect(emulator.requests).toEqual([]));
afterAll(() => emulator.close());

test("there are ten look-ups", () => {
  expect(names).toHaveLength(10);
});

test.each(names)("the mocks return the result of %s and its twin, with any config", async (name) => {
  const args = { id: "an-id", nested: { list: [1] }, left: undefined };
  const [plain, twin] = [exported[name] as LookUp, exported[`${name}Output`] as OutputLookUp];
  const expected = { resultOfCall: `aep:index:${name}` };
  expect(await plain(args)).toEqual(expected);
  expect((await inspect(twin({ ...args, id: pulumi.output("an-id") }))).value).toEqual(expected);
  const call = { token: `aep:index:${name}`, inputs: { id: "an-id", nested: { list: [1] } } };
  expect(asked).toEqual([call, call]);
});

test("args may be omitted, and neither sandbox nor credentials are needed", async () => {
  pulumi.runtime.setAllConfig({});
  response = () => ({ tenantId: "acme" });
  expect(await aep.getTenant()).toEqual({ tenantId: "acme" });
  expect((await inspect(aep.getTenantOutput().tenantId)).value).toBe("acme");
  expect(asked).toEqual(Array(2).fill({ token: "aep:index:getTenant", inputs: {} }));
});

test("each look-up calls the mocks, so that a test can change their results", async () => {
  response = () => ({ tenantId: "acme" });
  await aep.getTenant();
  response = () => ({ tenantId: "other" });
  expect(await aep.getTenant()).toEqual({ tenantId: "other" });
});

test("an error of the mocks is an error of the look-up", async () => {
  response = () => {
    throw new Error("not prepared");
  };
  await expect(aep.getSchema({ title: "CRM" })).rejects.toThrow(
    "the mocks of this test have no result for aep:index:getSchema: `call` of its mocks threw an error.",
  );
});

test("a result that depends on a secret is secret", async () => {
  const found = aep.getDatasetOutput({ id: pulumi.secret("an-id") });
  expect(await inspect(found)).toMatchObject({ known: true, secret: true });
});

test("the mocks are not called while an arg is unknown in a preview", async () => {
  await mock(true);
  const schema = new aep.Schema("customers", { title: "Customers", class: aep.xdm.profile });
  const found = aep.getFlowRunsOutput({ flowId: schema.etag.apply(String) });
  expect(await inspect(found)).toMatchObject({ known: false });
  expect(asked).toEqual([]);
});
