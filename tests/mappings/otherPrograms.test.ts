import type { ResourceProvider } from "../../provider/lifecycle/resourceProvider";
import * as xdm from "../../sdk/xdm";
import { registry, startScene, type RegistryScene } from "./registryScene";

let scene: RegistryScene;
let contacts: string;

beforeEach(async () => {
  scene = await startScene();
  contacts = await scene.schema("Contacts", [xdm.profile, xdm.profilePersonDetails]);
});
afterEach(() => scene.close());

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const added = { sandbox: "dev", pulumi: { project: "p", stack: "s", name: "columns" } };

const mappingTo = (id: string, ...mappings: object[]) => ({
  ...added,
  outputSchema: { schemaRef: { id } },
  mappings,
});
const first = { source: "FirstName", destination: "person.name.firstName" };
const wrong = { source: "LastName", destination: "person.name.lastNam" };

async function reasons(provider: ResourceProvider, news: object, olds: object = {}): Promise<string[]> {
  const { failures } = await provider.check({ ...olds }, { ...news });
  return failures.map(({ reason }) => reason);
}

const check = (news: object, olds?: object) => reasons(scene.process()("MappingSet"), news, olds);

describe("a mapping set to a schema of another program", () => {
  test("is refused with the field and a hint, before anything is written", async () => {
    expect(await check(mappingTo(contacts, first, wrong))).toEqual([
      'MappingSet "columns": mappings[1].destination names person.name.lastNam, which the schema does not have: ' +
        "person.name has firstName, lastName, middleName, courtesyTitle, suffix, fullName; " +
        "did you mean person.name.lastName?",
    ]);
    expect(scene.calls()).toEqual([`GET ${registry}/schemas/${encodeURIComponent(contacts)}`]);
  });

  test("is refused in the vocabulary of the program", async () => {
    const mappings = [{ sourceAttribute: "a", destinationXdmPath: "person.nam" }];
    const [reason] = await check({ ...added, xdmSchema: contacts, mappings });
    expect(reason).toMatch(/^MappingSet "columns": mappings\[0\]\.destinationXdmPath names person\.nam, /);
  });

  test("passes if it fits, and a second set for the same schema causes no request", async () => {
    const provider = scene.process()("MappingSet");
    expect(await reasons(provider, mappingTo(contacts, first))).toEqual([]);
    expect(await reasons(provider, mappingTo(contacts, first))).toEqual([]);
    const other = { ...mappingTo(contacts, wrong), pulumi: { ...added.pulumi, name: "others" } };
    expect(await reasons(provider, other)).toHaveLength(1);
    expect(scene.calls()).toHaveLength(1);
  });

  test("must fill required fields and the primary identity", async () => {
    const orders = await scene.schema("Orders", [xdm.experienceEvent, xdm.experienceEventCommerce]);
    await scene.posted(`${registry}/descriptors`, {
      "@type": "xdm:descriptorIdentity",
      "xdm:sourceSchema": contacts,
      "xdm:sourceVersion": 1,
      "xdm:sourceProperty": "/person/name/lastName",
      "xdm:namespace": "CRMID",
      "xdm:property": "xdm:code",
      "xdm:isPrimary": true,
    });
    expect(await check(mappingTo(contacts, first))).toEqual([
      'MappingSet "columns": mappings do not fill person.name.lastName, the primary identity of the schema; add a mapping to it',
    ]);
    const sale = { source: "total", destination: "commerce.order.priceTotal" };
    expect((await check(mappingTo(orders, sale))).map((text) => /fill (\S+),/.exec(text)?.[1])).toEqual([
      "_id",
      "timestamp",
    ]);
  });

  test("is checked as far as it is known in a preview", async () => {
    const pending = { source: unknown, destination: unknown };
    expect(await check(mappingTo(contacts, first, pending))).toEqual([]);
    expect(await check(mappingTo(contacts, { ...wrong, source: unknown }, pending))).toHaveLength(1);
    expect(await check({ ...mappingTo(contacts), mappings: unknown })).toEqual([]);
  });

  test("with many faults is reported with ten of them", async () => {
    const faults = Array.from({ length: 25 }, (_, index) => ({
      source: "a",
      destination: `nowhere${index}`,
    }));
    const found = await check(mappingTo(contacts, ...faults));
    expect(found).toHaveLength(11);
    expect(found.at(-1)).toBe('MappingSet "columns": and 15 more of this kind');
  });
});

