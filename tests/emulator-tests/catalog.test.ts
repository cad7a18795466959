import { callerOf, newWorld } from "./directCaller";
import { catalog, type Batch } from "../emulator/catalog";
import { schemaRegistry } from "../emulator/schemaRegistry";
import type { Switches } from "../emulator/switches";

const CONTENT_TYPE = "application/vnd.adobe.xed+json;version=1";
const JSON_PATCH = { "content-type": "application/json-patch+json" };
const MERGE = { "content-type": "application/json" };

function setUp(switches: Partial<Switches> = {}) {
  const world = newWorld(switches);
  const call = callerOf(catalog, world);
  const registry = callerOf(schemaRegistry, world);
  const allOf = [
    { $ref: "https://ns.adobe.com/xdm/context/profile" },
    { $ref: "https://ns.adobe.com/xdm/context/identitymap" },
  ];
  const schemaId: string = registry("POST", "/tenant/schemas", {
    body: { title: "Members", description: "", type: "object", allOf },
  }).body.$id;
  const schemaRef = { id: schemaId, contentType: CONTENT_TYPE };
  const create = (body: object = {}) =>
    call("POST", "/dataSets", { body: { name: "Target Dataset", schemaRef, ...body } });
  const idOf = (response: { body: string[] }) => response.body[0]!.split("/").at(-1)!;
  const made = (body: object = {}) => idOf(create(body));
  const read = (id: string) => call("GET", `/dataSets/${id}`).body[id];
  const patch = (id: string, ...operations: object[]) =>
    call("PATCH", `/dataSets/${id}`, { body: operations, headers: JSON_PATCH });
  const promote = () =>
    registry("PATCH", `/tenant/schemas/${encodeURIComponent(schemaId)}`, {
      body: [{ op: "add", path: "/meta:immutableTags", value: ["union"] }],
    });
  return { world, call, registry, schemaRef, create, idOf, made, read, patch, promote };
}

describe("Creating a dataset", () => {
  test("answers 201, a Location and an array with one reference", () => {
    const { call, schemaRef } = setUp();
    const body = { name: "Target Dataset", schemaRef };
    const {
      status,
      headers,
      body: response,
      wrote,
    } = call("POST", "/dataSets?requestDataSource=true", { body });
    expect(status).toBe(201);
    expect(response).toEqual([expect.stringMatching(/^@\/dataSets\/[0-9a-f]{24}$/)]);
    expect(headers["Location"]).toMatch(/\/dataSets\/[0-9a-f]{24}$/);
    expect(wrote).toMatchObject({ kind: "dataSets", etagAfter: "1.0.0" });
    const id = response[0].split("/").at(-1);
    expect(Number.isInteger(call("GET", `/dataSets/${id}`).body[id].dataSourceId)).toBe(true);
  });

  test.each([
    CONTENT_TYPE,
    "application/vnd.adobe.xed-full+json;version=1",
    "application/vnd.adobe.xed-full-notext+json; version=1",
  ])("takes the content type %s and keeps it as it was sent", (contentType) => {
    const { schemaRef, made, read } = setUp();
    expect(read(made({ schemaRef: { ...schemaRef, contentType } })).schemaRef.contentType).toBe(contentType);
  });

  test("wants a schema of the same sandbox and a content type", () => {
    const { call, create, schemaRef } = setUp();
    expect(create({ schemaRef: { ...schemaRef, id: "https://ns.adobe.com/acme/schemas/none" } }).status).toBe(
      400,
    );
    expect(create({ schemaRef: { id: schemaRef.id } }).status).toBe(400);
    expect(call("POST", "/dataSets", { body: { name: "n", schemaRef }, sandbox: "dev" }).status).toBe(400);
    const refused = create({ schemaRef: undefined });
    expect(refused.body).toMatchObject({
      title: "Bad Request",
      status: 400,
      detail: expect.stringContaining("schemaRef"),
    });
  });

  test("refuses formats and tags that do not exist or belong to Adobe", () => {
    const { create } = setUp();
    expect(create({ fileDescription: { format: "xml" } }).status).toBe(400);
    expect(create({ tags: { colour: "red" } }).status).toBe(400);
    expect(create({ tags: { "adobe/pqs/table": ["mine"] } }).status).toBe(400);
    expect(create({ fileDescription: { format: "parquet" }, tags: { colour: ["red"] } }).status).toBe(201);
  });

  test("with Pragma: validate-only checks and saves nothing", () => {
    const { call, schemaRef } = setUp();
    const headers = { pragma: "validate-only" };
    const valid = call("POST", "/dataSets", { headers, body: { name: "n", schemaRef } });
    expect(valid.wrote).toBeUndefined();
    expect(valid.status).toBe(200);
    expect(call("POST", "/dataSets", { headers, body: { name: "n" } }).status).toBe(400);
    expect(call("GET", "/dataSets").body).toEqual({});
  });
});

