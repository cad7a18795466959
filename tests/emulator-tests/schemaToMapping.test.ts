import { connect } from "../emulator/client";
import { start, type Emulator } from "../emulator";

const DATA = "/data/foundation";
const REGISTRY = `${DATA}/schemaregistry`;
const RAW = { accept: "application/vnd.adobe.xed+json; version=1" };

let emulator: Emulator;

beforeAll(async () => {
  emulator = await start({ seed: 11 });
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

/** The schema, dataset and mapping set of the tutorial on cloud storage data, with its requests. */
async function tutorialChain() {
  const { call } = connect(emulator);
  const refs = ["profile", "profile-person-details", "profile-personal-details"];
  const schema = await call("POST", `${REGISTRY}/tenant/schemas/`, {
    type: "object",
    title: "Target schema for cloud storage source connector",
    description: "",
    allOf: refs.map((name) => ({ $ref: `https://ns.adobe.com/xdm/context/${name}` })),
    "meta:containerId": "tenant",
    "meta:resourceType": "schemas",
    "meta:xdmType": "object",
    "meta:class": "https://ns.adobe.com/xdm/context/profile",
  });
  const schemaId = String(schema.body["$id"]);
  const dataSet = await call("POST", `${DATA}/catalog/dataSets?requestDataSource=true`, {
    name: "Target Dataset",
    schemaRef: { id: schemaId, contentType: "application/vnd.adobe.xed-full-notext+json; version=1" },
  });
  const dataSetId = (dataSet.json as string[])[0]!.split("/").at(-1)!;
  const mappings = [
    {
      destinationXdmPath: "person.name.firstName",
      sourceAttribute: "FirstName",
      identity: false,
      version: 0,
    },
    { destinationXdmPath: "_id", sourceAttribute: "Id", identity: false, version: 0 },
  ];
  const mappingSet = await call("POST", `${DATA}/conversion/mappingSets`, {
    version: 0,
    xdmSchema: schemaId,
    xdmVersion: "1.0",
    mappings,
  });
  return {
    call,
    schema,
    schemaId,
    dataSet,
    dataSetId,
    mappingSet,
    mappingSetId: String(mappingSet.body["id"]),
  };
}

test("the tutorial's schema, dataset and mapping set can be created over HTTP", async () => {
  const { schema, dataSet, mappingSet } = await tutorialChain();
  expect([schema.status, dataSet.status, mappingSet.status]).toEqual([201, 201, 200]);
  expect(dataSet.headers.get("location")).toContain("/dataSets/");
});

test("GET of a schema accepts its URL-encoded id in one path segment and requires an Accept header", async () => {
  const { call, schema, schemaId } = await tutorialChain();
  const path = `${REGISTRY}/tenant/schemas/${encodeURIComponent(schemaId)}`;
  expect((await call("GET", path, undefined, RAW)).body).toMatchObject(schema.body);
  const refused = await call("GET", path);
  expect(refused.status).toBe(400);
  expect(refused.body["type"]).toBe("http://ns.adobe.com/aep/errors/XDM-1007-400");
});

test("a JSON Patch of a dataset with its E-Tag succeeds, and with a stale one returns 412", async () => {
  const { call, dataSetId } = await tutorialChain();
  const path = `${DATA}/catalog/dataSets/${dataSetId}`;
  const etag = (await call("GET", path)).headers.get("e-tag")!;
  const operations = [{ op: "add", path: "/tags/colour", value: ["red"] }];
  const headers = { "content-type": "application/json-patch+json", "if-match": etag };
  const patched = await call("PATCH", path, operations, headers);
  expect([patched.status, patched.json]).toEqual([200, [`@/dataSets/${dataSetId}`]]);
  expect((await call("PATCH", path, operations, headers)).status).toBe(412);
});

test("every kind can be listed, changed and deleted, the schema last", async () => {
  const { call, schemaId, dataSetId, mappingSetId } = await tutorialChain();
  const schemaPath = `${REGISTRY}/tenant/schemas/${encodeURIComponent(schemaId)}`;
  const set = (await call("GET", `${DATA}/conversion/mappingSets/${mappingSetId}`)).body;
  const statuses = [
    await call("GET", `${REGISTRY}/stats`),
    await call("GET", `${REGISTRY}/tenant/schemas?limit=300`, undefined, {
      accept: "application/vnd.adobe.xed-id+json",
    }),
    await call("GET", `${REGISTRY}/global/fieldgroups`, undefined, {
      accept: "application/vnd.adobe.xed+json",
    }),
    await call("PATCH", schemaPath, [{ op: "replace", path: "/description", value: "d" }]),
    await call("GET", `${DATA}/catalog/dataSets?limit=100`),
    await call("GET", `${DATA}/catalog/batches?dataSet=${dataSetId}`),
    await call("GET", `${DATA}/conversion/mappingSets?limit=10&start=0`),
    await call("PUT", `${DATA}/conversion/mappingSets/${mappingSetId}`, set),
  ].map(({ status }) => status);
  expect(statuses).toEqual(Array(8).fill(200));
  expect((await call("DELETE", schemaPath)).status).toBe(400);
  expect((await call("DELETE", `${DATA}/conversion/mappingSets/${mappingSetId}`)).status).toBe(204);
  expect((await call("DELETE", `${DATA}/catalog/dataSets/${dataSetId}`)).status).toBe(200);
  expect((await call("DELETE", schemaPath)).status).toBe(204);
  const writes = emulator.ledger.entries.map(({ method, kind }) => `${method} ${kind}`);
  expect(writes.slice(-3)).toEqual(["DELETE mappingSets", "DELETE dataSets", "DELETE schemas"]);
});

test("a schema with an identity descriptor can be enabled for Profile, and a path can end in a slash", async () => {
  const { call, schemaId } = await tutorialChain();
  const descriptor = await call("POST", `${REGISTRY}/tenant/descriptors`, {
    "@type": "xdm:descriptorIdentity",
    "xdm:sourceSchema": schemaId,
    "xdm:sourceVersion": 1,
    "xdm:sourceProperty": "/personalEmail/address",
    "xdm:namespace": "Email",
    "xdm:property": "xdm:code",
    "xdm:isPrimary": true,
  });
  expect(descriptor.status).toBe(201);
  const promoted = await call("PATCH", `${REGISTRY}/tenant/schemas/${encodeURIComponent(schemaId)}`, [
    { op: "add", path: "/meta:immutableTags", value: ["union"] },
  ]);
  expect(promoted.body).toMatchObject({ "meta:immutableTags": ["union"], version: "1.1" });
  const adhoc = await call("POST", `${REGISTRY}/tenant/classes/`, {
    title: "Source data",
    description: "Fields of data.csv",
    type: "object",
    allOf: [
      { $ref: "https://ns.adobe.com/xdm/data/adhoc" },
      { properties: { _adhoc: { type: "object", properties: { Email: { type: "string" } } } } },
    ],
  });
  expect(adhoc.body["meta:datasetNamespace"]).toMatch(/^_[0-9a-f]{32}$/);
});
