import type { CredentialLimits, FaultRule } from "../emulator";
import { configFor } from "../wire/fixtures/aep";
import type { Program } from "../wire/program";
import type { Stack } from "../wire/stack";
import type { Stored } from "./kind";
import {
  aMinuteLater,
  alone,
  callsDuring,
  deployed,
  editOutside,
  kindOf,
  sandbox,
  succeeded,
  useAep,
  useNewRuns,
} from "./scene";

/**
 * AEP hides a dataflow with an access label from credentials that lack the label: GET responds 404, PATCH and DELETE respond 403
 * (Adobe: "Access labels for sources dataflows").
 */

const aep = useAep();
const { inNewRun } = useNewRuns(aep);
const dataflow = kindOf("Dataflow");

function respond(method: string, code: string, rule: Partial<FaultRule> = {}): void {
  const status = Number(code.slice(-3));
  const text = `The response is ${code}.`;
  const body = {
    type: `https://ns.adobe.com/aep/errors/FLOW-${code}`,
    title: "Refused",
    status,
    report: { "detailed-message": text, "request-id": "r-1" },
    errorMessage: text,
    errorDetails: text,
  };
  const act = { kind: "status" as const, status, body };
  aep.current.emulator.faults.add({
    method,
    path: /\/flows\/[^?/]+$/,
    times: Infinity,
    when: "before",
    act,
    ...rule,
  });
}

function restrict(limits: CredentialLimits): void {
  const { emulator } = aep.current;
  emulator.restrict(configFor(emulator)["aep:clientId"]!, limits);
}

function hide(stack: Stack): void {
  editOutside(aep.current, stack, dataflow, (flow: Stored) => {
    flow.labels = ["core/C12"];
  });
  restrict({ lacksLabels: ["core/C12"] });
}

async function deployedFlow(): Promise<Stack> {
  const stack = aMinuteLater(await deployed(aep.current, alone(dataflow)));
  aep.current.emulator.ledger.clear();
  return stack;
}

/** The methods of the requests that name the dataflow, without reads. */
async function writesDuring(stack: Stack, run: () => Promise<unknown>): Promise<string[]> {
  const { id } = stack.get("Dataflow", "hourly");
  const calls = await callsDuring(aep.current.emulator, run);
  return calls.filter((call) => call.includes(id) && !call.startsWith("GET "));
}

const another: Program = alone(dataflow, { name: "Another" });

describe("a dataflow that AEP hides from this credential", () => {
  it("stays in the state after a refresh, with a warning, and no second one is created", async () => {
    const stack = await deployedFlow();
    const before = stack.get("Dataflow", "hourly");
    hide(stack);
    const { id } = before;
    expect(
      await writesDuring(stack, async () => {
        expect((await succeeded(stack.refresh())).changes).toEqual([]);
      }),
    ).toEqual([`PATCH /data/foundation/flowservice/flows/${id}`]);
    expect(aep.current.provider.output.stderr).toContain(
      `Dataflow "hourly": ${id}: AEP does not show it to this credential, and does not say whether it exists. It is neither changed nor created again.`,
    );
    expect(stack.get("Dataflow", "hourly")).toMatchObject({ inputs: before.inputs, outputs: before.outputs });
    expect((await succeeded(stack.up(alone(dataflow)))).changes).toEqual([]);
    expect(aep.current.emulator.ledger.writes()).toEqual([]);
    expect(aep.current.emulator.objects(sandbox, "flows")).toMatchObject([{ id }]);
  });

  it("that an interrupted run created is not created again if lists show it", async () => {
    const stack = await deployedFlow();
    aep.current.emulator.set({ hiddenFlowsInLists: "listed" });
    hide(stack);
    const restarted = await inNewRun(aep.current.stack());
    restarted.restoreState(stack.saveState().filter(({ kind }) => kind !== "Dataflow"));
    const run = await restarted.up(alone(dataflow));
    expect(run.errors[0]?.message).toMatch(
      /^create Dataflow "hourly": AEP does not show it to this credential/,
    );
    expect(aep.current.emulator.objects(sandbox, "flows")).toHaveLength(1);
  });

  it("is not changed, and the error says why", async () => {
    const stack = await deployedFlow();
    hide(stack);
    const run = await stack.up(another);
    expect(run.errors).toHaveLength(1);
    expect(run.errors[0]?.message).toMatch(
      /^update Dataflow "hourly": AEP does not show it to this credential.*has all labels/,
    );
    expect(aep.current.emulator.ledger.writes()).toEqual([]);
  });

  it("is neither replaced nor deleted, and stays in the state", async () => {
    const stack = await deployedFlow();
    hide(stack);
    const replacing = alone(dataflow, {
      flowSpec: { id: "e77fde5a-22a8-11ed-861d-0242ac120002", version: "1.0" },
    });
    for (const run of [await stack.up(replacing), await stack.destroy()]) {
      expect(run.errors[0]?.message).toMatch(/^delete Dataflow "hourly": .*FLOW-2120-403.*administrator/);
    }
    expect(aep.current.emulator.ledger.writes("flows")).toEqual([]);
    expect(stack.find("Dataflow", "hourly")).toBeDefined();
  });
});

