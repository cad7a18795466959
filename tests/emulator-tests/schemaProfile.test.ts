import { EVENT, FULL, PROFILE, setUp, TUTORIAL } from "./registryCaller";

describe("Profile", () => {
  const promote = [{ op: "add", path: "/meta:immutableTags", value: ["union"] }];

  test("accepts a schema with a primary identity and refuses its removal", () => {
    const { call, id, schemaOf, identity } = setUp();
    const schema = schemaOf("Members", ...TUTORIAL);
    const path = `/tenant/schemas/${id(schema)}`;
    const refused = call("PATCH", path, { body: promote });
    expect(refused.body).toMatchObject({
      type: "http://ns.adobe.com/aep/errors/XDM-1528-400",
      title: "Union descriptor validation error",
    });
    identity(schema.body.$id, "/personalEmail/address");
    expect(call("PATCH", path, { body: promote }).body["meta:immutableTags"]).toEqual(["union"]);
    expect(call("PATCH", path, { body: [{ op: "remove", path: "/meta:immutableTags" }] }).status).toBe(400);
    const union = call("GET", `/tenant/unions/${encodeURIComponent(`${PROFILE}__union`)}`, { headers: FULL });
    expect(union.body.properties.person.properties.name.type).toBe("object");
  });

  test("accepts a PUT of a schema with a primary identity and changes nothing else", () => {
    const { call, id, schemaOf, identity } = setUp();
    const schema = schemaOf("Members", ...TUTORIAL);
    const { body } = schema;
    const path = `/tenant/schemas/${id(schema)}`;
    const { title, type, description, allOf } = body;
    const whole = { title, type, description, allOf, "meta:immutableTags": ["union"] };
    expect(call("PUT", path, { body: whole }).body.type).toContain("XDM-1528-400");
    identity(body.$id, "/personalEmail/address");
    const enabled = call("PUT", path, { body: whole });
    expect(enabled).toMatchObject({ status: 200, body: { title, "meta:immutableTags": ["union"] } });
    expect(enabled.body.allOf).toEqual(allOf);
    const { "meta:immutableTags": _tags, ...without } = whole;
    expect(call("PUT", path, { body: without }).body.detail).toContain("union cannot be removed");
    expect(call("PUT", path, { body: { ...whole, title: "Other members" } }).status).toBe(200);
  });

  test("refuses the deletion of a schema, unless a switch allows it", () => {
    const { world, call, id, schemaOf, identity } = setUp();
    const schema = schemaOf("Members", ...TUTORIAL);
    identity(schema.body.$id, "/personalEmail/address");
    const path = `/tenant/schemas/${id(schema)}`;
    call("PATCH", path, { body: promote });
    const refused = call("DELETE", path);
    expect([refused.status, refused.body.detail]).toEqual([
      400,
      `The schema ${schema.body.$id} is in use by Profile and cannot be deleted.`,
    ]);
    world.switches.registryUnionDeletion = "allowed";
    expect(call("DELETE", path).status).toBe(204);
  });

  test("accepts a schema with an identity map and without descriptors", () => {
    const { call, id, schemaOf } = setUp();
    const schema = schemaOf("Events", EVENT);
    expect(call("PATCH", `/tenant/schemas/${id(schema)}`, { body: promote }).status).toBe(200);
  });

  test("requires a reference identity with the destination's namespace for every relationship", () => {
    const { call, id, schemaOf, groupOf, identity } = setUp();
    const group = groupOf("Favourites", { hotel: { type: "string" } });
    const hotels = schemaOf("Hotels", ...TUTORIAL);
    const members = schemaOf("Members", ...TUTORIAL, group.body.$id);
    identity(hotels.body.$id, "/personalEmail/address");
    identity(members.body.$id, "/personalEmail/address");
    call("PATCH", `/tenant/schemas/${id(hotels)}`, { body: promote });
    const describe = (type: string, more: object) =>
      call("POST", "/tenant/descriptors", {
        body: {
          "@type": type,
          "xdm:sourceSchema": members.body.$id,
          "xdm:sourceVersion": 1,
          "xdm:sourceProperty": "/_acme/hotel",
          ...more,
        },
      });
    const made = describe("xdm:descriptorOneToOne", {
      "xdm:destinationSchema": hotels.body.$id,
      "xdm:destinationVersion": 1,
    });
    expect(made.status).toBe(201);
    const path = `/tenant/schemas/${id(members)}`;
    expect(call("PATCH", path, { body: promote }).body.type).toContain("XDM-1526-400");
    const reference = describe("xdm:descriptorReferenceIdentity", { "xdm:identityNamespace": "CRMID" });
    expect(call("PATCH", path, { body: promote }).body.type).toContain("XDM-1527-400");
    const { "@id": _id, ...body } = reference.body;
    call("PUT", `/tenant/descriptors/${_id}`, { body: { ...body, "xdm:identityNamespace": "Email" } });
    expect(call("PATCH", path, { body: promote }).status).toBe(200);
  });

  test("refuses two schemas of one class that have a field with different types", () => {
    const { call, id, schemaOf, groupOf, identity } = setUp();
    const make = (title: string, type: string) => {
      const schema = schemaOf(title, ...TUTORIAL, groupOf(`${title} group`, { points: { type } }).body.$id);
      identity(schema.body.$id, "/personalEmail/address");
      return call("PATCH", `/tenant/schemas/${id(schema)}`, { body: promote });
    };
    expect(make("One", "string").status).toBe(200);
    expect(make("Two", "integer").body).toMatchObject({
      type: "http://ns.adobe.com/aep/errors/XDM-1413-400",
      title: "Merge Schema Error",
    });
  });
});

