import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { testPrograms, type Wrong } from "../types/expectations";

/** Programs that compile. */
const right: Record<string, string> = {
  "args in variables": `const args: aep.GetConnectionSpecArgs = { name: "sftp", sandbox: undefined }; void aep.getConnectionSpec(args);`,
  "a connector outside the catalogue": `void aep.getConnectionSpec({ name: "brand-new" });`,
  "Inputs in the Output twin": `declare const id: pulumi.Output<string>; declare const full: Promise<boolean>;
    const schema = aep.getSchemaOutput({ id, full, sandbox: id }); const title: pulumi.Output<string> = schema.title; void title;
    const found: pulumi.Output<string | undefined> = schema.apply((one) => one.class); void found;`,
  "results as args": `declare const a: pulumi.Output<string>; const set = aep.getMappingSetOutput({ id: a, version: 1 });
    new aep.MappingSet("m", { outputSchema: set.outputSchema, mappings: set.mappings });
    new aep.Dataset("d", { schemaRef: { id: aep.getSchemaOutput({ title: a }).id } });
    new aep.BaseConnection("b", { connectionSpec: { id: aep.getConnectionSpecOutput({ name: "sftp" }).id } });`,
  "places to explore, one as an Output": `declare const id: pulumi.Output<string>;
    void aep.exploreConnectionOutput({ baseConnectionId: id, objectType: "folder", object: id });
    const file = { objectType: "file", object: "o" } as const;
    void aep.exploreConnection({ baseConnectionId: "b", ...file, fileType: "json" });
    void aep.exploreConnection({ connectionSpec: { id: "c" }, objectType: "file", object: "o", determineProperties: true });
    const args: aep.ExploreConnectionArgs = { baseConnectionId: "b", objectType: "table", object: "t", sandbox: "dev" }; void args;`,
  "no args": `void aep.getFlowSpecs(); void aep.getConnectionSpecsOutput();`,
};

/** Programs that do not compile, and the expected messages of the compiler. */
const wrong: Wrong = {
  "neither id nor name": [`void aep.getDataset({});`, /not assignable/],
  "id and name": [`void aep.getDataset({ id: "a", name: "b" });`, /not assignable/],
  "an Output where none is taken": [`void aep.getFlowSpec({ name: pulumi.output("a") });`, /not assignable/],
  "an object of the root": [
    `void aep.exploreConnection({ baseConnectionId: "b", objectType: "root", object: "x" });`,
    /'object' does not exist/,
  ],
  "a file without a path": [
    `void aep.exploreConnection({ baseConnectionId: "b", objectType: "file" });`,
    /not assignable/,
  ],
  "a connector that has an account, explored without it": [
    `void aep.exploreConnection({ connectionSpec: "amazon-s3", objectType: "root" });`,
    /not assignable/,
  ],
  "how a table is compressed": [
    `void aep.exploreConnection({ baseConnectionId: "b", objectType: "table", object: "t", compressionType: "gzip" });`,
    /'compressionType' does not exist/,
  ],
  "an unknown arg": [`void aep.getFlowRuns({ flowId: "f", most: 5 });`, /'most' does not exist/],
  "a version that is a text": [`void aep.getMappingSet({ id: "m", version: "1" });`, /not assignable/],
};

/** The programs in the comments of the look-ups, by look-up. */
function examples(): Record<string, string> {
  const folder = resolve(__dirname, "../../sdk/lookups");
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  const found = texts.flatMap((text) => [
    ...text.matchAll(/@example\n \* ```ts\n((?: \*.*\n)*?) \* ```\n \*\/\nexport (?:async )?function (\w+)/g),
  ]);
  return Object.fromEntries(found.map(([, block, name]) => [name!, block!.replace(/^ \* ?/gm, "")]));
}

const documented = examples();
const diagnostics = testPrograms(right, wrong, documented);

test("every look-up has an example that compiles", () => {
  const lookUps = [
    "ConnectionSpec",
    "ConnectionSpecs",
    "FlowSpec",
    "FlowSpecs",
    "Schema",
    "Dataset",
    "MappingSet",
    "Tenant",
  ];
  const names = [...lookUps, "FlowRuns"].map((name) => `get${name}`);
  expect(Object.keys(documented).sort()).toEqual([...names, "exploreConnection"].sort());
  for (const name of Object.keys(documented)) expect([name, diagnostics[name]]).toEqual([name, []]);
});
