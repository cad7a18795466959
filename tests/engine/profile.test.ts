import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { awkward, defaultOrgId, start, type Emulator } from "../emulator";
import { expectSuccess } from "../examples/exampleRun";
import { projectRoot } from "./projectRoot";
import { findPulumi } from "./pulumiCli";
import { openWorkspace, type Workspace } from "./workspace";

/** A team that has ingested for a while turns to Profile, with the real engine. */

let folder: string;
let emulator: Emulator;
let workspace: Workspace;

beforeAll(async () => {
  mkdirSync(join(projectRoot, ".demo"), { recursive: true });
  folder = mkdtempSync(join(projectRoot, ".demo", "profile-"));
  emulator = await start({ switches: awkward });
  writeFileSync(join(folder, "Pulumi.yaml"), "name: profile\nruntime: nodejs\nmain: index.js\n");
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

function program(...rest: string[]): void {
  const text = [
    'const aep = require("pulumi-aep");',
    'const schema = new aep.Schema("customers", { title: "CRM customers", class: aep.xdm.profile,',
    "  fieldGroups: [aep.xdm.profilePersonDetails, aep.xdm.profilePersonalDetails] });",
    ...rest,
  ];
  writeFileSync(join(folder, "index.js"), text.join("\n"));
}

async function writesOf(run: () => Promise<Parameters<typeof expectSuccess>[0]>): Promise<string[]> {
  const before = emulator.ledger.writes().length;
  expectSuccess(await run());
  return emulator.ledger
    .writes()
    .slice(before)
    .map(({ method, kind }) => `${method} ${kind}`);
}

test("a dataset that is there already keeps its data and gets its tag in the run that enables its schema", async () => {
  program('new aep.Dataset("customers", { schemaRef: { id: schema.id } });');
  expect(await writesOf(() => workspace.up())).toEqual(["POST schemas", "POST dataSets"]);
  program(
    'const email = new aep.SchemaDescriptor("email", { type: "xdm:descriptorIdentity", sourceSchema: schema.id,',
    '  sourceProperty: "/personalEmail/address", namespace: "Email", isPrimary: true });',
    'const profile = new aep.ProfileEnablement("customers", { schemaId: schema.id, primaryIdentity: email.id });',
    'new aep.Dataset("customers", { schemaRef: { id: profile.id }, tags: { unifiedProfile: ["enabled:true"] } });',
  );
  const plan = await workspace.preview(["--diff"]);
  expectSuccess(plan);
  expect(plan.stdout).toContain("unifiedProfile");
  expect(plan.stdout).not.toContain("schemaRef");
  expect(await writesOf(() => workspace.up())).toEqual(["POST descriptors", "PUT schemas", "PATCH dataSets"]);
  expect(await writesOf(() => workspace.refresh(["--expect-no-changes"]))).toEqual([]);
  expect(await writesOf(() => workspace.up(["--expect-no-changes"]))).toEqual([]);
}, 120_000);
