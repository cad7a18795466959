import { parseConfig } from "../../provider/api/config";
import { InvalidInput } from "../../provider/api/errors";
import type { ResourceProvider } from "../../provider/lifecycle/resourceProvider";
import * as xdm from "../../sdk/xdm";
import { registry, startScene, type RegistryScene } from "./registryScene";

let scene: RegistryScene;
let contacts: string;
let stderr: jest.SpyInstance;

beforeEach(async () => {
  scene = await startScene();
  contacts = await scene.schema("Contacts", [xdm.profile, xdm.profilePersonDetails]);
  stderr = jest.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(async () => {
  stderr.mockRestore();
  await scene.close();
});

const validate = "/data/foundation/conversion/mappingSets/validate";
const live = { "aep:mappings": "live" };
const added = { sandbox: "dev", pulumi: { project: "p", stack: "s", name: "columns" } };
const first = { source: "FirstName", destination: "person.name.firstName" };
const wrong = { source: "LastName", destination: "person.name.lastNam" };
const mappingTo = (id: string, ...mappings: object[]) => ({
  ...added,
  outputSchema: { schemaRef: { id } },
  mappings,
});
const schema = {
  sandbox: "dev",
  pulumi: { ...added.pulumi, name: "contacts" },
  title: "Contacts",
  class: xdm.profile,
  fieldGroups: [xdm.profilePersonDetails],
};

async function reasons(provider: ResourceProvider, news: object, olds: object = {}): Promise<string[]> {
  const { failures } = await provider.check({ ...olds }, { ...news });
  return failures.map(({ reason }) => reason);
}

function text(): string {
  return stderr.mock.calls.map(([chunk]) => String(chunk)).join("");
}

function validations(): number {
  return scene.calls().filter((call) => call === `POST ${validate}`).length;
}

function respond(body: string, status = 200): void {
  const act = { kind: "body", text: body, contentType: "application/json", status } as const;
  scene.emulator.faults.add({ path: /mappingSets\/validate/, times: Infinity, when: "before", act });
}

const verdict = (...validationResponse: unknown[]) => respond(JSON.stringify({ validationResponse }));

/** A process whose stack has the schema, unchanged. */
async function ownSchema(): Promise<(type: string) => ResourceProvider> {
  const provider = scene.process(live);
  const { inputs } = await provider("Schema").check(schema, schema);
  await provider("Schema").diff(contacts, inputs, inputs);
  return provider;
}

test.each([{}, { "aep:mappings": "declared" }])("no set is sent to Data Prep with %j", async (settings) => {
  expect(await reasons(scene.process(settings)("MappingSet"), mappingTo(contacts, first))).toEqual([]);
  expect(validations()).toBe(0);
});

test("live sends new and changed sets as they would be written, and writes nothing", async () => {
  const provider = scene.process(live)("MappingSet");
  const { inputs, failures } = await provider.check({}, mappingTo(contacts, first));
  expect(failures).toEqual([]);
  expect(await reasons(provider, mappingTo(contacts, first), inputs)).toEqual([]);
  expect(validations()).toBe(1);
  const last = { source: "LastName", destination: "person.name.lastName" };
  expect(await reasons(provider, mappingTo(contacts, first, last), inputs)).toEqual([]);
  expect(validations()).toBe(2);
  expect(scene.emulator.objects("dev", "mappingSets")).toEqual([]);
  expect(text()).toBe("");
});

test("a refused mapping fails the check, with the mapping and AEP's reason", async () => {
  verdict(
    { status: "SUCCESS", errors: null },
    { status: "FAILED", errors: [{ exception: "No such function." }, { exception: "Give up." }, null, {}] },
    { status: "FAILED", errors: null },
  );
  const sets = mappingTo(
    contacts,
    first,
    { source: "b", destination: "_id" },
    { source: "c", destination: "personID" },
  );
  expect(await reasons(scene.process(live)("MappingSet"), sets)).toEqual([
    'MappingSet "columns": mappings[1] is refused by Data Prep: No such function.; Give up.',
    'MappingSet "columns": mappings[2] is refused by Data Prep: it names no reason',
  ]);
});

test("a mapping is refused only once, and a long reason is cut", async () => {
  verdict(
    { status: "FAILED", errors: [{ exception: "x".repeat(5000) }] },
    { status: "FAILED", errors: [{ exception: "No such field." }] },
  );
  const found = await reasons(scene.process(live)("MappingSet"), mappingTo(contacts, first, wrong));
  expect(found).toHaveLength(2);
  expect(found[0]).toContain("mappings[1].destination names person.name.lastNam");
  expect(found[1]!.length).toBeLessThan(400);
});

test("a set to a schema of this stack is sent if the schema does not change", async () => {
  const provider = await ownSchema();
  expect(await reasons(provider("MappingSet"), mappingTo(contacts, first, wrong))).toEqual([
    'MappingSet "columns": mappings[1] is refused by Data Prep: ' +
      "The destination person.name.lastNam is not a field of the output schema.",
  ]);
  expect(scene.calls().filter((call) => call.includes(registry))).toEqual([]);
});

test.each(["SchemaClass", "FieldGroup", "Schema", "SchemaDescriptor"])(
  "it is not sent if a %s changes in the same run",
  async (type) => {
    const provider = await ownSchema();
    const changed: Record<string, object> = {
      SchemaClass: { title: "Own", behavior: "record", properties: {} },
      FieldGroup: {
        title: "Loyalty",
        intendedToExtend: [xdm.profile],
        properties: { _acme: { type: "object" } },
      },
      Schema: { title: "Other", class: xdm.profile, fieldGroups: [] },
      SchemaDescriptor: {
        type: "xdm:descriptorIdentity",
        sourceSchema: contacts,
        sourceProperty: "/_id",
        namespace: "CRMID",
      },
    };
    const inputs = { sandbox: "dev", pulumi: { ...added.pulumi, name: "new" }, ...changed[type] };
    expect(await reasons(provider(type), inputs)).toEqual([]);
    expect(await reasons(provider("MappingSet"), mappingTo(contacts, first, wrong))).toEqual([]);
    expect(validations()).toBe(0);
  },
);

test("a set with an unknown part is not sent", async () => {
  const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
  const provider = scene.process(live)("MappingSet");
  await reasons(provider, mappingTo(contacts, first, { source: unknown, destination: "_id" }));
  await reasons(provider, mappingTo(unknown, first));
  expect(validations()).toBe(0);
});

test.each([
  ["refuses the request", JSON.stringify({ message: "canary-secret may not" }), 403],
  ["is down", JSON.stringify({ message: "down" }), 503],
  ["responds with a page", "<html>Log in</html>", 200],
])("if AEP %s, a warning is printed and the deployment continues", async (_what, body, status) => {
  respond(body, status);
  const provider = scene.process(live)("MappingSet");
  expect(await reasons(provider, mappingTo(contacts, first))).toEqual([]);
  expect(text()).toMatch(
    /^pulumi-aep: validate MappingSet "columns": .*\. The request changes nothing in AEP, and the deployment continues without this check\.\n$/,
  );
  expect(text()).not.toContain("canary");
  await reasons(provider, mappingTo(contacts, first));
  expect(stderr).toHaveBeenCalledTimes(1);
});

test.each<[string, unknown[]]>([
  ["for another number of mappings", [{ status: "FAILED" }, { status: "FAILED" }]],
  ["of other types", [7]],
  ["of another status", [{ status: "MAYBE", errors: [{ exception: "Who knows." }] }]],
])("a verdict %s is ignored", async (_what, entries) => {
  verdict(...entries);
  expect(await reasons(scene.process(live)("MappingSet"), mappingTo(contacts, first))).toEqual([]);
});

test("any other value of the setting is refused", () => {
  const stack = { "aep:accessToken": "t", "aep:apiKey": "k", "aep:orgId": "A@AdobeOrg" };
  expect(() => parseConfig({ ...stack, "aep:mappings": "always" }, {})).toThrow(
    new InvalidInput(
      'aep:mappings is "always", but must be "declared" or "live". ' +
        "Set it with `pulumi config set aep:mappings ...` or AEP_MAPPINGS.",
    ),
  );
  expect(parseConfig(stack, { AEP_MAPPINGS: "live" }).mappings).toBe("live");
});
