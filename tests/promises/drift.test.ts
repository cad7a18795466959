import { awkward } from "../emulator";
import { firstName } from "./kind";
import { kinds } from "./kinds";
import {
  aMinuteLater,
  alone,
  allTypes,
  callsDuring,
  deployed,
  editOutside,
  everything,
  idsIn,
  keyOf,
  methodsOf,
  postOf,
  programOf,
  sandbox,
  succeeded,
  useAep,
} from "./scene";
import { expectSent, expectUpdateCalls } from "./sent";

const aep = useAep();

const edits = kinds.flatMap((kind) =>
  kind.outsideEdits.map(
    (edit) => [[`${kind.type}.${edit.field}`, edit.what].filter(Boolean).join(", "), kind, edit] as const,
  ),
);
const inPlace = edits.filter(([, , { sends }]) => sends !== "replace");
const replaced = edits.filter(([, , { sends }]) => sends === "replace");

it.each(edits)("an outside edit of %s is drift of that field only", async (_title, kind, edit) => {
  const stack = await deployed(aep.current, alone(kind, edit.before));
  editOutside(aep.current, stack, kind, edit.edit);
  aep.current.emulator.ledger.clear();
  const run = await succeeded(stack.refresh({ previewOnly: true }));
  expect(run.changes).toEqual([`read ${keyOf(kind)}`]);
  expect(run.steps.flatMap(({ diff }) => diff)).toEqual([edit.field]);
  expect(aep.current.emulator.ledger.writes()).toEqual([]);
});

it.each(inPlace)(
  "an up after a refresh reverts an outside edit of %s with one write",
  async (_title, kind, edit) => {
    const program = alone(kind, edit.before);
    const stack = await deployed(aep.current, program);
    const post = postOf(aep.current, stack, kind);
    editOutside(aep.current, stack, kind, edit.edit);
    await succeeded(stack.refresh());
    aep.current.emulator.ledger.clear();
    const sends = edit.sends as Exclude<typeof edit.sends, "replace">;
    const calls = await callsDuring(aep.current.emulator, async () => {
      expect((await succeeded(stack.up(program))).changes).toEqual([`update ${keyOf(kind)}`]);
    });
    expectUpdateCalls(methodsOf(kind, calls), sends, idsIn(stack));
    expectSent(kind, aep.current.emulator.ledger.writes(), sends, idsIn(stack), post);
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    expect((await succeeded(stack.up(program))).changes).toEqual([]);
  },
);

it.each(replaced)(
  "an outside edit of %s that AEP cannot revert replaces the object",
  async (_title, kind, edit) => {
    const program = everything(kind, edit.before);
    const stack = await deployed(aep.current, program);
    editOutside(aep.current, stack, kind, edit.edit);
    await succeeded(stack.refresh());
    const run = await succeeded(stack.up(program));
    expect(run.changes).toContain(`replace ${keyOf(kind)}`);
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    expect((await succeeded(stack.up(program))).changes).toEqual([]);
  },
);

describe.each(kinds.map((kind) => [kind.type, kind] as const))("%s", (_type, kind) => {
  it("that was deleted outside is created again, and no other object", async () => {
    const stack = aMinuteLater(await deployed(aep.current, alone(kind)));
    const { id } = stack.get(kind.type, firstName(kind));
    aep.current.emulator.remove(sandbox, kind.collection, id);
    expect((await succeeded(stack.refresh())).changes).toEqual([`read ${keyOf(kind)}`]);
    aep.current.emulator.ledger.clear();
    expect((await succeeded(stack.up(alone(kind)))).changes).toEqual([`create ${keyOf(kind)}`]);
    expect(aep.current.emulator.ledger.writes().map(({ method }) => method)).toEqual(["POST"]);
    expect(stack.get(kind.type, firstName(kind)).id).not.toBe(id);
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
  });

  it("that was deleted outside is created again with its dependents, or refused", async () => {
    const all = programOf(allTypes);
    const stack = aMinuteLater(await deployed(aep.current, all));
    aep.current.emulator.remove(sandbox, kind.collection, stack.get(kind.type, firstName(kind)).id);
    await succeeded(stack.refresh());
    const run = await stack.up(all);
    if (kind.afterDeletion instanceof RegExp) {
      expect(run.errors[0]?.message).toMatch(kind.afterDeletion);
      return;
    }
    expect(run.errors).toEqual([]);
    const changes = run.changes.filter((change) => !change.startsWith("delete "));
    expect([...changes].sort()).toEqual([...kind.afterDeletion].sort());
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    expect((await succeeded(stack.up(all))).changes).toEqual([]);
  });

  it("that was deleted outside and is updated without a refresh is an error with the remedy", async () => {
    const [change] = kind.changes;
    const stack = await deployed(aep.current, alone(kind));
    aep.current.emulator.remove(sandbox, kind.collection, stack.get(kind.type, firstName(kind)).id);
    const run = await stack.up(alone(kind, change!.after));
    expect(run.errors).toHaveLength(1);
    expect(run.errors[0]?.message).toMatch(
      new RegExp(`^update ${kind.type} "${firstName(kind)}": .*deleted outside.*--refresh`),
    );
  });
});

it("fields that AEP adds are no drift, with any switches", async () => {
  const all = programOf(allTypes);
  const stack = await deployed(aep.current, all);
  for (const [name, value] of Object.entries(awkward)) {
    aep.current.emulator.set({ ...awkward, [name]: value === true ? false : "asSent" });
    expect({ name, changes: (await succeeded(stack.refresh())).changes }).toEqual({ name, changes: [] });
  }
});
