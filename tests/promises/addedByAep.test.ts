import { ref, type Program, type ProgramInputs } from "../wire/program";
import type { Stack } from "../wire/stack";
import { deployed, programOf, sandbox, succeeded, useAep, useNewRuns } from "./scene";
import type { Stored } from "./kind";

/** Values that AEP itself adds to lists and objects that the program writes. */

const aep = useAep();
const { newProcess } = useNewRuns(aep);

const stamp = "enabledAt:2024-11-05 12:33:59";

interface Case {
  readonly what: string;
  readonly program: (changed: boolean) => Program;
  readonly kind: string;
  readonly name: string;
  readonly collection: string;
  /** What AEP does after the create. */
  readonly add: (stored: Stored) => void;
  /** Read again after the update of the program. */
  readonly added: (stored: Stored) => unknown;
}

const profileDataset =
  (extra: ProgramInputs = {}, unifiedProfile = ["enabled:true"]): Program =>
  (declare) => {
    const schema = declare("Schema", "visitors", {
      title: "Visitors",
      class: "https://ns.adobe.com/xdm/context/profile",
      fieldGroups: ["https://ns.adobe.com/xdm/context/identitymap"],
      immutableTags: ["union"],
    });
    const tags = { unifiedProfile, team: ["crm"] };
    declare("Dataset", "visitors", { name: "Visitors", schemaRef: { id: ref(schema).id }, tags, ...extra });
  };

const cases: readonly Case[] = [
  {
    what: "the time of the enablement, with a change of the same tag",
    program: (changed) => profileDataset({}, changed ? ["enabled:true", "isUpsert:true"] : undefined),
    kind: "Dataset",
    name: "visitors",
    collection: "dataSets",
    add: ({ tags }) => tags.unifiedProfile.push(stamp),
    added: ({ tags }) => tags.unifiedProfile.includes(stamp),
  },
  {
    what: "the time of the enablement, with a change of another field",
    program: (changed) => profileDataset({ description: changed ? "Visitors of the site" : "Visitors" }),
    kind: "Dataset",
    name: "visitors",
    collection: "dataSets",
    add: ({ tags }) => tags.unifiedProfile.unshift(stamp),
    added: ({ tags }) => tags.unifiedProfile.includes(stamp),
  },
  {
    what: "tags of the system",
    program: (changed) => profileDataset({ description: changed ? "Visitors of the site" : "Visitors" }),
    kind: "Dataset",
    name: "visitors",
    collection: "dataSets",
    add: ({ tags }) => Object.assign(tags, { "aep/siphon/partitions": ["_ACP_DATE", "_ACP_BATCHID"] }),
    added: ({ tags }) => tags["aep/siphon/partitions"]?.length === 2,
  },
  {
    what: "another immutable tag of a schema",
    program: (changed) => (declare) => {
      declare("Schema", "visitors", {
        title: changed ? "Visitors" : "Guests",
        class: "https://ns.adobe.com/xdm/context/profile",
        fieldGroups: ["https://ns.adobe.com/xdm/context/identitymap"],
        immutableTags: ["union"],
      });
    },
    kind: "Schema",
    name: "visitors",
    collection: "schemas",
    add: (stored) => stored["meta:immutableTags"].push("system"),
    added: (stored) => stored["meta:immutableTags"].includes("system"),
  },
  {
    what: "labels of a dataflow",
    program: (changed) =>
      programOf(["Dataflow"], { "Dataflow hourly": { name: changed ? "Other" : "Daily" } }),
    kind: "Dataflow",
    name: "hourly",
    collection: "flows",
    add: (stored) => (stored.labels = ["core/C12"]),
    added: ({ labels }) => labels?.includes("core/C12"),
  },
  {
    what: "a parameter of an authentication",
    program: (changed) =>
      programOf(["BaseConnection"], { "BaseConnection landing": { name: changed ? "Other" : "Landing" } }),
    kind: "BaseConnection",
    name: "landing",
    collection: "connections",
    add: (stored) => (stored.auth.params.region = "us-east-1"),
    added: ({ auth }) => auth.params.region === "us-east-1",
  },
];

describe.each(cases.map((one) => [`${one.kind}: ${one.what}`, one] as const))("%s", (_what, one) => {
  const stored = (stack: Stack): Stored => {
    const { id } = stack.get(one.kind, one.name);
    const all: Stored[] = aep.current.emulator.objects(sandbox, one.collection);
    return all.find((each) => [each.id, each.$id].includes(id)) ?? all[0];
  };

  it("is no difference and no conflict, and an update keeps it", async () => {
    const { emulator } = aep.current;
    const stack = await deployed(aep.current, one.program(false));
    const { id } = stack.get(one.kind, one.name);
    emulator.edit(sandbox, one.collection, id, one.add as (stored: Record<string, unknown>) => void);
    expect((await succeeded(stack.preview(one.program(false), { refresh: true }))).changes).toEqual([]);
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    const update = [`update ${one.kind} ${one.name}`];
    expect((await succeeded(stack.up(one.program(true)))).changes).toEqual(update);
    expect(one.added(stored(stack))).toBe(true);
    expect((await succeeded(stack.preview(one.program(true), { refresh: true }))).changes).toEqual([]);
  });
});

it.each([
  ["with the program's tags alone", ["enabled:true"]],
  ["with a copy of AEP's tags", ["enabled:true", stamp]],
  ["with a copy of another time", ["enabled:true", "enabledAt:2021-01-20 10:49:51"]],
])("a dataset for Profile is imported %s", async (_what, written) => {
  const { emulator } = aep.current;
  const before = await deployed(aep.current, profileDataset());
  const { id } = before.get("Dataset", "visitors");
  emulator.edit(sandbox, "dataSets", id, (object: Stored) => object.tags.unifiedProfile.push(stamp));
  const inputsOf = (kind: string, name: string, args: ProgramInputs): ProgramInputs => {
    const pulumi = {
      project: "ingestion",
      stack: "dev",
      name,
      ...(kind === "Dataset" ? { import: id } : {}),
    };
    return { sandbox, pulumi, ...args };
  };
  const state = before.state.filter(({ kind }) => kind !== "Dataset");
  const stack = aep.current.stack({ provider: await newProcess(), inputsOf, state });
  emulator.ledger.clear();
  await succeeded(stack.up(profileDataset({}, written)));
  expect(stack.get("Dataset", "visitors").id).toBe(id);
  expect(emulator.ledger.writes()).toEqual([]);
  expect((await succeeded(stack.preview(profileDataset({}, written), { refresh: true }))).changes).toEqual(
    [],
  );
});
