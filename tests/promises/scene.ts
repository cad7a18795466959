import { awkward, type Emulator, type Switches } from "../emulator";
import { startAep, type Aep } from "../wire/fixtures/aep";
import {
  declarationsOf,
  type Declare,
  type Declaration,
  type Program,
  type ProgramInputs,
  type ResourceOptions,
} from "../wire/program";
import type { ProviderProcess } from "../wire/providerProcess";
import type { Stack } from "../wire/stack";
import { firstName, type IdOf, type Kind, type Places, type Use } from "./kind";
import { allKinds, kinds } from "./kinds";
import { put } from "./place";

export const sandbox = "dev";

export function kindOf(type: string): Kind {
  const kind = allKinds.find((known) => known.type === type);
  if (!kind) throw new Error(`tests/promises/kinds.ts has no ${type}`);
  return kind;
}

/** Changes of examples, by `Kind name`. The changes of a list are applied in order. */
export type Edits = Readonly<Record<string, Places | readonly Places[]>>;

/** The programs of the promises: examples (`Dataset`, `Dataset copy`) with all objects that they need. */
export function programOf(keys: readonly string[], edits: Edits = {}): Program {
  return (declare) => {
    const use = examplesIn(declare, edits);
    for (const key of keys) {
      const [type = "", name] = key.split(" ");
      use(type, name);
    }
  };
}

function examplesIn(declare: Declare, edits: Edits): Use {
  const declared = new Map<string, Declaration>();
  const use: Use = (type, name = firstName(kindOf(type))) => {
    const key = `${type} ${name}`;
    const known = declared.get(key);
    if (known) return known;
    const example = kindOf(type).examples[name];
    if (!example) throw new Error(`${type} has no example "${name}"`);
    const places = [edits[key] ?? []].flat() as Places[];
    const args = places.reduce<ProgramInputs>((args, edit) => put(args, edit, use), example(use));
    const declaration = declare(type, name, args, sdkOptions[type]);
    declared.set(key, declaration);
    return declaration;
  };
  return use;
}

/** The options that the classes of the sdk set, because `--replace` does not call the provider's diff. */
const sdkOptions: Readonly<Record<string, ResourceOptions>> = {
  Dataflow: { deleteBeforeReplace: true },
  SchemaDescriptor: { deleteBeforeReplace: true },
};

export const allTypes = kinds.map(({ type }) => type);

/** The kind's first example with all objects that it needs. The places change the example. */
export function alone(kind: Kind, ...places: (Places | undefined)[]): Program {
  return programOf([kind.type], editsOf(kind, places));
}

/** The examples of all kinds. The places change the example of this kind. */
export function everything(kind: Kind, ...places: (Places | undefined)[]): Program {
  return programOf(allTypes, editsOf(kind, places));
}

/** Two programs that differ only in the kind's first example. Both have the objects that either of them needs. */
export function beforeAndAfter(kind: Kind, before: Places | undefined, after: Places): [Program, Program] {
  const edits = [editsOf(kind, [before]), editsOf(kind, [before, after])];
  const declared = edits.flatMap((edit) => declarationsOf(programOf([kind.type], edit)));
  const keys = [...new Set(declared.map((one) => `${one.kind} ${one.name}`))];
  return [programOf(keys, edits[0]), programOf(keys, edits[1])];
}

export function editsOf(kind: Kind, places: readonly (Places | undefined)[]): Edits {
  const given = places.filter((place) => place !== undefined);
  return { [keyOf(kind)]: given };
}

export function keyOf(kind: Kind): string {
  return `${kind.type} ${firstName(kind)}`;
}

/** Starts the emulated AEP and a provider process for the tests of a file, and clears the world before each test. */
export function useAep(switches: Partial<Switches> = awkward): { readonly current: Aep } {
  let aep: Aep | undefined;
  beforeAll(async () => {
    aep = await startAep({ switches });
  });
  beforeEach(() => aep?.emulator.reset());
  afterAll(() => aep?.close());
  return {
    get current() {
      if (!aep) throw new Error("AEP is not started yet: use it inside a test");
      return aep;
    },
  };
}

/** New provider processes, one for each run of the engine. They end with the test. */
export function useNewRuns(aep: { readonly current: Aep }) {
  const processes: ProviderProcess[] = [];
  afterEach(async () => {
    await Promise.all(processes.splice(0).map((process) => process.kill()));
  });
  const newProcess = async (): Promise<ProviderProcess> => {
    const process = await aep.current.startProvider();
    processes.push(process);
    return process;
  };
  const inNewRun = async (stack: Stack): Promise<Stack> => {
    stack.provider = await newProcess();
    return stack;
  };
  return { newProcess, inNewRun };
}

/** Deploys the program without an error and returns the stack. */
export async function deployed(aep: Aep, program: Program): Promise<Stack> {
  const stack = aep.stack();
  await succeeded(stack.up(program));
  return stack;
}

/** The stack as if its objects were a minute older, so that AEP shows them. */
export function aMinuteLater(stack: Stack): Stack {
  const older = stack.saveState().map((one) => {
    const { createdAt } = one.outputs;
    return typeof createdAt === "number"
      ? { ...one, outputs: { ...one.outputs, createdAt: createdAt - 60_000 } }
      : one;
  });
  stack.restoreState(older);
  return stack;
}

type Outcome = Awaited<ReturnType<Stack["up"]>>;

/** The result of a run, which must have no errors. */
export async function succeeded(run: Promise<Outcome>): Promise<Outcome> {
  const outcome = await run;
  expect(outcome.errors).toEqual([]);
  return outcome;
}

/** `GET /path?query` of every call to AEP during a run, without calls for a token. */
export async function callsDuring(emulator: Emulator, run: () => Promise<unknown>): Promise<string[]> {
  const before = emulator.requests.length;
  await run();
  const made = emulator.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
  return made.filter((call) => !call.includes("/ims/"));
}

/** `LIST` is a GET of the list of all objects, which a process sends before its first create of the kind. */
function methodOf({ path }: Kind, call: string): string {
  const [method = "", target = ""] = call.split(" ");
  if (target.includes("/action?")) return "ACTION";
  return method === "GET" && target.split("?")[0] === path ? "LIST" : method;
}

/** The methods of the calls to a kind's own collection. */
export function methodsOf(kind: Kind, calls: readonly string[]): string[] {
  const own = calls.filter((call) => call.split(" ")[1]!.startsWith(kind.path));
  return own.map((call) => methodOf(kind, call));
}

export function idsIn(stack: Stack): IdOf {
  return (type, name = firstName(kindOf(type))) => stack.get(type, name).id;
}

/** The body of the POST that created the kind's first example. */
export function postOf(aep: Aep, stack: Stack, kind: Kind): Readonly<Record<string, unknown>> {
  const { id } = stack.get(kind.type, firstName(kind));
  const posts = aep.emulator.ledger.writes(kind.collection).filter((entry) => entry.id === id);
  const made = posts.filter(({ method, path }) => method === "POST" && !path.includes("/action?"));
  expect(made).toHaveLength(1);
  return made[0]!.body as Readonly<Record<string, unknown>>;
}

/** Edits the kind's first example outside of the program. */
export function editOutside(aep: Aep, stack: Stack, kind: Kind, edit: (stored: never) => unknown): void {
  aep.emulator.edit(sandbox, kind.collection, stack.get(kind.type, firstName(kind)).id, (stored) => {
    edit(stored as never);
  });
}
