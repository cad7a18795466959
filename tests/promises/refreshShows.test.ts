import { awkward } from "../emulator";
import type { Program } from "../wire/program";
import type { Stack } from "../wire/stack";
import type { Stored } from "./kind";
import {
  alone,
  deployed,
  editOutside,
  kindOf,
  programOf,
  sandbox,
  succeeded,
  useAep,
  useNewRuns,
} from "./scene";

/** A refresh runs without a check: it shows drift that an `up` refuses to revert. */

const aep = useAep();
const { inNewRun } = useNewRuns(aep);
const dataflow = kindOf("Dataflow");
const dataset = kindOf("Dataset");
const anHourAgo = Math.floor(Date.now() / 1000) - 3600;
const nextCentury = 4_102_444_800;

/** A stack with a dataflow whose start has passed. */
async function startedDataflow(program: Program): Promise<Stack> {
  const stack = await deployed(aep.current, program);
  editOutside(aep.current, stack, dataflow, (flow: Stored) => {
    flow.scheduleParams.startTime = String(anHourAgo);
  });
  await succeeded((await inNewRun(stack)).refresh());
  return stack;
}

async function expectShown(stack: Stack, change: string, field: string): Promise<void> {
  const { ledger } = aep.current.emulator;
  ledger.clear();
  for (const previewOnly of [true, false]) {
    const run = await succeeded((await inNewRun(stack)).refresh({ previewOnly }));
    expect(run.changes).toEqual([change]);
    expect(run.steps.flatMap(({ diff }) => diff)).toEqual([field]);
  }
  expect(ledger.writes()).toEqual([]);
}

it.each([
  ["backfill", "false"],
  ["frequency", "once"],
])("an outside change of %s of a started dataflow is drift", async (field, value) => {
  const stack = await startedDataflow(alone(dataflow));
  const { id } = stack.get("Dataflow", "hourly");
  editOutside(aep.current, stack, dataflow, (flow: Stored) => {
    flow.scheduleParams[field] = value;
  });
  await expectShown(stack, "read Dataflow hourly", `scheduleParams.${field}`);
  // The unchanged program is then refused with one error, and the object stays.
  const run = await (await inNewRun(stack)).up(alone(dataflow));
  if (field === "backfill") {
    expect(run.errors).toHaveLength(1);
    expect(run.errors[0]?.message).toMatch(/^diff Dataflow "hourly": scheduleParams\.backfill/);
    expect(aep.current.emulator.ledger.writes()).toEqual([]);
  }
  expect(aep.current.emulator.objects(sandbox, "flows")).toMatchObject([{ id }]);
});

it("an outside change of the start of a started dataflow is drift", async () => {
  const program = alone(dataflow, { "scheduleParams.startTime": nextCentury });
  const stack = await deployed(aep.current, program);
  editOutside(aep.current, stack, dataflow, (flow: Stored) => {
    flow.scheduleParams.startTime = String(anHourAgo);
  });
  await expectShown(stack, "read Dataflow hourly", "scheduleParams.startTime");
  const run = await (await inNewRun(stack)).up(program);
  expect(run.errors[0]?.message).toMatch(/^diff Dataflow "hourly": scheduleParams\.startTime/);
});

it("a Profile tag that was removed from a dataset outside is drift", async () => {
  aep.current.emulator.set(awkward);
  const profile = "https://ns.adobe.com/xdm/context/";
  const program = programOf(["Dataset"], {
    "Schema customers": {
      fieldGroups: [`${profile}profile-person-details`, `${profile}identitymap`],
      immutableTags: ["union"],
    },
    "Dataset customers": { tags: { team: ["crm"], unifiedProfile: ["enabled:true"] } },
  });
  const stack = await deployed(aep.current, program);
  editOutside(aep.current, stack, dataset, (stored: Stored) => delete stored.tags.unifiedProfile);
  await expectShown(stack, "read Dataset customers", "tags.unifiedProfile");
});

it("a Profile tag that was added to a dataset outside is never an error of a refresh", async () => {
  aep.current.emulator.set(awkward);
  const stack = await deployed(aep.current, alone(dataset));
  editOutside(aep.current, stack, dataset, (stored: Stored) => {
    stored.tags.unifiedProfile = ["enabled:true"];
  });
  await succeeded((await inNewRun(stack)).refresh({ previewOnly: true }));
  await succeeded((await inNewRun(stack)).refresh());
});
