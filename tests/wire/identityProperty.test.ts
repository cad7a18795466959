import { startAep, type Aep } from "./fixtures/aep";
import { ref, type Program } from "./program";
import type { Stack } from "./stack";

/** AEP refuses an identity without `xdm:property` (XDM-4000-400). Version 0.1.0 sent none where the program had none. */

let aep: Aep;

beforeAll(async () => {
  aep = await startAep();
});
beforeEach(() => {
  aep.emulator.reset();
});
afterAll(() => aep.close());

const person = "https://ns.adobe.com/xdm/context/profile";
const details = "https://ns.adobe.com/xdm/context/profile-personal-details";

const program =
  (property?: string): Program =>
  (declare) => {
    const schema = declare("Schema", "members", { title: "Members", class: person, fieldGroups: [details] });
    declare("SchemaDescriptor", "email", {
      type: "xdm:descriptorIdentity",
      sourceSchema: ref(schema).id,
      sourceProperty: "/personalEmail/address",
      namespace: "Email",
      ...(property === undefined ? {} : { property }),
    });
  };

async function deployed(): Promise<Stack> {
  const stack = aep.stack();
  expect((await stack.up(program())).errors).toEqual([]);
  return stack;
}

/** The state of the descriptor as version 0.1.0 wrote it. */
function asOf010(stack: Stack): void {
  const older = stack.saveState().map((one) => {
    const { property: _input, ...inputs } = one.inputs;
    const { property: _output, ...outputs } = one.outputs;
    return { ...one, inputs, outputs };
  });
  stack.restoreState(older);
}

function editDescriptor(edit: (stored: Record<string, unknown>) => void): void {
  const [live] = aep.emulator.objects("dev", "descriptors") as Record<string, unknown>[];
  aep.emulator.edit("dev", "descriptors", String(live!["@id"]), (stored) => {
    edit(stored as Record<string, unknown>);
  });
}

it("an identity is created with xdm:property, which is xdm:code by default", async () => {
  await deployed();
  expect(aep.emulator.objects("dev", "descriptors")).toMatchObject([{ "xdm:property": "xdm:code" }]);
});

it.each([undefined, "xdm:code"])("state of 0.1.0 shows no difference where AEP holds %s", async (live) => {
  const stack = await deployed();
  asOf010(stack);
  editDescriptor((stored) => {
    if (live === undefined) delete stored["xdm:property"];
  });
  expect((await stack.preview(program())).changes).toEqual([]);
  expect((await stack.preview(program(), { refresh: true })).changes).toEqual([]);
  expect((await stack.refresh()).changes).toEqual([]);
});

it("a program that writes the default after 0.1.0 sends no write", async () => {
  const stack = await deployed();
  asOf010(stack);
  aep.emulator.ledger.clear();
  expect(await stack.up(program("xdm:code"))).toMatchObject({ errors: [] });
  expect(aep.emulator.ledger.writes()).toEqual([]);
});
