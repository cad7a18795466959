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

/** `pulumi up --replace`: the engine calls check with empty old inputs, does not call diff and never passes the id. */

const aep = useAep();
const { inNewRun } = useNewRuns(aep);

/** `--replace` takes logical names, so every example needs a unique name. */
function uniquelyNamed(program: Program): Program {
  return (declare) => {
    program((type, name, inputs, options) => declare(type, `${type} ${name}`, inputs, options));
  };
}

const nameOf = (kind: Kind): string => `${kind.type} ${firstName(kind)}`;

async function forceReplacement(kind: Kind, before: Program, after: Program = before) {
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

async function expectNothingToDo(stack: Stack, program: Program): Promise<void> {
  expect((await succeeded(stack.preview(uniquelyNamed(program)))).changes).toEqual([]);
  expect((await succeeded(stack.refresh())).changes).toEqual([]);
  expect((await succeeded(stack.up(uniquelyNamed(program)))).changes).toEqual([]);
}

const recreatedKinds = ["Dataflow", "SchemaDescriptor"].map(kindOf);
const reusedKinds = kinds.filter((kind) => !recreatedKinds.includes(kind));

describe.each(recreatedKinds.map((kind) => [kind.type, kind] as const))(
  "%s with --replace",
  (_type, kind) => {
    it("is deleted and then created again; AEP has one object, which is the one in state", async () => {
      const { stack, id, ids, methods, run } = await forceReplacement(kind, alone(kind));
      const now = stack.get(kind.type, nameOf(kind)).id;
      expect(run.changes).toContain(`replace ${kind.type} ${nameOf(kind)}`);
      expect(methods).toEqual(["DELETE", "POST"]);
      expect(now).not.toBe(id);
      expect(idsOf(kind)).toEqual(ids.map((one) => (one === id ? now : one)).sort());
      await expectNothingToDo(stack, alone(kind));
    });
  },
);

describe.each(reusedKinds.map((kind) => [kind.type, kind] as const))("%s with --replace", (_type, kind) => {
  it("is found by its mark and reused; AEP has one object, which is the one in state", async () => {
    const { stack, id, ids, methods, run } = await forceReplacement(kind, alone(kind));
    expect(run.changes).toContain(`replace ${kind.type} ${nameOf(kind)}`);
    expect(methods.filter((method) => method !== "PATCH")).toEqual([]);
    expect(stack.get(kind.type, nameOf(kind)).id).toBe(id);
    expect(idsOf(kind)).toEqual(ids);
    await expectNothingToDo(stack, alone(kind));
    await inNewRun(stack);
    await succeeded(stack.destroy());
    expect(idsOf(kind)).toEqual([]);
  });

  it("a change of the same run is applied to the reused object", async () => {
    const [change] = kind.changes.filter(({ before, switches, sends }) => !before && !switches && sends);
    const after = alone(kind, change!.after);
    const { stack, id, methods } = await forceReplacement(kind, alone(kind), after);
    expect(stack.get(kind.type, nameOf(kind)).id).toBe(id);
    expect(methods).not.toContain("DELETE");
    await expectNothingToDo(stack, after);
  });

  it("in a whole chain leaves all dependents unchanged", async () => {
    const { stack, id } = await forceReplacement(kind, everything(kind));
    expect(stack.get(kind.type, nameOf(kind)).id).toBe(id);
    const { emulator } = aep.current;
    expect(emulator.ledger.writes().filter(({ method }) => method === "DELETE")).toEqual([]);
    for (const type of allTypes) expect(stack.state.filter((one) => one.kind === type)).not.toEqual([]);
    await expectNothingToDo(stack, everything(kind));
  });
});

it("a changed field that requires a new object replaces it with --replace too", async () => {
  const kind = kindOf("SourceConnection");
  const after: Places = { "params.path": "/crm/clients" };
  const { stack, id, ids } = await forceReplacement(kind, alone(kind), alone(kind, after));
  const now = stack.get(kind.type, nameOf(kind)).id;
  expect(now).not.toBe(id);
  expect(idsOf(kind)).toEqual(ids.map((one) => (one === id ? now : one)));
  await expectNothingToDo(stack, alone(kind, after));
});

it("a dataset with data is kept with --replace", async () => {
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

describe.each(reusedKinds.map((kind) => [kind.type, kind] as const))("%s with --replace", (_type, kind) => {
  // The engine lets the next run delete the old state entry, which has the id of the reused object.
  it("the next run keeps the object if another resource failed in the run with --replace", async () => {
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
    await expectNothingToDo(stack, alone(kind));
  });
});

/** The program with a resource that AEP refuses, created after the kind's example. */
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
