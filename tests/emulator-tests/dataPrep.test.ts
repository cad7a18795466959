import { FULL, setUp } from "./dataPrepCaller";
import type { MappingSet } from "../emulator/dataPrep";

/** The tutorial's request, in the older format. */
function olderBody(schemaId: string) {
  const pairs = {
    "person.name.firstName": "FirstName",
    "person.name.lastName": "LastName",
    "mobilePhone.number": "Phone",
    "personalEmail.address": "Email",
    _id: "Id",
  };
  const mappings = Object.entries(pairs).map(([destinationXdmPath, sourceAttribute]) => ({
    ...{
      destinationXdmPath,
      sourceAttribute,
      identity: false,
      identityGroup: null,
      namespaceCode: null,
      version: 0,
    },
  }));
  return { version: 0, xdmSchema: schemaId, xdmVersion: "1.0", id: null, mappings };
}

describe("Creating a mapping set", () => {
  test("returns 200 with id, version and dates only", () => {
    const { status, body, wrote } = setUp().create();
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      "createdBy",
      "createdDate",
      "id",
      "modifiedBy",
      "modifiedDate",
      "version",
    ]);
    expect(body).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{32}$/), version: 0 });
    expect(wrote).toMatchObject({ kind: "mappingSets", id: body.id });
  });

  test("returns the whole set in version 1 if the switches follow the older tutorials", () => {
    const { schemaId, create } = setUp({ mappingSetFirstVersion: 1, mappingSetCreateReply: "whole" });
    const { body } = create(olderBody(schemaId));
    expect(body).toMatchObject({
      version: 1,
      status: "PUBLISHED",
      xdmVersion: "1.0",
      xdmSchema: schemaId,
      inputSchemaRef: { id: null, contentType: null },
      outputSchemaRef: { id: schemaId, contentType: "1.0" },
      schemaRef: { id: schemaId, contentType: "1.0" },
    });
    expect(body.mappings).toHaveLength(5);
  });

  test("requires a schema of the sandbox, a destination, a source and a known source type", () => {
    const { call, newerBody, create } = setUp();
    const valid = newerBody(["FirstName", "person.name.firstName"]);
    expect(call("POST", "/mappingSets", { body: valid, sandbox: "dev" }).status).toBe(400);
    expect(create({ mappings: [] }).body.detail).toContain("outputSchema.schemaRef");
    expect(create({ ...valid, mappings: undefined }).status).toBe(400);
    expect(create(newerBody(["FirstName", ""])).body.detail).toContain("destination");
    expect(create(newerBody(["", "_id"])).body.detail).toContain("source");
    expect(create(newerBody(["a", "_id", "MAGIC"])).status).toBe(400);
  });

  test("refuses destinations that the schema does not have, unless a switch allows them", () => {
    const { newerBody, create } = setUp();
    expect(create(newerBody(["a", "person.shoeSize"])).body.detail).toContain("person.shoeSize");
    expect(create(newerBody(["a", "person.name.firstName.deeper"])).status).toBe(400);
    const free = setUp({ mappingDestinations: "free" });
    expect(free.create(free.newerBody(["a", "person.shoeSize"])).status).toBe(200);
  });

  test("accepts destinations inside maps and lists", () => {
    const { newerBody, create } = setUp();
    const { status } = create(
      newerBody(["a", "identityMap.Email[0].id"], ["b", "organizations[*]"], ["c", "_repo.createDate"]),
    );
    expect(status).toBe(200);
  });

  test("accepts expressions of up to 4096 characters", () => {
    const { newerBody, create } = setUp();
    const expression = (length: number) => newerBody([`"${"x".repeat(length - 2)}"`, "_id", "EXPRESSION"]);
    expect(create(expression(4096)).status).toBe(200);
    expect(create(expression(4097)).body.detail).toContain("4096");
  });
});