it("a credential that may only read gets its preview, also of a dataflow that was deleted outside", async () => {
  const stack = await deployedFlow();
  restrict({ readOnly: true });
  expect((await succeeded(stack.refresh({ previewOnly: true }))).changes).toEqual([]);
  const printed = aep.current.provider.output.stderr.length;
  aep.current.emulator.remove(sandbox, "flows", stack.get("Dataflow", "hourly").id);
  expect((await succeeded(stack.refresh({ previewOnly: true }))).changes).toEqual([]);
  expect(aep.current.provider.output.stderr.slice(printed)).toContain(
    "AEP does not show it to this credential",
  );
});

it("a deleted dataflow is told by a change that AEP never applies", async () => {
  const stack = await deployedFlow();
  const { id } = stack.get("Dataflow", "hourly");
  aep.current.emulator.remove(sandbox, "flows", id);
  const from = aep.current.emulator.requests.length;
  expect((await succeeded(stack.refresh())).changes).toEqual(["read Dataflow hourly"]);
  expect(stack.find("Dataflow", "hourly")).toBeUndefined();
  const patches = aep.current.emulator.requests.slice(from).filter(({ method }) => method === "PATCH");
  expect(patches).toMatchObject([{ path: `/data/foundation/flowservice/flows/${id}`, status: 404 }]);
  expect(aep.current.emulator.ledger.writes()).toEqual([]);
});

it.each([1, 2])(
  "a dataflow that is missing in %i reads and refuses the change by its etag is visible",
  async (times) => {
    const stack = await deployedFlow();
    respond("GET", "1439-404", { times });
    expect((await succeeded(stack.refresh())).changes).toEqual([]);
    expect(stack.find("Dataflow", "hourly")).toBeDefined();
    expect(aep.current.emulator.ledger.writes()).toEqual([]);
  },
);

it.each(["1405-400", "1424-500"])(
  "any other response to the change, such as %s, fails the refresh",
  async (code) => {
    const stack = await deployedFlow();
    respond("GET", "1439-404");
    respond("PATCH", code);
    const run = await stack.refresh();
    expect(run.errors[0]?.message).toMatch(new RegExp(`^read Dataflow "hourly": .*FLOW-${code}`));
    expect(stack.find("Dataflow", "hourly")).toBeDefined();
  },
);

it("a change that AEP applies in spite of the wrong etag fails the refresh", async () => {
  const stack = await deployedFlow();
  respond("GET", "1439-404");
  const act = { kind: "status" as const, status: 200, body: { id: "x", etag: '"1"' } };
  aep.current.emulator.faults.add({ method: "PATCH", times: Infinity, when: "before", act });
  const run = await stack.refresh();
  expect(run.errors[0]?.message).toMatch(/^read Dataflow "hourly": AEP accepted a change for a version/);
  expect(stack.find("Dataflow", "hourly")).toBeDefined();
});
