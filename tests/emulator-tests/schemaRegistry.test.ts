import { EVENT, FULL, LIST, PROFILE, RAW, setUp, TUTORIAL } from "./registryCaller";

describe("The tutorial's target schema", () => {
  test("is created with 201 and gets its id, version 1.0, class and etag from the server", () => {
    const { world, schemaOf } = setUp();
    const { status, body, wrote } = schemaOf("Target schema", ...TUTORIAL);
    expect(status).toBe(201);
    expect(body.$id).toMatch(/^https:\/\/ns\.adobe\.com\/acme\/schemas\/[0-9a-f]{48}$/);
    expect(body["meta:altId"]).toBe(`_acme.schemas.${body.$id.split("/").at(-1)}`);
    expect(body).toMatchObject({
      version: "1.0",
      "meta:class": PROFILE,
      "meta:resourceType": "schemas",
      "meta:containerId": world.sandboxes[0]!.id,
      "meta:xdmType": "object",
      "meta:abstract": false,
      "meta:tenantNamespace": "_acme",
    });
    expect(body["meta:extends"]).toEqual(
      expect.arrayContaining([...TUTORIAL, "https://ns.adobe.com/xdm/data/record"]),
    );
    expect(body["meta:registryMetadata"].eTag).not.toContain('"');
    expect(wrote).toMatchObject({ kind: "schemas", id: body.$id });
  });

  test.each([
    "person.name.firstName",
    "mobilePhone.number",
    "personalEmail.address",
    "_id",
    "_repo.createDate",
  ])("has the field %s in its full view", (path) => {
    const { call, id, schemaOf } = setUp();
    const view = call("GET", `/tenant/schemas/${id(schemaOf("Target", ...TUTORIAL))}`, { headers: FULL });
    const names = path.split(".");
    const field = names.reduce((at, name) => at.properties[name], view.body);
    expect(field["meta:xdmType"]).toBe(path.endsWith("Date") ? "date-time" : "string");
    expect(view.body.allOf).toBeUndefined();
  });

  test("is returned unchanged in its raw form, by its URL-encoded $id and by its meta:altId", () => {
    const { call, id, schemaOf } = setUp();
    const made = schemaOf("Target", ...TUTORIAL);
    const byId = call("GET", `/tenant/schemas/${id(made)}`, { headers: RAW });
    const byAltId = call("GET", `/tenant/schemas/${made.body["meta:altId"]}`, { headers: RAW });
    expect(byId.body).toMatchObject(made.body);
    expect(byAltId.body).toEqual(byId.body);
  });

  test("exists in its own sandbox only", () => {
    const { call, id, schemaOf } = setUp();
    const path = `/tenant/schemas/${id(schemaOf("Target", ...TUTORIAL))}`;
    expect(call("GET", path, { headers: RAW, sandbox: "dev" }).status).toBe(404);
  });

  test("has no titles and descriptions in the form without texts", () => {
    const { call, id, schemaOf } = setUp();
    const headers = { accept: "application/vnd.adobe.xed-full-notext+json; version=1" };
    const { body } = call("GET", `/tenant/schemas/${id(schemaOf("Target", ...TUTORIAL))}`, { headers });
    expect(body.title).toBeUndefined();
    expect(body.properties.person.title).toBeUndefined();
    expect(body.properties.person.properties.name.properties.firstName.type).toBe("string");
  });
});

