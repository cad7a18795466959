import { connect, start, type Emulator } from "../emulator";

const identities = "/data/core/idnamespace/identities";

let emulator: Emulator;

beforeAll(async () => {
  emulator = await start();
});

afterAll(() => emulator.close());

beforeEach(() => emulator.reset());

interface Namespace {
  id: number;
  code: string;
  custom: boolean;
  idType: string;
}

async function listed(sandbox?: string): Promise<Namespace[]> {
  const headers = { "x-sandbox-name": sandbox };
  return (await connect(emulator).call("GET", identities, undefined, headers)).json as Namespace[];
}

test("The list is a plain array with Adobe's namespaces and one of the organisation", async () => {
  const all = await listed("dev");
  expect(all).toContainEqual(
    expect.objectContaining({ id: 6, code: "Email", custom: false, idType: "Email" }),
  );
  expect(all.filter(({ custom }) => custom).map(({ code }) => code)).toEqual(["CRMID"]);
});

test("A test adds a namespace to one sandbox, and without a sandbox the production sandbox is listed", async () => {
  emulator.addNamespace("prod", "Loyalty");
  const codes = async (sandbox?: string) => (await listed(sandbox)).map(({ code }) => code);
  expect(await codes()).toContain("Loyalty");
  expect(await codes("dev")).not.toContain("Loyalty");
  expect(() => emulator.addNamespace("prod", "Loyalty")).toThrow(
    "already has the identity namespace Loyalty",
  );
  expect(emulator.objects("prod", "identityNamespaces")).toEqual([
    expect.objectContaining({ code: "Loyalty", custom: true, idType: "CROSS_DEVICE", status: "ACTIVE" }),
  ]);
});

test("One namespace is found by its id, and an unknown id is a 404", async () => {
  const client = connect(emulator);
  const added = (await listed("prod")).find(({ code }) => code === "CRMID")!;
  expect((await client.call("GET", `${identities}/${added.id}`)).json).toMatchObject({
    code: "CRMID",
    idType: "Cross_device",
  });
  const unknown = await client.call("GET", `${identities}/1234567`);
  expect(unknown).toMatchObject({ status: 404, body: { error: "NAMESPACE_NOT_FOUND" } });
});
