/** Forms of resources and descriptors that recorded traffic shows. */

import { PROFILE, RAW, setUp, TUTORIAL } from "./registryCaller";

const FIELDS = { points: { type: "integer" } };

describe("Reads of the Schema Registry", () => {
  test("show field groups under their former name", () => {
    const { call, groupOf } = setUp();
    const { body } = groupOf("Loyalty", FIELDS);
    const [, hash] = /^https:\/\/ns\.adobe\.com\/acme\/mixins\/([0-9a-f]{48})$/.exec(body.$id) ?? [];
    expect(hash).toBeDefined();
    expect(body).toMatchObject({
      "meta:altId": `_acme.mixins.${hash}`,
      "meta:resourceType": "mixins",
    });
    for (const path of ["fieldgroups", "mixins"]) {
      expect(call("GET", `/tenant/${path}/_acme.mixins.${hash}`, { headers: RAW }).body.$id).toBe(body.$id);
    }
  });

  test("show the id of the sandbox, and of standard field groups the former name", () => {
    const { world, call, schemaOf } = setUp();
    expect(schemaOf("Members", PROFILE).body["meta:containerId"]).toBe(world.sandboxes[0]!.id);
    const standard = `/global/fieldgroups/${encodeURIComponent(`${PROFILE}-person-details`)}`;
    expect(call("GET", standard, { headers: RAW }).body["meta:resourceType"]).toBe("mixins");
  });

  test("and responses to PATCH show the access of the caller, which a caller may send back", () => {
    const { call, id, schemaOf, groupOf } = setUp();
    const flags = { "meta:allFieldAccess": true, "meta:descriptorStatus": { result: [] } };
    const made = schemaOf("Members", PROFILE);
    expect(Object.keys(made.body)).not.toContain("meta:allFieldAccess");
    const path = `/tenant/schemas/${id(made)}`;
    expect(call("GET", path, { headers: RAW }).body).toEqual({ ...made.body, ...flags });
    const body = [{ op: "replace", path: "/title", value: "Customers" }];
    expect(call("PATCH", path, { body }).body).toMatchObject({ title: "Customers", ...flags });
    const group = call("GET", `/tenant/fieldgroups/${id(groupOf("Loyalty", FIELDS))}`, { headers: RAW }).body;
    expect(group["meta:allFieldAccess"]).toBe(true);
    expect(group).not.toHaveProperty("meta:descriptorStatus");
    const { "meta:extends": _extends, ...whole } = call("GET", path, { headers: RAW }).body;
    expect(call("PUT", path, { body: whole }).status).toBe(200);
  });

  test("have the forms of older documents with switches", () => {
    const { call, id, schemaOf, groupOf } = setUp({
      registryFieldGroupIds: "fieldgroups",
      registryContainerId: "tenant",
      registryAccessFlags: false,
    });
    const { body } = groupOf("Loyalty", FIELDS);
    expect(body).toMatchObject({
      $id: expect.stringContaining("/acme/fieldgroups/"),
      "meta:altId": expect.stringMatching(/^_acme\.fieldgroups\./),
      "meta:resourceType": "fieldgroups",
      "meta:containerId": "tenant",
    });
    const made = schemaOf("Members", PROFILE);
    expect(call("GET", `/tenant/schemas/${id(made)}`, { headers: RAW }).body).toEqual(made.body);
  });
});

