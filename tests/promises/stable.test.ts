import { allKinds, kinds } from "./kinds";
import { allTypes, alone, callsDuring, deployed, programOf, sandbox, succeeded, useAep } from "./scene";

const aep = useAep();

describe.each(allKinds.map((kind) => [kind.type, kind] as const))("%s", (_type, kind) => {
  it("a second up and a preview have no change and send no request", async () => {
    const { emulator } = aep.current;
    const stack = await deployed(aep.current, alone(kind));
    const calls = await callsDuring(emulator, async () => {
      expect((await succeeded(stack.up(alone(kind)))).changes).toEqual([]);
      expect((await succeeded(stack.preview(alone(kind)))).changes).toEqual([]);
    });
    expect(calls).toEqual([]);
  });

  it("a refresh finds no drift, and the up after it sends no request", async () => {
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

  it("a destroy deletes everything, and a second one succeeds", async () => {
    const { emulator } = aep.current;
    const stack = await deployed(aep.current, alone(kind));
    emulator.set(kind.attachment?.destroySwitches ?? {});
    const before = stack.saveState();
    await succeeded(stack.destroy());
    expect(stack.state).toEqual([]);
    for (const { collection } of kinds) expect(emulator.objects(sandbox, collection)).toEqual([]);
    stack.restoreState(before);
    await succeeded(stack.destroy());
    expect(stack.state).toEqual([]);
  });
});

it("all kinds together have no change and no drift, and a destroy deletes everything", async () => {
  const { emulator } = aep.current;
  const all = programOf(allTypes);
  const stack = await deployed(aep.current, all);
  expect((await succeeded(stack.up(all))).changes).toEqual([]);
  expect((await succeeded(stack.refresh())).changes).toEqual([]);
  expect((await succeeded(stack.preview(all))).changes).toEqual([]);
  await succeeded(stack.destroy());
  for (const { collection } of kinds) expect(emulator.objects(sandbox, collection)).toEqual([]);
});