describe("no request is sent for", () => {
  test.each<[string, (id: string) => object]>([
    ["a schema that is not known in a preview", () => mappingTo(unknown, first)],
    ["inputs that the schema of the args refuses", (id) => ({ ...mappingTo(id, first), nonsense: 1 })],
  ])("%s", async (_what, inputs) => {
    await check(inputs(contacts));
    expect(scene.calls()).toEqual([]);
  });

  test("an unchanged set, also a wrong one, until it changes", async () => {
    const provider = scene.process()("MappingSet");
    const { inputs } = await scene.process()("MappingSet").check({}, mappingTo(contacts, wrong));
    const before = scene.calls().length;
    expect(await reasons(provider, mappingTo(contacts, wrong), inputs)).toEqual([]);
    expect(scene.calls()).toHaveLength(before);
    expect(await reasons(provider, mappingTo(contacts, wrong, first), inputs)).toHaveLength(1);
    expect(scene.calls()).toHaveLength(before + 1);
  });

  test("a schema of this stack, whose fields the run may change", async () => {
    const process = scene.process();
    const schema = {
      ...added,
      title: "Contacts",
      class: xdm.profile,
      fieldGroups: [xdm.profilePersonDetails],
    };
    await process("Schema").diff(contacts, schema, schema);
    expect(await reasons(process("MappingSet"), mappingTo(contacts, wrong))).toEqual([]);
    expect(scene.calls()).toEqual([]);
  });
});

test("a schema with a field group of this stack may get its fields in this run", async () => {
  const { $id: group } = await scene.posted(`${registry}/fieldgroups`, {
    type: "object",
    title: "Loyalty",
    description: "",
    "meta:intendedToExtend": [xdm.profile],
    definitions: {
      own: { properties: { _acme: { type: "object", properties: { a: { type: "string" } } } } },
    },
    allOf: [{ $ref: "#/definitions/own" }],
  });
  const shared = await scene.schema("Shared", [xdm.profile, String(group)]);
  const process = scene.process();
  const addition = mappingTo(shared, { source: "b", destination: "_acme.b" });
  expect(await reasons(process("MappingSet"), addition)).toHaveLength(1);
  await process("FieldGroup").diff(String(group), added, added);
  expect(await reasons(process("MappingSet"), addition)).toEqual([]);
});

describe("no problem is reported", () => {
  const respond = (act: Parameters<typeof scene.emulator.faults.add>[0]["act"]) =>
    scene.emulator.faults.add({ path: /schemaregistry/, times: Infinity, when: "before", act });
  const json = (value: unknown) =>
    respond({ kind: "body", text: JSON.stringify(value), contentType: "application/json" });
  const deep = `${'{"type":"object","properties":{"a":'.repeat(20_000)}{}${"}}".repeat(20_000)}`;

  test.each<[string, () => unknown]>([
    ["for a schema without read permission", () => respond({ kind: "status", status: 403 })],
    ["for a schema that does not exist", () => respond({ kind: "status", status: 404 })],
    ["while the registry is down", () => respond({ kind: "status", status: 503 })],
    ["after a broken connection", () => respond({ kind: "reset" })],
    [
      "for a page of HTML",
      () => respond({ kind: "body", text: "<html>Log in</html>", contentType: "text/html" }),
    ],
    ["for half a response", () => respond({ kind: "truncate" })],
    ["for an empty object", () => json({})],
    ["for a list", () => json([1, 2])],
    ["for null", () => json(null)],
    ["for another schema", () => json({ $id: "https://ns.adobe.com/acme/schemas/0", properties: { a: {} } })],
    ["for a schema without fields", () => json({ $id: contacts, properties: {} })],
    ["for fields of other types", () => json({ $id: contacts, properties: { person: 7, other: [[]] } })],
    [
      "for parts of other types",
      () => json({ $id: contacts, properties: { person: {} }, required: 4, "meta:descriptors": "x" }),
    ],
    [
      "for a response that is a thousand times deeper than XDM",
      () =>
        respond({
          kind: "body",
          text: JSON.stringify({ $id: contacts, properties: { person: {}, a: "DEEP" } }).replace(
            '"DEEP"',
            deep,
          ),
          contentType: "application/json",
        }),
    ],
  ])("%s", async (_what, arrange) => {
    arrange();
    const provider = scene.process()("MappingSet");
    expect(await reasons(provider, mappingTo(contacts, first))).toEqual([]);
    expect(scene.emulator.ledger.writes().filter(({ clientId }) => clientId === "checking")).toEqual([]);
  });

  test.each<[string, Parameters<typeof respond>[0]]>([
    ["the registry is down", { kind: "status", status: 503 }],
    ["the registry does not respond", { kind: "hang" }],
  ])("and the checks take at most ten seconds in all while %s", async (_what, act) => {
    respond(act);
    const began = scene.clock.now();
    const provider = scene.process({ "aep:requestTimeoutSeconds": "0.05" })("MappingSet");
    for (let count = 0; count < 20; count++) {
      expect(await reasons(provider, mappingTo(`${contacts}${count}`, first))).toEqual([]);
    }
    const elapsedMs = scene.clock.now() - began;
    expect(elapsedMs).toBeGreaterThan(0);
    expect(elapsedMs).toBeLessThanOrEqual(10_000);
    expect(new Set(scene.calls()).size).toBe(1);
  });
});
