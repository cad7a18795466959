import * as pulumi from "@pulumi/pulumi";
import { openSession } from "../../provider/api/session";
import { ResourceProvider } from "../../provider/lifecycle/resourceProvider";
import { mappingSet } from "../../provider/resources/mappingSet";
import * as aep from "../../sdk";
import { inspect } from "../sdk/program";
import { calls, multiply, newDataset, newSchema, posted, useScene } from "./lookUpScene";

const scene = useScene();

describe("getSchema", () => {
  test("finds a schema by id, altId and title, as it was posted", async () => {
    const id = await newSchema(scene.current, "Customers");
    const schema = await aep.getSchema({ id });
    expect(schema).toMatchObject({
      id,
      title: "Customers",
      version: "1.0",
      description: "Customers as the CRM has them",
      class: "https://ns.adobe.com/xdm/context/profile",
      immutableTags: [],
    });
    expect(schema.schema["allOf"]).toHaveLength(2);
    expect(schema.schema["description"]).toBe("Customers as the CRM has them");
    expect(await aep.getSchema({ id: schema.altId! })).toEqual(schema);
    expect(await aep.getSchema({ title: "Customers" })).toEqual(schema);
    expect((await inspect(aep.getSchemaOutput({ title: pulumi.output("Customers") }))).value).toEqual(schema);
  });

  test("returns the resolved view on request", async () => {
    const id = await newSchema(scene.current, "Customers");
    const { schema } = await aep.getSchema({ id, full: true });
    expect(schema["properties"]).toHaveProperty("person.properties.name.properties.firstName");
  });

  test("finds a title on the last of several pages", async () => {
    await newSchema(scene.current, "Customers");
    multiply(scene.current, "schemas", 650, (index) => ({
      $id: `https://ns.adobe.com/acme/schemas/copy${index}`,
      "meta:altId": `_acme.schemas.copy${index}`,
      title: `Zcopy ${String(index).padStart(3, "0")}`,
    }));
    const found = await aep.getSchema({ title: "Zcopy 649" });
    expect(found.id).toBe("https://ns.adobe.com/acme/schemas/copy649");
    expect(calls(scene.current).filter((call) => call.includes("orderby=title"))).toHaveLength(3);
  });

  test("reads a schema of Adobe's from the container `global`", async () => {
    const id = "https://ns.adobe.com/xdm/schemas/computed-attributes";
    scene.current.emulator.faults.add({
      path: /\/global\/schemas\//,
      when: "before",
      act: { kind: "status", status: 200, body: { $id: id, title: "Computed attributes", version: "1.4" } },
    });
    expect(await aep.getSchema({ id })).toMatchObject({ id, title: "Computed attributes", version: "1.4" });
    expect(calls(scene.current).map((call) => call.split("/")[4])).toEqual(["tenant", "global"]);
  });

  test("returns a change of the same run", async () => {
    const id = await newSchema(scene.current, "Customers");
    await aep.getSchema({ id });
    scene.current.emulator.edit("dev", "schemas", id, (schema) => (schema["title"] = "Clients"));
    expect((await aep.getSchema({ id })).title).toBe("Clients");
  });

  test("an error names the missing title and the nearest one", async () => {
    const id = await newSchema(scene.current, "Customers");
    await expect(aep.getSchema({ title: "Costumers" })).rejects.toThrow(
      'look up Schema "Costumers": sandbox "dev" has no schema with this title; did you mean "Customers"?',
    );
    await expect(aep.getSchema({ id: `${id}0` })).rejects.toThrow(
      'sandbox "dev" has no schema with this id. Check the id and the sandbox.',
    );
    await expect(aep.getSchema({ id, sandbox: "stage" })).rejects.toThrow('sandbox "stage" has no schema');
    await expect(aep.getSchema({ id, sandbox: "nowhere" })).rejects.toThrow(
      'Sandbox "nowhere" does not exist',
    );
  });
});