describe("Reading a dataset", () => {
  test("answers a map keyed by the id, with the fields of the server and an E-Tag with the version", () => {
    const { call, made } = setUp();
    const id = made();
    const { status, headers, body } = call("GET", `/dataSets/${id}`);
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual([id]);
    expect(headers["E-Tag"]).toBe("1.0.0");
    expect(body[id]).toMatchObject({
      name: "Target Dataset",
      version: "1.0.0",
      imsOrg: expect.stringContaining("@AdobeOrg"),
      created: expect.any(Number),
      createdClient: "client-1",
      state: "DRAFT",
      viewId: expect.stringMatching(/^[0-9a-f]{24}$/),
      files: expect.stringMatching(/^@\//),
      fileDescription: { format: "parquet" },
      classification: { dataBehavior: "record", managedBy: "CUSTOMER" },
      tags: { "adobe/pqs/table": ["target_dataset"] },
    });
  });

  test("answers only the fields that properties names", () => {
    const { call, made } = setUp();
    const id = made();
    expect(call("GET", `/dataSets/${id}?properties=name,version`).body[id]).toEqual({
      name: "Target Dataset",
      version: "1.0.0",
    });
  });

  test("of an unknown id answers 404 with problem details", () => {
    const { status, body } = setUp().call("GET", "/dataSets/5c8c3c555033b814b69f947f");
    expect(status).toBe(404);
    expect(body).toMatchObject({
      title: "Not Found",
      status: 404,
      detail: expect.stringContaining("5c8c3c555033b814b69f947f"),
    });
  });

  test("shows what the switches say: other spellings of the etag, minor versions, empty fields, no added tags", () => {
    const { world, call, registry, made, read, schemaRef } = setUp({
      catalogEtagHeader: "ETag",
      catalogEtagValue: "updated",
    });
    const id = made();
    expect(call("GET", `/dataSets/${id}`).headers).toEqual({ ETag: String(read(id).updated) });
    world.switches = {
      ...world.switches,
      catalogEtagHeader: "absent",
      catalogContentTypeMinor: true,
      catalogAddedTags: false,
    };
    expect(call("GET", `/dataSets/${id}`).headers).toEqual({});
    const body = [{ op: "replace", path: "/description", value: "changed" }];
    registry("PATCH", `/tenant/schemas/${encodeURIComponent(schemaRef.id)}`, { body });
    expect(read(id).schemaRef.contentType).toBe("application/vnd.adobe.xed+json;version=1.1");
    expect(read(id).tags).toBeUndefined();
    world.switches = { ...world.switches, catalogEmptyFields: true };
    expect(read(id)).toMatchObject({ description: "", tags: {}, observableSchema: {} });
  });
});

describe("Listing datasets", () => {
  const names = (body: Record<string, { name: string }>) => Object.values(body).map(({ name }) => name);

  function withThree() {
    const all = setUp();
    for (const [name, colour] of [
      ["alpha one", "red"],
      ["alpha two", "blue"],
      ["beta", "red"],
    ]) {
      all.create({ name, tags: { colour: [colour] } });
    }
    return (query: string) => all.call("GET", `/dataSets?${query}`);
  }

  test("answers 20 objects unless limit asks for 1 to 100, and goes on from start", () => {
    const { call, create } = setUp();
    for (let number = 0; number < 110; number += 1) create({ name: `n${number}` });
    const count = (query: string) => Object.keys(call("GET", `/dataSets${query}`).body).length;
    expect(count("")).toBe(20);
    expect(count("?limit=100")).toBe(100);
    expect(count("?limit=500")).toBe(100);
    expect(count("?limit=100&start=100")).toBe(10);
    expect(count("?limit=50&properties=name,observableSchema")).toBe(20);
    expect(call("GET", "/dataSets?limit=0").status).toBe(400);
  });

  test.each([
    ["name=beta", ["beta"]],
    ["name=alpha*", ["alpha two", "alpha one"]],
    ["name=!beta", ["alpha two", "alpha one"]],
    ["name=beta,alpha one", ["beta", "alpha one"]],
    ["property=name==beta", ["beta"]],
    ["property=name!=beta", ["alpha two", "alpha one"]],
    ["property=name~^alpha", ["alpha two", "alpha one"]],
    ["property=observableSchema", []],
    ["tags=colour:red", ["beta", "alpha one"]],
    ["orderBy=asc:name", ["alpha one", "alpha two", "beta"]],
    ["orderBy=desc:name&limit=1", ["beta"]],
  ])("with %s answers %j", (query, expected) => {
    expect(names(withThree()(query).body)).toEqual(expected);
  });
});

describe("Changing a dataset", () => {
  test("by JSON Patch answers the reference and raises the last number of the version", () => {
    const { made, patch, read, call } = setUp();
    const id = made();
    const { status, body, headers } = patch(id, { op: "add", path: "/tags/colour", value: ["red"] });
    expect(status).toBe(200);
    expect(body).toEqual([`@/dataSets/${id}`]);
    expect(headers["E-Tag"]).toBe("1.0.1");
    expect(read(id)).toMatchObject({ version: "1.0.1", tags: { colour: ["red"] }, name: "Target Dataset" });
    const merged = call("PATCH", `/dataSets/${id}`, { headers: MERGE, body: { description: "d" } });
    expect(merged.status).toBe(200);
    expect(read(id)).toMatchObject({ version: "1.0.2", description: "d", tags: { colour: ["red"] } });
  });

  test("by JSON Patch fails where the parent is missing, and nothing changes", () => {
    const { made, patch, read } = setUp({ catalogAddedTags: false });
    const id = made();
    const before = read(id);
    expect(patch(id, { op: "add", path: "/tags/colour", value: ["red"] }).status).toBe(400);
    expect(read(id)).toEqual(before);
    const both = [
      { op: "add", path: "/tags", value: {} },
      { op: "add", path: "/tags/a~1b", value: ["c"] },
    ];
    expect(patch(id, ...both).status).toBe(200);
    expect(read(id).tags).toEqual({ "a/b": ["c"] });
  });

  test("cannot touch what the server decides", () => {
    const { made, patch, call, read } = setUp();
    const id = made();
    expect(patch(id, { op: "replace", path: "/created", value: 1 }).status).toBe(400);
    const body = { files: "@/elsewhere" };
    expect(call("PATCH", `/dataSets/${id}`, { headers: MERGE, body }).body.detail).toContain("expandable");
    expect(read(id).version).toBe("1.0.0");
  });

  test("cannot give it another schema, unless that is switched on", () => {
    const { world, made, patch, registry } = setUp();
    const id = made();
    const allOf = [{ $ref: "https://ns.adobe.com/xdm/context/profile" }];
    const other = registry("POST", "/tenant/schemas", {
      body: { title: "Other", description: "", type: "object", allOf },
    }).body.$id;
    const operation = { op: "replace", path: "/schemaRef/id", value: other };
    expect(patch(id, operation).status).toBe(400);
    world.switches = { ...world.switches, catalogSchemaChange: "accepted" };
    expect(patch(id, operation).status).toBe(200);
  });

  test("by PUT overwrites everything, tags included, and takes a whole object out of a GET", () => {
    const { call, made, read, schemaRef } = setUp();
    const id = made({ tags: { colour: ["red"] }, description: "d" });
    expect(call("PUT", `/dataSets/${id}`, { body: read(id) }).status).toBe(200);
    expect(read(id)).toMatchObject({ tags: { colour: ["red"] }, description: "d" });
    call("PUT", `/dataSets/${id}`, { body: { name: "Other", schemaRef } });
    expect(read(id).tags).toEqual({ "adobe/pqs/table": ["other"] });
    expect(read(id).description).toBeUndefined();
    expect(read(id).created).toBeGreaterThan(0);
  });

  test("by PATCH replaces the whole tag map in the first version and merges it in the second", () => {
    const { call, made, read } = setUp({ catalogAddedTags: false });
    const body = { tags: { size: ["big"] } };
    const id = made({ tags: { colour: ["red"] } });
    call("PATCH", `/dataSets/${id}`, { headers: MERGE, body });
    expect(read(id).tags).toEqual({ size: ["big"] });
    const extensions = { adobe_lakeHouse: { rowExpiration: { ttlValue: "P3Y" } } };
    call("PATCH", `/v2/dataSets/${id}`, { headers: MERGE, body: { tags: { colour: ["blue"] }, extensions } });
    expect(read(id)).toMatchObject({ tags: { size: ["big"], colour: ["blue"] }, extensions });
    expect(call("PATCH", `/v2/dataSets/${id}`, { headers: JSON_PATCH, body: [] }).status).toBe(415);
  });

  test("needs no If-Match, but one that names another version is answered with 412", () => {
    const { call, made } = setUp();
    const id = made();
    const patchWith = (ifMatch: string) =>
      call("PATCH", `/dataSets/${id}`, {
        headers: { ...MERGE, "if-match": ifMatch },
        body: { description: ifMatch },
      }).status;
    expect(patchWith("1.0.0")).toBe(200);
    expect(patchWith("1.0.0")).toBe(412);
    expect(patchWith('"1.0.1"')).toBe(200);
    const unless = { ...MERGE, "if-none-match": "1.0.2" };
    expect(call("PATCH", `/dataSets/${id}`, { headers: unless, body: {} }).status).toBe(412);
  });

  test("can enable it for Profile only when its schema is in the union", () => {
    const { made, patch, promote, read, create } = setUp();
    const id = made();
    const enable = { op: "add", path: "/tags/unifiedProfile", value: ["enabled:true"] };
    expect(patch(id, enable).body.detail).toContain("union");
    expect(create({ tags: { unifiedProfile: ["enabled: true"] } }).status).toBe(400);
    expect(promote().status).toBe(200);
    expect(
      patch(id, enable, { op: "add", path: "/tags/unifiedIdentity", value: ["enabled:true"] }).status,
    ).toBe(200);
    expect(read(id).tags.unifiedProfile).toEqual(["enabled:true"]);
  });
});

describe("Deleting a dataset", () => {
  test("answers 200 with its reference, then 404 on GET, then an empty array", () => {
    const { call, made } = setUp();
    const id = made();
    expect(call("DELETE", `/dataSets/${id}`)).toMatchObject({ status: 200, body: [`@/dataSets/${id}`] });
    expect(call("GET", `/dataSets/${id}`).status).toBe(404);
    const again = call("DELETE", `/dataSets/${id}`);
    expect(again).toMatchObject({ status: 200, body: [] });
    expect(again.wrote).toBeUndefined();
  });
});

describe("Batches", () => {
  test("of a dataset are listed as a map, and the dataset tells of the last one", () => {
    const { world, call, made, read } = setUp();
    const [id, other] = [made(), made()];
    const relatedObjects = [{ type: "dataSet", id }];
    const posted = call("POST", "/batches", { body: { status: "success", relatedObjects } });
    expect(posted).toMatchObject({
      status: 201,
      body: [expect.stringMatching(/^@\/batches\/[0-9a-f]{24}$/)],
    });
    const failed: Batch = { status: "failed", created: world.now(), relatedObjects };
    world.collection<Batch>(world.sandboxes[0]!, "batches").set("b2", failed);
    expect(Object.keys(call("GET", `/batches?dataSet=${id}&limit=10`).body)).toHaveLength(2);
    expect(call("GET", `/batches?dataSet=${id}&status=failed`).body).toEqual({ b2: failed });
    expect(call("GET", `/batches?dataSet=${other}`).body).toEqual({});
    const batchId = posted.body[0].split("/").at(-1);
    expect(read(id)).toMatchObject({
      lastBatchId: "b2",
      lastBatchStatus: "failed",
      lastSuccessfulBatch: batchId,
    });
    expect(call("GET", `/batches/${batchId}`).body[batchId].status).toBe("success");
    expect(call("GET", "/batches/none").status).toBe(404);
  });
});