describe("Descriptors", () => {
  test("POST returns 201 and @id, GET needs no Accept header, and PUT returns only the id", () => {
    const { call, schemaOf, identity } = setUp();
    const schema = schemaOf("Members", ...TUTORIAL);
    const made = identity(schema.body.$id, "/personalEmail/address");
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      imsOrg: expect.stringContaining("@AdobeOrg"),
      version: "1",
      "meta:containerId": "tenant",
    });
    const path = `/tenant/descriptors/${made.body["@id"]}`;
    expect(call("GET", path).body).toEqual(made.body);
    const replaced = call("PUT", path, { body: { ...made.body, "xdm:namespace": "CRMID" } });
    expect(replaced).toMatchObject({ status: 200, body: { "@id": made.body["@id"] } });
    expect(Object.keys(replaced.body)).toEqual(["@id"]);
    expect(call("GET", path).body["xdm:namespace"]).toBe("CRMID");
    expect(call("DELETE", path).status).toBe(204);
    expect(call("GET", path).status).toBe(404);
  });

  test("a schema can have only one primary identity", () => {
    const { schemaOf, identity } = setUp();
    const schema = schemaOf("Members", ...TUTORIAL);
    identity(schema.body.$id, "/personalEmail/address");
    expect(identity(schema.body.$id, "/mobilePhone/number").body.detail).toContain(
      "already has a primary identity",
    );
    expect(identity(schema.body.$id, "/mobilePhone/number", { "xdm:isPrimary": false }).status).toBe(201);
  });

  test("a descriptor requires an existing schema, field and namespace", () => {
    const { schemaOf, identity } = setUp();
    const schema = schemaOf("Members", ...TUTORIAL);
    expect(identity("https://ns.adobe.com/acme/schemas/none", "/_id").status).toBe(404);
    expect(identity(schema.body.$id, "/person/shoeSize").body.detail).toContain("/person/shoeSize");
    expect(identity(schema.body.$id, "_id").status).toBe(400);
    expect(identity(schema.body.$id, "/_id", { "xdm:namespace": "" }).status).toBe(400);
    expect(identity(schema.body.$id, "/_id", { "@type": "xdm:descriptorNothing" }).status).toBe(400);
  });

  test("a list is grouped by type, as objects, ids or links; the second version of the media type has pages", () => {
    const { call, schemaOf, identity } = setUp();
    const made = identity(schemaOf("Members", ...TUTORIAL).body.$id, "/_id").body;
    const list = (form: string) =>
      call("GET", "/tenant/descriptors", { headers: { accept: `application/vnd.adobe.${form}+json` } }).body;
    expect(list("xdm")).toEqual({ "xdm:descriptorIdentity": [made] });
    expect(list("xdm-id")).toEqual({ "xdm:descriptorIdentity": [made["@id"]] });
    expect(list("xdm-link")).toEqual({ "xdm:descriptorIdentity": [`/tenant/descriptors/${made["@id"]}`] });
    expect(list("xdm-v2")).toMatchObject({ results: [made], _page: { next: null, count: 1 } });
  });
});
