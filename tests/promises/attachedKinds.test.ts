import type { Stack } from "../wire/stack";
import type { Program } from "../wire/program";
import { firstName, type Kind, type Stored } from "./kind";
import { attachedKinds } from "./kinds";
import {
  alone,
  callsDuring,
  deployed,
  editOutside,
  keyOf,
  kindOf,
  methodsOf,
  sandbox,
  succeeded,
  useAep,
  useNewRuns,
} from "./scene";

/** Kinds that change the object of another resource: they create and delete no object. */

const aep = useAep();
const { inNewRun } = useNewRuns(aep);
/** The same program without the attached kind. */
function withoutAttachment(kind: Kind): Program {
  return (declare) =>
    alone(kind)((type, name, inputs = {}, options = {}) =>
      type === kind.type ? { kind: type, name, inputs, options } : declare(type, name, inputs, options),
    );
}

describe.each(attachedKinds.map((kind) => [kind.type, kind] as const))("%s", (type, kind) => {
  const { owner: ownerType, removeFrom, body, destroySwitches } = kind.attachment!;
  const owner = kindOf(ownerType);
  const stored = (stack: Stack): Stored => {
    const { id } = stack.get(type, firstName(kind));
    return aep.current.emulator.objects(sandbox, kind.collection).find((one) => one["$id"] === id);
  };
  const writes = () => aep.current.emulator.ledger.writes().map((entry) => `${entry.method} ${entry.kind}`);

  it("create sends one GET, one PATCH that changes nothing else, and one GET; it lists nothing", async () => {
    const { emulator } = aep.current;
    const stack = await inNewRun(await deployed(aep.current, withoutAttachment(kind)));
    const before = structuredClone(emulator.objects(sandbox, kind.collection)) as Stored[];
    const calls = await callsDuring(emulator, async () => {
      expect((await succeeded(stack.up(alone(kind)))).changes).toEqual([`create ${keyOf(kind)}`]);
    });
    expect(methodsOf(kind, calls)).toEqual(["GET", "PATCH", "GET"]);
    expect(calls).toHaveLength(3);
    const { id } = stack.get(owner.type, firstName(owner));
    expect(stack.get(type, firstName(kind)).id).toBe(id);
    const after = stored(stack);
    const was = before.find((one) => one.$id === id);
    const ofTheServer = { version: after.version, "meta:registryMetadata": after["meta:registryMetadata"] };
    expect(after).toEqual({ ...was, ...body, ...ofTheServer });
  });

  it("create sends no write if the object has the values already", async () => {
    const { emulator } = aep.current;
    const stack = await deployed(aep.current, withoutAttachment(kind));
    editOutside(aep.current, stack, owner, (live: Stored) => Object.assign(live, body));
    emulator.ledger.clear();
    expect((await succeeded(stack.up(alone(kind)))).changes).toEqual([`create ${keyOf(kind)}`]);
    expect(writes()).toEqual([]);
  });

  it("delete leaves the values in AEP, and a new create needs no write", async () => {
    const { emulator } = aep.current;
    const stack = await deployed(aep.current, alone(kind));
    emulator.ledger.clear();
    expect((await succeeded(stack.up(withoutAttachment(kind)))).changes).toEqual([`delete ${keyOf(kind)}`]);
    expect(emulator.objects(sandbox, kind.collection)).toMatchObject([body]);
    await succeeded((await inNewRun(stack)).up(alone(kind)));
    await succeeded((await inNewRun(stack)).up(alone(kind), { replace: [firstName(kind)] }));
    expect(writes()).toEqual([]);
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
  });

  it("the values are no drift of the object, and an update of the object keeps them", async () => {
    const stack = await deployed(aep.current, alone(kind));
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    const change = owner.changes.find(({ field, what }) => field === "title" && what === "another")!;
    const after: Program = (declare) =>
      alone(kind)((type, name, inputs, options) => {
        const own = type === owner.type && name === firstName(owner) ? change.after : {};
        return declare(type, name, { ...inputs, ...(own as object) }, options);
      });
    expect((await succeeded(stack.up(after))).changes).toEqual([`update ${keyOf(owner)}`]);
    expect(stored(stack)).toMatchObject({ ...change.after, ...body });
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    expect((await succeeded(stack.preview(after))).changes).toEqual([]);
  });

  it("values that were removed outside are drift, and the next up writes them again", async () => {
    const stack = await deployed(aep.current, alone(kind));
    editOutside(aep.current, stack, kind, removeFrom);
    expect((await succeeded(stack.refresh())).changes).toEqual([`read ${keyOf(kind)}`]);
    aep.current.emulator.ledger.clear();
    expect((await succeeded(stack.up(alone(kind)))).changes).toEqual([`create ${keyOf(kind)}`]);
    expect(writes()).toEqual([`PATCH ${kind.collection}`]);
    expect(stored(stack)).toMatchObject(body);
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
  });

  it("after a lost state, the attached kind and the adopted object have the same id and are distinguished", async () => {
    const { emulator } = aep.current;
    const old = await deployed(aep.current, alone(kind));
    const stack = await inNewRun(aep.current.stack());
    emulator.ledger.clear();
    await succeeded(stack.up(alone(kind)));
    expect(writes()).toEqual([]);
    expect(stack.get(type, firstName(kind)).id).toBe(old.get(type, firstName(kind)).id);
    expect((await succeeded((await inNewRun(stack)).up(alone(kind)))).changes).toEqual([]);
    emulator.set(destroySwitches);
    await succeeded(stack.destroy());
    expect(emulator.objects(sandbox, kind.collection)).toEqual([]);
  });

  it("an object that does not exist is an error with its id", async () => {
    const stack = await deployed(aep.current, withoutAttachment(kind));
    const [[field]] = Object.entries(kind.examples[firstName(kind)]!(() => nothing)) as [[string, unknown]];
    const nowhere = "https://ns.adobe.com/acme/schemas/ffffffffffffffffffffffffffffffff";
    const run = await stack.up(alone(kind, { [field]: nowhere }));
    expect(run.errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        new RegExp(`^create ${type} "${firstName(kind)}": sandbox "dev" has no ${nowhere}`),
      ),
    ]);
  });

  it("get reads the attached kind if the object has the values, and fails otherwise", async () => {
    const stack = await deployed(aep.current, withoutAttachment(kind));
    const { id } = stack.get(owner.type, firstName(owner));
    const reading: Program = (declare) => void declare(type, "read", {}, { id });
    const other = aep.current.stack();
    expect((await other.up(reading)).errors[0]?.message).toMatch(/has no ProfileEnablement with the id /);
    editOutside(aep.current, stack, owner, (live: Stored) => Object.assign(live, body));
    await succeeded(other.up(reading));
    expect(other.get(type, "read")).toMatchObject({ id, outputs: { schemaId: id } });
  });
});

const nothing = { kind: "", name: "", inputs: {}, options: {} };

describe("a schema that Profile uses", () => {
  it("cannot be deleted, and the error of a destroy says what to do", async () => {
    const kind = attachedKinds.find(({ type }) => type === "ProfileEnablement")!;
    const stack = await deployed(aep.current, alone(kind));
    const run = await stack.destroy();
    expect(run.errors[0]?.message).toMatch(/^delete Schema "customers": .*in use by Profile.*retainOnDelete/);
    expect(stack.find(kind.type, firstName(kind))).toBeUndefined();
    expect(stack.find("Schema", "customers")).toBeDefined();
  });
});
