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

test("explores from the root to the rows of a file", async () => {
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

test("returns tables and their columns, also for an Output", async () => {
  const id = await tables();
  const root = aep.exploreConnectionOutput({ baseConnectionId: pulumi.output(id), objectType: "root" });
  const [table] = (await inspect(root.items)).value;
  expect(table).toMatchObject({ type: "table", path: "customers" });
  const { columns } = await aep.exploreConnection({
    ...{ baseConnectionId: id, objectType: "table", object: table!.path },
  });
  expect(columns[0]).toEqual({ name: "Id", type: "string", xdm: { type: "string" } });
});

test("explores the Data Landing Zone, which has no base connection, by name, id and Output", async () => {
  const connectionSpec = "data-landing-zone";
  const root = await aep.exploreConnection({ connectionSpec, objectType: "root" });
  expect(root.items).toMatchObject([{ type: "folder", path: "dlz-user-container/crm/" }]);
  const zone = { id: "26f526f2-58f4-4712-961d-e41bf1ccc0e8", version: "1.0" };
  const object = root.items[0]!.path;
  const folder = await aep.exploreConnection({ connectionSpec: zone, objectType: "folder", object });
  const [file] = folder.items;
  const content = aep.exploreConnectionOutput({
    connectionSpec: pulumi.output(zone),
    objectType: "file",
    object: file!.path,
    preview: true,
    determineProperties: true,
  });
  const { value } = await inspect(content);
  expect(value.properties).toEqual({ fileType: "delimited", columnDelimiter: "," });
  expect(value.data).toMatchObject([{ FirstName: "Ada" }]);
  const explore = `GET /data/foundation/flowservice/connectionSpecs/${zone.id}/explore`;
  expect(calls(scene.current)).toEqual([
    `${explore}?objectType=root`,
    `${explore}?objectType=folder&object=dlz-user-container%2Fcrm%2F`,
    `${explore}?objectType=file&object=dlz-user-container%2Fcrm%2Fcustomers.csv&preview=true&determineProperties=true`,
  ]);
});

test("returns the format of a file, and rows only on request", async () => {
  const baseConnectionId = await files();
  const file = { baseConnectionId, objectType: "file", object: "/crm/customers.tsv" } as const;
  const { data, columns } = await aep.exploreConnection({
    ...file,
    fileType: "delimited",
    columnDelimiter: "\t",
    compressionType: "gzip",
    encoding: "ISO-8859-1",
  });
  expect([data, columns.length]).toEqual([[], 5]);
  expect(calls(scene.current).at(-1)).toMatch(
    /&fileType=delimited&columnDelimiter=%09&compressionType=gzip&encoding=ISO-8859-1$/,
  );
  await expect(
    aep.exploreConnection({ ...file, columnDelimiter: ",", determineProperties: true }),
  ).rejects.toThrow("determineProperties and columnDelimiter cannot be combined. Omit one of them");
  await expect(aep.exploreConnection({ ...file, columnDelimiter: "::" })).rejects.toThrow(
    /'columnDelimiter' is invalid.*HTTP 400/,
  );
});

test("returns the records of a REST connector for the params of a source connection", async () => {
  const params = { accessToken: "canary" };
  const auth = { specName: "oAuth2RefreshCode", params };
  const id = await newConnection(scene.current, "2e8580db-6489-4726-96de-e33f5f60295f", auth);
  const { data } = await aep.exploreConnection({
    baseConnectionId: id,
    objectType: "rest",
    object: "json",
    fileType: "json",
    preview: true,
    sourceParams: { listId: "10c097ca71" },
  });
  expect(data).toMatchObject([{ members: [{ FirstName: "Ada" }] }]);
  // The exact text of Adobe's tutorial for Mailchimp Members.
  expect(calls(scene.current).at(-1)).toContain("&sourceParams=eyJsaXN0SWQiOiIxMGMwOTdjYTcxIn0%3D");
});

test.each([
  ["root", '{"items":[{"type":"table","name":"ACME"}]}', { items: [{ path: "ACME" }], columns: [] }],
  ["file", '[{"name":"Id","type":"String"}]', { items: [], columns: [{ name: "Id", type: "String" }] }],
] as const)("reads the %s of Adobe's other samples: %s", async (objectType, text, expected) => {
  const baseConnectionId = await files();
  const act = { kind: "body", text, contentType: "application/json" } as const;
  scene.current.emulator.faults.add({ path: /explore/, when: "after", act });
  const object = objectType === "root" ? {} : { object: "/crm/customers.csv" };
  const args = { baseConnectionId, objectType, ...object } as aep.ExploreConnectionArgs;
  expect(await aep.exploreConnection(args)).toMatchObject(expected);
});

test("sends a request at each call, because the source may change", async () => {
  const baseConnectionId = await files();
  await aep.exploreConnection({ baseConnectionId, objectType: "root" });
  await aep.exploreConnection({ baseConnectionId, objectType: "root" });
  expect(calls(scene.current).filter((call) => call.includes("explore"))).toHaveLength(2);
});

test("sends no request while the connection is unknown", async () => {
  pulumi.runtime.setAllConfig({});
  const unknown = new (pulumi.Output as unknown as new (...args: unknown[]) => pulumi.Output<string>)(
    ...[new Set(), Promise.resolve("?"), Promise.resolve(false), Promise.resolve(false), Promise.resolve([])],
  );
  const output = aep.exploreConnectionOutput({ baseConnectionId: unknown, objectType: "root" });
  expect((await inspect(output)).known).toBe(false);
});

test("errors name the cause", async () => {
  const nowhere = "00000000-0000-4000-8000-000000000000";
  await expect(aep.exploreConnection({ baseConnectionId: nowhere, objectType: "root" })).rejects.toThrow(
    `look up BaseConnection "${nowhere}": sandbox "dev" has no base connection with this id. Check the id, the object and the sandbox.`,
  );
  const baseConnectionId = await files();
  const none = { objectType: "root" } as unknown as aep.ExploreConnectionArgs;
  await expect(aep.exploreConnection(none)).rejects.toThrow(
    "neither baseConnectionId nor connectionSpec is given. Pass one of them.",
  );
  const both = {
    ...none,
    baseConnectionId,
    connectionSpec: { id: nowhere },
  } as unknown as aep.ExploreConnectionArgs;
  await expect(aep.exploreConnection(both)).rejects.toThrow("are both given. Pass one of them.");
  await expect(
    aep.exploreConnection({ connectionSpec: { id: nowhere }, objectType: "root" }),
  ).rejects.toThrow(
    `look up ConnectionSpec "${nowhere}": sandbox "dev" has no connection spec with this id.`,
  );
  await expect(aep.exploreConnection({ connectionSpec: { id: s3 }, objectType: "root" })).rejects.toThrow(
    /Explore connection is not supported for this connection spec ID.*HTTP 400/,
  );
  const bare = { baseConnectionId, objectType: "file" } as unknown as aep.ExploreConnectionArgs;
  await expect(aep.exploreConnection(bare)).rejects.toThrow("object must be a non-empty string");
  const odd = { baseConnectionId, objectType: "heap", object: "x" } as unknown as aep.ExploreConnectionArgs;
  await expect(aep.exploreConnection(odd)).rejects.toThrow(/'objectType' is invalid.*HTTP 400/);
  await expect(
    aep.exploreConnection({ baseConnectionId, objectType: "root", sandbox: "nowhere" }),
  ).rejects.toThrow('Sandbox "nowhere" does not exist');
});
