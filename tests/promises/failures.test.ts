import { awkward, defaultOrgId } from "../emulator";
import { configFor } from "../wire/fixtures/aep";
import { ProviderProcess } from "../wire/providerProcess";
import { firstName } from "./kind";
import { allKinds, kinds } from "./kinds";
import {
  alone,
  callsDuring,
  deployed,
  editOutside,
  editsOf,
  kindOf,
  programOf,
  sandbox,
  succeeded,
  useAep,
} from "./scene";

const aep = useAep();

const asynchronous = kinds.filter(({ path }) => path.includes("/flowservice/"));

describe.each(asynchronous.map((kind) => [kind.type, kind] as const))(
  "%s whose creation failed in AEP",
  (type, kind) => {
    const name = firstName(kind);
    // Only the first new object of a collection fails, so all others are created before.
    async function failedCreation() {
      const needed = await deployed(aep.current, alone(kind));
      const state = needed.state.filter((one) => one.kind !== type || one.name !== name);
      aep.current.emulator.remove(sandbox, kind.collection, needed.get(type, name).id);
      const stack = aep.current.stack({ state });
      aep.current.emulator.failNext(kind.collection, "bucket not reachable");
      return { stack, run: await stack.up(alone(kind)) };
    }

    it("stays in state with AEP's reason, and the next up completes it once AEP has recovered", async () => {
      const { stack, run } = await failedCreation();
      expect(run.errors).toHaveLength(1);
      expect(run.errors[0]?.reasons).toEqual([
        expect.stringMatching(new RegExp(`^create ${type} "${name}": .*bucket not reachable`)),
      ]);
      const kept = stack.get(type, name);
      expect(kept.initErrors).toHaveLength(1);
      expect(kept.outputs).toHaveProperty("__provider");
      editOutside(aep.current, stack, kind, (stored: Record<string, unknown>) => {
        Object.assign(stored, {
          state: "enabled",
          lastOperation: { status: { value: "completed", errors: [] } },
        });
      });
      aep.current.emulator.ledger.clear();
      await succeeded(stack.up(alone(kind)));
      expect(stack.get(type, name)).toMatchObject({ id: kept.id, initErrors: [] });
      expect(aep.current.emulator.ledger.writes().filter(({ method }) => method !== "POST")).toEqual([]);
      expect((await succeeded(stack.up(alone(kind)))).changes).toEqual([]);
      expect((await succeeded(stack.refresh())).changes).toEqual([]);
    });

    it("can be destroyed", async () => {
      const { stack } = await failedCreation();
      await succeeded(stack.destroy());
      expect(aep.current.emulator.objects(sandbox, kind.collection)).toEqual([]);
    });

    it("is completed by the next up, or is an error again while AEP has not recovered", async () => {
      const { stack } = await failedCreation();
      const run = await stack.up(alone(kind));
      if (kind.type === "Dataflow") {
        // A failed dataflow is disabled; the up enables it again.
        expect(run.changes).toEqual(["update Dataflow hourly"]);
        expect(aep.current.emulator.ledger.writes("flows").at(-1)?.path).toContain("op=enable");
        return;
      }
      expect(run.errors[0]?.message).toMatch(new RegExp(`^update ${type} "${name}": .*bucket not reachable`));
    });
  },
);

describe("another organisation", () => {
  it.each(allKinds.map((kind) => [kind.type, kind] as const))(
    "%s with the credentials of another organisation is an error with both organisations, and stays in state",
    async (_type, kind) => {
      const stack = await deployed(aep.current, alone(kind));
      const other = "FEDCBA9876543210FEDCBA98@AdobeOrg";
      const process = await ProviderProcess.start();
      await process.configure({ ...configFor(aep.current.emulator), "aep:orgId": other });
      stack.provider = process;
      try {
        const calls = await callsDuring(aep.current.emulator, async () => {
          const changed = await stack.up(alone(kind, kind.changes[0]!.after));
          for (const run of [await stack.refresh(), changed, await stack.destroy()]) {
            expect(run.errors[0]?.message).toContain(other);
            expect(run.errors[0]?.message).toContain(defaultOrgId);
          }
        });
        expect(calls).toEqual([]);
        expect(stack.find(kind.type, firstName(kind))).toBeDefined();
      } finally {
        await process.kill();
      }
    },
  );
});

