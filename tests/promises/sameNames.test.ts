import type { ResourceState } from "../wire/resourceState";
import type { ProgramInputs } from "../wire/program";
import type { Stack } from "../wire/stack";
import { firstName, hasTitle, type Kind, type Places } from "./kind";
import { kinds } from "./kinds";
import { alone, kindOf, succeeded, useAep, useNewRuns } from "./scene";
import { markIn } from "./sent";

/** Children with the same name in components of two types. `inputs.pulumi.parents` distinguishes them. */

const aep = useAep();
const { newProcess } = useNewRuns(aep);
/** A stack with the child of one component, and with all objects that the child needs in state. */
function under(
  parents: string | undefined,
  kind: Kind,
  state: readonly ResourceState[] = [],
  provider = aep.current.provider,
): Stack {
  const inputsOf = (type: string, name: string, args: ProgramInputs): ProgramInputs => {
    const child = type === kind.type && name === firstName(kind) && parents !== undefined;
    const pulumi = { project: "ingestion", stack: "dev", name, ...(child ? { parents } : {}) };
    return { sandbox: "dev", pulumi, ...args };
  };
  return aep.current.stack({ provider, inputsOf, state });
}

const child = (kind: Kind) => (one: ResourceState) => one.kind === kind.type && one.name === firstName(kind);

/** Titles are unique in a sandbox. */
const other = (kind: Kind): Places => (hasTitle(kind) ? { title: "The other component's" } : {});

const marks = (kind: Kind): string[] => {
  const posts = aep.current.emulator.ledger.writes(kind.collection).filter(({ method, path }) => {
    return method === "POST" && !path.includes("/action?");
  });
  return posts.map(({ body }) => markIn(kind, body as Record<string, unknown>));
};

const markedKinds = kinds.filter(({ mark }) => mark !== undefined).map((kind) => [kind.type, kind] as const);

describe.each(markedKinds)("%s", (_type, kind) => {
  const idIn = (stack: Stack) => stack.get(kind.type, firstName(kind)).id;

  it("of one component is never adopted by another component, not even after a lost state", async () => {
    const [shop, depot] = ["acme:Shop", "acme:Site$acme:Depot"];
    const first = under(shop, kind);
    await succeeded(first.up(alone(kind)));
    const needed = first.state.filter((one) => !child(kind)(one));
    aep.current.emulator.ledger.clear();
    const second = under(depot, kind, needed, await newProcess());
    await succeeded(second.up(alone(kind, other(kind))));
    const ids = [idIn(first), idIn(second)];
    expect(new Set(ids).size).toBe(2);
    expect(aep.current.emulator.ledger.writes().map(({ method }) => method)).toEqual(["POST"]);
    aep.current.emulator.ledger.clear();
    // After both states are lost, each finds its own object.
    const provider = await newProcess();
    const foundByFirst = under(shop, kind, needed, provider);
    await succeeded(foundByFirst.up(alone(kind)));
    const foundBySecond = under(depot, kind, needed, provider);
    await succeeded(foundBySecond.up(alone(kind, other(kind))));
    expect([idIn(foundByFirst), idIn(foundBySecond)]).toEqual(ids);
    expect(aep.current.emulator.ledger.writes().filter(({ method }) => method === "POST")).toEqual([]);
  });

  it("without a component has another mark", async () => {
    const first = under(undefined, kind);
    await succeeded(first.up(alone(kind)));
    const before = marks(kind);
    expect(new Set(before).size).toBe(before.length);
    const needed = first.state.filter((one) => !child(kind)(one));
    const second = under("acme:Shop", kind, needed, await newProcess());
    await succeeded(second.up(alone(kind, other(kind))));
    expect(new Set(marks(kind)).size).toBe(before.length + 1);
    expect(idIn(second)).not.toBe(idIn(first));
  });
});

describe("a descriptor, which has no mark", () => {
  const kind = kindOf("SchemaDescriptor");

  it("that equals another resource's descriptor is an error with its id, and the object is kept", async () => {
    const stack = under(undefined, kind);
    await succeeded(stack.up(alone(kind)));
    const { id } = stack.get(kind.type, firstName(kind));
    stack.provider = await newProcess();
    // The twin is created first, before the provider knows the object in the state.
    const twice = await stack.up((declare) => {
      alone(kind)((type, name, inputs, options) => {
        if (type !== kind.type) return declare(type, name, inputs, options);
        const twin = declare(type, "twin", inputs, options);
        return declare(type, name, inputs, { ...options, dependsOn: [twin] });
      });
    });
    expect(twice.errors.map(({ message }) => message).join()).toMatch(
      /two resources of this program manage the same object .*Remove one of them/,
    );
    expect(stack.get(kind.type, firstName(kind)).id).toBe(id);
    stack.provider = await newProcess();
    await succeeded(stack.up(alone(kind)));
    expect(stack.find(kind.type, "twin")).toBeUndefined();
    expect(aep.current.emulator.objects("dev", "descriptors").map((live) => live["@id"])).toContain(id);
  });
});
