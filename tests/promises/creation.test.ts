import { awkward } from "../emulator";
import type { Stack } from "../wire/stack";
import { firstName } from "./kind";
import { kinds } from "./kinds";
import { alone, callsDuring, kindOf, methodsOf, postOf, sandbox, succeeded, useAep } from "./scene";
import { markIn } from "./sent";

const aep = useAep();

const flowServiceKinds = kinds.filter(({ path }) => path.includes("/flowservice/"));

/** Runs with a stack whose provider process has created nothing yet. */
async function inNewProcess<T>(run: (stack: Stack) => Promise<T>): Promise<T> {
  const process = await aep.current.startProvider();
  try {
    return await run(aep.current.stack({ provider: process }));
  } finally {
    await process.kill();
  }
}

/** The methods of the calls to the kind's collection in order, and the number of new objects. */
async function callsOfCreation(
  stack: Stack,
  type: string,
  places = {},
): Promise<{ methods: string[]; made: number }> {
  const kind = kindOf(type);
  const { emulator } = aep.current;
  const before = emulator.objects(sandbox, kind.collection).length;
  const calls = await callsDuring(emulator, () => succeeded(stack.up(alone(kind, places))));
  const made = emulator.objects(sandbox, kind.collection).length - before;
  return { methods: methodsOf(kind, calls), made };
}

const times = (count: number, method: string): string[] => Array<string>(count).fill(method);

describe.each(kinds.map((kind) => [kind.type, kind] as const))("%s", (type, kind) => {
  it("a create sends one POST and one GET, after one list of objects that an earlier process may have left", async () => {
    await inNewProcess(async (stack) => {
      const { methods, made } = await callsOfCreation(stack, type);
      expect(methods[0]).toBe("LIST");
      expect(methods.slice(1).sort()).toEqual([...times(made, "GET"), ...times(made, "POST")]);
      expect(made).toBeGreaterThan(0);
    });
  });

  it("a second create in the same process does not list the objects again", async () => {
    await inNewProcess(async (stack) => {
      await callsOfCreation(stack, type);
      await succeeded(stack.destroy());
      const { methods, made } = await callsOfCreation(stack, type);
      expect(methods.sort()).toEqual([...times(made, "GET"), ...times(made, "POST")]);
    });
  });

  it("a create adds the mark to the text of the program, and the state has only that text", async () => {
    const stack = aep.current.stack();
    await succeeded(stack.up(alone(kind)));
    const post = postOf(aep.current, stack, kind);
    const mark = markIn(kind, post);
    const { inputs, outputs } = stack.get(type, firstName(kind));
    if (kind.mark !== undefined) {
      expect(typeof inputs[kind.mark]).toBe("string");
      expect(post[kind.mark]).toBe(`${String(inputs[kind.mark])} ${mark}`);
      expect(outputs[kind.mark]).toBe(inputs[kind.mark]);
    }
    await succeeded(stack.refresh());
    expect(JSON.stringify(stack.state)).not.toContain("(pulumi ");
  });
});

it.each(kinds.filter(({ mark }) => mark !== undefined).map((kind) => [kind.type, kind] as const))(
  "%s without a text is sent with only the mark, and shows no text",
  async (type, kind) => {
    const stack = aep.current.stack();
    await succeeded(stack.up(alone(kind, { [kind.mark!]: undefined })));
    const post = postOf(aep.current, stack, kind);
    expect(post[kind.mark!]).toBe(markIn(kind, post));
    await succeeded(stack.refresh());
    const { inputs, outputs } = stack.get(type, firstName(kind));
    expect([inputs[kind.mark!], outputs[kind.mark!]]).toEqual([undefined, undefined]);
  },
);

it("the create of a disabled dataflow sends one more action and one more GET", async () => {
  const { methods } = await inNewProcess((stack) =>
    callsOfCreation(stack, "Dataflow", { state: "disabled" }),
  );
  expect(methods).toEqual(["LIST", "POST", "GET", "ACTION", "GET"]);
  expect(aep.current.emulator.objects(sandbox, "flows")).toMatchObject([{ state: "disabled" }]);
});

describe.each(flowServiceKinds.map(({ type }) => [type]))("%s that is ready after two GETs", (type) => {
  it("a create sends two more GETs, and the next up has nothing to do", async () => {
    await inNewProcess(async (stack) => {
      aep.current.emulator.set({ ...awkward, asyncPolls: 2 });
      const kind = kindOf(type);
      const { methods, made } = await callsOfCreation(stack, type);
      expect(methods[0]).toBe("LIST");
      expect(methods.slice(1).sort()).toEqual([...times(3 * made, "GET"), ...times(made, "POST")]);
      expect((await succeeded(stack.up(alone(kind)))).changes).toEqual([]);
      expect((await succeeded(stack.refresh())).changes).toEqual([]);
      aep.current.emulator.set({ asyncPolls: 0 });
      await succeeded(stack.destroy());
    });
  });
});

it("a process makes every look-up once and requests one token", async () => {
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
