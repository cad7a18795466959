import type { Program } from "../wire/program";
import type { Stack } from "../wire/stack";
import { firstName, type Kind, type Places } from "./kind";
import { kinds } from "./kinds";
import {
  allTypes,
  alone,
  everything,
  kindOf,
  methodsOf,
  sandbox,
  succeeded,
  useAep,
  useNewRuns,
} from "./scene";

/** `pulumi up --replace`: the engine calls check with empty old inputs, asks for no diff and never tells the id. */

const aep = useAep();
const { inNewRun } = useNewRuns(aep);

/** `--replace` takes logical names, and several examples share theirs. */
function uniquelyNamed(program: Program): Program {
  return (declare) => {
    program((type, name, inputs, options) => declare(type, `${type} ${name}`, inputs, options));
  };
}

const nameOf = (kind: Kind): string => `${kind.type} ${firstName(kind)}`;

async function forced(kind: Kind, before: Program, after: Program = before) {
  const stack = aep.current.stack();
  await succeeded(stack.up(uniquelyNamed(before)));
  const { id } = stack.get(kind.type, nameOf(kind));
  const ids = idsOf(kind);
  await inNewRun(stack);
  const { emulator } = aep.current;
  emulator.ledger.clear();
  const run = await succeeded(stack.up(uniquelyNamed(after), { replace: [nameOf(kind)] }));
  const writes = emulator.ledger.writes(kind.collection).map(({ method, path }) => `${method} ${path}`);
  return { stack, id, ids, run, methods: methodsOf(kind, writes) };
}

function idsOf(kind: Kind): string[] {
  const { world } = aep.current.emulator;
  const dev = world.sandboxes.find(({ name }) => name === sandbox)!;
  return [...world.collection(dev, kind.collection).keys()].sort();
}

async function expectSettled(stack: Stack, program: Program): Promise<void> {
  expect((await succeeded(stack.preview(uniquelyNamed(program)))).changes).toEqual([]);
  expect((await succeeded(stack.refresh())).changes).toEqual([]);
  expect((await succeeded(stack.up(uniquelyNamed(program)))).changes).toEqual([]);
}

const anew = ["Dataflow", "SchemaDescriptor"].map(kindOf);
const kept = kinds.filter((kind) => !anew.includes(kind));

describe.each(anew.map((kind) => [kind.type, kind] as const))("%s with --replace", (_type, kind) => {
  it("is deleted first and made anew: one live object, which is the one in state", async () => {
    const { stack, id, ids, methods, run } = await forced(kind, alone(kind));
    const now = stack.get(kind.type, nameOf(kind)).id;
    expect(run.changes).toContain(`replace ${kind.type} ${nameOf(kind)}`);
    expect(methods).toEqual(["DELETE", "POST"]);
    expect(now).not.toBe(id);
    expect(idsOf(kind)).toEqual(ids.map((one) => (one === id ? now : one)).sort());
    await expectSettled(stack, alone(kind));
  });
});

describe.each(kept.map((kind) => [kind.type, kind] as const))("%s with --replace", (_type, kind) => {
  it("is found by its mark and kept: one live object, which is the one in state", async () => {
    const { stack, id, ids, methods, run } = await forced(kind, alone(kind));
    expect(run.changes).toContain(`replace ${kind.type} ${nameOf(kind)}`);
    expect(methods.filter((method) => method !== "PATCH")).toEqual([]);
    expect(stack.get(kind.type, nameOf(kind)).id).toBe(id);
    expect(idsOf(kind)).toEqual(ids);
    await expectSettled(stack, alone(kind));
    await inNewRun(stack);
    await succeeded(stack.destroy());
    expect(idsOf(kind)).toEqual([]);
  });

  it("takes a change of the same run along", async () => {
    const [change] = kind.changes.filter(({ before, switches, sends }) => !before && !switches && sends);
    const after = alone(kind, change!.after);
    const { stack, id, methods } = await forced(kind, alone(kind), after);
    expect(stack.get(kind.type, nameOf(kind)).id).toBe(id);
    expect(methods).not.toContain("DELETE");
    await expectSettled(stack, after);
  });

  it("in a whole chain leaves all that stands on it as it is", async () => {
    const { stack, id } = await forced(kind, everything(kind));
    expect(stack.get(kind.type, nameOf(kind)).id).toBe(id);
    const { emulator } = aep.current;
    expect(emulator.ledger.writes().filter(({ method }) => method === "DELETE")).toEqual([]);
    for (const type of allTypes) expect(stack.state.filter((one) => one.kind === type)).not.toEqual([]);
    await expectSettled(stack, everything(kind));
  });
});

it("a field that only a new object can change makes one with --replace too, and the old one goes", async () => {
  const kind = kindOf("SourceConnection");
  const after: Places = { "params.path": "/crm/clients" };
  const { stack, id, ids } = await forced(kind, alone(kind), alone(kind, after));
  const now = stack.get(kind.type, nameOf(kind)).id;
  expect(now).not.toBe(id);
  expect(idsOf(kind)).toEqual(ids.map((one) => (one === id ? now : one)));
  await expectSettled(stack, alone(kind, after));
});

it("a dataset that holds data keeps it", async () => {
  const kind = kindOf("Dataset");
  const stack = aep.current.stack();
  await succeeded(stack.up(uniquelyNamed(alone(kind))));
  const { id } = stack.get("Dataset", nameOf(kind));
  const { world } = aep.current.emulator;
  const dev = world.sandboxes.find(({ name }) => name === sandbox)!;
  const batch = { status: "success", created: Date.now(), relatedObjects: [{ type: "dataSet", id }] };
  world.collection(dev, "batches").set("0123456789", batch);
  await inNewRun(stack);
  await succeeded(stack.up(uniquelyNamed(alone(kind)), { replace: [nameOf(kind)] }));
  expect(idsOf(kind)).toEqual([id]);
  expect(stack.get("Dataset", nameOf(kind)).id).toBe(id);
});

describe.each(kept.map((kind) => [kind.type, kind] as const))("%s with --replace", (_type, kind) => {
  // The engine leaves the old state entry to the next run to delete: it names the object that was kept.
  it("is kept by the run after one in which something else failed", async () => {
    const stack = aep.current.stack();
    const program = uniquelyNamed(alone(kind));
    await succeeded(stack.up(program));
    const { id } = stack.get(kind.type, nameOf(kind));
    await inNewRun(stack);
    const run = await stack.up(withFailure(program, kind), { replace: [nameOf(kind)] });
    expect(run.errors).toMatchObject([{ stage: "create" }]);
    expect(run.changes).toContain(`replace ${kind.type} ${nameOf(kind)}`);
    await inNewRun(stack);
    await succeeded(stack.up(program));
    expect(idsOf(kind)).toContain(id);
    expect(stack.get(kind.type, nameOf(kind)).id).toBe(id);
    await expectSettled(stack, alone(kind));
  });
});

/** The program with something that AEP refuses once the kind's own example is done. */
function withFailure(program: Program, kind: Kind): Program {
  return (declare) => {
    program((type, name, inputs, options) => {
      const declared = declare(type, name, inputs, options);
      if (`${type} ${name}` === `${kind.type} ${nameOf(kind)}`) {
        const nowhere = {
          name: "Nowhere",
          baseConnectionId: "00000000-0000-4000-8000-000000000000",
          connectionSpec: "amazon-s3",
          data: { format: "delimited" },
          params: { path: "/nowhere", type: "folder" },
        };
        declare("SourceConnection", "refused", nowhere, { dependsOn: [declared] });
      }
      return declared;
    });
  };
}
