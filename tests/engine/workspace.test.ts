import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./projectRoot";
import { findPulumi, type PulumiCli } from "./pulumiCli";
import { openWorkspace, type Workspace, type WorkspaceOptions } from "./workspace";

const programText = `
import * as pulumi from "@pulumi/pulumi";
const config = new pulumi.Config();
export const greeting = config.require("greeting");
export const hidden = config.getSecret("hidden");
export const inherited = process.env.AEP_CLIENT_ID ?? "none";
`;
const committedConfig = "config:\n  scratch:greeting: hello\n";

let cli: PulumiCli;
let root: string;
let program: string;
let configFile: string;

beforeAll(async () => {
  cli = await findPulumi({ progress: (line) => process.stderr.write(`${line}\n`) });
});

beforeEach(() => {
  // Inside the checkout, so that Node.js resolves @pulumi/pulumi.
  mkdirSync(join(projectRoot, ".demo"), { recursive: true });
  root = mkdtempSync(join(projectRoot, ".demo", "workspace-test-"));
  program = join(root, "program");
  mkdirSync(program);
  configFile = join(program, "Pulumi.dev.yaml");
  writeFileSync(join(program, "Pulumi.yaml"), "name: scratch\nruntime: nodejs\nmain: index.ts\n");
  writeFileSync(join(program, "index.ts"), programText);
  writeFileSync(configFile, committedConfig);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function open(more: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  return openWorkspace({ cli, folder: join(root, "workspace"), program, stack: "dev", configFile, ...more });
}

test("deploys a program, finds no changes and destroys it", async () => {
  const pieces: string[] = [];
  const workspace = await open({ onOutput: (text) => pieces.push(text) });
  const up = await workspace.up();
  expect(up).toMatchObject({ code: 0, stdout: expect.stringContaining("1 created") as string });
  expect(pieces.join("")).toBe(up.stdout + up.stderr);
  expect(await workspace.outputs()).toEqual({ greeting: "hello", inherited: "none" });
  expect(await workspace.preview(["--expect-no-changes"])).toMatchObject({ code: 0 });
  expect(await workspace.refresh(["--preview-only", "--expect-no-changes"])).toMatchObject({ code: 0 });
  expect((await workspace.exportState()).deployment.resources).toHaveLength(1);
  expect(await workspace.destroy()).toMatchObject({ code: 0 });
  expect((await workspace.exportState()).deployment.resources ?? []).toEqual([]);
});

test("does not change the committed config file or the program's folder", async () => {
  const workspace = await open();
  await workspace.setConfig("scratch:hidden", "planted-value", "secret");
  expect(await workspace.up()).toMatchObject({ code: 0 });
  expect(await workspace.outputs()).toMatchObject({ hidden: "planted-value" });
  expect(readFileSync(workspace.configFile, "utf8")).not.toContain("planted-value");
  expect(readFileSync(configFile, "utf8")).toBe(committedConfig);
  expect(readdirSync(program).sort()).toEqual(["Pulumi.dev.yaml", "Pulumi.yaml", "index.ts"]);
});

test("reuses the stack of an existing folder and applies a changed config file", async () => {
  await (await open()).up();
  const again = await open();
  expect(await again.preview(["--expect-no-changes"])).toMatchObject({ code: 0 });
  writeFileSync(configFile, "config:\n  scratch:greeting: changed\n");
  const changed = await open();
  expect(await changed.up()).toMatchObject({ code: 0 });
  expect(await changed.outputs()).toMatchObject({ greeting: "changed" });
});

test("returns the exit code of a failing program instead of throwing", async () => {
  writeFileSync(configFile, "config: {}\n");
  const up = await (await open()).up();
  expect(up.code).not.toBe(0);
  expect(up.stdout + up.stderr).toContain("Missing required configuration variable 'scratch:greeting'");
});

test("passes on only the given environment, not the caller's AEP and Pulumi variables", async () => {
  const originalEnvironment = { ...process.env };
  process.env["AEP_CLIENT_ID"] = "the developer's own";
  process.env["PULUMI_STACK"] = "the developer's own";
  try {
    await (await open()).up();
    expect(await (await open()).outputs()).toMatchObject({ inherited: "none" });
    const given = await open({ env: { AEP_CLIENT_ID: "given" } });
    await given.up();
    expect(await given.outputs()).toMatchObject({ inherited: "given" });
  } finally {
    process.env = originalEnvironment;
  }
});
