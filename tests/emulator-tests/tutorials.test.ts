/**
 * The calls of Adobe's tutorials (Amazon S3, SFTP and Amazon Redshift base connections; collect cloud storage data), as
 * their curl commands send them, over real HTTP. If a tutorial is wrong, the test describes the correction.
 */

import { awkward, connect, start, type Client, type Emulator } from "../emulator";
import {
  codeOf,
  dataLakeSpec,
  flow,
  flowService,
  inOneHour,
  itemAt,
  made,
  makeChain,
  makeDataset,
  makeMapping,
  makeSchema,
  s3Connection,
  s3Spec,
  targetConnection,
  type Chain,
} from "./tutorialChain";

let emulator: Emulator;
let client: Client;

beforeAll(async () => {
  emulator = await start({ seed: 1 });
});

afterAll(() => emulator.close());

beforeEach(() => {
  emulator.reset();
  client = connect(emulator);
});

describe("base connection tutorials", () => {
  test("the S3 connection can be created, and its etag has literal quotes", async () => {
    const response = await client.call("POST", `${flowService}/connections`, s3Connection);
    expect(response.status).toBe(201);
    expect(response.body["etag"]).toMatch(/^"[0-9a-f-]+"$/);
    expect(response.headers.get("location")).toContain(String(response.body["id"]));
    expect(response.headers.get("x-request-id")).toBeTruthy();
  });

  test("one PATCH with If-Match rotates the session token", async () => {
    const response = await client.call("POST", `${flowService}/connections`, s3Connection);
    const path = `${flowService}/connections/${String(response.body["id"])}`;
    const operations = [{ op: "replace", path: "/auth/params/s3SessionToken", value: "new-token" }];
    const patched = await client.call("PATCH", path, operations, {
      "if-match": String(response.body["etag"]),
    });
    expect(patched.status).toBe(200);
    expect(patched.body["id"]).toBe(response.body["id"]);
    expect(patched.body["etag"]).not.toBe(response.body["etag"]);
    const stored = emulator.objects("prod", "connections")[0]!["auth"] as { params: object };
    expect(stored.params).toEqual({ ...s3Connection.auth.params, s3SessionToken: "new-token" });
  });

  test("the SFTP connection can be created without a name (corrected: missing brace and quote)", async () => {
    await made(client, `${flowService}/connections`, {
      auth: {
        specName: "Basic Authentication for sftp",
        params: { host: "sftp.example.com", userName: "user", password: "planted" },
      },
      connectionSpec: { id: "b7bf2577-4520-42c9-bae9-cad01560f7bc", version: "1.0" },
    });
  });

  test("the spec id of SFTP in the older appendix is refused", async () => {
    const connectionSpec = { id: "bf367b0d-3d9b-4060-b67b-0d3d9bd06094", version: "1.0" };
    const response = await client.call("POST", `${flowService}/connections`, {
      ...s3Connection,
      connectionSpec,
    });
    expect([response.status, codeOf(response)]).toEqual([400, "1413-400"]);
  });

  test("the Redshift connection can be created (corrected: missing quote of the description)", async () => {
    await made(client, `${flowService}/connections`, {
      name: "amazon-redshift base connection",
      description: "base connection for amazon-redshift",
      auth: {
        specName: "Basic Authentication",
        params: { server: "server", database: "db", password: "planted", username: "user" },
      },
      connectionSpec: { id: "3416976c-a9ca-4bba-901a-1f08f66978ff", version: "1.0" },
    });
  });

  test("the invalid JSON that the tutorials print is a 400 in the error format of Flow Service", async () => {
    const response = await client.call(
      "POST",
      `${flowService}/connections`,
      '{"name": "S3 Connection", "auth": {',
    );
    expect(response.status).toBe(400);
    expect(response.body["errorMessage"]).toBe("The request body is not valid JSON.");
  });
});

