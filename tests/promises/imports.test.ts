import type { Program, ProgramInputs } from "../wire/program";
import type { Stack } from "../wire/stack";
import { firstName, type Kind } from "./kind";
import { kinds } from "./kinds";
import { alone, callsDuring, deployed, methodsOf, sandbox, succeeded, useAep, useNewRuns } from "./scene";

/** The option `import`, and `get`: objects that the program has not created. */

const aep = useAep();
const { newProcess } = useNewRuns(aep);
/** A stack with a new process whose state has all resources except this one. */
async function withoutObject(kind: Kind, stack: Stack, id: string | undefined): Promise<Stack> {
  const provider = await newProcess();
  const own = (type: string, name: string) => type === kind.type && name === firstName(kind);
  const inputsOf = (type: string, name: string, args: ProgramInputs): ProgramInputs => {
    const identity = { project: "ingestion", stack: "dev", name };
    const pulumi = own(type, name) && id !== undefined ? { ...identity, import: id } : identity;
    return { sandbox, pulumi, ...args };
  };
  const state = stack.state.filter((one) => !own(one.kind, one.name));
  return aep.current.stack({ provider, inputsOf, state });
}

/** Removes the mark, as if the object had been created by hand. */
function unmark(kind: Kind, id: string): void {
  const { mark } = kind;
  if (mark === undefined) return;
  const stripped = (text: unknown) => String(text).replace(/ ?\(pulumi [0-9a-f]{12}\)$/, "");
  aep.current.emulator.edit(sandbox, kind.collection, id, (object) => {
    const stored = object as { versions?: Record<string, Record<string, unknown>> } & Record<string, unknown>;
    for (const one of [stored, ...Object.values(stored.versions ?? {})]) {
      if (one[mark] !== undefined) one[mark] = stripped(one[mark]);
    }
  });
}

async function createdByHand(kind: Kind): Promise<{ id: string; before: Stack; program: Program }> {
  const program = alone(kind);
  const before = await deployed(aep.current, program);
  const { id } = before.get(kind.type, firstName(kind));
  unmark(kind, id);
  return { id, before, program };
}

const get =
  (kind: Kind, id: string): Program =>
  (declare) => {
    declare(kind.type, "found", { sandbox }, { id });
  };

describe.each(kinds.map((kind) => [kind.type, kind] as const))("%s", (_type, kind) => {
  const name = firstName(kind);

  it("is imported by its id without a change, and the next up has nothing to do", async () => {
    const { id, before, program } = await createdByHand(kind);
    const stack = await withoutObject(kind, before, id);
    const { emulator } = aep.current;
    expect((await succeeded(stack.preview(program))).changes).toEqual([`create ${kind.type} ${name}`]);
    const calls = await callsDuring(emulator, () => succeeded(stack.up(program)));
    expect(stack.get(kind.type, name).id).toBe(id);
    // Only values that AEP does not show are sent.
    const writes = methodsOf(kind, calls).filter((method) => method !== "GET");
    expect(writes).toEqual(kind.type === "BaseConnection" ? ["PATCH"] : []);
    expect((await succeeded(stack.preview(program))).changes).toEqual([]);
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    expect(await callsDuring(emulator, () => succeeded(stack.up(program)))).toEqual([]);
    await succeeded(stack.destroy());
  });

  it("an import with an unknown id is refused at preview and up, and nothing is created", async () => {
    const { id, before, program } = await createdByHand(kind);
    const wrong = id.replace(/[0-9a-f]{8}$/, "00000000");
    const stack = await withoutObject(kind, before, wrong);
    for (const run of [stack.preview(program), stack.up(program)]) {
      expect((await run).errors[0]?.message).toContain(
        `${kind.type} "${name}": \`import\` names ${wrong}, which does not exist in sandbox "dev"`,
      );
    }
    expect(stack.find(kind.type, name)).toBeUndefined();
  });

  it("an import of an object that differs from the program is refused with the names of the fields", async () => {
    const { id, before } = await createdByHand(kind);
    const [change] = kind.changes.filter(
      ({ sends, switches, before: first }) =>
        sends !== undefined && switches === undefined && first === undefined,
    );
    const visible = kind.changes.find(
      ({ field, before: first, switches }) =>
        /^(name|title|description|isPrimary)$/.test(field) && first === undefined && switches === undefined,
    );
    const different = visible ?? change!;
    const stack = await withoutObject(kind, before, id);
    const { errors } = await stack.preview(alone(kind, different.after));
    expect(errors[0]?.message).toContain(`which differs from the program at ${different.field}`);
    expect(errors[0]?.message).toContain(`${kind.type}.get reads them`);
  });

  it("`get` of an unknown id is an error", async () => {
    const { id } = await createdByHand(kind);
    const wrong = id.replace(/[0-9a-f]{8}$/, "00000000");
    const { errors } = await aep.current.stack().up(get(kind, wrong));
    expect(errors[0]?.message).toContain(
      `sandbox "dev" has no ${kind.type} with the id ${wrong}. Check the id and the sandbox`,
    );
  });

  it("a refresh removes an object of `get` that no longer exists from the state", async () => {
    const { id } = await createdByHand(kind);
    const stack = aep.current.stack();
    await succeeded(stack.up(get(kind, id)));
    aep.current.emulator.remove(sandbox, kind.collection, id);
    await succeeded(stack.refresh());
    expect(stack.find(kind.type, "found")).toBeUndefined();
  });
});