describe("The Accept header", () => {
  test.each([
    ["/tenant/schemas", "application/vnd.adobe.xed+json;version=1", "XDM-1006-400"],
    ["/tenant/schemas", "*/*", "XDM-1006-400"],
    [`/global/classes/_xdm.context.profile`, "application/vnd.adobe.xed+json", "XDM-1007-400"],
    [`/global/classes/_xdm.context.profile`, "application/json", "XDM-1007-400"],
    ["/tenant/descriptors", "application/vnd.adobe.xed+json", "XDM-1008-400"],
    ["/tenant/descriptors/none", "application/vnd.adobe.xed+json;version=1", "XDM-1009-400"],
  ])("of GET %s cannot be %s", (path, accept, code) => {
    const { status, body } = setUp().call("GET", path, { headers: { accept } });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      type: `http://ns.adobe.com/aep/errors/${code}`,
      title: "Accept header invalid",
      status: 400,
    });
    expect(body.detail).toContain(`The supplied Accept header is not valid: ${accept}`);
    expect(body.report).toMatchObject({ "detailed-message": body.detail, "sub-errors": [] });
    expect(body.report.registryRequestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("is refused with 406 if the switch follows the older documents", () => {
    const { call } = setUp({ registryAcceptRefusal: 406 });
    expect(call("GET", "/tenant/schemas").status).toBe(406);
  });

  test("is refused with 406 if it has an unknown version", () => {
    const headers = { accept: "application/vnd.adobe.xed+json; version=2" };
    expect(setUp().call("GET", "/global/classes/_xdm.context.profile", { headers }).status).toBe(406);
  });

  test.each(["xdm+json", "xdm-full+json"])(
    "may be of the family that Adobe's Python library asks for: %s",
    (form) => {
      const { call } = setUp();
      expect(
        call("GET", "/global/fieldgroups", { headers: { accept: `application/vnd.adobe.${form}` } }).status,
      ).toBe(200);
      const headers = { accept: `application/vnd.adobe.${form}; version=1` };
      expect(call("GET", "/global/classes/_xdm.context.profile", { headers }).body.title).toBe(
        "XDM Individual Profile",
      );
    },
  );
});

describe("An ad hoc class", () => {
  const body = {
    title: "Source data",
    description: "",
    type: "object",
    allOf: [
      { $ref: "https://ns.adobe.com/xdm/data/adhoc" },
      {
        properties: {
          _adhoc: { type: "object", properties: { Email: { type: "string" }, Age: { type: "integer" } } },
        },
      },
    ],
  };

  test("is stored with the generated namespace in place of _adhoc", () => {
    const { call } = setUp();
    const made = call("POST", "/tenant/classes", { body });
    const namespace = made.body["meta:datasetNamespace"];
    expect(namespace).toMatch(/^_[0-9a-f]{32}$/);
    expect(Object.keys(made.body.allOf[1].properties)).toEqual([namespace]);
    expect(made.body.allOf[1].properties[namespace].properties.Age).toEqual({
      type: "integer",
      "meta:xdmType": "int",
    });
  });

  test("has its fields in the full view of a schema that refers only to it", () => {
    const { call, id, schemaOf } = setUp();
    const made = call("POST", "/tenant/classes", { body });
    const schema = schemaOf("Ad hoc schema", made.body.$id);
    const view = call("GET", `/tenant/schemas/${id(schema)}`, { headers: FULL });
    expect(Object.keys(view.body.properties[made.body["meta:datasetNamespace"]].properties)).toEqual([
      "Email",
      "Age",
    ]);
  });

  test("keeps its namespace if a PUT sends _adhoc again", () => {
    const { call, id } = setUp();
    const made = call("POST", "/tenant/classes", { body });
    const again = call("PUT", `/tenant/classes/${id(made)}`, { body });
    expect(again.body["meta:datasetNamespace"]).toBe(made.body["meta:datasetNamespace"]);
    expect(again.body.version).toBe("1.0");
  });
});

describe("Lists", () => {
  test("have results, a page and links; the short form has short items", () => {
    const { call, schemaOf } = setUp();
    const { $id, title, version, "meta:altId": altId } = schemaOf("Members", PROFILE).body;
    const { body } = call("GET", "/tenant/schemas", { headers: LIST });
    expect(body.results).toEqual([{ $id, title, version, "meta:altId": altId }]);
    expect(body._page).toEqual({ orderby: "updated", next: null, count: 1 });
    expect(body._links.global_schemas.href).toContain("/global/schemas");
  });

  test("are sorted by orderby, and start begins after the value of _page.next", () => {
    const { call, schemaOf } = setUp();
    for (const title of ["B", "C", "A"]) schemaOf(title, PROFILE);
    const page = (query: string) => call("GET", `/tenant/schemas?${query}`, { headers: LIST }).body;
    const titles = (body: { results: { title: string }[] }) => body.results.map(({ title }) => title);
    const first = page("orderby=title&limit=2");
    expect(titles(first)).toEqual(["A", "B"]);
    expect(first._page.next).toBe("B");
    expect(titles(page("orderby=title&limit=2&start=B"))).toEqual(["C"]);
    expect(titles(page("orderby=-title"))).toEqual(["C", "B", "A"]);
  });

  test("accept limit without orderby, as Adobe's Python library sends it, unless the switch follows the OpenAPI file", () => {
    const path = "/tenant/classes?limit=300";
    expect(setUp().call("GET", path, { headers: LIST }).status).toBe(200);
    expect(setUp({ registryOrderbyMandatory: true }).call("GET", path, { headers: LIST }).status).toBe(400);
    expect(setUp().call("GET", "/tenant/classes?limit=501&orderby=title", { headers: LIST }).status).toBe(
      400,
    );
  });

  test("can be filtered by a property, also by an item of a list", () => {
    const { call } = setUp();
    const query = `property=${encodeURIComponent(`meta:intendedToExtend==${EVENT}`)}`;
    const { results } = call("GET", `/global/fieldgroups?${query}`, { headers: LIST }).body;
    const ids = results.map(({ $id }: { $id: string }) => $id);
    expect(ids).toContain("https://ns.adobe.com/xdm/context/experienceevent-web");
    expect(ids).not.toContain(`${PROFILE}-work-details`);
  });

  test("of the tenant have no standard resources, but a GET by id in the same container finds them", () => {
    const path = "/tenant/classes/_xdm.context.profile";
    const { call } = setUp();
    expect(call("GET", "/tenant/classes", { headers: LIST }).body.results).toEqual([]);
    expect(call("GET", path, { headers: RAW }).body.$id).toBe(PROFILE);
    expect(call("PUT", path, { body: { title: "Mine" } }).status).toBe(404);
    expect(setUp({ registryTenantSeesGlobal: false }).call("GET", path, { headers: RAW }).status).toBe(404);
  });

  test("of the global container have the behaviors and the standard classes", () => {
    const { call } = setUp();
    const titles = (path: string) =>
      call("GET", path, { headers: LIST }).body.results.map(({ title }: { title: string }) => title);
    expect(titles("/global/behaviors")).toEqual(["Record Schema", "Time-series Schema", "Ad Hoc Schema"]);
    expect(titles("/global/classes")).toEqual(
      expect.arrayContaining(["XDM Individual Profile", "XDM ExperienceEvent"]),
    );
  });
});

test("GET /stats returns the tenant id and the numbers of the tenant's resources", () => {
  const { call, schemaOf } = setUp();
  const schema = schemaOf("Members", PROFILE);
  const { status, body } = call("GET", "/stats");
  expect(status).toBe(200);
  expect(body).toMatchObject({ tenantId: "acme", counts: { schemas: 1, classes: 0, mixins: 0 } });
  expect(body.classUsage).toMatchObject([
    { $id: PROFILE, numberOfSchemas: 1, schemas: [{ $id: schema.body.$id }] },
  ]);
});
