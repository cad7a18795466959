import { awkward } from "../emulator";
import { expectSuccess } from "../examples/exampleRun";
import { openTestProgram, type TestProgram } from "./testProgram";

/** Enables existing schemas and datasets for Profile, with the real engine. */

let testProgram: TestProgram;

beforeAll(async () => {
  testProgram = await openTestProgram("profile", { switches: awkward });
});
afterAll(() => testProgram.close());

function program(...rest: string[]): void {
  testProgram.write(
    'const aep = require("pulumi-aep");',
    'const schema = new aep.Schema("customers", { title: "CRM customers", class: aep.xdm.profile,',
    "  fieldGroups: [aep.xdm.profilePersonDetails, aep.xdm.profilePersonalDetails] });",
    ...rest,
  );
}

async function writesOf(run: () => Promise<Parameters<typeof expectSuccess>[0]>): Promise<string[]> {
  const before = testProgram.emulator.ledger.writes().length;
  expectSuccess(await run());
  return testProgram.emulator.ledger
    .writes()
    .slice(before)
    .map(({ method, kind }) => `${method} ${kind}`);
}

test("an existing dataset is updated in place by the run that enables its schema", async () => {
  program('new aep.Dataset("customers", { schemaRef: { id: schema.id } });');
  expect(await writesOf(() => testProgram.workspace.up())).toEqual(["POST schemas", "POST dataSets"]);
  program(
    'const email = new aep.SchemaDescriptor("email", { type: "xdm:descriptorIdentity", sourceSchema: schema.id,',
    '  sourceProperty: "/personalEmail/address", namespace: "Email", isPrimary: true });',
    'const profile = new aep.ProfileEnablement("customers", { schemaId: schema.id, primaryIdentity: email.id });',
    'new aep.Dataset("customers", { schemaRef: { id: profile.id }, tags: { unifiedProfile: ["enabled:true"] } });',
  );
  const plan = await testProgram.workspace.preview(["--diff"]);
  expectSuccess(plan);
  expect(plan.stdout).toContain("unifiedProfile");
  expect(plan.stdout).not.toContain("schemaRef");
  expect(await writesOf(() => testProgram.workspace.up())).toEqual([
    "POST descriptors",
    "PATCH schemas",
    "PATCH dataSets",
  ]);
  expect(await writesOf(() => testProgram.workspace.refresh(["--expect-no-changes"]))).toEqual([]);
  expect(await writesOf(() => testProgram.workspace.up(["--expect-no-changes"]))).toEqual([]);
});
