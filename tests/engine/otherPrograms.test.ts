import { connect } from "../emulator";
import { openTestProgram, type TestProgram } from "./testProgram";

let testProgram: TestProgram;
let schemaId: string;

beforeAll(async () => {
  testProgram = await openTestProgram("other-programs");
  schemaId = await createContactsSchema();
});
afterAll(() => testProgram.close());

async function createContactsSchema(): Promise<string> {
  const refs = ["profile", "profile-person-details"];
  const path = "/data/foundation/schemaregistry/tenant/schemas";
  const response = await connect(testProgram.emulator, { sandbox: "dev" }).call("POST", path, {
    type: "object",
    title: "Contacts",
    description: "",
    allOf: refs.map((name) => ({ $ref: `https://ns.adobe.com/xdm/context/${name}` })),
  });
  return String(response.body["$id"]);
}

/** The program gets the id of the schema as an Output, as from a stack reference. */
function program(destinationXdmPath: string, ...more: string[]): void {
  const mappings = [{ sourceAttribute: "LastName", destinationXdmPath }];
  testProgram.write(
    'const pulumi = require("@pulumi/pulumi");',
    'const aep = require("pulumi-aep");',
    `const xdmSchema = pulumi.output(Promise.resolve(${JSON.stringify(schemaId)}));`,
    `new aep.MappingSet("columns", { xdmSchema, mappings: ${JSON.stringify(mappings)} });`,
    ...more,
  );
}

test("a preview reports a path that is missing in the schema of another program", async () => {
  program("person.name.lastNam");
  const { code, stdout, stderr } = await testProgram.workspace.preview();
  expect(code).not.toBe(0);
  expect(stdout + stderr).toContain(
    'MappingSet "columns": mappings[0].destinationXdmPath names person.name.lastNam, which the schema does not have',
  );
  expect(stdout + stderr).toContain("did you mean person.name.lastName?");
  expect(testProgram.emulator.objects("dev", "mappingSets")).toEqual([]);
});

test("a valid program is deployed, and makes no request if it is unchanged", async () => {
  program("person.name.lastName");
  expect((await testProgram.workspace.up()).code).toBe(0);
  const before = testProgram.emulator.requests.length;
  expect((await testProgram.workspace.preview(["--expect-no-changes"])).code).toBe(0);
  expect((await testProgram.workspace.up(["--expect-no-changes"])).code).toBe(0);
  expect(testProgram.emulator.requests).toHaveLength(before);
});

test("imports an object made outside Pulumi, with its secrets", async () => {
  const auth = {
    specName: "Access Key",
    params: { s3AccessKey: "key", s3SecretKey: "canary-of-the-import" },
  };
  const response = await connect(testProgram.emulator, { sandbox: "dev" }).call(
    "POST",
    "/data/foundation/flowservice/connections",
    { name: "Landing", connectionSpec: { id: "ecadc60c-7455-4d87-84dc-2a0e293d997b", version: "1.0" }, auth },
  );
  const id = String(response.body["id"]);
  const landing = (name: string, options: object) =>
    `new aep.BaseConnection("landing", ${JSON.stringify({ name, connectionSpec: "amazon-s3", auth })}, ${JSON.stringify(options)});`;
  program("person.name.lastName", landing("Lending", { import: id }));
  const wrong = await testProgram.workspace.preview();
  expect(wrong.code).not.toBe(0);
  expect(wrong.stdout + wrong.stderr).toContain(`names ${id}, which differs from the program at name`);
  program("person.name.lastName", landing("Landing", { import: id }));
  expect((await testProgram.workspace.up()).code).toBe(0);
  expect(testProgram.emulator.objects("dev", "connections")).toMatchObject([{ id }]);
  // After the import, the option is not needed.
  program("person.name.lastName", landing("Landing", {}));
  expect((await testProgram.workspace.preview(["--refresh", "--expect-no-changes"])).code).toBe(0);
});

test("`get` reports an object that does not exist", async () => {
  program("person.name.lastName", 'aep.Dataset.get("gone", "5f3c3cedb2805c194ff0b69a");');
  const { code, stdout, stderr } = await testProgram.workspace.preview();
  expect(code).not.toBe(0);
  expect(stdout + stderr).toContain('sandbox "dev" has no Dataset with the id 5f3c3cedb2805c194ff0b69a');
});
