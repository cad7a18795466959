import { awkward, type Emulator, start, type Switches } from "../emulator";
import { InProcessProvider } from "../faults/inProcess";
import { VirtualClock } from "../faults/virtualClock";
import { configFor } from "../wire/fixtures/aep";
import type { PropertyMap } from "../wire/propertyValue";
import type { ResourceState } from "../wire/resourceState";
import { Stack } from "../wire/stack";
import { plantedConnections, canaries } from "./canaries";
import { canariesIn } from "./hunt";
import { serveOutsideConnector } from "./outsideConnector";
import { plantedProgram, secretNames } from "./plantedProgram";

const masks: Switches["secretMask"][] = ["stars", "fixed", "partial", "empty", "absent", "plain"];
const connections = plantedConnections(1);
const most = Math.max(...connections.map((connection) => secretNames(connection).length));

let clock: VirtualClock;
let emulator: Emulator;

beforeAll(async () => {
  serveOutsideConnector();
  clock = new VirtualClock();
  emulator = await start({ switches: awkward, seed: 1, ...clock.forEmulator });
});
afterAll(async () => {
  await emulator.close();
  clock.close();
});

function provider(): InProcessProvider {
  return new InProcessProvider({ config: configFor(emulator), clock });
}

async function succeeded(run: ReturnType<Stack["up"]>): Promise<readonly string[]> {
  const { errors, changes } = await run;
  expect(errors).toEqual([]);
  return changes;
}

/** The writes to each connection, by its logical name. */
function writesByName(stack: Stack): Map<string, unknown[]> {
  const names = new Map(stack.state.map(({ id, name }) => [id, name]));
  const writes = new Map<string, unknown[]>();
  for (const { id, kind, method, body } of emulator.ledger.writes()) {
    const name = `${kind} ${names.get(id) ?? id}`;
    writes.set(name, [...(writes.get(name) ?? []), method === "PATCH" ? body : method]);
  }
  return writes;
}