describe("Reading a mapping set", () => {
  test.each(["older", "newer"])("returns both formats of a set that was sent in the %s format", (format) => {
    const { schemaId, newerBody, create, read } = setUp();
    const body = format === "older" ? olderBody(schemaId) : newerBody(["FirstName", "person.name.firstName"]);
    const shown = read(create(body).body.id).body;
    expect(shown.outputSchema.schemaRef).toEqual({
      id: schemaId,
      contentType: format === "older" ? "1.0" : FULL,
    });
    expect(shown.xdmSchema).toBe(schemaId);
    expect(shown.mappings[0]).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      sourceType: "text/x.schema-path",
      source: "FirstName",
      sourceAttribute: "FirstName",
      destination: "person.name.firstName",
      destinationXdmPath: "person.name.firstName",
      identity: false,
    });
  });

  test("returns an expression with the type of the mapping language", () => {
    const { newerBody, create, read } = setUp();
    const { body } = create(newerBody(['concat(a, "b")', "_id", "EXPRESSION"]));
    expect(read(body.id).body.mappings[0].sourceType).toBe("text/x.aep-xl");
  });

  test("returns a body that PUT accepts as a new version", () => {
    const { call, newerBody, create, read } = setUp();
    const { id } = create(
      newerBody(["FirstName", "person.name.firstName"], ['lower("A")', "_id", "EXPRESSION"]),
    ).body;
    const replaced = call("PUT", `/mappingSets/${id}`, { body: read(id).body });
    expect(replaced.status).toBe(200);
    expect(replaced.body.mappings.map(({ sourceType }: { sourceType: string }) => sourceType)).toEqual([
      "text/x.schema-path",
      "text/x.aep-xl",
    ]);
  });

  test("returns the latest version by default, and every older version on request", () => {
    const { world, call, newerBody, create, read } = setUp();
    const { id } = create().body;
    const put = call("PUT", `/mappingSets/${id}`, { body: newerBody(["Given", "person.name.firstName"]) });
    expect(put.body).toMatchObject({ id, version: 1, mappings: [{ source: "Given" }] });
    expect(put.wrote).toMatchObject({ etagBefore: "0", etagAfter: "1" });
    expect(read(id).body).toMatchObject({ version: 1, mappings: [{ source: "Given" }] });
    expect(read(id, "?version=0").body).toMatchObject({ version: 0, mappings: [{ source: "FirstName" }] });
    expect(read(id, "?version=7").status).toBe(404);
    const stored = world.collection<MappingSet>(world.sandboxes[0]!, "mappingSets").get(id)!;
    expect(Object.keys(stored.versions)).toEqual(["0", "1"]);
    world.switches = { ...world.switches, mappingSetVersionByDefault: "0" };
    expect(read(id).body.version).toBe(0);
  });

  test("returns all mappings, a single mapping, and the output schema on request", () => {
    const { call, create, read } = setUp();
    const { id } = create().body;
    const list = call("GET", `/mappingSets/${id}/mappings`).body;
    expect(list).toEqual(read(id).body.mappings);
    expect(call("GET", `/mappingSets/${id}/mappings/${list[0].id}`).body).toEqual(list[0]);
    expect(call("GET", `/mappingSets/${id}/mappings/none`).status).toBe(404);
    const { jsonSchema } = read(id, "?expandSchema=true").body.outputSchema;
    expect(jsonSchema.properties.person.properties.name.properties.firstName.type).toBe("string");
  });

  test("returns 404 for an unknown id", () => {
    const { call, read, newerBody } = setUp();
    expect(read("0".repeat(32)).status).toBe(404);
    expect(call("PUT", `/mappingSets/${"0".repeat(32)}`, { body: newerBody() }).status).toBe(404);
  });
});

