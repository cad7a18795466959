import type { Stored } from "./kind";
import { alone, deployed, editOutside, kindOf, postOf, succeeded, useAep } from "./scene";

/** Runs change their dataflow: the first on-demand run adds a delta column, and AEP disables a dataflow whose runs fail. */

const aep = useAep();
const dataflow = kindOf("Dataflow");

const copy = { name: "Copy", params: { deltaColumn: { name: "updated_at" } } };
const once = { scheduleParams: { frequency: "once" } };
const declared = { ...once, "transformations[1]": copy };

describe("the delta column that an on-demand run adds to a dataflow with frequency once", () => {
  it.each([
    ["not in the program", once, "after the mapping", 1],
    ["not in the program", once, "before the mapping", 0],
    ["in the program", declared, "after the mapping", 1],
  ] as const)("is no difference if it is %s (%#)", async (_what, places, _where, position) => {
    const stack = await deployed(aep.current, alone(dataflow, places));
    const { id } = stack.get("Dataflow", "hourly");
    expect(postOf(aep.current, stack, dataflow)["transformations"]).toMatchObject([{ name: "Mapping" }]);
    editOutside(aep.current, stack, dataflow, (flow: Stored) =>
      flow.transformations.splice(position, 0, copy),
    );
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    expect((await succeeded(stack.up(alone(dataflow, places)))).changes).toEqual([]);
    aep.current.emulator.ledger.clear();
    const changed = alone(dataflow, places, { "transformations[0].params.mappingVersion": undefined });
    expect((await succeeded(stack.up(changed))).changes).toEqual(["update Dataflow hourly"]);
    expect(stack.get("Dataflow", "hourly").id).toBe(id);
    const path = `/transformations/${String(1 - position)}`;
    expect(aep.current.emulator.ledger.writes()).toMatchObject([{ body: [{ op: "replace", path }] }]);
  });

  it("can be added to the program and removed from it, without a write", async () => {
    const stack = await deployed(aep.current, alone(dataflow, once));
    editOutside(aep.current, stack, dataflow, (flow: Stored) => flow.transformations.push(copy));
    aep.current.emulator.ledger.clear();
    for (const places of [declared, once]) {
      const run = await succeeded(stack.up(alone(dataflow, places)));
      expect(run.changes.filter((change) => !change.startsWith("update "))).toEqual([]);
    }
    expect(aep.current.emulator.ledger.writes()).toEqual([]);
  });
});

describe("a dataflow that was disabled outside", () => {
  async function refreshedAfter(edit: (flow: Stored) => void): Promise<string> {
    const stack = await deployed(aep.current, alone(dataflow));
    editOutside(aep.current, stack, dataflow, edit);
    const before = aep.current.provider.output.stderr.length;
    const run = await succeeded(stack.refresh({ previewOnly: true }));
    expect(run.steps.flatMap(({ diff }) => diff)).toEqual(["state"]);
    return aep.current.provider.output.stderr.slice(before);
  }

  it("is reported with its failed run, because an up enables it again", async () => {
    const warning = await refreshedAfter((flow) => {
      const lastRunDetails = { id: "run-9", state: "failed", completedAtUTC: Date.UTC(2026, 5, 30) };
      Object.assign(flow, { state: "disabled", lastRunDetails });
    });
    expect(warning).toBe(
      'pulumi-aep: Dataflow "hourly": it was disabled outside of this program, and its last run run-9 failed at ' +
        "2026-06-30T00:00:00.000Z. AEP disables a dataflow whose runs fail for 30 days. `pulumi up` enables it again. " +
        'Correct the cause first, or set state: "disabled" in the program\n',
    );
  });

  it.each(["success", undefined])(
    "is reported without a cause if its last run has the state %s",
    async (state) => {
      const warning = await refreshedAfter((flow) => {
        Object.assign(flow, { state: "disabled", lastRunDetails: { id: "run-9", state } });
      });
      expect(warning).toContain(
        '"hourly": it was disabled outside of this program. `pulumi up` enables it again.',
      );
    },
  );
});
