import { parseConfig } from "../../provider/api/config";
import { connectors } from "../../provider/connectors";
import { InvalidInput } from "../../provider/api/errors";
import { ResourceProvider } from "../../provider/lifecycle/resourceProvider";
import { definitions } from "../../provider/resources";
import { createSession } from "../../provider/api/session";
import { connect, type Emulator, start } from "../emulator";
import { configFor } from "./lookUpScene";

type Spec = Record<string, unknown> & {
  id: string;
  name: string;
  authSpec: { name: string; spec: { properties: Record<string, object>; required: string[] } }[];
};

let emulator: Emulator;
let warnings: jest.SpyInstance;

beforeEach(async () => {
  emulator = await start();
  warnings = jest.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(async () => {
  warnings.mockRestore();
  await emulator.close();
});

function text(): string {
  return warnings.mock.calls.map(([chunk]) => String(chunk)).join("");
}

/** The providers of three kinds in one process. */
function providers(
  setting: string | undefined,
  more: Record<string, string> = {},
): Record<"schema" | "dataset" | "baseConnection", ResourceProvider> {
  const stack = {
    ...configFor(emulator),
    ...more,
    ...(setting === undefined ? {} : { "aep:connectors": setting }),
  };
  const session = createSession(parseConfig(stack, {}));
  const provider = (type: string) => {
    const made = new ResourceProvider(
      definitions.find((definition) => definition.type === type)!,
      () => session,
    );
    void made.configure({ config: { get: () => undefined } });
    return made;
  };
  return {
    schema: provider("Schema"),
    dataset: provider("Dataset"),
    baseConnection: provider("BaseConnection"),
  };
}

const identity = { project: "ingestion", stack: "dev", name: "customers" };
const schema = {
  title: "Customers",
  class: "https://ns.adobe.com/xdm/context/profile",
  fieldGroups: [],
  sandbox: "dev",
  pulumi: identity,
};

/** The specs in the response of the sandbox: those of the emulator, with changes. */
async function serve(change: (specs: Map<string, Spec>) => void): Promise<void> {
  const { body } = await connect(emulator, { sandbox: "dev" }).call("GET", path);
  const specs = new Map((body["items"] as Spec[]).map((spec) => [spec.name, spec]));
  change(specs);
  response(JSON.stringify({ items: [...specs.values()] }));
}

const path = "/data/foundation/flowservice/connectionSpecs";

function response(json: string): void {
  emulator.faults.add({
    path: /connectionSpecs/,
    times: Infinity,
    when: "after",
    act: { kind: "body", text: json, contentType: "application/json" },
  });
}

function asked(): number {
  const { requests } = emulator;
  return requests.filter((request) => request.path.startsWith(`${path}?limit`)).length;
}

function auth(specs: Map<string, Spec>, connector: string): Spec["authSpec"][number]["spec"] {
  return specs.get(connector)!.authSpec[0]!.spec;
}

test.each([undefined, "catalogue"])("nothing is compared if aep:connectors is %s", async (setting) => {
  await providers(setting).schema.create(schema);
  expect(asked()).toBe(0);
  expect(text()).toBe("");
});

test("an operation without a check before it, such as a refresh, compares once per process", async () => {
  const { schema: provider, dataset } = providers("live");
  await provider.diff("id", schema, { ...schema, title: "Clients" });
  expect(emulator.requests).toEqual([]);
  const { id } = await provider.create(schema);
  await Promise.all([provider.read(id, schema), provider.read(id, schema)]);
  const name = { ...identity, name: "rows" };
  await dataset
    .create({ name: "rows", schemaRef: { id }, sandbox: "stage", pulumi: name })
    .catch(() => undefined);
  expect(asked()).toBe(1);
});

describe("a preview, which only checks,", () => {
  const wrong = { ...schema, title: 4 };
  const rows = { name: "rows", schemaRef: { id: "https://ns.adobe.com/acme/schemas/1" }, sandbox: "dev" };

  test("compares once per process, and every check waits for it", async () => {
    await serve((specs) => auth(specs, "sftp").required.push("folderPath"));
    const { schema: provider, dataset } = providers("live");
    const saidAtTheEnd = async (check: Promise<unknown>) => {
      await check;
      return text();
    };
    const texts = await Promise.all([
      saidAtTheEnd(provider.check({}, schema)),
      saidAtTheEnd(provider.check({}, { ...schema, title: "Clients" })),
      saidAtTheEnd(dataset.check({}, { ...rows, pulumi: identity })),
    ]);
    const line =
      'folderPath of "Basic Authentication for sftp" is required, but not required in the catalogue';
    for (const each of texts) expect(each).toContain(line);
    expect(warnings).toHaveBeenCalledTimes(1);
    expect(asked()).toBe(1);
  });

  test("reports the same problems as without the comparison", async () => {
    const [live, catalogue] = [providers("live").schema, providers(undefined).schema];
    for (const args of [schema, wrong]) {
      expect(await live.check({}, args)).toEqual(await catalogue.check({}, args));
    }
    expect((await live.check({}, wrong)).failures).toHaveLength(1);
  });

  test("does not wait for an AEP that does not respond", async () => {
    emulator.faults.add({ path: /connectionSpecs/, times: Infinity, when: "before", act: { kind: "hang" } });
    const { schema: provider } = providers("live", { "aep:operationTimeoutSeconds": "1" });
    const { failures } = await provider.check({}, schema);
    expect(failures).toEqual([]);
    expect(text()).toMatch(/^pulumi-aep: compare connectors with sandbox "dev": .*did not respond/);
  });

  test("compares with the sandbox that is known", async () => {
    await providers("live").schema.check({}, { ...schema, sandbox: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" });
    expect(emulator.requests).toEqual([]);
  });
});

test("a value that only the sandbox marks as secret is in no error", async () => {
  const canary = "canary-passkey";
  await serve((specs) => {
    auth(specs, "amazon-s3").properties["serviceUrl"] = { type: "string", format: "password" };
  });
  emulator.faults.add({
    path: /connections$/,
    when: "before",
    act: { kind: "status", status: 400, body: { message: `https://${canary}.example.com/ is of no use.` } },
  });
  const params = { s3AccessKey: "id", s3SecretKey: "key", serviceUrl: `https://${canary}.example.com/` };
  const connection = {
    connectionSpec: { id: "ecadc60c-7455-4d87-84dc-2a0e293d997b", version: "1.0" },
    auth: { specName: "Access Key", params },
    name: "landing",
    sandbox: "dev",
    pulumi: { ...identity, name: "landing" },
  };
  const failing = providers("live").baseConnection.create(connection);
  await expect(failing).rejects.toThrow("[secret] is of no use");
  await expect(failing).rejects.not.toThrow(canary);
});

test("there is no warning for a current catalogue", async () => {
  const items = connectors.map(({ id, name, auth: known }) => ({
    ...{ id, name, sourceSpec: {} },
    authSpec: Object.entries(known).map(([specName, params]) => ({
      name: specName,
      spec: {
        properties: Object.fromEntries(
          Object.entries(params).map(([param, { secret }]) => [param, secret ? { format: "password" } : {}]),
        ),
        required: Object.keys(params).filter((param) => params[param]!.required),
      },
    })),
  }));
  response(JSON.stringify({ items }));
  await providers("live").schema.create(schema);
  expect(asked()).toBe(1);
  expect(text()).toBe("");
});

test("the warning lists the differences, secrets first", async () => {
  await serve((specs) => {
    auth(specs, "amazon-s3").properties["region"] = { type: "string" };
    auth(specs, "amazon-s3").properties["passkey"] = { type: "string", format: "password" };
    auth(specs, "sftp").required.push("folderPath");
    const { authSpec } = specs.get("amazon-redshift")!;
    authSpec.push({ name: "Token", spec: { properties: { t: { format: "password" } }, required: ["t"] } });
    specs.set("new", { id: "0000", name: "Brand new", authSpec: [], sourceSpec: {} });
    specs.delete("snowflake");
  });
  await providers("live").schema.create(schema);
  expect(warnings).toHaveBeenCalledTimes(1);
  const lines = text().split("\n");
  expect(lines[0]).toBe('pulumi-aep: sandbox "dev" and the catalogue of connectors differ:');
  const at = (line: string) => lines.indexOf(`  ${line}`);
  const passkey = at('amazon-s3: passkey of "Access Key" is missing in the catalogue; secret: passkey');
  const token = at('amazon-redshift: auth spec "Token" is missing in the catalogue; secret: t');
  const region = at('amazon-s3: region of "Access Key" is missing in the catalogue');
  expect(Math.min(passkey, token)).toBeGreaterThan(0);
  expect(region).toBeGreaterThan(Math.max(passkey, token));
  expect(at("not in the catalogue (write connectionSpec: { id } for them):")).toBeGreaterThan(region);
  expect(lines).toContain("    Brand new (0000)");
  expect(text()).toContain("Wrap the values of these secret parameters in pulumi.secret(...)");
  expect(text()).not.toContain("snowflake");
});

test("a long list is cut", async () => {
  await serve((specs) => {
    for (let index = 0; index < 50; index++) auth(specs, "amazon-s3").properties[`more${index}`] = {};
  });
  await providers("live").schema.create(schema);
  expect(text()).toMatch(/^ {2}and \d+ more$/m);
  expect(text().split("\n").length).toBeLessThan(30);
});

test.each([
  ["AEP refuses", 403, { error_code: "403027", message: "canary-secret may not" }],
  ["the response has no list", 200, {}],
])("where %s, that is said and the deployment goes on", async (_what, status, body) => {
  emulator.faults.add({
    path: /connectionSpecs/,
    times: Infinity,
    when: "before",
    act: { kind: "status", status, body },
  });
  const { id } = await providers("live").schema.create(schema);
  expect(id).toMatch(/^https:/);
  expect(text()).toMatch(
    /^pulumi-aep: compare connectors with sandbox "dev": .*\n.*continues with the catalogue\.\n$/,
  );
  expect(text()).not.toContain("canary");
});

test("an operation fails in the same way as without the comparison", async () => {
  const failing = providers("live").schema.create({ ...schema, class: "https://ns.adobe.com/nothing" });
  await expect(failing).rejects.toThrow('create Schema "customers"');
  expect(asked()).toBe(1);
});

test("any other value is refused", () => {
  const stack = { ...configFor(emulator), "aep:connectors": "yes" };
  expect(() => parseConfig(stack, {})).toThrow(
    new InvalidInput(
      'aep:connectors is "yes", but must be "catalogue" or "live". ' +
        "Set it with `pulumi config set aep:connectors ...` or AEP_CONNECTORS.",
    ),
  );
  expect(parseConfig(configFor(emulator), { AEP_CONNECTORS: "live" }).connectors).toBe("live");
});