describe("Listing mapping sets", () => {
  test("requires limit, and also start if the switch follows the OpenAPI file", () => {
    const { call } = setUp();
    expect(call("GET", "/mappingSets").status).toBe(400);
    expect(call("GET", "/mappingSets?start=0").status).toBe(400);
    expect(call("GET", "/mappingSets?limit=10").status).toBe(200);
    const strict = setUp({ mappingSetListStart: "mandatory" });
    expect(strict.call("GET", "/mappingSets?limit=10").status).toBe(400);
    expect(strict.call("GET", "/mappingSets?limit=10&start=0").body).toEqual({
      data: [],
      _links: {},
      _page: { count: 0, limit: 10 },
    });
  });

  test("returns whole sets in pages, filtered by name and ordered by date", () => {
    const { call, newerBody, create } = setUp();
    for (const name of ["a", "b", "c"]) create({ ...newerBody(["x", "_id"]), name });
    const list = (query: string) => call("GET", `/mappingSets?${query}`).body;
    const names = (query: string) => list(query).data.map(({ name }: { name: string }) => name);
    expect(names("limit=2&start=0&orderBy=%2BcreatedDate")).toEqual(["a", "b"]);
    expect(names("limit=2&start=0&orderBy=+createdDate")).toEqual(["a", "b"]);
    expect(names("limit=2&start=2&orderBy=-createdDate")).toEqual(["a"]);
    expect(names("limit=9&start=0&name=b")).toEqual(["b"]);
    expect(list("limit=2&start=0")._links.next.href).toContain("start=2");
    expect(list("limit=2&start=0").data[0].mappings[0].destinationXdmPath).toBe("_id");
    expect(call("GET", "/mappingSets?limit=1&start=0&orderBy=size").status).toBe(400);
  });
});

describe("Deleting a mapping set", () => {
  test("removes the set if DELETE exists", () => {
    const { call, create, read } = setUp();
    const { id } = create().body;
    expect(call("DELETE", `/mappingSets/${id}`).status).toBe(204);
    expect(read(id).status).toBe(404);
    expect(call("DELETE", `/mappingSets/${id}`).status).toBe(404);
  });

  test.each([404, 405] as const)("changes nothing if DELETE returns %d", (mappingSetDeletion) => {
    const { call, create, read } = setUp({ mappingSetDeletion });
    const { id } = create().body;
    const response = call("DELETE", `/mappingSets/${id}`);
    expect(response.status).toBe(mappingSetDeletion);
    expect(response.wrote).toBeUndefined();
    expect(read(id).status).toBe(200);
  });
});

describe("Validating and previewing a mapping set", () => {
  test("POST /validate returns one status per mapping and stores nothing", () => {
    const { call, newerBody } = setUp();
    const body = newerBody(["a", "_id"], ["b", "person.shoeSize"]);
    const { status, body: response, wrote } = call("POST", "/mappingSets/validate", { body });
    expect(status).toBe(200);
    expect(response.validationResponse).toEqual([
      { status: "SUCCESS", errors: null },
      {
        status: "FAILED",
        errors: [expect.objectContaining({ destination: "person.shoeSize", source: "b" })],
      },
    ]);
    expect(wrote).toBeUndefined();
    expect(call("GET", "/mappingSets?limit=1&start=0").body.data).toEqual([]);
  });

  test("POST /preview maps attributes and constants, and reports other expressions as errors", () => {
    const { call, newerBody } = setUp();
    const mappingSet = newerBody(
      ["firstName", "person.name.firstName"],
      ["id", "_id"],
      ['"web"', "person.name.suffix", "EXPRESSION"],
      ["upper(id)", "personID", "EXPRESSION"],
    );
    const data = { id: 1234, firstName: "Jim" };
    const { body } = call("POST", "/mappingSets/preview", { body: { data, mappingSet } });
    expect(body.data).toEqual({ person: { name: { firstName: "Jim", suffix: "web" } }, _id: "1234" });
    expect(body.errors).toEqual([expect.objectContaining({ destination: "personID", source: "upper(id)" })]);
    expect(
      call("POST", "/mappingSets/preview", { body: { data: [data, data], mappingSet } }).body,
    ).toHaveLength(2);
  });
});
