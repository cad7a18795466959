import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connect, defaultOrgId, start, type Emulator } from "../emulator";
import { projectRoot } from "./projectRoot";
import { findPulumi } from "./pulumiCli";
import { openWorkspace, type Workspace } from "./workspace";

let folder: string;
let emulator: Emulator;
let workspace: Workspace;
let schemaId: string;

beforeAll(async () => {
  mkdirSync(join(projectRoot, ".demo"), { recursive: true });
  folder = mkdtempSync(join(projectRoot, ".demo", "other-programs-"));
  emulator = await start();
  schemaId = await schemaOfAnother();
  program("person.name.lastNam");
  workspace = await openWorkspace({
    cli: await findPulumi({ progress: (line) => process.stderr.write(`${line}\n`) }),
    folder: join(folder, "workspace"),
    program: folder,
    stack: "dev",
    env: {
      AEP_ENDPOINT: emulator.url,
      AEP_IMS_ENDPOINT: emulator.url,
      AEP_CLIENT_ID: "client",
      AEP_CLIENT_SECRET: "secret-of-the-client",
      AEP_ORG_ID: defaultOrgId,
      AEP_SANDBOX: "dev",
    },
  });
}, 300_000);
afterAll(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

async function schemaOfAnother(): Promise<string> {
  const refs = ["profile", "profile-person-details"];
  const path = "/data/foundation/schemaregistry/tenant/schemas";
  const answer = await connect(emulator, { sandbox: "dev" }).call("POST", path, {
    type: "object",
    title: "Contacts",
    description: "",
    allOf: refs.map((name) => ({ $ref: `https://ns.adobe.com/xdm/context/${name}` })),
  });
  return String(answer.body["$id"]);
}

/** The id of the schema comes as an Output, as from a stack reference. */
function program(destinationXdmPath: string, ...more: string[]): void {
  writeFileSync(join(folder, "Pulumi.yaml"), "name: other-programs\nruntime: nodejs\nmain: index.js\n");
  const mappings = [{ sourceAttribute: "LastName", destinationXdmPath }];
  const text = [
    'const pulumi = require("@pulumi/pulumi");',
    'const aep = require("pulumi-aep");',
    `const xdmSchema = pulumi.output(Promise.resolve(${JSON.stringify(schemaId)}));`,
    `new aep.MappingSet("columns", { xdmSchema, mappings: ${JSON.stringify(mappings)} });`,
    ...more,
  ];
  writeFileSync(join(folder, "index.js"), `${text.join("\n")}\n`);
}

test("a preview refuses a path that the schema of another program does not have", async () => {
  const { code, stdout, stderr } = await workspace.preview();
  expect(code).not.toBe(0);
  expect(stdout + stderr).toContain(
    'MappingSet "columns": mappings[0].destinationXdmPath names person.name.lastNam, which the schema does not have',
  );
  expect(stdout + stderr).toContain("did you mean person.name.lastName?");
  expect(emulator.objects("dev", "mappingSets")).toEqual([]);
}, 120_000);

test("what fits is deployed, and what is unchanged makes no call", async () => {
  program("person.name.lastName");
  expect((await workspace.up()).code).toBe(0);
  const before = emulator.requests.length;
  expect((await workspace.preview(["--expect-no-changes"])).code).toBe(0);
  expect((await workspace.up(["--expect-no-changes"])).code).toBe(0);
  expect(emulator.requests).toHaveLength(before);
}, 120_000);

test("an object that somebody has made by hand is imported as it is, with its secrets", async () => {
  const auth = {
    specName: "Access Key",
    params: { s3AccessKey: "key", s3SecretKey: "canary-of-the-import" },
  };
  const answer = await connect(emulator, { sandbox: "dev" }).call(
    "POST",
    "/data/foundation/flowservice/connections",
    { name: "Landing", connectionSpec: { id: "ecadc60c-7455-4d87-84dc-2a0e293d997b", version: "1.0" }, auth },
  );
  const id = String(answer.body["id"]);
  const landing = (name: string, options: object) =>
    `new aep.BaseConnection("landing", ${JSON.stringify({ name, connectionSpec: "amazon-s3", auth })}, ${JSON.stringify(options)});`;
  program("person.name.lastName", landing("Lending", { import: id }));
  const wrong = await workspace.preview();
  expect(wrong.code).not.toBe(0);
  expect(wrong.stdout + wrong.stderr).toContain(`names ${id}, which differs from the program at name`);
  program("person.name.lastName", landing("Landing", { import: id }));
  expect((await workspace.up()).code).toBe(0);
  expect(emulator.objects("dev", "connections")).toMatchObject([{ id }]);
  // From now on the option says nothing.
  program("person.name.lastName", landing("Landing", {}));
  expect((await workspace.preview(["--refresh", "--expect-no-changes"])).code).toBe(0);
}, 120_000);

test("an object that is not there cannot be got", async () => {
  program("person.name.lastName", 'aep.Dataset.get("gone", "5f3c3cedb2805c194ff0b69a");');
  const { code, stdout, stderr } = await workspace.preview();
  expect(code).not.toBe(0);
  expect(stdout + stderr).toContain('sandbox "dev" holds no Dataset of the id 5f3c3cedb2805c194ff0b69a');
}, 120_000);
