import * as pulumi from "@pulumi/pulumi";
import * as aep from "../../sdk";
import { inspect } from "../sdk/program";
import { calls, useScene } from "./lookUpScene";

const scene = useScene();
const s3 = "ecadc60c-7455-4d87-84dc-2a0e293d997b";
const files = "9753525b-82c7-4dce-8a9b-5ccfce2b9876";

/** A sandbox whose connection specs are these. */
function serve(items: object[]): void {
  scene.current.emulator.faults.add({
    path: /\/connectionSpecs/,
    times: Infinity,
    when: "after",
    act: { kind: "body", text: JSON.stringify({ items }), contentType: "application/json" },
  });
}

test("a connection spec is found by the catalogue's name and by id", async () => {
  const byName = await aep.getConnectionSpec({ name: "amazon-s3" });
  expect(byName).toMatchObject({ id: s3, version: "1.0" });
  expect(byName.authSpec.map(({ name }) => name)).toContain("Access Key");
  expect(byName.authSpec[0]!.spec).toHaveProperty("properties");
  expect(await aep.getConnectionSpec({ id: s3 })).toEqual(byName);
});

test("a connection spec is found by its Output twin, with Inputs", async () => {
  const { value } = await inspect(aep.getConnectionSpecOutput({ id: pulumi.output(s3), sandbox: "stage" }));
  expect(value.id).toBe(s3);
  expect(scene.current.emulator.requests.at(-1)!.sandbox).toBe("stage");
});

test("AEP's own name is good too where the catalogue has another", async () => {
  serve([{ id: "38ad80fe-8b06-4938-94f4-d4ee80266b07", name: "dynamics-online", version: "1.0" }]);
  const byOwnName = await aep.getConnectionSpec({ name: "dynamics-online" });
  expect(byOwnName).toMatchObject({ name: "dynamics-online", authSpec: [] });
  expect(await aep.getConnectionSpec({ name: "microsoft-dynamics" })).toEqual(byOwnName);
});

test("all connection specs, over several pages, asked for once", async () => {
  const { emulator } = scene.current;
  const first = {
    items: [{ id: "a", name: "one" }],
    _links: { next: { href: "/x?continuationToken=AB==" } },
  };
  const act = (body: object) =>
    ({ kind: "body", status: 200, text: JSON.stringify(body), contentType: "application/json" }) as const;
  emulator.faults.add({ path: /connectionSpecs\?limit=100$/, when: "after", act: act(first) });
  const last = { items: [{ id: "b", name: "two", version: 2 }] };
  emulator.faults.add({ path: /continuationToken=AB%3D%3D$/, when: "after", act: act(last) });
  const { connectionSpecs } = await aep.getConnectionSpecs();
  expect(connectionSpecs.map(({ id, version }) => [id, version])).toEqual([
    ["a", "1.0"],
    ["b", "2"],
  ]);
  expect((await inspect(aep.getConnectionSpecsOutput())).value).toEqual({ connectionSpecs });
  expect(await aep.getConnectionSpec({ name: "two" })).toEqual(connectionSpecs[1]);
  expect(calls(scene.current)).toHaveLength(2);
});

test("what a program does to a result changes no later one", async () => {
  const { flowSpecs } = await aep.getFlowSpecs();
  flowSpecs[0]!.sourceConnectionSpecIds.length = 0;
  expect((await aep.getFlowSpecs()).flowSpecs[0]!.sourceConnectionSpecIds).not.toEqual([]);
});

test("a flow spec is found by name and by id, and tells what it serves", async () => {
  const byName = await aep.getFlowSpec({ name: "CloudStorageToAEP" });
  expect(byName.id).toBe(files);
  expect(byName.sourceConnectionSpecIds).toContain(s3);
  expect(await aep.getFlowSpec({ id: files })).toEqual(byName);
  const output = aep.getFlowSpecOutput({ name: pulumi.output("CloudStorageToAEP") });
  expect((await inspect(output)).value).toEqual(byName);
  const { flowSpecs } = (await inspect(aep.getFlowSpecsOutput({ sandbox: "dev" }))).value;
  expect(flowSpecs).toContainEqual(byName);
  expect(calls(scene.current).sort()).toEqual([
    `GET /data/foundation/flowservice/flowSpecs/${files}`,
    "GET /data/foundation/flowservice/flowSpecs?limit=100",
  ]);
});

test("a name that is not there is told, with the nearest one", async () => {
  await expect(aep.getConnectionSpec({ name: "amazon-s4" })).rejects.toThrow(
    'look up ConnectionSpec "amazon-s4": sandbox "dev" shows no connection spec of that name; did you mean "amazon-s3"? ' +
      "Check the name and the sandbox, or pass the id.",
  );
  await expect(aep.getFlowSpec({ name: "CloudStoragetoAep" })).rejects.toThrow(
    'did you mean "CloudStorageToAEP"?',
  );
});

test("an id that is not there is told, and is not remembered", async () => {
  const nowhere = "00000000-0000-4000-8000-000000000000";
  for (const look of [aep.getConnectionSpec, aep.getFlowSpec]) {
    await expect(look({ id: nowhere })).rejects.toThrow(/"dev" shows no (connection|flow) spec of that id\./);
    await expect(look({ id: nowhere })).rejects.toThrow("Check the id and the sandbox.");
  }
  expect(calls(scene.current)).toHaveLength(4);
});

test("an empty list for an id means the same as 404", async () => {
  serve([]);
  await expect(aep.getConnectionSpec({ id: s3 })).rejects.toThrow("shows no connection spec of that id");
});

test("a name that several have is refused with their ids", async () => {
  serve([
    { id: "one", name: "marketo" },
    { id: "two", name: "marketo" },
  ]);
  await expect(aep.getConnectionSpec({ name: "marketo" })).rejects.toThrow(
    'look up ConnectionSpec "marketo": sandbox "dev" has 2 connection specs of that name: one, two. ' +
      "Pass the id of the one that is meant.",
  );
});

test("an answer without a list is no empty list", async () => {
  scene.current.emulator.faults.add({
    path: /connectionSpecs/,
    when: "after",
    act: { kind: "body", text: "{}", contentType: "application/json" },
  });
  await expect(aep.getConnectionSpecs()).rejects.toThrow("the response has no list of items");
});

test("args that say nothing, or two things, are refused", async () => {
  await expect(aep.getFlowSpec({} as aep.GetFlowSpecArgs)).rejects.toThrow("neither name nor id is given");
  const both = { name: "a", id: "b" } as unknown as aep.GetFlowSpecArgs;
  await expect(aep.getFlowSpec(both)).rejects.toThrow("name and id are both given");
  await expect(aep.getFlowSpec({ name: "" })).rejects.toThrow("name must be a text that is not empty");
  const name = pulumi.output("CRMToAEP") as unknown as string;
  await expect(aep.getFlowSpec({ name })).rejects.toThrow("the look-up of the same name that ends in Output");
  expect(calls(scene.current)).toEqual([]);
});

test("a sandbox that is not there is told, with the remedy", async () => {
  await expect(aep.getFlowSpecs({ sandbox: "nowhere" })).rejects.toThrow(
    /^look up FlowSpecs: .*Sandbox "nowhere" does not exist in this organisation, or the credential has no access to it/,
  );
});

test("errors hold no secret of the credential", async () => {
  scene.current.emulator.faults.add({
    path: /flowSpecs/,
    when: "before",
    act: { kind: "status", status: 400, body: { message: "The secret canary-secret is of no use." } },
  });
  await expect(aep.getFlowSpecs()).rejects.toThrow("The secret [secret] is of no use (HTTP 400");
});
