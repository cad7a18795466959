import { CONTENT_TYPE, setUp } from "./catalogCaller";

describe("Creating a dataset", () => {
  test("returns 201, a Location header and an array with one reference", () => {
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
  ])("accepts the content type %s and stores it unchanged", (contentType) => {
    const { schemaRef, made, read } = setUp();
    expect(read(made({ schemaRef: { ...schemaRef, contentType } })).schemaRef.contentType).toBe(contentType);
  });

  test("requires a schema of the same sandbox and a content type", () => {
    const { call, create, schemaRef } = setUp();
    expect(create({ schemaRef: { ...schemaRef, id: "https://ns.adobe.com/acme/schemas/none" } }).status).toBe(
      400,
    );
    expect(create({ schemaRef: { id: schemaRef.id } }).status).toBe(400);
    expect(call("POST", "/dataSets", { body: { name: "n", schemaRef }, sandbox: "dev" }).status).toBe(400);
    const refused = create({ schemaRef: undefined });
    expect(refused.body).toMatchObject({
      title: "BadRequestError",
      status: 400,
      detail: expect.stringContaining("schemaRef"),
    });
  });

  test("refuses unknown formats, invalid tags and reserved tags", () => {
    const { create } = setUp();
    expect(create({ fileDescription: { format: "xml" } }).status).toBe(400);
    expect(create({ tags: { colour: "red" } }).status).toBe(400);
    expect(create({ tags: { "adobe/pqs/table": ["mine"] } }).status).toBe(400);
    expect(create({ fileDescription: { format: "parquet" }, tags: { colour: ["red"] } }).status).toBe(201);
  });

  test("only checks the body if the call has Pragma: validate-only", () => {
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
  test("returns a map from id to dataset, with the server's fields and the version as E-Tag", () => {
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
      viewId: expect.stringMatching(/^[0-9a-f]{24}$/),
      files: expect.stringMatching(/^@\//),
      fileDescription: {},
      classification: { dataBehavior: "record", managedBy: "CUSTOMER" },
      tags: { "adobe/pqs/table": ["target_dataset"], "adobe/siphon/table/format": ["delta"] },
    });
    expect(body[id]).not.toHaveProperty("state");
  });

  test("returns only the fields listed in the parameter properties", () => {
    const { call, made } = setUp();
    const id = made();
    expect(call("GET", `/dataSets/${id}?properties=name,version`).body[id]).toEqual({
      name: "Target Dataset",
      version: "1.0.0",
    });
  });

  test("returns 404 with problem details for an unknown id", () => {
    const { status, body } = setUp().call("GET", "/dataSets/5c8c3c555033b814b69f947f");
    expect(status).toBe(404);
    expect(body).toMatchObject({
      title: "NotFoundError",
      status: 404,
      detail: expect.stringContaining("5c8c3c555033b814b69f947f"),
    });
  });

  test("follows the switches for the etag, minor versions, empty fields and added tags", () => {
    const { world, call, registry, made, read, schemaRef } = setUp({
      catalogEtagHeader: "ETag",
      catalogEtagValue: "updated",
      catalogAddedTags: false,
    });
    const id = made();
    expect(call("GET", `/dataSets/${id}`).headers).toEqual({ ETag: String(read(id).updated) });
    world.switches = {
      ...world.switches,
      catalogEtagHeader: "absent",
      catalogContentTypeMinor: true,
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

  test("returns 20 objects by default and 1 to 100 with limit, and continues at start", () => {
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
  ])("returns the expected datasets for %s: %j", (query, expected) => {
    expect(names(withThree()(query).body)).toEqual(expected);
  });
});
