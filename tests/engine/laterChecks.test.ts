import { openTestProgram, type TestProgram } from "./testProgram";

let testProgram: TestProgram;

beforeAll(async () => {
  testProgram = await openTestProgram("later-checks");
});
afterAll(() => testProgram.close());

interface Mistakes {
  points?: string;
  tier?: string;
  property?: string;
}

/** Custom fields are nested under the tenant's namespace. The program looks it up, so paths that contain it are Outputs. */
function program({
  points = "${tenant}.points",
  tier = "${tenant}.tier",
  property = "/${tenant}/points",
}: Mistakes): void {
  testProgram.write(`
const pulumi = require("@pulumi/pulumi");
const aep = require("pulumi-aep");
const tenant = pulumi.interpolate\`_\${aep.getTenantOutput().tenantId}\`;
const group = new aep.FieldGroup("loyalty", {
  title: "Loyalty",
  intendedToExtend: [aep.xdm.profile],
  properties: tenant.apply((name) => ({
    [name]: { type: "object", properties: { points: { type: "string" }, tier: { type: "string" } } },
  })),
});
const schema = new aep.Schema("members", { title: "Members", class: aep.xdm.profile, fieldGroups: [aep.xdm.profilePersonDetails, group.id] });
const identity = new aep.SchemaDescriptor("points", {
  type: "xdm:descriptorIdentity", sourceSchema: schema.id, sourceProperty: pulumi.interpolate\`${property}\`,
  namespace: "Email", property: "xdm:code", isPrimary: true,
});
const mapping = new aep.MappingSet("columns", {
  outputSchema: { schemaRef: { id: schema.id } },
  mappings: [
    { source: "id", destination: "_id" },
    { source: "points", destination: pulumi.interpolate\`${points}\` },
    { source: "tier", destination: pulumi.interpolate\`${tier}\` },
  ],
}, { dependsOn: identity });
exports.mapping = mapping.id;
new aep.MappingSet("after", {
  outputSchema: { schemaRef: { id: schema.id } },
  name: pulumi.interpolate\`after \${mapping.version}\`,
  mappings: [{ source: "id", destination: "_id" }, { source: "points", destination: tenant.apply((name) => name + ".points") }],
});
`);
}

const occurrences = (text: string, part: string) => text.split(part).length - 1;

const mistakes: [string, Mistakes, string][] = [
  [
    "a misspelled field name",
    { tier: "${tenant}.teir" },
    'MappingSet "columns": mappings[2].destination names _acme.teir, which the schema does not have: _acme has points, tier; did you mean _acme.tier?',
  ],
  [
    "a path without the tenant's namespace",
    { tier: "tier" },
    'MappingSet "columns": mappings[2].destination names tier, which is nested under your tenant\'s namespace: write _acme.tier',
  ],
  [
    "a missing primary identity",
    { points: "${tenant}.tier", tier: "person.name.firstName" },
    'MappingSet "columns": mappings do not fill _acme.points, the primary identity of the schema; add a mapping to it',
  ],
  [
    "a descriptor for a missing field",
    { property: "/${tenant}/pionts" },
    'SchemaDescriptor "points": sourceProperty names /_acme/pionts, which Schema "members" does not have: /_acme has points, tier; did you mean /_acme/points?',
  ],
];

test.each(mistakes)(
  "%s is reported once by preview and up, without a stack trace",
  async (_what, mistake, text) => {
    program(mistake);
    const preview = await testProgram.workspace.preview();
    const up = await testProgram.workspace.up();
    for (const { code, stdout, stderr } of [preview, up]) {
      expect(code).not.toBe(0);
      // The engine prints an error when it occurs and again at the end.
      const diagnostics = (stdout + stderr).split("Diagnostics:")[1] ?? "";
      expect(occurrences(diagnostics, text)).toBe(1);
      expect(diagnostics).not.toMatch(/error serializing|\n\s+at |unhandled/);
    }
    expect(testProgram.emulator.objects("dev", "mappingSets")).toEqual([]);
  },
);

test("a valid program is deployed once, with a plain identity in the state", async () => {
  program({});
  const { code, stdout, stderr } = await testProgram.workspace.up();
  expect(stdout + stderr).not.toContain("error");
  expect(code).toBe(0);
  const { deployment } = await testProgram.workspace.exportState();
  const columns = deployment.resources?.find(({ urn }) => urn.endsWith("::columns"));
  expect(columns?.inputs?.["pulumi"]).toEqual({ project: "later-checks", stack: "dev", name: "columns" });
  expect((await testProgram.workspace.preview(["--expect-no-changes"])).code).toBe(0);
});
