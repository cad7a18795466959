import { JSON_PATCH, setUp } from "./catalogCaller";
import type { Batch } from "../emulator/catalog";

const STAMP = expect.stringMatching(/^enabledAt:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
const MERGE = { "content-type": "application/json" };

describe("Changing a dataset", () => {
  test("a JSON Patch returns the reference and raises the last number of the version", () => {
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

  test("a JSON Patch fails and changes nothing if the parent is missing", () => {
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

  test("a PATCH cannot change the server's fields", () => {
    const { made, patch, call, read } = setUp();
    const id = made();
    expect(patch(id, { op: "replace", path: "/created", value: 1 }).status).toBe(400);
    const body = { files: "@/elsewhere" };
    expect(call("PATCH", `/dataSets/${id}`, { headers: MERGE, body }).body.detail).toContain("expandable");
    expect(read(id).version).toBe("1.0.0");
  });

  test("a PATCH cannot change the schema unless a switch allows it", () => {
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

  test("a PUT overwrites everything including tags, and accepts the whole object of a GET", () => {
    const { call, made, read, schemaRef } = setUp();
    const id = made({ tags: { colour: ["red"] }, description: "d" });
    expect(call("PUT", `/dataSets/${id}`, { body: read(id) }).status).toBe(200);
    expect(read(id)).toMatchObject({ tags: { colour: ["red"] }, description: "d" });
    call("PUT", `/dataSets/${id}`, { body: { name: "Other", schemaRef } });
    expect(read(id).tags).toEqual({
      "adobe/pqs/table": ["target_dataset"],
      "adobe/siphon/table/format": ["delta"],
    });
    expect(read(id).description).toBeUndefined();
    expect(read(id).created).toBeGreaterThan(0);
  });

  test("a PATCH replaces the whole tag map in the first version and merges it in the second", () => {
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

  test("a PATCH needs no If-Match, but an If-Match with another version is a 412", () => {
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

  test("a PATCH can enable a dataset for Profile only if its schema is in the union", () => {
    const { made, patch, promote, read, create } = setUp();
    const id = made();
    const enable = { op: "add", path: "/tags/unifiedProfile", value: ["enabled:true"] };
    expect(patch(id, enable).body.detail).toContain("union");
    expect(create({ tags: { unifiedProfile: ["enabled: true"] } }).status).toBe(400);
    expect(promote().status).toBe(200);
    expect(
      patch(id, enable, { op: "add", path: "/tags/unifiedIdentity", value: ["enabled:true"] }).status,
    ).toBe(200);
    expect(read(id).tags.unifiedProfile).toEqual(["enabled:true", STAMP]);
    expect(read(id).tags.unifiedIdentity).toEqual(["enabled:true"]);
  });
});

describe("Deleting a dataset", () => {
  test("returns 200 with the reference, and for a deleted dataset an empty array; GET then returns 404", () => {
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
  test("the batches of a dataset are listed as a map, and the dataset shows the last one", () => {
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
