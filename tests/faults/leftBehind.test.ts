import { programOf } from "../promises/scene";
import { Stack } from "../wire/stack";
import { startCrashRig, type CrashRig } from "./sweepRig";
import { liveObjects } from "./sweepWorld";

/** An object that an interrupted create left behind, whose fixed fields the program then changed. */

let rig: CrashRig;
beforeAll(async () => {
  rig = await startCrashRig();
});
afterAll(() => rig.close());

const source = programOf(["SourceConnection customers"]);
const ofAnotherFile = programOf(["SourceConnection customers"], {
  "SourceConnection customers": { "params.path": "/crm/prospects.csv" },
});

/** A stack after an interrupted create of a source connection, and the id of that connection. */
async function interrupted(): Promise<{ stack: Stack; id: string }> {
  for (let call = 1; call <= 20; call++) {
    rig.emulator.reset();
    const provider = rig.provider({ killAt: { call, when: "after" } });
    const stack = new Stack({ provider, parallel: 1 });
    await stack.up(source);
    await provider.kill();
    const [made] = liveObjects(rig.emulator).filter(({ collection }) => collection === "sourceConnections");
    if (made) return { stack, id: made.id };
  }
  throw new Error("no call created a source connection");
}

it("one warning names the object, its sandbox and what to do; the object is not changed", async () => {
  const { stack, id } = await interrupted();
  const provider = rig.provider();
  stack.provider = provider;
  const { ok } = await stack.up(ofAnotherFile);
  expect(ok).toBe(true);
  expect(provider.warnings).toEqual([
    `pulumi-aep: SourceConnection "customers": sandbox "dev" also has ${id}, which an earlier run created for this resource ` +
      "with other inputs and which is not in the state. Delete it in AEP, unless you keep it on purpose or this run replaces it\n",
  ]);
  expect(liveObjects(rig.emulator).map((object) => object.id)).toContain(id);
});

it("the object is adopted with a warning if the program is unchanged", async () => {
  const { stack, id } = await interrupted();
  const provider = rig.provider();
  stack.provider = provider;
  await stack.up(source);
  expect(provider.warnings).toEqual([
    `pulumi-aep: SourceConnection "customers": ${id} already exists for this resource (found by its mark) and was reused\n`,
  ]);
  expect(stack.state.map((entry) => entry.id)).toContain(id);
});

it("no warning names an object that a replacement is about to delete", async () => {
  rig.emulator.reset();
  const stack = new Stack({ provider: rig.provider(), parallel: 1 });
  await stack.up(source);
  const provider = rig.provider();
  stack.provider = provider;
  const { changes } = await stack.up(ofAnotherFile);
  expect(changes.join()).toContain("replace");
  expect(provider.warnings).toEqual([]);
});
