import * as pulumi from "@pulumi/pulumi";
import * as aep from "../../sdk";
import { inspect } from "../sdk/program";
import { calls, useScene } from "./lookUpScene";

const scene = useScene();
const s3 = "ecadc60c-7455-4d87-84dc-2a0e293d997b";
const files = "9753525b-82c7-4dce-8a9b-5ccfce2b9876";

/** A sandbox with these connection specs. */
function serve(items: object[]): void {
  scene.current.emulator.faults.add({
    path: /\/connectionSpecs/,
    times: Infinity,
    when: "after",
    act: { kind: "body", text: JSON.stringify({ items }), contentType: "application/json" },
  });
}

test("a connection spec is found by its name in the catalogue and by id", async () => {
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

test("a connection spec is also found by its name in AEP", async () => {
  serve([{ id: "38ad80fe-8b06-4938-94f4-d4ee80266b07", name: "dynamics-online", version: "1.0" }]);
  const byOwnName = await aep.getConnectionSpec({ name: "dynamics-online" });
  expect(byOwnName).toMatchObject({ name: "dynamics-online", authSpec: [] });
  expect(await aep.getConnectionSpec({ name: "microsoft-dynamics" })).toEqual(byOwnName);
});

test("all connection specs are read once, from several pages", async () => {
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

test("a program that changes a result does not change later results", async () => {
  const { flowSpecs } = await aep.getFlowSpecs();
  flowSpecs[0]!.sourceConnectionSpecIds.length = 0;
  expect((await aep.getFlowSpecs()).flowSpecs[0]!.sourceConnectionSpecIds).not.toEqual([]);
});

test("a flow spec is found by name and by id, with the connection specs that it serves", async () => {
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

test("an error for a missing name suggests the nearest name", async () => {
  await expect(aep.getConnectionSpec({ name: "amazon-s4" })).rejects.toThrow(
    'look up ConnectionSpec "amazon-s4": sandbox "dev" has no connection spec with this name; did you mean "amazon-s3"? ' +
      "Check the name and the sandbox, or pass the id.",
  );
  await expect(aep.getFlowSpec({ name: "CloudStoragetoAep" })).rejects.toThrow(
    'did you mean "CloudStorageToAEP"?',
  );
});

test("a missing id is an error, and the error is not cached", async () => {
  const nowhere = "00000000-0000-4000-8000-000000000000";
  for (const look of [aep.getConnectionSpec, aep.getFlowSpec]) {
    await expect(look({ id: nowhere })).rejects.toThrow(/"dev" has no (connection|flow) spec with this id\./);
    await expect(look({ id: nowhere })).rejects.toThrow("Check the id and the sandbox.");
  }
  expect(calls(scene.current)).toHaveLength(4);
});

test("an empty list for an id has the same meaning as 404", async () => {
  serve([]);
  await expect(aep.getConnectionSpec({ id: s3 })).rejects.toThrow("has no connection spec with this id");
});

test("an error for a name of several specs lists their ids", async () => {
  serve([
    { id: "one", name: "marketo" },
    { id: "two", name: "marketo" },
  ]);
  await expect(aep.getConnectionSpec({ name: "marketo" })).rejects.toThrow(
    'look up ConnectionSpec "marketo": sandbox "dev" has 2 connection specs with this name: one, two. ' +
      "Pass the id of one of them.",
  );
});

test("a response without a list is an error", async () => {
  scene.current.emulator.faults.add({
    path: /connectionSpecs/,
    when: "after",
    act: { kind: "body", text: "{}", contentType: "application/json" },
  });
  await expect(aep.getConnectionSpecs()).rejects.toThrow("the response has no list of items");
});

test("neither of two exclusive args, or both, is an error", async () => {
  await expect(aep.getFlowSpec({} as aep.GetFlowSpecArgs)).rejects.toThrow("neither name nor id is given");
  const both = { name: "a", id: "b" } as unknown as aep.GetFlowSpecArgs;
  await expect(aep.getFlowSpec(both)).rejects.toThrow("name and id are both given");
  await expect(aep.getFlowSpec({ name: "" })).rejects.toThrow("name must be a non-empty string");
  const name = pulumi.output("CRMToAEP") as unknown as string;
  await expect(aep.getFlowSpec({ name })).rejects.toThrow("Use the look-up whose name ends in Output");
  expect(calls(scene.current)).toEqual([]);
});

test("an error for a missing sandbox contains the remedy", async () => {
  await expect(aep.getFlowSpecs({ sandbox: "nowhere" })).rejects.toThrow(
    /^look up FlowSpecs: .*Sandbox "nowhere" does not exist in this organisation, or the credential has no access to it/,
  );
});

test("errors contain no secret of the credential", async () => {
  scene.current.emulator.faults.add({
    path: /flowSpecs/,
    when: "before",
    act: { kind: "status", status: 400, body: { message: "The secret canary-secret is of no use." } },
  });
  await expect(aep.getFlowSpecs()).rejects.toThrow("The secret [secret] is of no use (HTTP 400");
});
