import { awkward } from "../emulator";
import { firstName } from "./kind";
import { allKinds, kinds } from "./kinds";
import {
  beforeAndAfter,
  callsDuring,
  deployed,
  idsIn,
  methodsOf,
  postOf,
  programOf,
  sandbox,
  succeeded,
  useAep,
} from "./scene";
import { expectSent, expectUpdateCalls } from "./sent";

const aep = useAep();

const cases = allKinds.flatMap((kind) =>
  kind.changes.map((change) => [`${kind.type}.${change.field}, ${change.what}`, kind, change] as const),
);

it.each(cases)(
  "an update (%s) sends one GET and one write with only that change, and the next preview is empty",
  async (_title, kind, change) => {
    const { emulator } = aep.current;
    emulator.set({ ...awkward, ...change.switches });
    const [before, after] = beforeAndAfter(kind, change.before, change.after);
    const stack = await deployed(aep.current, before);
    const post = postOf(aep.current, stack, kind);
    emulator.ledger.clear();
    const calls = await callsDuring(emulator, async () => {
      const run = await succeeded(stack.up(after));
      expect(run.changes).toEqual([`update ${kind.type} ${firstName(kind)}`]);
    });
    const id = idsIn(stack);
    expectUpdateCalls(methodsOf(kind, calls), change.sends, id);
    expect(calls.length).toBe(methodsOf(kind, calls).length);
    expectSent(kind, emulator.ledger.writes(), change.sends, id, post);
    const again = await callsDuring(emulator, async () => {
      expect((await succeeded(stack.preview(after))).changes).toEqual([]);
    });
    expect(again).toEqual([]);
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    expect((await succeeded(stack.up(after))).changes).toEqual([]);
  },
);

const flowServiceKinds = kinds.filter(({ path }) => path.includes("/flowservice/"));

describe.each(flowServiceKinds.map((kind) => [kind.type, kind] as const))(
  "%s that is ready after two GETs",
  (_type, kind) => {
    it("an update sends one write and two more GETs, and a delete waits until the object is gone", async () => {
      const { emulator } = aep.current;
      const [change] = kind.changes;
      const [before, after] = beforeAndAfter(kind, undefined, change!.after);
      const stack = await deployed(aep.current, before);
      emulator.set({ asyncPolls: 2 });
      const calls = await callsDuring(emulator, () => succeeded(stack.up(after)));
      expect(methodsOf(kind, calls)).toEqual(["GET", "PATCH", "GET", "GET", "GET"]);
      const again = await callsDuring(emulator, () => succeeded(stack.up(after)));
      expect(again).toEqual([]);
      await succeeded(stack.destroy());
      expect(stack.state).toEqual([]);
      expect(emulator.objects(sandbox, kind.collection)).toEqual([]);
    });
  },
);

it("one up sends a changed mapping set with one PUT and patches the dataflow to the new version", async () => {
  const { emulator } = aep.current;
  emulator.set(awkward);
  const stack = await deployed(aep.current, programOf(["Dataflow"]));
  const after = programOf(["Dataflow"], { "MappingSet customers": { "mappings[0].source": "Number" } });
  emulator.ledger.clear();
  const run = await succeeded(stack.up(after));
  expect(run.changes).toEqual(["update MappingSet customers", "update Dataflow hourly"]);
  const mappingId = stack.get("MappingSet", "customers").id;
  expect(emulator.ledger.writes()).toMatchObject([
    { method: "PUT", kind: "mappingSets", etagBefore: "0", etagAfter: "1" },
    {
      method: "PATCH",
      kind: "flows",
      body: [
        {
          op: "replace",
          path: "/transformations/0",
          value: { name: "Mapping", params: { mappingId, mappingVersion: 1 } },
        },
      ],
    },
  ]);
  expect((await succeeded(stack.preview(after))).changes).toEqual([]);
  expect((await succeeded(stack.refresh())).changes).toEqual([]);
});

it.each(["0", "latest"] as const)(
  "a changed mapping set leads to an empty preview and no drift if GET shows version %s by default",
  async (mappingSetVersionByDefault) => {
    aep.current.emulator.set({ ...awkward, mappingSetVersionByDefault });
    const stack = await deployed(aep.current, programOf(["Dataflow"]));
    for (const source of ["Number", "Key", "Identifier"]) {
      const after = programOf(["Dataflow"], { "MappingSet customers": { "mappings[0].source": source } });
      await succeeded(stack.up(after));
      expect((await succeeded(stack.preview(after))).changes).toEqual([]);
      expect((await succeeded(stack.refresh())).changes).toEqual([]);
      expect((await succeeded(stack.up(after))).changes).toEqual([]);
    }
  },
);

it.each(["0", "latest"] as const)(
  "where GET of a mapping set shows version %s by default, `get` reads the newest version after an update",
  async (mappingSetVersionByDefault) => {
    aep.current.emulator.set({ ...awkward, mappingSetVersionByDefault });
    const stack = await deployed(aep.current, programOf(["MappingSet"]));
    const after = programOf(["MappingSet"], { "MappingSet customers": { "mappings[0].source": "Number" } });
    await succeeded(stack.up(after));
    const { id, outputs } = stack.get("MappingSet", "customers");
    const other = aep.current.stack();
    await succeeded(other.up((declare) => void declare("MappingSet", "read", {}, { id })));
    const { version, mappings } = outputs;
    expect(other.get("MappingSet", "read").outputs).toMatchObject({ version, mappings });
    expect(mappings).toMatchObject([{ source: "Number" }, {}]);
  },
);
