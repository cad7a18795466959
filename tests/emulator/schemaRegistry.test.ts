import { callerOf, newWorld, type Answer } from "../directCaller";
import { schemaRegistry } from "./schemaRegistry";
import type { World } from "./service";
import type { Switches } from "./switches";

const RAW = { accept: "application/vnd.adobe.xed+json; version=1" };
const FULL = { accept: "application/vnd.adobe.xed-full+json;version=1" };
const LIST = { accept: "application/vnd.adobe.xed-id+json" };
const PROFILE = "https://ns.adobe.com/xdm/context/profile";
const EVENT = "https://ns.adobe.com/xdm/context/experienceevent";

function setUp(switches: Partial<Switches> = {}) {
  const world = newWorld(switches);
  const call = callerOf(schemaRegistry, world);
  const id = (answer: Answer) => encodeURIComponent(answer.body.$id);
  const schemaOf = (title: string, ...refs: string[]) =>
    call("POST", "/tenant/schemas", {
      body: { title, type: "object", allOf: refs.map(($ref) => ({ $ref })) },
    });
  const groupOf = (title: string, fields: object) =>
    call("POST", "/tenant/fieldgroups", {
      body: {
        title,
        type: "object",
        "meta:intendedToExtend": [PROFILE],
        definitions: { own: { properties: { _acme: { type: "object", properties: fields } } } },
        allOf: [{ $ref: "#/definitions/own" }],
      },
    });
  const identity = (schemaId: string, property: string, more: object = {}) =>
    call("POST", "/tenant/descriptors", {
      body: {
        "@type": "xdm:descriptorIdentity",
        "xdm:sourceSchema": schemaId,
        "xdm:sourceVersion": 1,
        "xdm:sourceProperty": property,
        "xdm:namespace": "Email",
        "xdm:property": "xdm:code",
        "xdm:isPrimary": true,
        ...more,
      },
    });
  return { world, call, id, schemaOf, groupOf, identity };
}

function useInDataSet(world: World, schemaId: string): void {
  world.collection(world.sandboxes[0]!, "dataSets").set("d".repeat(24), { schemaRef: { id: schemaId } });
}

const TUTORIAL = [PROFILE, `${PROFILE}-person-details`, `${PROFILE}-personal-details`];

