import { EVENT, PROFILE, RAW, setUp, useInDataSet } from "./registryCaller";

describe("The registry refuses", () => {
  test("a title that any other resource has, with the id of that resource", () => {
    const { schemaOf, groupOf } = setUp();
    const made = schemaOf("Loyalty", PROFILE);
    const { status, body } = groupOf("Loyalty", { points: { type: "integer" } });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      type: "http://ns.adobe.com/aep/errors/XDM-1521-400",
      title: "Title not unique",
    });
    expect(body.detail).toContain(made.body.$id);
  });

  test("a reference to an unknown resource", () => {
    const { status, body } = setUp().schemaOf("Lost", PROFILE, "https://ns.adobe.com/acme/fieldgroups/none");
    expect(status).toBe(404);
    expect(body.type).toBe("http://ns.adobe.com/aep/errors/XDM-1010-404");
  });

  test("a schema without a class, with two classes, or with another class in meta:class", () => {
    const { call, schemaOf } = setUp();
    expect(schemaOf("None", `${PROFILE}-person-details`).body.detail).toContain("exactly one class");
    expect(schemaOf("Two", PROFILE, EVENT).body.detail).toContain("exactly one class");
    const body = {
      title: "Other",
      description: "",
      type: "object",
      allOf: [{ $ref: PROFILE }],
      "meta:class": EVENT,
    };
    expect(call("POST", "/tenant/schemas", { body }).body.detail).toContain(`meta:class is ${EVENT}`);
  });

  test("a class with no behavior or with two", () => {
    const { call } = setUp();
    const make = (title: string, ...behaviors: string[]) => {
      const allOf = behaviors.map((name) => ({ $ref: `https://ns.adobe.com/xdm/data/${name}` }));
      return call("POST", "/tenant/classes", { body: { title, description: "", type: "object", allOf } });
    };
    expect(make("None").body.detail).toContain("exactly one behavior");
    expect(make("Two", "record", "time-series").body.detail).toContain("exactly one behavior");
    expect(make("One", "record").status).toBe(201);
  });

  test("a body without a title, and without the fields of the OpenAPI file if the switch follows it", () => {
    const body = { title: "Members", allOf: [{ $ref: PROFILE }] };
    const { call } = setUp();
    expect(call("POST", "/tenant/schemas", { body }).body).toMatchObject({ type: "object", description: "" });
    expect(call("POST", "/tenant/schemas", { body: { ...body, title: "" } }).body.detail).toContain("title");
    const strict = setUp({ registryMandatoryFields: "openapi" });
    expect(strict.call("POST", "/tenant/schemas", { body }).body.detail).toContain("lacks type, description");
  });

  test("fields outside the tenant's namespace, but not standard fields that are extended below it", () => {
    const { call } = setUp();
    const make = (title: string, properties: object) =>
      call("POST", "/tenant/fieldgroups", {
        body: { title, type: "object", "meta:intendedToExtend": [PROFILE], properties },
      });
    const refused = make("Foreign", { points: { type: "integer" } });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      type: "http://ns.adobe.com/aep/errors/XDM-1021-400",
      title: "Namespace validation error",
    });
    const extended = {
      person: {
        type: "object",
        properties: { _acme: { type: "object", properties: { nick: { type: "string" } } } },
      },
    };
    expect(make("Extended", extended).status).toBe(201);
  });

  test("writes to the global container, which has no such routes", () => {
    expect(() => setUp().call("POST", "/global/schemas", { body: {} })).toThrow("No route");
  });
});

