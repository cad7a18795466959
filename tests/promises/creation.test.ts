import { awkward } from "../emulator";
import { kinds } from "./kinds";
import { alone, callsDuring, kindOf, methodsOf, sandbox, succeeded, useAep } from "./scene";

const aep = useAep();

const flowServiceKinds = kinds.filter(({ path }) => path.includes("/flowservice/"));

/** The methods of the calls to the kind's collection per object made. */
async function callsOfCreation(type: string, places = {}): Promise<{ methods: string[]; made: number }> {
  const kind = kindOf(type);
  const { emulator } = aep.current;
  const calls = await callsDuring(emulator, () => succeeded(aep.current.stack().up(alone(kind, places))));
  return { methods: methodsOf(kind, calls).sort(), made: emulator.objects(sandbox, kind.collection).length };
}

const times = (count: number, method: string): string[] => Array<string>(count).fill(method);

describe.each(kinds.map(({ type }) => [type]))("%s", (type) => {
  it("is made with one POST and one GET", async () => {
    const { methods, made } = await callsOfCreation(type);
    expect(methods).toEqual([...times(made, "GET"), ...times(made, "POST")]);
    expect(made).toBeGreaterThan(0);
  });
});

it("a disabled dataflow costs one action and one GET more", async () => {
  const { methods } = await callsOfCreation("Dataflow", { state: "disabled" });
  expect(methods).toEqual(["ACTION", "GET", "GET", "POST"]);
  expect(aep.current.emulator.objects(sandbox, "flows")).toMatchObject([{ state: "disabled" }]);
});

describe.each(flowServiceKinds.map(({ type }) => [type]))("%s that is ready after two polls", (type) => {
  it("is made with two GETs more, and then nothing is left to do", async () => {
    aep.current.emulator.set({ ...awkward, asyncPolls: 2 });
    const kind = kindOf(type);
    const stack = aep.current.stack();
    const calls = await callsDuring(aep.current.emulator, () => succeeded(stack.up(alone(kind))));
    const made = aep.current.emulator.objects(sandbox, kind.collection).length;
    expect(methodsOf(kind, calls).sort()).toEqual([...times(3 * made, "GET"), ...times(made, "POST")]);
    expect((await succeeded(stack.up(alone(kind)))).changes).toEqual([]);
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    aep.current.emulator.set({ asyncPolls: 0 });
    await succeeded(stack.destroy());
  });
});

it("look-ups are made once for a process, and tokens too", async () => {
  const first = aep.current.stack();
  await succeeded(first.up(alone(kindOf("Dataflow"))));
  const { emulator } = aep.current;
  const before = emulator.requests.length;
  await succeeded(
    first.up(alone(kindOf("Dataflow"), { flowSpec: "GenericStreamingAEP", scheduleParams: undefined })),
  );
  await succeeded(first.up(alone(kindOf("Dataflow"))));
  const paths = emulator.requests.slice(before).map(({ path }) => path);
  expect(paths.filter((path) => path.includes("/ims/"))).toEqual([]);
  expect(paths.filter((path) => path.includes("/flowSpecs?") && path.includes("CloudStorage"))).toEqual([]);
});