describe("getDataset", () => {
  test("finds a dataset by id and by name", async () => {
    const schemaId = await newSchema(scene.current, "Customers");
    const id = await newDataset(scene.current, schemaId, "CRM customers");
    const dataset = await aep.getDataset({ id });
    expect(dataset).toMatchObject({
      id,
      name: "CRM customers",
      description: "All of them",
      schemaRef: { id: schemaId },
      tags: { team: ["crm"] },
    });
    expect(typeof dataset.created).toBe("number");
    expect(await aep.getDataset({ name: "CRM customers" })).toEqual(dataset);
    const output = aep.getDatasetOutput({ id: pulumi.output(id) });
    expect((await inspect(output)).value).toEqual(dataset);
    expect((await inspect(output.schemaRef!)).value?.id).toBe(schemaId);
  });

  test("a name matches exactly, also with the special characters of Catalog's filters", async () => {
    const schemaId = await newSchema(scene.current, "Customers");
    const names = ["!a,b*", "xa,b*", "!a,bc", "!a,b", "a=~b"];
    const ids = new Map<string, string>();
    for (const name of names) ids.set(name, await newDataset(scene.current, schemaId, name));
    for (const name of names) expect((await aep.getDataset({ name })).id).toBe(ids.get(name));
  });

  test("finds the exact name among many that match the filter", async () => {
    const schemaId = await newSchema(scene.current, "Customers");
    await newDataset(scene.current, schemaId, "a,b");
    multiply(scene.current, "dataSets", 230, (index) => ({ name: `axb${index}`, created: index }));
    multiply(scene.current, "dataSets", 230, (index) => ({ name: `a${index}b`, created: index }));
    expect((await aep.getDataset({ name: "a,b" })).name).toBe("a,b");
    expect(calls(scene.current).filter((call) => call.includes("start="))).toHaveLength(2);
  });

  test("refuses a name that several datasets have", async () => {
    const schemaId = await newSchema(scene.current, "Customers");
    const ids = [
      await newDataset(scene.current, schemaId, "Twins"),
      await newDataset(scene.current, schemaId, "Twins"),
    ];
    const failure = await aep.getDataset({ name: "Twins" }).catch((error: Error) => error);
    expect(String(failure)).toContain(
      'look up Dataset "Twins": sandbox "dev" has 2 datasets with this name: ',
    );
    for (const id of ids) expect(String(failure)).toContain(id);
    expect(pulumi.RunError.isInstance(failure)).toBe(true);
  });

  test("an error names what is missing", async () => {
    await expect(aep.getDataset({ name: "Nothing" })).rejects.toThrow(
      'look up Dataset "Nothing": sandbox "dev" has no dataset with this name. Check the name and the sandbox, or pass the id.',
    );
    await expect(aep.getDataset({ id: "5c8c3c555033b814b69f947f" })).rejects.toThrow(
      "has no dataset with this id",
    );
    await expect(aep.getDataset({ id: ".." })).rejects.toThrow('".." is not an id');
    await expect(aep.getDataset({ name: "x", sandbox: "nowhere" })).rejects.toThrow(
      'Sandbox "nowhere" does not exist',
    );
  });
});

