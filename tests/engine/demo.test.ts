import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runDemo, type Demo, type Step } from "./demoRun";
import { projectRoot } from "./projectRoot";

let folder: string;
let printed: string;

beforeAll(() => {
  mkdirSync(join(projectRoot, ".demo"), { recursive: true });
  folder = mkdtempSync(join(projectRoot, ".demo", "demo-test-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(step: Step, har?: string): Promise<string> {
  printed = "";
  const demo: Demo = {
    folder,
    program: projectRoot,
    stack: "dev",
    configFile: join(projectRoot, "examples", "amazon-s3", "Pulumi.dev.yaml"),
    print: (text) => (printed += text),
  };
  await runDemo(demo, step, { har, signal: new AbortController().signal });
  return printed;
}

const kinds = [
  "BaseConnection",
  "SourceConnection",
  "Schema",
  "Dataset",
  "TargetConnection",
  "MappingSet",
  "Dataflow",
];

test("runs all steps of the demo: up, up without changes, drift, repair, rotate and destroy", async () => {
  await expect(run("drift")).rejects.toThrow("Nothing is deployed. Run `npm run demo` first.");
  const har = join(folder, "traffic.har");
  const first = await run("up", har);
  for (const kind of kinds) expect(first).toMatch(new RegExp(`^${kind} +\\S+ +\\S+$`, "m"));
  const { log } = JSON.parse(readFileSync(har, "utf8")) as { log: { entries: unknown[] } };
  expect(log.entries.length).toBeGreaterThanOrEqual(2 * kinds.length);

  const second = await run("up");
  expect(second).toContain("No changes and no writes. The emulator received no requests.");
  expect(second).toMatch(/^ +\d+ unchanged$/m);

  const drift = await run("drift");
  expect(drift).toMatch(/^ +~ name *: ".* \(edited by hand\)" => "/m);
  expect(drift).toMatch(/^ +~ interval *: /m);
  expect(drift).toContain("It made no writes.");

  const repaired = await run("repair");
  expect(repaired).toContain("The emulator accepted 2 writes:");
  expect(repaired).toMatch(/PATCH +\S+connections\/\S+ +\[replace \/name\]$/m);
  expect(repaired).toMatch(/PATCH +\S+flows\/\S+ +\[replace \/scheduleParams\/interval\]$/m);

  const rotated = await run("rotate");
  expect(rotated).toContain("The emulator accepted 1 write:");
  expect(rotated).toMatch(/PATCH +\S+ +\[(add|replace) \/auth\/params\/s3SessionToken\]$/m);
  expect(rotated).not.toContain("demo-session-token-");

  expect(await run("destroy")).toMatch(/DELETE +\S+flows\//);
  await expect(run("rotate")).rejects.toThrow("Nothing is deployed");
});
