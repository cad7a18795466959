import { connect } from "../emulator";
import { configFor, s3Chain, startAep, type Aep } from "./fixtures/aep";
import { ref, type Program } from "./program";

let aep: Aep;
let contacts: string;

beforeAll(async () => {
  aep = await startAep();
});
beforeEach(async () => {
  aep.emulator.reset();
  contacts = await createContactsSchema();
});
afterAll(() => aep.close());

const registry = "/data/foundation/schemaregistry/tenant/schemas";

/** A schema that no program of these tests declares. */
async function createContactsSchema(): Promise<string> {
  const refs = ["profile", "profile-person-details"];
  const response = await connect(aep.emulator, { sandbox: "dev" }).call("POST", registry, {
    type: "object",
    title: "Contacts",
    description: "",
    allOf: refs.map((name) => ({ $ref: `https://ns.adobe.com/xdm/context/${name}` })),
  });
  return String(response.body["$id"]);
}

/** A program with a mapping set for the schema of another program. */
const mapToContacts =
  (destination: string, name = "columns"): Program =>
  (declare) => {
    const mappings = [{ source: "LastName", destination }];
    declare("MappingSet", name, { outputSchema: { schemaRef: { id: contacts } }, mappings });
  };

const schemaReads = () =>
  aep.emulator.requests.filter(({ method, path }) => method === "GET" && path.includes("/schemas/"));
const mappingSetCount = () => aep.emulator.objects("dev", "mappingSets").length;

it("refuses a destination that is missing in a schema of another program, and writes nothing", async () => {
  const stack = aep.stack({ provider: await aep.startProvider() });
  for (const run of [
    await stack.preview(mapToContacts("person.name.lastNam")),
    await stack.up(mapToContacts("person.name.lastNam")),
  ]) {
    expect(run.steps).toMatchObject([{ op: "refuse", kind: "MappingSet" }]);
    expect(run.errors[0]?.message).toContain(
      'MappingSet "columns": mappings[0].destination names person.name.lastNam, which the schema does not have',
    );
    expect(run.errors[0]?.message).toContain("did you mean person.name.lastName?");
  }
  expect(mappingSetCount()).toBe(0);
  expect(schemaReads()).toHaveLength(1);
});

it("deploys a valid mapping set and makes no request in a second up", async () => {
  const stack = aep.stack({ provider: await aep.startProvider() });
  expect((await stack.up(mapToContacts("person.name.lastName"))).changes).toEqual([
    "create MappingSet columns",
  ]);
  stack.provider = await aep.startProvider();
  const before = aep.emulator.requests.length;
  expect((await stack.preview(mapToContacts("person.name.lastName"))).changes).toEqual([]);
  expect((await stack.up(mapToContacts("person.name.lastName"))).changes).toEqual([]);
  expect(aep.emulator.requests).toHaveLength(before);
});

it("checks a changed mapping before it sends the update", async () => {
  const stack = aep.stack({ provider: await aep.startProvider() });
  await stack.up(mapToContacts("person.name.lastName"));
  const run = await stack.up(mapToContacts("person.nam"));
  expect(run.errors[0]?.message).toContain("did you mean person.name?");
  expect(aep.emulator.requests.filter(({ method }) => method === "PUT")).toEqual([]);
});

it("skips the check when the schema cannot be read", async () => {
  const stack = aep.stack({ provider: await aep.startProvider() });
  const act = { kind: "status", status: 403, body: { message: "no" } } as const;
  aep.emulator.faults.add({ path: /schemaregistry/, times: Infinity, when: "before", act });
  expect((await stack.preview(mapToContacts("person.name.lastNam"))).errors).toEqual([]);
});

it("reads no schema of its own stack", async () => {
  const stack = aep.stack({ provider: await aep.startProvider() });
  expect((await stack.up(s3Chain())).errors).toEqual([]);
  stack.provider = await aep.startProvider();
  const before = aep.emulator.requests.length;
  expect((await stack.preview(s3Chain({ lastName: "Surname" }))).changes).not.toEqual([]);
  expect(aep.emulator.requests).toHaveLength(before);
});

it("validates mappings with Data Prep in a preview with aep:mappings live", async () => {
  const startLiveProvider = async () => {
    const provider = await aep.startProvider();
    await provider.configure({ ...configFor(aep.emulator), "aep:mappings": "live" });
    return provider;
  };
  const stack = aep.stack({ provider: await startLiveProvider() });
  const valid: Program = (declare) => {
    const schema = declare("Schema", "customers", {
      title: "Customers",
      class: "https://ns.adobe.com/xdm/context/profile",
      fieldGroups: [],
    });
    const mappings = [{ source: "a", destination: "personID" }];
    declare("MappingSet", "columns", { outputSchema: { schemaRef: { id: ref(schema).id } }, mappings });
  };
  expect((await stack.up(valid)).errors).toEqual([]);
  const invalid: Program = (declare) =>
    valid((kind, name, inputs, options) => {
      const mappings = [{ source: "a", destination: "personIDs" }];
      return declare(kind, name, kind === "MappingSet" ? { ...inputs, mappings } : inputs, options);
    });
  stack.provider = await startLiveProvider();
  const run = await stack.preview(invalid);
  expect(run.errors[0]?.message).toContain(
    'MappingSet "columns": mappings[0] is refused by Data Prep: ' +
      "The destination personIDs is not a field of the output schema.",
  );
  expect(aep.emulator.requests.filter(({ method }) => method === "PUT")).toEqual([]);
});
