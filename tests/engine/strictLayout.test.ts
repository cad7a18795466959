import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { start, type Emulator } from "../emulator";
import { projectRoot } from "./projectRoot";
import type { Workspace } from "./workspace";
import { openTestStack } from "./testProgram";

/**
 * A project with the folder layout of `npm install --install-strategy=linked` or pnpm. It depends on a component library,
 * and only the library's folder in the store contains this package.
 */
const store = "node_modules/.store/acme-aep@1.0.0/node_modules";
let folder: string;
let emulator: Emulator;
let workspace: Workspace;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "strict-layout-")));
  emulator = await start();
  writeProject();
  workspace = await openTestStack(emulator, folder, join(folder, "infra"));
});
afterAll(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

function writeProject(): void {
  write("infra/Pulumi.yaml", "name: strict\nruntime: nodejs\nmain: src/index.js\n");
  write("package.json", JSON.stringify({ name: "strict", private: true }));
  write("infra/src/index.js", 'exports.id = require("acme-aep").zone("zone").id;');
  write(`${store}/acme-aep/package.json`, JSON.stringify({ name: "acme-aep", main: "index.js" }));
  write(
    `${store}/acme-aep/index.js`,
    'const aep = require("pulumi-aep");\n' +
      'exports.zone = (name) => new aep.BaseConnection(name, { connectionSpec: "data-landing-zone" });',
  );
  link("node_modules/acme-aep", join(folder, store, "acme-aep"));
  link("node_modules/@pulumi/pulumi", join(projectRoot, "node_modules/@pulumi/pulumi"));
  link(`${store}/pulumi-aep`, projectRoot);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function link(path: string, to: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  symlinkSync(to, join(folder, path));
}

it("reports the missing dependency before it registers a resource", async () => {
  const { code, stdout, stderr } = await workspace.up();
  expect(code).not.toBe(0);
  const output = stdout + stderr;
  expect(output).toContain(
    `pulumi-aep cannot be loaded from ${join(folder, "infra/src")}, from which Pulumi loads`,
  );
  expect(output).not.toMatch(/Cannot find module|node_modules.*:\d+:\d+/);
  expect(emulator.requests).toEqual([]);
});

it("deploys the program when the project has the dependency", async () => {
  link("node_modules/pulumi-aep", projectRoot);
  const { code, stdout, stderr } = await workspace.up();
  expect([code, stdout, stderr]).toEqual([0, expect.stringContaining("1 created"), expect.anything()]);
  expect(emulator.objects("dev", "connections")).toHaveLength(1);
});