describe("Changes and deletions", () => {
  test("PATCH returns the whole resource in the next minor version", () => {
    const { call, id, schemaOf } = setUp();
    const made = schemaOf("Target", PROFILE);
    const group = `${PROFILE}-work-details`;
    const operations = [{ op: "add", path: "/allOf/-", value: { $ref: group } }];
    const { status, body } = call("PATCH", `/tenant/schemas/${id(made)}`, { body: operations });
    expect(status).toBe(200);
    expect(body).toMatchObject({ $id: made.body.$id, version: "1.1", title: "Target" });
    expect(body["meta:extends"]).toContain(group);
    expect(body["meta:registryMetadata"].eTag).not.toBe(made.body["meta:registryMetadata"].eTag);
  });

  test("PUT overwrites everything and removes fields that the new body does not have", () => {
    const { call, id, groupOf } = setUp();
    const made = groupOf("Loyalty", { points: { type: "integer" }, tier: { type: "string" } });
    const { definitions, allOf } = made.body;
    delete definitions.own.properties._acme.properties.tier;
    const body = { title: "Loyalty 2", type: "object", definitions, allOf };
    const replaced = call("PUT", `/tenant/fieldgroups/${id(made)}`, { body });
    expect(replaced.body).toMatchObject({ title: "Loyalty 2", version: "1.1" });
    expect(Object.keys(replaced.body.definitions.own.properties._acme.properties)).toEqual(["points"]);
  });

  test("a JSON Patch on a missing path is refused and changes nothing", () => {
    const { call, id, schemaOf } = setUp();
    const made = schemaOf("Target", PROFILE);
    const path = `/tenant/schemas/${id(made)}`;
    expect(call("PATCH", path, { body: [{ op: "replace", path: "/no/where", value: 1 }] }).status).toBe(400);
    expect(call("GET", path, { headers: RAW }).body).toMatchObject(made.body);
  });

  test("fields of a schema with a dataset can be added, but not removed, retyped or restricted", () => {
    const { world, call, id, schemaOf, groupOf } = setUp();
    const group = groupOf("Loyalty", { points: { type: "integer" } });
    const schema = schemaOf("Members", PROFILE, group.body.$id);
    useInDataSet(world, schema.body.$id);
    const field = "/definitions/own/properties/_acme/properties";
    const patch = (...operations: object[]) =>
      call("PATCH", `/tenant/fieldgroups/${id(group)}`, { body: operations });
    expect(patch({ op: "add", path: `${field}/tier`, value: { type: "string" } }).status).toBe(200);
    expect(patch({ op: "remove", path: `${field}/points` }).body.detail).toContain(
      "_acme.points cannot be removed",
    );
    const retyped = { op: "replace", path: `${field}/points`, value: { type: "string" } };
    expect(patch(retyped).body.detail).toContain("another type");
    expect(patch({ op: "add", path: `${field}/points/minimum`, value: 1 }).body.detail).toContain(
      "restricted",
    );
    const detached = [{ op: "remove", path: "/allOf/1" }];
    expect(call("PATCH", `/tenant/schemas/${id(schema)}`, { body: detached }).status).toBe(400);
  });

  test("a schema in use and a resource with references cannot be deleted", () => {
    const { world, call, id, schemaOf, groupOf } = setUp();
    const group = groupOf("Loyalty", { points: { type: "integer" } });
    const schema = schemaOf("Members", PROFILE, group.body.$id);
    useInDataSet(world, schema.body.$id);
    expect(call("DELETE", `/tenant/schemas/${id(schema)}`).status).toBe(400);
    expect(call("DELETE", `/tenant/fieldgroups/${id(group)}`).body.detail).toContain(schema.body.$id);
    world.collection(world.sandboxes[0]!, "dataSets").clear();
    expect(call("DELETE", `/tenant/schemas/${id(schema)}`)).toMatchObject({ status: 204, body: undefined });
    expect(call("DELETE", `/tenant/fieldgroups/${id(group)}`).status).toBe(204);
  });

  test("GET and DELETE of a deleted schema return 404 in the current error format", () => {
    const { call, id, schemaOf } = setUp();
    const path = `/tenant/schemas/${id(schemaOf("Target", PROFILE))}`;
    call("DELETE", path);
    const { status, body } = call("GET", path, { headers: RAW });
    expect(status).toBe(404);
    expect(body).toMatchObject({ type: "http://ns.adobe.com/aep/errors/XDM-1010-404", status: 404 });
    expect(body.detail).toMatch(/^The requested schema resource .* with version 1 is not found\.$/);
    expect(call("DELETE", path).status).toBe(404);
  });
});
