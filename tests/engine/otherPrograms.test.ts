import { connect } from "../emulator";
import { openProgram, type WrittenProgram } from "./writtenProgram";

let written: WrittenProgram;
let schemaId: string;

beforeAll(async () => {
  written = await openProgram("other-programs");
  schemaId = await schemaOfAnother();
});
afterAll(() => written.close());

async function schemaOfAnother(): Promise<string> {
  const refs = ["profile", "profile-person-details"];
  const path = "/data/foundation/schemaregistry/tenant/schemas";
  const response = await connect(written.emulator, { sandbox: "dev" }).call("POST", path, {
    type: "object",
    title: "Contacts",
    description: "",
    allOf: refs.map((name) => ({ $ref: `https://ns.adobe.com/xdm/context/${name}` })),
  });
  return String(response.body["$id"]);
}

/** The id of the schema is an Output, as from a stack reference. */
function program(destinationXdmPath: string, ...more: string[]): void {
  const mappings = [{ sourceAttribute: "LastName", destinationXdmPath }];
  written.write(
    'const pulumi = require("@pulumi/pulumi");',
    'const aep = require("pulumi-aep");',
    `const xdmSchema = pulumi.output(Promise.resolve(${JSON.stringify(schemaId)}));`,
    `new aep.MappingSet("columns", { xdmSchema, mappings: ${JSON.stringify(mappings)} });`,
    ...more,
  );
}

test("a preview refuses a path that the schema of another program does not have", async () => {
  program("person.name.lastNam");
  const { code, stdout, stderr } = await written.workspace.preview();
  expect(code).not.toBe(0);
  expect(stdout + stderr).toContain(
    'MappingSet "columns": mappings[0].destinationXdmPath names person.name.lastNam, which the schema does not have',
  );
  expect(stdout + stderr).toContain("did you mean person.name.lastName?");
  expect(written.emulator.objects("dev", "mappingSets")).toEqual([]);
});

test("an up deploys a valid mapping, and an unchanged mapping sends no request", async () => {
  program("person.name.lastName");
  expect((await written.workspace.up()).code).toBe(0);
  const before = written.emulator.requests.length;
  expect((await written.workspace.preview(["--expect-no-changes"])).code).toBe(0);
  expect((await written.workspace.up(["--expect-no-changes"])).code).toBe(0);
  expect(written.emulator.requests).toHaveLength(before);
});

test("an object that was created by hand is imported unchanged, with its secrets", async () => {
  const auth = {
    specName: "Access Key",
    params: { s3AccessKey: "key", s3SecretKey: "canary-of-the-import" },
  };
  const response = await connect(written.emulator, { sandbox: "dev" }).call(
    "POST",
    "/data/foundation/flowservice/connections",
    { name: "Landing", connectionSpec: { id: "ecadc60c-7455-4d87-84dc-2a0e293d997b", version: "1.0" }, auth },
  );
  const id = String(response.body["id"]);
  const landing = (name: string, options: object) =>
    `new aep.BaseConnection("landing", ${JSON.stringify({ name, connectionSpec: "amazon-s3", auth })}, ${JSON.stringify(options)});`;
  program("person.name.lastName", landing("Lending", { import: id }));
  const wrong = await written.workspace.preview();
  expect(wrong.code).not.toBe(0);
  expect(wrong.stdout + wrong.stderr).toContain(`names ${id}, which differs from the program at name`);
  program("person.name.lastName", landing("Landing", { import: id }));
  expect((await written.workspace.up()).code).toBe(0);
  expect(written.emulator.objects("dev", "connections")).toMatchObject([{ id }]);
  // From now on the option has no effect.
  program("person.name.lastName", landing("Landing", {}));
  expect((await written.workspace.preview(["--refresh", "--expect-no-changes"])).code).toBe(0);
});

test("get of an object that does not exist is an error", async () => {
  program("person.name.lastName", 'aep.Dataset.get("gone", "5f3c3cedb2805c194ff0b69a");');
  const { code, stdout, stderr } = await written.workspace.preview();
  expect(code).not.toBe(0);
  expect(stdout + stderr).toContain('sandbox "dev" has no Dataset with the id 5f3c3cedb2805c194ff0b69a');
});
