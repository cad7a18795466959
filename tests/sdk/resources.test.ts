import * as pulumi from "@pulumi/pulumi";
import * as aep from "../../sdk";
import { inspect, type Registration, waitForOutputs, startRecording } from "./program";

const schemaId = "https://ns.adobe.com/acme/schemas/417a33eg81a221bd10495920574gfa2d";
const title = "CRM customers";

/** One object of each kind, with the fewest args. */
const kinds: Record<string, (name: string) => aep.AepResource> = {
  BaseConnection: (name) => new aep.BaseConnection(name, { connectionSpec: aep.dataLake }),
  SourceConnection: (name) =>
    new aep.SourceConnection(name, {
      connectionSpec: "amazon-s3",
      data: { format: "json" },
      params: { path: "/in", type: "folder" },
    }),
  TargetConnection: (name) =>
    new aep.TargetConnection(name, { data: { schema: { id: schemaId } }, params: { dataSetId: "d" } }),
  Dataset: (name) => new aep.Dataset(name, { schemaRef: { id: schemaId } }),
  MappingSet: (name) =>
    new aep.MappingSet(name, {
      xdmSchema: schemaId,
      mappings: [{ sourceAttribute: "a", destinationXdmPath: "b" }],
    }),
  Dataflow: (name) => new aep.Dataflow(name, { sourceConnectionIds: ["s"], targetConnectionIds: ["t"] }),
  SchemaClass: (name) => new aep.SchemaClass(name, { title, behavior: "record", properties: {} }),
  FieldGroup: (name) =>
    new aep.FieldGroup(name, { title, intendedToExtend: [aep.xdm.profile], properties: {} }),
  Schema: (name) => new aep.Schema(name, { title, class: aep.xdm.profile }),
  SchemaDescriptor: (name) =>
    new aep.SchemaDescriptor(name, {
      type: "xdm:descriptorIdentity",
      sourceSchema: schemaId,
      sourceProperty: "/personalEmail/address",
      namespace: "Email",
    }),
  ProfileEnablement: (name) => new aep.ProfileEnablement(name, { schemaId }),
};

const named = ["BaseConnection", "SourceConnection", "TargetConnection", "Dataset", "Dataflow"];

let registrations: Registration[];

beforeEach(async () => {
  pulumi.runtime.setAllConfig({ "aep:sandbox": "stage" });
  registrations = await startRecording();
});

test("the table above has every kind that the package exports", () => {
  const classes = Object.entries(aep).filter(
    ([, value]) => typeof value === "function" && value.prototype instanceof aep.AepResource,
  );
  expect(classes.map(([name]) => name).sort()).toEqual(Object.keys(kinds).sort());
});

describe.each(Object.keys(kinds))("%s", (kind) => {
  const make = kinds[kind]!;

  test("is registered with its own type", async () => {
    make("customers");
    await waitForOutputs();
    expect(registrations).toMatchObject([{ type: `pulumi-nodejs:dynamic/aep:${kind}`, name: "customers" }]);
  });

  test("names its provider by an address that never changes, of at most 96 bytes", async () => {
    make("customers");
    await waitForOutputs();
    const text = registrations[0]!.inputs["__provider"];
    expect(text).toBe(`exports.handler=()=>require("pulumi-aep/provider").resource("${kind}")`);
    expect(Buffer.byteLength(String(text))).toBeLessThanOrEqual(96);
  });

  test("passes the sandbox, and where it was declared", async () => {
    make("customers");
    await waitForOutputs();
    expect(registrations[0]!.inputs).toMatchObject({
      sandbox: "stage",
      pulumi: { project: "ingestion", stack: "dev", name: "customers" },
    });
  });

  test(`${named.includes(kind) ? "uses the logical name" : "has no name"} if no name is given`, async () => {
    make("customers");
    await waitForOutputs();
    expect(registrations[0]!.inputs["name"]).toBe(named.includes(kind) ? "customers" : undefined);
  });

  test("has every arg and output as an Output, set or not", async () => {
    const object = make("customers") as unknown as Record<string, unknown>;
    await waitForOutputs();
    const { __provider, pulumi: _identity, ...inputs } = registrations[0]!.inputs;
    const fields = Object.keys(object).filter((key) => !key.startsWith("__"));
    expect(fields).toEqual(expect.arrayContaining(["id", "urn", "sandbox", "orgId", ...Object.keys(inputs)]));
    expect(fields.filter((key) => !pulumi.Output.isInstance(object[key]))).toEqual([]);
  });

  test("is recognised only by its own isInstance", async () => {
    const object = make("customers");
    await waitForOutputs();
    const classes = aep as unknown as Record<string, { isInstance(value: unknown): boolean }>;
    const recognised = Object.keys(kinds).filter((other) => classes[other]!.isInstance(object));
    expect(recognised).toEqual([kind]);
    expect(classes[kind]!.isInstance({ __pulumiType: `pulumi-nodejs:dynamic/aep:${kind}` })).toBe(false);
  });

  test("get reads the object in the given sandbox, and sends nothing else", async () => {
    const classes = aep as unknown as Record<string, { get: typeof aep.Dataset.get }>;
    const object = classes[kind]!.get("found", "an-id", { sandbox: "prod" });
    await waitForOutputs();
    const provider = `exports.handler=()=>require("pulumi-aep/provider").resource("${kind}")`;
    expect(registrations).toEqual([
      {
        type: `pulumi-nodejs:dynamic/aep:${kind}`,
        name: "found",
        id: "an-id",
        inputs: { sandbox: "prod", __provider: provider },
      },
    ]);
    expect((await inspect(object.sandbox)).value).toBe("prod");
  });
});

test("the option `import` is passed to the provider and not to the engine, which would send only the id", async () => {
  const options = { import: "5f3c3cedb2805c194ff0b69a" };
  new aep.Dataset("a", { schemaRef: { id: schemaId } }, options);
  await waitForOutputs();
  expect(registrations[0]!.id).toBeFalsy();
  expect(registrations[0]!.inputs).toMatchObject({
    pulumi: { name: "a", import: "5f3c3cedb2805c194ff0b69a" },
  });
  expect(options).toEqual({ import: "5f3c3cedb2805c194ff0b69a" });
});

test("a sandbox in the args has priority over the config", async () => {
  new aep.Dataset("a", { sandbox: "prod", schemaRef: { id: schemaId } });
  await waitForOutputs();
  expect(registrations[0]!.inputs["sandbox"]).toBe("prod");
});

test("without config, the sandbox comes from the environment", async () => {
  pulumi.runtime.setAllConfig({});
  process.env["AEP_SANDBOX"] = "from-environment";
  try {
    new aep.Dataset("a", { schemaRef: { id: schemaId } });
    await waitForOutputs();
  } finally {
    delete process.env["AEP_SANDBOX"];
  }
  expect(registrations[0]!.inputs["sandbox"]).toBe("from-environment");
});

test("a name in the args is sent unchanged", async () => {
  new aep.Dataset("a", { name: pulumi.output("CRM customers"), schemaRef: { id: schemaId } });
  await waitForOutputs();
  expect(registrations[0]!.inputs["name"]).toBe("CRM customers");
});