describe.each(masks)("if AEP shows secrets as %s", (secretMask) => {
  let stack: Stack;

  beforeAll(async () => {
    emulator.reset();
    emulator.set({ secretMask });
    stack = new Stack({ provider: provider() });
    await succeeded(stack.up(plantedProgram()));
  });

  it("a preview after an up, after a refresh and after another up has no changes", async () => {
    expect(await succeeded(stack.preview(plantedProgram()))).toEqual([]);
    expect(await succeeded(stack.refresh())).toEqual([]);
    expect(await succeeded(stack.preview(plantedProgram()))).toEqual([]);
    expect(await succeeded(stack.up(plantedProgram(), { refresh: true }))).toEqual([]);
  });

  it.each(Array.from({ length: most }, (_, position) => position))(
    "a rotation of secret %i of each connection is 1 PATCH of its path, and changes nothing else",
    async (position) => {
      const program = plantedProgram({ rotated: position });
      const due = connections.filter((connection) => secretNames(connection).length > position);
      emulator.ledger.clear();
      const run = await stack.up(program);
      expect(run.errors).toEqual([]);
      const changed = run.steps.filter(({ op }) => op !== "same");
      expect(
        changed.map(({ op, kind, name, replaces }) => ({ op, kind, name, replaces })).sort(byNames),
      ).toEqual(
        due.map(({ name }) => ({ op: "update", kind: "BaseConnection", name, replaces: [] })).sort(byNames),
      );
      const after = plantedConnections(2);
      const expected = due.map(({ name }) => {
        const param = secretNames(connections.find((one) => one.name === name)!)[position]!;
        const value = after.find((one) => one.name === name)!.auth.params[param];
        const op = expect.stringMatching(/^(add|replace)$/) as string;
        return [`connections ${name}`, [[{ op, path: `/auth/params/${param}`, value }]]];
      });
      expect(Object.fromEntries(writesByName(stack))).toEqual(Object.fromEntries(expected));
      expect(await succeeded(stack.preview(program))).toEqual([]);
      // Restores the secret for the next one.
      await succeeded(stack.up(plantedProgram()));
    },
  );

  it("a new rotation value sends all secrets of a connection again in one PATCH, and no mask", async () => {
    await succeeded(stack.up(plantedProgram({ more: { rotation: "2026-01" } })));
    emulator.ledger.clear();
    const program = plantedProgram({ more: { rotation: "2026-02" } });
    await succeeded(stack.up(program));
    const writes = writesByName(stack);
    expect(writes.size).toBe(connections.length);
    for (const connection of connections) {
      const operations = (writes.get(`connections ${connection.name}`) ?? []) as {
        path: string;
        value: unknown;
      }[][];
      expect(operations).toHaveLength(1);
      const sent = operations[0]!.map(({ path, value }) => [path, value]);
      const due = secretNames(connection).map((name) => [
        `/auth/params/${name}`,
        connection.auth.params[name],
      ]);
      expect(sent.sort()).toEqual(due.sort());
    }
    expect(await succeeded(stack.preview(program))).toEqual([]);
    await succeeded(stack.up(plantedProgram()));
  });

  it("an import file with inputs and outputs has a preview without changes", async () => {
    const imported = new Stack({ provider: provider(), state: stack.saveState() });
    expect(await succeeded(imported.refresh())).toEqual([]);
    expect(await succeeded(imported.preview(plantedProgram()))).toEqual([]);
  });

  it("an import without the secrets needs one update per connection, which sends them in one PATCH", async () => {
    const imported = new Stack({ provider: provider(), state: stack.saveState().map(withoutSecrets) });
    await succeeded(imported.refresh());
    emulator.ledger.clear();
    const run = await imported.up(plantedProgram());
    expect(run.errors).toEqual([]);
    expect([...run.changes].sort()).toEqual(
      connections.map(({ name }) => `update BaseConnection ${name}`).sort(),
    );
    const bodies = emulator.ledger
      .writes()
      .map(({ method, body }) => [method, JSON.stringify(body)] as const);
    expect(bodies).toHaveLength(connections.length);
    for (const [method, body] of bodies) {
      expect(method).toBe("PATCH");
      expect(body).not.toMatch(/\*\*|\{SECRET\}|:""/);
    }
    expect(await succeeded(imported.preview(plantedProgram()))).toEqual([]);
  });

  it("a connection that is only looked up has no secret and no mask, and no diff", async () => {
    const reader = new Stack({ provider: provider(), stack: "reader" });
    const lookUp: Parameters<Stack["up"]>[0] = (declare) => {
      for (const { name } of connections) {
        declare("BaseConnection", name, {}, { id: stack.get("BaseConnection", name).id });
      }
    };
    await succeeded(reader.up(lookUp));
    expect(await succeeded(reader.preview(lookUp))).toEqual([]);
    for (const connection of connections) {
      const { auth } = reader.get("BaseConnection", connection.name).outputs as {
        auth: { params: PropertyMap };
      };
      for (const name of secretNames(connection)) expect(auth.params).not.toHaveProperty(name);
    }
  });

  it("AEP has every canary, and the readable part of the state has none", () => {
    const stored = JSON.stringify(emulator.objects("dev", "connections"));
    const fields = canariesIn(stored).map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(canaries.slice(3).map(({ field }) => field)));
    expect(stack.plaintextOfState()).toContain("BaseConnection");
    expect(canariesIn(stack.plaintextOfState())).toEqual([]);
  });
});

function byNames(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1;
}

/** The inputs of a user who knows only the values that AEP returns. */
function withoutSecrets(resource: ResourceState): ResourceState {
  const connection = connections.find(({ name }) => name === resource.name);
  if (resource.kind !== "BaseConnection" || !connection) return resource;
  return {
    ...resource,
    inputs: lessSecrets(resource.inputs, secretNames(connection)),
    outputs: lessSecrets(resource.outputs, secretNames(connection)),
  };
}

function lessSecrets(properties: PropertyMap, names: readonly string[]): PropertyMap {
  const { auth } = properties as { auth: { specName: string; params: PropertyMap } };
  const open = Object.entries(auth.params).filter(([name]) => !names.includes(name));
  return { ...properties, auth: { ...auth, params: Object.fromEntries(open) } };
}
