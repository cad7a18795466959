/** The switch registryLagSeconds: reads of the Schema Registry are old for some time after a write. */

import { LIST, PROFILE, RAW, setUp, TUTORIAL } from "./registryCaller";

const DESCRIPTORS = { accept: "application/vnd.adobe.xdm-id+json" };

function lagging() {
  let now = 1_700_000_000_000;
  const registry = setUp({ registryLagSeconds: 0 }, () => now);
  const lag = (seconds: number) => (registry.world.switches.registryLagSeconds = seconds);
  const pass = (seconds: number) => (now += seconds * 1000);
  const titles = () =>
    registry
      .call("GET", "/tenant/schemas", { headers: LIST })
      .body.results.map(({ title }: { title: string }) => title);
  return { ...registry, lag, pass, titles };
}

describe("With lag", () => {
  test("a GET shows the old body after a change, and then the new one", () => {
    const { call, id, schemaOf, lag, pass, titles } = lagging();
    const path = `/tenant/schemas/${id(schemaOf("Members", PROFILE))}`;
    const title = () => call("GET", path, { headers: RAW }).body.title;
    const rename = (value: string) =>
      call("PATCH", path, { body: [{ op: "replace", path: "/title", value }] }).body.title;
    lag(9);
    expect(rename("Customers")).toBe("Customers");
    expect([title(), titles()]).toEqual(["Members", ["Members"]]);
    pass(4);
    expect(rename("Clients")).toBe("Clients");
    expect([title(), titles()]).toEqual(["Members", ["Customers"]]);
    pass(5);
    expect([title(), titles()]).toEqual(["Customers", ["Clients"]]);
    pass(4);
    expect([title(), titles()]).toEqual(["Clients", ["Clients"]]);
  });

  test("a change applies to the present state, not to the old body", () => {
    const { call, id, schemaOf, lag } = lagging();
    const path = `/tenant/schemas/${id(schemaOf("Members", PROFILE))}`;
    lag(9);
    const add = (name: string) =>
      call("PATCH", path, { body: [{ op: "add", path: "/allOf/-", value: { $ref: `${PROFILE}-${name}` } }] });
    add("person-details");
    expect(add("work-details").body).toMatchObject({ version: "1.2", allOf: { length: 3 } });
  });

  test("a new schema is listed before GET, PUT and PATCH find it by its id or altId", () => {
    const { call, id, schemaOf, lag, pass, titles } = lagging();
    lag(9);
    const made = schemaOf("Members", PROFILE);
    const body = [{ op: "replace", path: "/title", value: "Customers" }];
    const statuses = () =>
      [id(made), made.body["meta:altId"]].flatMap((one) => [
        call("GET", `/tenant/schemas/${one}`, { headers: RAW }).status,
        call("PATCH", `/tenant/schemas/${one}`, { body }).status,
      ]);
    expect([statuses(), titles()]).toEqual([[404, 404, 404, 404], []]);
    pass(3);
    expect([statuses(), titles()]).toEqual([[404, 404, 404, 404], ["Members"]]);
    pass(6);
    expect(statuses()).toEqual([200, 200, 200, 200]);
  });

  test("a write that names a new resource is refused until a GET sees it", () => {
    const { schemaOf, groupOf, identity, lag, pass } = lagging();
    lag(9);
    const group = groupOf("Loyalty", { points: { type: "integer" } }).body.$id;
    const refused = schemaOf("Members", ...TUTORIAL, group);
    expect(refused).toMatchObject({ status: 404, body: { title: "Resource not found" } });
    pass(9);
    const schema = schemaOf("Members", ...TUTORIAL, group);
    expect(identity(schema.body.$id, "/_id").body.title).toBe("Resource not found");
    pass(9);
    expect(identity(schema.body.$id, "/_id").status).toBe(201);
  });

  test("lists and reads of descriptors are old, and a deleted resource is still shown", () => {
    const { call, id, schemaOf, identity, lag, pass } = lagging();
    const schema = schemaOf("Members", ...TUTORIAL);
    lag(9);
    const made = identity(schema.body.$id, "/_id").body["@id"];
    const listed = () =>
      Object.keys(call("GET", "/tenant/descriptors", { headers: DESCRIPTORS }).body).length;
    const status = (path: string) => call("GET", path, { headers: RAW }).status;
    const read = () => call("GET", `/tenant/descriptors/${made}`).status;
    expect([listed(), read()]).toEqual([0, 404]);
    pass(3);
    expect([listed(), read()]).toEqual([1, 404]);
    pass(6);
    expect(read()).toBe(200);
    const path = `/tenant/schemas/${id(schema)}`;
    expect(call("DELETE", path).status).toBe(204);
    expect([status(path), read(), call("DELETE", path).status]).toEqual([200, 200, 404]);
    pass(9);
    expect([status(path), read()]).toEqual([404, 404]);
  });

  test("a new resource can be deleted at once", () => {
    const { call, id, schemaOf, lag } = lagging();
    lag(9);
    expect(call("DELETE", `/tenant/schemas/${id(schemaOf("Members", PROFILE))}`).status).toBe(204);
  });
});