describe("collect cloud storage data", () => {
  test("the whole chain can be created with the corrections, and read", async () => {
    const parts = await makeChain(client);
    const id = await made(client, `${flowService}/flows`, flow(parts));
    const read = await itemAt(client, `${flowService}/flows/${id}`);
    expect(read["state"]).toBe("enabled");
    expect(read["scheduleParams"]).toMatchObject({ frequency: "minute", interval: "30" });
    expect(read["inheritedAttributes"]).toMatchObject({
      sourceConnections: [{ id: parts.source, connectionSpec: s3Spec, baseConnection: { id: parts.base } }],
      targetConnections: [{ id: parts.target, connectionSpec: dataLakeSpec }],
    });
    expect(emulator.ledger.writes().map((entry) => entry.kind)).toEqual([
      ...[
        "connections",
        "sourceConnections",
        "schemas",
        "dataSets",
        "targetConnections",
        "mappingSets",
        "flows",
      ],
    ]);
  });

  test("a filter finds the flow specification by its quoted name", async () => {
    const path = `${flowService}/flowSpecs?property=name==%22CloudStorageToAEP%22`;
    const spec = await itemAt(client, path);
    expect(spec["id"]).toBe("9753525b-82c7-4dce-8a9b-5ccfce2b9876");
    expect(spec["sourceConnectionSpecIds"]).toContain(s3Spec.id);
  });

  test("the older form works: ad hoc schema, parquet_xdm and base connection of the data lake", async () => {
    const base = await made(client, `${flowService}/connections`, s3Connection);
    const schema = await makeSchema(client, "Ad hoc stand-in");
    const version = "application/vnd.adobe.xed-full-notext+json; version=1";
    await made(client, `${flowService}/sourceConnections`, {
      name: "Source Connection for a cloud storage",
      baseConnectionId: base,
      data: { format: "parquet_xdm", schema: { id: schema, version } },
      params: { path: "/some/path/data.csv", recursive: "true" },
      connectionSpec: s3Spec,
    });
    const lake = await made(client, `${flowService}/connections`, {
      name: "Data lake",
      connectionSpec: dataLakeSpec,
    });
    const dataset = await makeDataset(client, schema);
    await made(client, `${flowService}/targetConnections`, {
      ...targetConnection(schema, dataset),
      baseConnectionId: lake,
    });
  });

  test("a target connection with the cloud storage spec of the older tutorial is refused", async () => {
    const schema = await makeSchema(client, "Target");
    const body = targetConnection(schema, await makeDataset(client, schema), s3Spec);
    const response = await client.call("POST", `${flowService}/targetConnections`, body);
    expect([response.status, codeOf(response)]).toEqual([400, "1307-400"]);
    expect(response.body["errorMessage"]).toContain(dataLakeSpec.id);
  });

  test.each<[string, (parts: Chain) => Record<string, unknown>, string]>([
    [
      "Copy with mode append",
      (parts) => ({
        transformations: [
          { name: "Copy", params: { mode: "append" } },
          { name: "Mapping", params: { mappingId: parts.mapping } },
        ],
      }),
      "1368-400",
    ],
    [
      "the tutorial's start time, which is in the past",
      () => ({ scheduleParams: { startTime: "1567411548", frequency: "minute", interval: "30" } }),
      "1360-400",
    ],
    [
      "an interval below 15 minutes",
      () => ({ scheduleParams: { startTime: inOneHour(), frequency: "minute", interval: "14" } }),
      "1362-400",
    ],
    [
      "an interval with once",
      () => ({ scheduleParams: { startTime: inOneHour(), frequency: "once", interval: 1 } }),
      "1361-400",
    ],
    [
      "backfill with once",
      () => ({ scheduleParams: { startTime: inOneHour(), frequency: "once", backfill: true } }),
      "1364-400",
    ],
    [
      "interval 0",
      () => ({ scheduleParams: { startTime: inOneHour(), frequency: "day", interval: 0 } }),
      "1363-400",
    ],
    ["no schedule", () => ({ scheduleParams: undefined }), "1317-400"],
    ["a state", () => ({ state: "disabled" }), "1410-400"],
    [
      "two source connections",
      (parts) => ({ sourceConnectionIds: [parts.source, parts.source] }),
      "1321-400",
    ],
    ["an unknown source connection", () => ({ sourceConnectionIds: ["nowhere"] }), "1439-400"],
    ["an unknown flow spec", () => ({ flowSpec: { id: "nowhere", version: "1.0" } }), "1413-400"],
    [
      "a mapping version that does not exist",
      (parts) => ({
        transformations: [{ name: "Mapping", params: { mappingId: parts.mapping, mappingVersion: 7 } }],
      }),
      "1412-400",
    ],
    [
      "a mapping set that does not exist",
      () => ({
        transformations: [{ name: "Mapping", params: { mappingId: "f".repeat(32), mappingVersion: 0 } }],
      }),
      "1419-400",
    ],
    ["no mapping", () => ({ transformations: [] }), "1370-400"],
    [
      "the flow spec of tables",
      () => ({ flowSpec: { id: "14518937-270c-4525-bdec-c2ba7cce3860", version: "1.0" } }),
      "1305-400",
    ],
  ])("a flow with %s is refused", async (_what, changes, code) => {
    const parts = await makeChain(client);
    const response = await client.call("POST", `${flowService}/flows`, flow(parts, changes(parts)));
    expect([response.status, codeOf(response)]).toEqual([400, code]);
    expect(emulator.ledger.writes("flows")).toEqual([]);
  });

  test("a mapping set can be sent with the id null, as in the tutorial", async () => {
    const schema = await makeSchema(client, "Target");
    expect(await makeMapping(client, schema, { id: null })).toMatch(/^[0-9a-f]{32}$/);
  });

  test("a mapping to another schema than that of the dataset is refused", async () => {
    const parts = await makeChain(client);
    const mapping = await makeMapping(client, await makeSchema(client, "Another schema"));
    const response = await client.call("POST", `${flowService}/flows`, flow({ ...parts, mapping }));
    expect([response.status, codeOf(response)]).toEqual([400, "1425-400"]);
  });

  test("the chain can be read with all awkward switches on", async () => {
    emulator.set(awkward);
    const parts = await makeChain(client);
    const id = await made(client, `${flowService}/flows`, flow(parts));
    const read = await itemAt(client, `${flowService}/flows/${id}`);
    expect(read).toMatchObject({ labels: [], scheduleParams: { interval: 30 } });
    const source = await itemAt(client, `${flowService}/sourceConnections/${parts.source}`);
    expect(source).toMatchObject({ data: { schema: null, properties: null }, params: { columns: [] } });
  });
});