describe.each(["latest", "0"] as const)("getMappingSet, where the default version is %s", (byDefault) => {
  beforeEach(() => scene.current.emulator.set({ mappingSetVersionByDefault: byDefault }));

  const path = "/data/foundation/conversion/mappingSets";
  const bodyFor = (schemaId: string, source: string) => ({
    name: "Columns (pulumi 0123456789ab)",
    outputSchema: {
      schemaRef: { id: schemaId, contentType: "application/vnd.adobe.xed-full+json;version=1" },
    },
    mappings: [
      { sourceType: "ATTRIBUTE", source, destination: "person.name.firstName", name: "First" },
      { sourceType: "EXPRESSION", source: "upper(LastName)", destination: "person.name.lastName" },
    ],
  });

  async function newMappingSet(versions: number): Promise<string> {
    const schemaId = await newSchema(scene.current, "Customers");
    const id = String((await posted(scene.current, path, bodyFor(schemaId, "Field0")))["id"]);
    for (let version = 1; version < versions; version++) {
      const body = bodyFor(schemaId, `Field${version}`);
      const { status } = await scene.current.client.call("PUT", `${path}/${id}`, body);
      expect(status).toBe(200);
    }
    return id;
  }

  test("returns the newest version, or the given one", async () => {
    const id = await newMappingSet(3);
    const newest = await aep.getMappingSet({ id });
    expect(newest).toMatchObject({
      id,
      version: 2,
      name: "Columns",
      status: "PUBLISHED",
      mappings: [
        { sourceType: "ATTRIBUTE", source: "Field2", destination: "person.name.firstName", name: "First" },
        { sourceType: "EXPRESSION", source: "upper(LastName)", destination: "person.name.lastName" },
      ],
    });
    const second = await aep.getMappingSet({ id, version: 1 });
    expect(second).toMatchObject({ version: 1, mappings: [{ source: "Field1" }, {}] });
    const output = aep.getMappingSetOutput({ id: pulumi.output(id), version: pulumi.output(1) });
    expect((await inspect(output)).value).toEqual(second);
  });

  test("reads a given version once", async () => {
    const id = await newMappingSet(2);
    await Promise.all([aep.getMappingSet({ id, version: 1 }), aep.getMappingSet({ id, version: 1 })]);
    await aep.getMappingSet({ id, version: 1 });
    expect(calls(scene.current).filter((call) => call.includes("?version=1"))).toHaveLength(1);
  });

  test("the only version is the newest, also if AEP refuses a missing version with 400", async () => {
    const id = await newMappingSet(1);
    expect((await aep.getMappingSet({ id })).version).toBe(0);
    scene.current.emulator.faults.add({
      path: /version=1/,
      when: "before",
      act: { kind: "status", status: 400, body: { message: "No such version." } },
    });
    expect((await aep.getMappingSet({ id })).version).toBe(0);
  });

  test("returns the same version and mappings as the resource", async () => {
    const id = await newMappingSet(3);
    const found = await aep.getMappingSet({ id });
    // The session of the look-up, which has its access token.
    const session = openSession(pulumi.runtime.allConfig());
    const provider = new ResourceProvider(mappingSet, () => session);
    await provider.configure({ config: { get: () => undefined } });
    const { props } = await provider.read(id, { sandbox: "dev" });
    expect(props).toMatchObject({ version: found.version, mappings: found.mappings });
    expect(found.version).toBe(2);
  });

  test("reads the schema from outputSchemaRef alone, as the resource does", async () => {
    const id = await newMappingSet(1);
    const { outputSchema, mappings } = await aep.getMappingSet({ id });
    const body = { id, version: 1, outputSchemaRef: outputSchema.schemaRef, mappings };
    scene.current.emulator.faults.add({
      path: /mappingSets/,
      when: "after",
      act: { kind: "body", text: JSON.stringify(body), contentType: "application/json" },
    });
    expect(await aep.getMappingSet({ id })).toMatchObject({ version: 1, outputSchema });
  });

  test("its result creates an equal mapping set", async () => {
    const id = await newMappingSet(1);
    const { outputSchema, mappings } = await aep.getMappingSet({ id });
    const again = await posted(scene.current, path, { outputSchema, mappings });
    const copy = await aep.getMappingSet({ id: String(again["id"]) });
    expect(copy).toMatchObject({ outputSchema, mappings });
  });

  test("an error names what is missing", async () => {
    const id = await newMappingSet(1);
    await expect(aep.getMappingSet({ id, version: 7 })).rejects.toThrow(
      `look up MappingSet "${id}": sandbox "dev" has no mapping set with this id and version 7. Check the id and version 7 and the sandbox.`,
    );
    await expect(aep.getMappingSet({ id: "0123" })).rejects.toThrow("has no mapping set with this id.");
    await expect(aep.getMappingSet({ id, version: -1 })).rejects.toThrow("version is -1, but must be");
    await expect(aep.getMappingSet({ id, sandbox: "nowhere" })).rejects.toThrow(
      'Sandbox "nowhere" does not exist',
    );
  });
});