describe("a sandbox that does not exist", () => {
  it.each(allKinds.map((kind) => [kind.type, kind] as const))(
    "is an error of the first call for a %s, before any write",
    async (_type, kind) => {
      const stack = aep.current.stack();
      const run = await stack.up(programOf([kind.type], editsOf(kind, [{ sandbox: "nowhere" }])));
      expect(run.errors).toHaveLength(1);
      expect(run.errors[0]?.message).toMatch(
        new RegExp(`^create ${kind.type} "${firstName(kind)}": .*"?nowhere"?.*pulumi config set aep:sandbox`),
      );
      const writes = aep.current.emulator.ledger.writes(kind.collection);
      // The object of an attached kind is in an existing sandbox.
      expect(writes.filter(({ method }) => !(kind.attachment && method === "POST"))).toEqual([]);
    },
  );
});

describe("a dataset that holds data", () => {
  const dataset = kindOf("Dataset");

  async function withBatch(places = {}) {
    const stack = await deployed(aep.current, alone(dataset, places));
    const { id } = stack.get("Dataset", "customers");
    const { world } = aep.current.emulator;
    const dev = world.sandboxes.find(({ name }) => name === sandbox)!;
    const batch = { status: "success", created: Date.now(), relatedObjects: [{ type: "dataSet", id }] };
    world.collection(dev, "batches").set("0123456789", batch);
    return stack;
  }

  it("is not deleted; the error names forceDelete and retainOnDelete", async () => {
    const stack = await withBatch();
    const run = await stack.destroy();
    expect(run.errors[0]?.message).toMatch(
      /^delete Dataset "customers": it holds data\..*forceDelete: true.*pulumi up.*retainOnDelete/,
    );
    expect(aep.current.emulator.objects(sandbox, "dataSets")).toHaveLength(1);
  });

  it("is not deleted until forceDelete is in state", async () => {
    const stack = await withBatch();
    expect((await stack.destroy()).ok).toBe(false);
    await succeeded(stack.up(alone(dataset, { forceDelete: true })));
    await succeeded(stack.destroy());
    expect(aep.current.emulator.objects(sandbox, "dataSets")).toEqual([]);
  });

  it("is not replaced until forceDelete is in state; the error says so", async () => {
    const stack = await withBatch();
    const after = alone(dataset, { "fileDescription.format": "json", forceDelete: true });
    expect((await stack.preview(after)).errors[0]?.message).toMatch(
      /^diff Dataset "customers": .*forceDelete: true/,
    );
    await succeeded(stack.up(alone(dataset, { forceDelete: true })));
    expect((await succeeded(stack.up(after))).changes).toContain("replace Dataset customers");
  });

  it("cannot lose the Profile tag", async () => {
    aep.current.emulator.set(awkward);
    const profile = "https://ns.adobe.com/xdm/context/";
    const schema = {
      fieldGroups: [`${profile}profile-person-details`, `${profile}identitymap`],
      immutableTags: ["union"],
    };
    const program = (tags: Record<string, string[]> | undefined) => {
      return programOf(["Dataset"], { "Schema customers": schema, "Dataset customers": { tags } });
    };
    const stack = await deployed(aep.current, program({ unifiedProfile: ["enabled:true"] }));
    const run = await stack.preview(program(undefined));
    expect(run.errors[0]?.message).toMatch(
      /^diff Dataset "customers": tags\.unifiedProfile cannot be removed.*Put the tag back/,
    );
  });
});