describe("Writes to the Schema Registry", () => {
  test.each([
    ["POST", "application/vnd.adobe.xed+json"],
    ["PUT", "application/vnd.adobe.xed-full+json; version=1"],
    ["PATCH", "application/json-patch+json"],
  ])("%s with the content type %s is a 415", (method, type) => {
    const { world, call, id, schemaOf } = setUp();
    const made = schemaOf("Members", PROFILE);
    const path = method === "POST" ? "/tenant/schemas" : `/tenant/schemas/${id(made)}`;
    const body =
      method === "PATCH"
        ? [{ op: "replace", path: "/title", value: "Customers" }]
        : { title: "Customers", allOf: [{ $ref: PROFILE }] };
    const send = (contentType: string) =>
      call(method, path, { body, headers: { "content-type": contentType } });
    expect(send(type)).toMatchObject({ status: 415, body: { status: 415 } });
    expect(send("application/json; charset=utf-8").status).toBeLessThan(300);
    Object.assign(world.switches, { registryBodyType: "any", registryTitles: "any" });
    expect(send(type).status).toBeLessThan(300);
  });

  test("refuse a body with meta:extends, unless a switch ignores it", () => {
    const { world, call, id, schemaOf } = setUp();
    const made = schemaOf("Members", PROFILE);
    const path = `/tenant/schemas/${id(made)}`;
    const refused = call("PUT", path, { body: made.body });
    expect([refused.status, refused.body.type.split("/").at(-1)]).toEqual([400, "XDM-1500-400"]);
    world.switches.registryServerKeys = "ignored";
    expect(call("PUT", path, { body: made.body }).status).toBe(200);
  });

  test("refuse an unknown type of a field", () => {
    const { groupOf } = setUp();
    const { status, body } = groupOf("Loyalty", { list: { type: "array", items: { type: "strin" } } });
    expect(status).toBe(400);
    expect(body.detail).toContain(
      'The type "strin" of /definitions/own/properties/_acme/properties/list/items is not one of string',
    );
  });

  test("refuse a field group for a class that does not exist", () => {
    const { call } = setUp();
    const body = { title: "Loyalty", type: "object", "meta:intendedToExtend": [`${PROFILE}s`] };
    expect(call("POST", "/tenant/fieldgroups", { body }).body.detail).toContain(
      `The class ${PROFILE}s of meta:intendedToExtend does not exist`,
    );
  });

  test("accept a title twice with a switch", () => {
    const { schemaOf } = setUp({ registryTitles: "any" });
    expect(schemaOf("Members", PROFILE).body.$id).not.toBe(schemaOf("Members", PROFILE).body.$id);
  });
});

describe("Descriptors", () => {
  const causeOf = (body: { report: { additionalDetails: { errorReason: string }[] } }) =>
    body.report.additionalDetails[0]!.errorReason;

  test("that exist are refused, and the response names the existing one only in additionalDetails", () => {
    const { world, schemaOf, identity } = setUp();
    const schema = schemaOf("Members", ...TUTORIAL).body.$id;
    const made = identity(schema, "/personalEmail/address", { "xdm:isPrimary": false });
    const again = () => identity(schema, "/personalEmail/address", { "xdm:isPrimary": true });
    const { status, body } = again();
    expect(status).toBe(400);
    expect(body).toMatchObject({
      type: "http://ns.adobe.com/aep/errors/XDM-1811-400",
      title: "Descriptor validation error",
    });
    expect(causeOf(body)).toBe(`Descriptor with id <${made.body["@id"]}> already exists`);
    expect(body.detail).not.toContain("exists");
    const phone = { "xdm:namespace": "Phone", "xdm:isPrimary": false };
    expect(identity(schema, "/personalEmail/address", phone).status).toBe(201);
    world.switches.registryDuplicateDescriptors = "accepted";
    expect(again().status).toBe(201);
  });

  test("with an unknown identity namespace are refused, by code and by id", () => {
    const { world, schemaOf, identity } = setUp();
    const schema = schemaOf("Members", ...TUTORIAL).body.$id;
    const named = (property: string, namespace: unknown) =>
      identity(schema, "/_id", { "xdm:property": property, "xdm:namespace": namespace });
    const { body } = named("xdm:code", "email");
    expect(body).toMatchObject({ type: "http://ns.adobe.com/aep/errors/XDM-1810-400", status: 400 });
    expect(causeOf(body)).toBe("The namespace ID email is not valid");
    expect(named("xdm:id", 600).status).toBe(400);
    expect(named("xdm:id", 6).status).toBe(201);
    world.switches.registryNamespaces = "unchecked";
    expect(named("xdm:code", "email").status).toBe(400);
    expect(identity(schema, "/_id", { "xdm:namespace": "email", "xdm:isPrimary": false }).status).toBe(201);
  });
});
