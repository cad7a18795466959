import * as pulumi from "@pulumi/pulumi";
import * as aep from "../../sdk";
import { inspect } from "../sdk/program";
import { calls, useScene } from "./lookUpScene";

const scene = useScene();

const flowId = "3d17a4ff-9e0a-4f7c-94bb-bc0b61a3a76d";

function stored(name: string): Map<string, Record<string, unknown>> {
  const { world } = scene.current.emulator;
  const dev = world.sandboxes.find((sandbox) => sandbox.name === "dev")!;
  return world.collection<Record<string, unknown>>(dev, name);
}

function addRuns(count: number): void {
  stored("flows").set(flowId, { id: flowId, state: "enabled" });
  for (let index = 0; index < count; index++) {
    const metrics = { statusSummary: { status: index % 2 === 0 ? "success" : "failed" } };
    const run = {
      id: `run${index}`,
      flowId,
      createdAt: 1_700_000_000_000 + index,
      metrics,
      activities: [],
    };
    stored("runs").set(run.id, run);
  }
  stored("runs").set("other", { id: "other", flowId: "another", createdAt: 1, metrics: {} });
}

test("returns all runs of the dataflow, the newest first, from several pages", async () => {
  addRuns(230);
  const { runs } = await aep.getFlowRuns({ flowId });
  expect(runs.map(({ id }) => id)).toEqual(Array.from({ length: 230 }, (_, index) => `run${229 - index}`));
  expect(runs[0]).toEqual({
    id: "run229",
    flowId,
    createdAt: 1_700_000_000_229,
    metrics: { statusSummary: { status: "failed" } },
    activities: [],
  });
  expect(calls(scene.current)).toHaveLength(3);
});

test.each([
  [1, 1],
  [100, 1],
  [150, 2],
])("gives the newest %d in %d calls", async (limit, count) => {
  addRuns(230);
  const { value } = await inspect(aep.getFlowRunsOutput({ flowId: pulumi.output(flowId), limit }));
  expect(value.runs).toHaveLength(limit);
  expect(value.runs[0]!.id).toBe("run229");
  expect(calls(scene.current)).toHaveLength(count);
});

test("a dataflow without runs has an empty list, and a missing dataflow is an error", async () => {
  addRuns(0);
  expect(await aep.getFlowRuns({ flowId })).toEqual({ runs: [] });
  await expect(aep.getFlowRuns({ flowId: "3d17a4ff-0000-4f7c-94bb-bc0b61a3a76d" })).rejects.toThrow(
    /^look up Dataflow "3d17a4ff-0000-.*": sandbox "dev" has no dataflow with this id\. Check the id and the sandbox\.$/,
  );
  await expect(aep.getFlowRuns({ flowId, limit: 0 })).rejects.toThrow("limit is 0, but must be");
  await expect(aep.getFlowRuns({ flowId, sandbox: "nowhere" })).rejects.toThrow(
    'Sandbox "nowhere" does not exist',
  );
});
