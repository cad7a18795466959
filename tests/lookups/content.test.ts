import * as pulumi from "@pulumi/pulumi";
import * as aep from "../../sdk";
import { inspect } from "../sdk/program";
import { calls, newConnection, useScene } from "./lookUpScene";

const scene = useScene();

const s3 = "ecadc60c-7455-4d87-84dc-2a0e293d997b";
const redshift = "3416976c-a9ca-4bba-901a-1f08f66978ff";

function files(): Promise<string> {
  const params = { s3AccessKey: "id", s3SecretKey: "key" };
  return newConnection(scene.current, s3, { specName: "Access Key", params });
}

function tables(): Promise<string> {
  const params = { server: "s", port: "5439", database: "d", username: "u", password: "canary" };
  return newConnection(scene.current, redshift, { specName: "Basic Authentication", params });
}

describe("exploreConnection", () => {
  test("walks from the root to the rows of a file", async () => {
    const baseConnectionId = await files();
    const root = await aep.exploreConnection({ baseConnectionId, objectType: "root" });
    expect(root).toEqual({
      items: [{ type: "folder", name: "crm", path: "/crm/", canPreview: false, canFetchSchema: false }],
      columns: [],
      data: [],
    });
    const object = root.items[0]!.path;
    const folder = await aep.exploreConnection({ baseConnectionId, objectType: "folder", object });
    const file = folder.items[0]!;
    expect(file).toMatchObject({ type: "file", path: "/crm/customers.csv", canPreview: true });
    const content = await aep.exploreConnection({
      ...{ baseConnectionId, objectType: "file", object: file.path, fileType: "delimited", preview: true },
    });
    expect(content.columns.map(({ name }) => name)).toContain("Email");
    expect(content).toMatchObject({ items: [], format: "flat", data: [{ FirstName: "Ada" }] });
    expect(calls(scene.current).at(-1)).toBe(
      `GET /data/foundation/flowservice/connections/${baseConnectionId}/explore?objectType=file` +
        "&object=%2Fcrm%2Fcustomers.csv&fileType=delimited&preview=true",
    );
  });

  test("shows tables and their columns, from an Output", async () => {
    const id = await tables();
    const root = aep.exploreConnectionOutput({ baseConnectionId: pulumi.output(id), objectType: "root" });
    const [table] = (await inspect(root.items)).value;
    expect(table).toMatchObject({ type: "table", path: "customers" });
    const { columns } = await aep.exploreConnection({
      ...{ baseConnectionId: id, objectType: "table", object: table!.path },
    });
    expect(columns[0]).toEqual({ name: "Id", type: "string", xdm: { type: "string" } });
  });

  test("asks anew each time: the source lives", async () => {
    const baseConnectionId = await files();
    await aep.exploreConnection({ baseConnectionId, objectType: "root" });
    await aep.exploreConnection({ baseConnectionId, objectType: "root" });
    expect(calls(scene.current).filter((call) => call.includes("explore"))).toHaveLength(2);
  });

  test("asks nothing while the connection is unknown", async () => {
    pulumi.runtime.setAllConfig({});
    const unknown = new (pulumi.Output as unknown as new (...args: unknown[]) => pulumi.Output<string>)(
      ...[
        new Set(),
        Promise.resolve("?"),
        Promise.resolve(false),
        Promise.resolve(false),
        Promise.resolve([]),
      ],
    );
    const output = aep.exploreConnectionOutput({ baseConnectionId: unknown, objectType: "root" });
    expect((await inspect(output)).known).toBe(false);
  });

  test("says what is wrong", async () => {
    const nowhere = "00000000-0000-4000-8000-000000000000";
    await expect(aep.exploreConnection({ baseConnectionId: nowhere, objectType: "root" })).rejects.toThrow(
      `look up BaseConnection "${nowhere}": sandbox "dev" shows no base connection of that id. Check the id, the object and the sandbox.`,
    );
    const baseConnectionId = await files();
    const bare = { baseConnectionId, objectType: "file" } as unknown as aep.ExploreConnectionArgs;
    await expect(aep.exploreConnection(bare)).rejects.toThrow("object must be a text that is not empty");
    const odd = { baseConnectionId, objectType: "heap", object: "x" } as unknown as aep.ExploreConnectionArgs;
    await expect(aep.exploreConnection(odd)).rejects.toThrow(/'objectType' is invalid.*HTTP 400/);
    await expect(
      aep.exploreConnection({ baseConnectionId, objectType: "root", sandbox: "nowhere" }),
    ).rejects.toThrow('Sandbox "nowhere" does not exist');
  });
});

describe("getFlowRuns", () => {
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

  test("gives all runs of the dataflow, the newest first, over several pages", async () => {
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

  test("tells a dataflow that has not run from one that is not there", async () => {
    addRuns(0);
    expect(await aep.getFlowRuns({ flowId })).toEqual({ runs: [] });
    await expect(aep.getFlowRuns({ flowId: "3d17a4ff-0000-4f7c-94bb-bc0b61a3a76d" })).rejects.toThrow(
      /^look up Dataflow "3d17a4ff-0000-.*": sandbox "dev" shows no dataflow of that id\. Check the id and the sandbox\.$/,
    );
    await expect(aep.getFlowRuns({ flowId, limit: 0 })).rejects.toThrow("limit is 0, but must be");
    await expect(aep.getFlowRuns({ flowId, sandbox: "nowhere" })).rejects.toThrow(
      'Sandbox "nowhere" does not exist',
    );
  });
});

test("errors hold no secret of the credential", async () => {
  scene.current.emulator.faults.add({
    path: /flowSpecs/,
    when: "before",
    act: { kind: "status", status: 400, body: { message: "The secret canary-secret is of no use." } },
  });
  await expect(aep.getFlowSpecs()).rejects.toThrow("The secret [secret] is of no use (HTTP 400");
});
