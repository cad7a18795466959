import { awkward, start, type Emulator } from "../emulator";
import { allTypes, programOf, sandbox } from "../promises/scene";
import { configFor } from "../wire/fixtures/aep";
import { ref, type Program } from "../wire/program";
import { Stack } from "../wire/stack";
import { InProcessProvider } from "./inProcess";
import { VirtualClock } from "./virtualClock";

/** The Schema Registry shows a write only after this many seconds. A new object is missing for as long. */
describe.each([2, 20])("with a Schema Registry that lags %d seconds", (registryLagSeconds) => {
  let clock: VirtualClock;
  let emulator: Emulator;

  beforeAll(async () => {
    clock = new VirtualClock();
    const switches = { ...awkward, registryLagSeconds, registryUnionDeletion: "allowed" } as const;
    emulator = await start({ switches, seed: 1, ...clock.forEmulator });
  });
  beforeEach(() => emulator.reset());
  afterAll(async () => {
    await emulator.close();
    clock.close();
  });

  const stack = (state: Stack["state"] = []) =>
    new Stack({
      provider: new InProcessProvider({ config: configFor(emulator), clock }),
      parallel: 4,
      state,
    });

  const writes = (kind: string) => emulator.ledger.writes(kind).map(({ method }) => method);

  it("every kind is created once, and a refresh right after it finds no change", async () => {
    const first = stack();
    expect((await first.up(programOf(allTypes))).errors).toEqual([]);
    const posts = emulator.ledger.writes().filter(({ method }) => method === "POST");
    expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
    expect(posts).toHaveLength(first.state.filter(({ kind }) => kind !== "ProfileEnablement").length);
    const next = stack(first.state);
    expect((await next.refresh()).changes).toEqual([]);
    expect((await next.up(programOf(allTypes))).changes).toEqual([]);
    expect((await next.destroy()).errors).toEqual([]);
  });

  it("a new field group and Profile reach the schema in one run, each with one write", async () => {
    const one = stack();
    expect((await one.up(customers(false))).errors).toEqual([]);
    clock.advance(60_000);
    emulator.ledger.clear();
    const next = stack(one.state);
    expect((await next.up(customers(true))).errors).toEqual([]);
    expect(writes("schemas").sort()).toEqual(["PATCH", "PUT"]);
    const [live] = emulator.objects(sandbox, "schemas") as Record<string, unknown>[];
    expect(live).toMatchObject({ "meta:immutableTags": ["union"] });
    expect(JSON.stringify(live!["allOf"])).toContain("profile-personal-details");
    expect((await stack(next.state).refresh()).changes).toEqual([]);
  });

  it("two updates of one schema in a row lose nothing, and the output version is the newest", async () => {
    const one = stack();
    expect((await one.up(schemaNamed("Customers"))).errors).toEqual([]);
    expect((await one.up(schemaNamed("Clients"))).errors).toEqual([]);
    expect((await one.up(schemaNamed("Clients of the shop"))).errors).toEqual([]);
    expect(writes("schemas")).toEqual(["POST", "PUT", "PUT"]);
    const [live] = emulator.objects(sandbox, "schemas") as Record<string, unknown>[];
    expect(live).toMatchObject({ title: "Clients of the shop" });
    expect(one.get("Schema", "customers").outputs["version"]).toBe(live!["version"]);
  });
});

const xdm = "https://ns.adobe.com/xdm/context/";
const customer = { class: `${xdm}profile`, fieldGroups: [`${xdm}profile-person-details`] };

function schemaNamed(title: string): Program {
  return (declare) => void declare("Schema", "customers", { title, ...customer });
}

/** A schema with a primary identity; later also with one more field group and for Profile. */
function customers(later: boolean): Program {
  return (declare) => {
    const more = later ? [`${xdm}profile-personal-details`] : [];
    const schema = declare("Schema", "customers", {
      ...{ title: "Customers", class: customer.class },
      fieldGroups: [...customer.fieldGroups, ...more],
    });
    const identity = declare("SchemaDescriptor", "id", {
      type: "xdm:descriptorIdentity",
      sourceSchema: ref(schema).id,
      sourceVersion: 1,
      sourceProperty: "/personID",
      namespace: "CRMID",
      isPrimary: true,
    });
    if (later)
      declare("ProfileEnablement", "customers", {
        schemaId: ref(schema).id,
        primaryIdentity: ref(identity).id,
      });
  };
}
