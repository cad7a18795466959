import { parseConfig } from "../../provider/api/config";
import { ResourceProvider } from "../../provider/lifecycle/resourceProvider";
import { definitions } from "../../provider/resources";
import { createSession } from "../../provider/api/session";
import { connect, type Emulator, start } from "../emulator";
import { configFor } from "./lookUpScene";

/** The connection specs of the sandbox are newer than the catalogue. */

const path = "/data/foundation/flowservice/connectionSpecs";
const s3 = "ecadc60c-7455-4d87-84dc-2a0e293d997b";
const canary = "canary-role-session";

let emulator: Emulator;
let warnings: jest.SpyInstance;

beforeEach(async () => {
  emulator = await start();
  warnings = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  const { body } = await connect(emulator, { sandbox: "dev" }).call("GET", path);
  const items = structuredClone(body["items"]) as Spec[];
  change(items.find(({ id }) => id === s3)!);
  emulator.faults.add({
    path: /connectionSpecs/,
    times: Infinity,
    when: "after",
    act: { kind: "body", text: JSON.stringify({ items }), contentType: "application/json" },
  });
});
afterEach(async () => {
  warnings.mockRestore();
  await emulator.close();
});

interface Spec {
  readonly id: string;
  readonly authSpec: { readonly name: string; readonly spec: Params }[];
  readonly sourceSpec: { readonly spec: Params };
}

interface Params {
  readonly properties: Record<string, object>;
  required: string[];
}

function change({ authSpec, sourceSpec }: Spec): void {
  const { spec } = authSpec[0]!;
  spec.properties["roleSession"] = { type: "string" };
  spec.required = ["s3AccessKey"];
  const audience = { properties: { audience: { type: "string" } }, required: [] };
  authSpec.push({ name: "Workload identity", spec: audience });
  sourceSpec.spec.properties["type"] = { type: "string", enum: ["file", "folder", "archive"] };
  sourceSpec.spec.properties["manifest"] = { type: "string" };
}

interface Args {
  connectionSpec?: object;
  auth?: object;
  data?: object;
  params?: object;
}

/** The providers of both kinds in one run. */
function providers(more: Record<string, string> = {}) {
  const session = createSession(parseConfig({ ...configFor(emulator), ...more }, {}));
  const provider = async (type: string) => {
    const made = new ResourceProvider(
      definitions.find((definition) => definition.type === type)!,
      () => session,
    );
    await made.configure({ config: { get: () => undefined } });
    return made;
  };
  const inputs = (args: Args) => ({
    connectionSpec: { id: s3 },
    ...args,
    sandbox: "dev",
    name: "landing",
    pulumi: { project: "ingestion", stack: "dev", name: "landing" },
  });
  const check = async (type: string, args: Args) => {
    const { failures } = await (await provider(type)).check({}, inputs(args));
    return failures.map(({ reason }) => reason);
  };
  return {
    base: (args: Args) => check("BaseConnection", args),
    source: (args: Args) => check("SourceConnection", args),
    create: async (args: Args) => (await provider("BaseConnection")).create(inputs(args)),
  };
}

function text(): string {
  return warnings.mock.calls.map(([chunk]) => String(chunk)).join("");
}

function requests(): string[] {
  const made = emulator.requests.map((request) => request.path);
  return made.filter((place) => place.startsWith(`${path}/`));
}

function stopAep(): void {
  emulator.faults.clear();
  emulator.faults.add({
    path: /connectionSpecs/,
    times: Infinity,
    when: "before",
    act: { kind: "status", status: 403, body: {} },
  });
}

const keys = { s3AccessKey: "access-key-1", s3SecretKey: "secret-key-1" };
const newParam = { auth: { specName: "Access Key", params: { ...keys, roleSession: canary } } };
const newSpec = { auth: { specName: "Workload identity", params: { audience: canary } } };
const notRequired = { auth: { specName: "Access Key", params: { s3AccessKey: "access-key-1" } } };
const data = { format: "json" };
const newChoice = { data, params: { path: "/in", type: "archive" } };
const newSourceParam = { data, params: { path: "/in", manifest: "list.txt" } };
const escape = `connectionSpec: { id: "${s3}", unchecked: true }`;