describe("The tutorial's target schema", () => {
  test("is created with 201 and gets its id, version 1.0, class and etag from the server", () => {
    const { schemaOf } = setUp();
    const { status, body, wrote } = schemaOf("Target schema", ...TUTORIAL);
    expect(status).toBe(201);
    expect(body.$id).toMatch(/^https:\/\/ns\.adobe\.com\/acme\/schemas\/[0-9a-f]{48}$/);
    expect(body["meta:altId"]).toBe(`_acme.schemas.${body.$id.split("/").at(-1)}`);
    expect(body).toMatchObject({
      version: "1.0",
      "meta:class": PROFILE,
      "meta:resourceType": "schemas",
      "meta:containerId": "tenant",
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

  test("is found by its URL-encoded $id and by its meta:altId, and comes back raw as it was posted", () => {
    const { call, id, schemaOf } = setUp();
    const made = schemaOf("Target", ...TUTORIAL);
    const byId = call("GET", `/tenant/schemas/${id(made)}`, { headers: RAW });
    const byAltId = call("GET", `/tenant/schemas/${made.body["meta:altId"]}`, { headers: RAW });
    expect(byId.body).toEqual(made.body);
    expect(byAltId.body).toEqual(made.body);
  });

  test("exists in its own sandbox only", () => {
    const { call, id, schemaOf } = setUp();
    const path = `/tenant/schemas/${id(schemaOf("Target", ...TUTORIAL))}`;
    expect(call("GET", path, { headers: RAW, sandbox: "dev" }).status).toBe(404);
  });

  test("loses titles and descriptions in the form without texts", () => {
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
  ])("of GET %s must not be %s", (path, accept, code) => {
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

  test("is refused with 406 where the older documents are followed", () => {
    const { call } = setUp({ registryAcceptRefusal: 406 });
    expect(call("GET", "/tenant/schemas").status).toBe(406);
  });

  test("names a version that exists, or the answer is 406", () => {
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

describe("What the registry refuses", () => {
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

  test("a reference to nothing", () => {
    const { status, body } = setUp().schemaOf("Lost", PROFILE, "https://ns.adobe.com/acme/fieldgroups/none");
    expect(status).toBe(404);
    expect(body.type).toBe("http://ns.adobe.com/aep/errors/XDM-1010-404");
  });

  test("a schema without class, with two classes, or with another class than it states", () => {
    const { call, schemaOf } = setUp();
    expect(schemaOf("None", `${PROFILE}-person-details`).status).toBe(400);
    expect(schemaOf("Two", PROFILE, EVENT).status).toBe(400);
    const body = { title: "Other", type: "object", allOf: [{ $ref: PROFILE }], "meta:class": EVENT };
    expect(call("POST", "/tenant/schemas", { body }).status).toBe(400);
  });

  test("a class without behavior or with two", () => {
    const { call } = setUp();
    const make = (title: string, ...behaviors: string[]) =>
      call("POST", "/tenant/classes", {
        body: {
          title,
          type: "object",
          allOf: behaviors.map((name) => ({ $ref: `https://ns.adobe.com/xdm/data/${name}` })),
        },
      }).status;
    expect(make("None")).toBe(400);
    expect(make("Two", "record", "time-series")).toBe(400);
    expect(make("One", "record")).toBe(201);
  });

  test("fields outside the tenant's namespace, but not fields of standard groups that are extended below it", () => {
    const { call } = setUp();
    const make = (title: string, properties: object) =>
      call("POST", "/tenant/fieldgroups", { body: { title, type: "object", properties } });
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

describe("An ad hoc class", () => {
  const body = {
    title: "Source data",
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

  test("comes back with _adhoc renamed to the namespace that AEP generated", () => {
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

  test("shows its fields in the full view of a schema that refers to it alone", () => {
    const { call, id, schemaOf } = setUp();
    const made = call("POST", "/tenant/classes", { body });
    const schema = schemaOf("Ad hoc schema", made.body.$id);
    const view = call("GET", `/tenant/schemas/${id(schema)}`, { headers: FULL });
    expect(Object.keys(view.body.properties[made.body["meta:datasetNamespace"]].properties)).toEqual([
      "Email",
      "Age",
    ]);
  });

  test("keeps its namespace when it is replaced by a body that says _adhoc again", () => {
    const { call, id } = setUp();
    const made = call("POST", "/tenant/classes", { body });
    const again = call("PUT", `/tenant/classes/${id(made)}`, { body });
    expect(again.body["meta:datasetNamespace"]).toBe(made.body["meta:datasetNamespace"]);
    expect(again.body.version).toBe("1.0");
  });
});

describe("Change and deletion", () => {
  test("PATCH answers the whole resource in the next minor version", () => {
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

  test("PUT overwrites everything, and a body without the fields of the old one drops them", () => {
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
    expect(call("GET", path, { headers: RAW }).body).toEqual(made.body);
  });

  test("once a dataset has the schema, fields may be added but neither removed, retyped nor restricted", () => {
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

  test("a used schema, and what other resources refer to, cannot be deleted", () => {
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

  test("a deleted schema is answered with 404 in the current shape, and again with 404 on DELETE", () => {
    const { call, id, schemaOf } = setUp();
    const path = `/tenant/schemas/${id(schemaOf("Target", PROFILE))}`;
    call("DELETE", path);
    const { status, body } = call("GET", path, { headers: RAW });
    expect(status).toBe(404);
    expect(body).toMatchObject({ type: "http://ns.adobe.com/aep/errors/XDM-1010-404", status: 404 });
    expect(body.detail).toMatch(/^The requested schema resource .* with version 1 is not found\.$/);
    expect(call("DELETE", path).status).toBe(404);
  });

  test("errors have the generic shape where older documents are followed", () => {
    const { call } = setUp({ registryErrorShape: "generic" });
    const { body } = call("GET", "/tenant/schemas/none", { headers: RAW });
    expect(body).toMatchObject({ type: "/placeholder/type/uri", status: 404, title: "NotFoundError" });
  });
});

describe("Profile", () => {
  const promote = [{ op: "add", path: "/meta:immutableTags", value: ["union"] }];

  test("takes a schema with a primary identity, and never lets it go", () => {
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

  test("takes a schema with an identity map without any descriptor", () => {
    const { call, id, schemaOf } = setUp();
    const schema = schemaOf("Events", EVENT);
    expect(call("PATCH", `/tenant/schemas/${id(schema)}`, { body: promote }).status).toBe(200);
  });

  test("wants a reference identity with the destination's namespace for every relationship", () => {
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
    const reference = describe("xdm:descriptorReferenceIdentity", { "xdm:identityNamespace": "hotelId" });
    expect(call("PATCH", path, { body: promote }).body.type).toContain("XDM-1527-400");
    const { "@id": _id, ...body } = reference.body;
    call("PUT", `/tenant/descriptors/${_id}`, { body: { ...body, "xdm:identityNamespace": "Email" } });
    expect(call("PATCH", path, { body: promote }).status).toBe(200);
  });

  test("refuses two schemas of one class that give a field different types", () => {
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
  test("are created with 201 and @id, answered whole without Accept, and rewritten by PUT that answers the id only", () => {
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

  test("give a schema one primary identity at most", () => {
    const { schemaOf, identity } = setUp();
    const schema = schemaOf("Members", ...TUTORIAL);
    identity(schema.body.$id, "/personalEmail/address");
    expect(identity(schema.body.$id, "/mobilePhone/number").body.detail).toContain(
      "already has a primary identity",
    );
    expect(identity(schema.body.$id, "/mobilePhone/number", { "xdm:isPrimary": false }).status).toBe(201);
  });

  test("need a schema, a field and a namespace that exist", () => {
    const { schemaOf, identity } = setUp();
    const schema = schemaOf("Members", ...TUTORIAL);
    expect(identity("https://ns.adobe.com/acme/schemas/none", "/_id").status).toBe(404);
    expect(identity(schema.body.$id, "/person/shoeSize").body.detail).toContain("/person/shoeSize");
    expect(identity(schema.body.$id, "_id").status).toBe(400);
    expect(identity(schema.body.$id, "/_id", { "xdm:namespace": "" }).status).toBe(400);
    expect(identity(schema.body.$id, "/_id", { "@type": "xdm:descriptorNothing" }).status).toBe(400);
  });

  test("are listed by type, as ids, as links, and in pages for the second version of the media type", () => {
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

describe("Lists", () => {
  test("have results, page and links, and short items in the short form", () => {
    const { call, schemaOf } = setUp();
    const { $id, title, version, "meta:altId": altId } = schemaOf("Members", PROFILE).body;
    const { body } = call("GET", "/tenant/schemas", { headers: LIST });
    expect(body.results).toEqual([{ $id, title, version, "meta:altId": altId }]);
    expect(body._page).toEqual({ orderby: "updated", next: null, count: 1 });
    expect(body._links.global_schemas.href).toContain("/global/schemas");
  });

  test("are sorted by orderby, and start begins behind the value that _page.next gave", () => {
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

  test("answer the limit without orderby that Adobe's Python library sends, unless the OpenAPI file is followed", () => {
    const path = "/tenant/classes?limit=300";
    expect(setUp().call("GET", path, { headers: LIST }).status).toBe(200);
    expect(setUp({ registryOrderbyMandatory: true }).call("GET", path, { headers: LIST }).status).toBe(400);
    expect(setUp().call("GET", "/tenant/classes?limit=501&orderby=title", { headers: LIST }).status).toBe(
      400,
    );
  });

  test("are filtered by property, also by membership in a list", () => {
    const { call } = setUp();
    const query = `property=${encodeURIComponent(`meta:intendedToExtend==${EVENT}`)}`;
    const { results } = call("GET", `/global/fieldgroups?${query}`, { headers: LIST }).body;
    const ids = results.map(({ $id }: { $id: string }) => $id);
    expect(ids).toContain("https://ns.adobe.com/xdm/context/experienceevent-web");
    expect(ids).not.toContain(`${PROFILE}-work-details`);
  });

  test("of the global container hold the behaviors and the standard classes", () => {
    const { call } = setUp();
    const titles = (path: string) =>
      call("GET", path, { headers: LIST }).body.results.map(({ title }: { title: string }) => title);
    expect(titles("/global/behaviors")).toEqual(["Record Schema", "Time-series Schema", "Ad Hoc Schema"]);
    expect(titles("/global/classes")).toEqual(
      expect.arrayContaining(["XDM Individual Profile", "XDM ExperienceEvent"]),
    );
  });
});

test("GET /stats tells the tenant id and what the tenant has", () => {
  const { call, schemaOf } = setUp();
  const schema = schemaOf("Members", PROFILE);
  const { status, body } = call("GET", "/stats");
  expect(status).toBe(200);
  expect(body).toMatchObject({ tenantId: "acme", counts: { schemas: 1, classes: 0, mixins: 0 } });
  expect(body.classUsage).toMatchObject([
    { $id: PROFILE, numberOfSchemas: 1, schemas: [{ $id: schema.body.$id }] },
  ]);
});
