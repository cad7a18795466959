import { allKinds, kinds } from "./kinds";
import { allTypes, alone, callsDuring, deployed, programOf, sandbox, succeeded, useAep } from "./scene";

const aep = useAep();

describe.each(allKinds.map((kind) => [kind.type, kind] as const))("%s", (_type, kind) => {
  it("needs nothing, and no call, in an up and a preview after the first up", async () => {
    const { emulator } = aep.current;
    const stack = await deployed(aep.current, alone(kind));
    const calls = await callsDuring(emulator, async () => {
      expect((await succeeded(stack.up(alone(kind)))).changes).toEqual([]);
      expect((await succeeded(stack.preview(alone(kind)))).changes).toEqual([]);
    });
    expect(calls).toEqual([]);
  });

  it("shows no drift after a refresh, and needs no call in the up after it", async () => {
    const { emulator } = aep.current;
    const stack = await deployed(aep.current, alone(kind));
    emulator.ledger.clear();
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    const calls = await callsDuring(emulator, async () => {
      expect((await succeeded(stack.up(alone(kind)))).changes).toEqual([]);
    });
    expect(calls).toEqual([]);
    expect(emulator.ledger.writes()).toEqual([]);
  });

  it("leaves nothing after destroy, and takes a second deletion for done", async () => {
    const { emulator } = aep.current;
    const stack = await deployed(aep.current, alone(kind));
    emulator.set(kind.facet?.destroyedWhere ?? {});
    const before = stack.saveState();
    await succeeded(stack.destroy());
    expect(stack.state).toEqual([]);
    for (const { collection } of kinds) expect(emulator.objects(sandbox, collection)).toEqual([]);
    stack.restoreState(before);
    await succeeded(stack.destroy());
    expect(stack.state).toEqual([]);
  });
});

it("holds for all kinds together: no change, no drift, nothing left", async () => {
  const { emulator } = aep.current;
  const all = programOf(allTypes);
  const stack = await deployed(aep.current, all);
  expect((await succeeded(stack.up(all))).changes).toEqual([]);
  expect((await succeeded(stack.refresh())).changes).toEqual([]);
  expect((await succeeded(stack.preview(all))).changes).toEqual([]);
  await succeeded(stack.destroy());
  for (const { collection } of kinds) expect(emulator.objects(sandbox, collection)).toEqual([]);
});