test.each([
  ["a parameter", "base", newParam, "auth.params.roleSession"],
  ["an auth spec", "base", newSpec, "auth.specName"],
  ["a parameter that is not required any more", "base", notRequired, "auth.params.s3SecretKey"],
  ["a source parameter", "source", newSourceParam, "params.manifest"],
  ["a value of a source parameter", "source", newChoice, "params.type"],
] as const)("%s that the sandbox allows is accepted with one warning", async (_what, kind, args, field) => {
  expect(await providers()[kind](args)).toEqual([]);
  expect(warnings).toHaveBeenCalledTimes(1);
  expect(text()).toContain(
    `"landing": the connection spec of Amazon S3 in sandbox "dev" is newer than the catalogue and allows ${field}.`,
  );
  expect(text()).not.toContain(canary);
  expect(requests()).toEqual([`${path}/${s3}`]);
});

const misspelt = { auth: { specName: "Access Key", params: { ...keys, roleSesion: "one" } } };
const unknownSpec = { auth: { specName: "Workload", params: {} } };
const noKey = { auth: { specName: "Access Key", params: { s3SecretKey: "secret-key-1" } } };
const unknownParam = { data, params: { path: "/in", manifests: "list.txt" } };
const unknownChoice = { data, params: { path: "/in", type: "archives" } };

test.each([
  ["a parameter", "base", misspelt, /roleSesion is not a parameter.*"dev" has no such parameter either$/],
  ["an auth spec", "base", unknownSpec, /"Workload" is not an auth spec.* has no such auth spec either$/],
  ["a required parameter", "base", noKey, /s3AccessKey is missing.* requires it too$/],
  [
    "a source parameter",
    "source",
    unknownParam,
    /manifests is not a parameter.* has no such parameter either/,
  ],
  [
    "a value of a source parameter",
    "source",
    unknownChoice,
    /type must be one of.* does not list this value/,
  ],
] as const)(
  "%s that the sandbox does not allow is refused with both facts",
  async (_what, kind, args, error) => {
    expect(await providers()[kind](args)).toEqual([expect.stringMatching(error)]);
    expect(text()).toBe("");
  },
);

test("the error of a source parameter contains the escape: a connection spec may be incomplete", async () => {
  expect((await providers().source(unknownParam))[0]).toContain(`if AEP accepts it, write ${escape}`);
});

test.each([
  ["a parameter", "base", newParam],
  ["an auth spec", "base", newSpec],
  ["a missing parameter", "base", notRequired],
  ["a source parameter", "source", newSourceParam],
  ["a format", "source", { data: { format: "avro" }, params: { path: "/in" } }],
] as const)("without a response, %s is refused with the escape, which works", async (_what, kind, args) => {
  stopAep();
  const [error, ...others] = await providers()[kind](args);
  expect(others).toEqual([]);
  expect(error).toMatch(/AEP did not return the connection spec, so the catalogue decides/);
  expect(error).toContain(escape);
  const asked = requests().length;
  expect(await providers()[kind]({ ...args, connectionSpec: { id: s3, unchecked: true } })).toEqual([]);
  expect(requests()).toHaveLength(asked);
});

test("the escape does not accept a value of another type", async () => {
  const auth = { specName: "Access Key", params: { ...keys, bucketName: 4 } };
  const connectionSpec = { id: s3, unchecked: true };
  expect(await providers().base({ connectionSpec, auth })).toEqual([
    expect.stringContaining("auth.params.bucketName must be a string"),
  ]);
});

test("a run reads the connection spec once, and not at all if the catalogue knows all names", async () => {
  const { base, source } = providers();
  await base({ auth: { specName: "Access Key", params: keys } });
  expect(requests()).toEqual([]);
  await Promise.all([base(newParam), base(newSpec), source(unknownParam)]);
  await base(misspelt);
  expect(requests()).toEqual([`${path}/${s3}`]);
});

test("aep:connectors live accepts the same", async () => {
  const { base } = providers({ "aep:connectors": "live" });
  expect(await base(newParam)).toEqual([]);
  expect(await base(misspelt)).toHaveLength(1);
});

test("a parameter that the catalogue does not know is secret in errors", async () => {
  emulator.faults.add({
    path: /connections$/,
    when: "before",
    act: { kind: "status", status: 400, body: { message: `${canary} is of no use.` } },
  });
  const failing = providers().create(newParam);
  await expect(failing).rejects.toThrow("[secret] is of no use");
  await expect(failing).rejects.not.toThrow(canary);
});
