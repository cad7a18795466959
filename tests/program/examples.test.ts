import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { connectors, starterProgram } from "../../provider/connectors";
import { type Emulator, start } from "../emulator";
import { refusal, run, withoutEngine } from "./program";

const root = join(__dirname, "../..");
const programs = Object.fromEntries(
  readdirSync(join(root, "examples")).map((name) => [
    `examples/${name}`,
    readFileSync(join(root, "examples", name, "index.ts"), "utf8"),
  ]),
);
const readme = readFileSync(join(root, "README.md"), "utf8");
const chain = /```ts\n([^`]*new aep\.Dataflow[^`]*)```/.exec(readme)?.[1] ?? "";
programs["the program in README"] = chain;

let emulator: Emulator;

beforeAll(async () => {
  emulator = await start({});
});
afterAll(() => emulator.close());

beforeEach(async () => {
  const asked = Object.values(programs).flatMap((text) => [
    ...text.matchAll(/config\.(?:require|get)\w*(?:<\w+>)?\("(\w+)"\)/g),
  ]);
  pulumi.runtime.setAllConfig({
    ...Object.fromEntries(asked.map(([, key]) => [`ingestion:${key}`, "text"])),
    "ingestion:schedule": JSON.stringify({ frequency: "hour", interval: 1 }),
    "aep:endpoint": emulator.url,
    "aep:imsEndpoint": emulator.url,
    "aep:clientId": "client",
    "aep:clientSecret": "secret",
    "aep:orgId": "0123456789ABCDEF01234567@AdobeOrg",
    "aep:sandbox": "dev",
  });
  await withoutEngine();
});

test("there are examples, and a program in README", () => {
  expect(Object.keys(programs).length).toBeGreaterThan(5);
  expect(chain).toContain("new aep.BaseConnection");
});

test.each(Object.keys(programs))("%s has no errors, also in a first preview", async (name) => {
  expect(Object.keys(run(programs[name]!))).not.toEqual([]);
  await pulumi.runtime.disconnect();
  await withoutEngine(true);
  run(programs[name]!);
  await pulumi.runtime.disconnect();
});

test.each(connectors)("the starter program for $name has no errors", (connector) => {
  const text = starterProgram(connector);
  expect(text).toContain("new aep.Dataflow");
  for (const [, key] of text.matchAll(/config\.require\w*(?:<\w+>)?\("(\w+)"\)/g)) {
    pulumi.runtime.setConfig(`ingestion:${key}`, "1");
  }
  run(text);
});

/** A mistake in each part of the program in README, and the beginning of its error. */
const slips: [string, string, string][] = [
  [
    'landing.id,\n  connectionSpec: "amazon-s3"',
    'landing.id,\n  connectionSpec: "sftp"',
    'SourceConnection "customers": connectionSpec is "sftp"',
  ],
  [
    "class: aep.xdm.profile",
    "class: landing.id",
    'Schema "customers": class is the id of BaseConnection "landing"',
  ],
  [
    "data: { schema: { id: schema.id } }",
    'data: { schema: { id: new aep.Schema("b", { title: "b", class: aep.xdm.profile }).id } }',
    'TargetConnection "customers": data.schema is Schema "b", but Dataset "customers" has Schema "customers"',
  ],
  [
    "outputSchema: { schemaRef: { id: schema.id } }",
    'outputSchema: { schemaRef: { id: new aep.Schema("b", { title: "b", class: aep.xdm.profile, fieldGroups: [aep.xdm.profilePersonDetails] }).id } }',
    'Dataflow "customers": transformations: MappingSet "customers" maps to Schema "b"',
  ],
  [
    "person.name.firstName",
    "person.name.fristName",
    'MappingSet "customers": mappings[0].destination names person.name.fristName',
  ],
  [
    'scheduleParams: { frequency: "hour", interval: 1 }',
    'flowSpec: "CRMToAEP", scheduleParams: { frequency: "hour", interval: 1 }',
    'Dataflow "customers": flowSpec "CRMToAEP" does not support Amazon S3',
  ],
  [
    'scheduleParams: { frequency: "hour", interval: 1 },',
    "",
    'Dataflow "customers": scheduleParams is missing: Amazon S3',
  ],
  [
    "mappingId: mapping.id",
    "mappingId: target.id",
    'Dataflow "customers": transformations[0].params.mappingId is the id of TargetConnection "customers"',
  ],
];

test.each(slips)("in README's program, %s replaced by %s is refused", (right, wrong, begin) => {
  expect(chain).toContain(right);
  const text = refusal(() => run(chain.replace(right, wrong)));
  expect(text.slice(0, begin.length)).toBe(begin);
});
