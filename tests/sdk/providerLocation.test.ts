import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectRoot } from "../engine/projectRoot";
import { ProviderProcess } from "../wire/providerProcess";

/** A project on disk, the folder in which Pulumi runs its program, and its environment. */
interface Layout {
  /** Folders of copies of the package. */
  packages: string[];
  /** Symbolic links and their targets. */
  links?: Record<string, string>;
  /** Folder of the program, in which the engine runs it and its provider. */
  program?: string;
  /** Folders for NODE_PATH. */
  nodePath?: string;
}

const layouts: Record<string, Layout> = {
  "an ordinary install": { packages: ["node_modules/pulumi-aep"] },
  "a component library whose dependencies are hoisted": {
    packages: ["node_modules/pulumi-aep", "node_modules/acme-aep/node_modules/other"],
  },
  "a workspace, with the package hoisted to its root": {
    packages: ["node_modules/pulumi-aep"],
    program: "packages/ingestion",
  },
  "a workspace whose project has a copy of its own": {
    packages: ["packages/ingestion/node_modules/pulumi-aep"],
    program: "packages/ingestion",
  },
  "main in a subfolder": { packages: ["node_modules/pulumi-aep"], program: "infra/src" },
  "a strict layout, as a direct dependency": {
    packages: ["node_modules/.store/pulumi-aep@1/node_modules/pulumi-aep"],
    links: { "node_modules/pulumi-aep": "node_modules/.store/pulumi-aep@1/node_modules/pulumi-aep" },
  },
  "a linked checkout": {
    packages: ["checkouts/pulumi-aep"],
    links: { "project/node_modules/pulumi-aep": "checkouts/pulumi-aep" },
    program: "project",
  },
  "a global folder": { packages: ["global/pulumi-aep"], program: "project", nodePath: "global" },
  "a strict layout, as a dependency of a component library": {
    packages: ["node_modules/.store/acme-aep@1/node_modules/pulumi-aep"],
  },
  "a component library with a copy of its own": {
    packages: ["node_modules/acme-aep/node_modules/pulumi-aep"],
  },
  "a workspace whose other project has it": {
    packages: ["packages/other/node_modules/pulumi-aep"],
    program: "packages/ingestion",
  },
};

const notFound = [
  "a strict layout, as a dependency of a component library",
  "a component library with a copy of its own",
  "a workspace whose other project has it",
];

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "provider-place-")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Creates the layout; returns the folder of the program and the environment. */
function layOut({ packages, links = {}, program = ".", nodePath }: Layout) {
  for (const path of packages) {
    put(
      `${path}/package.json`,
      JSON.stringify({ name: "pulumi-aep", exports: { "./provider": "./provider.js" } }),
    );
    put(`${path}/provider.js`, "exports.resource = () => ({ check: (olds, inputs) => ({ inputs }) });");
  }
  for (const [from, to] of Object.entries(links)) {
    mkdirSync(dirname(join(folder, from)), { recursive: true });
    symlinkSync(join(folder, to), join(folder, from));
  }
  mkdirSync(join(folder, program), { recursive: true });
  const cwd = join(folder, program);
  return { cwd, env: { NODE_PATH: nodePath === undefined ? undefined : join(folder, nodePath) } };
}

const languageHost = "host/node_modules/@pulumi/pulumi/cmd/run/index.js";

/** The error text of the sdk in a process that this script started; empty if there is none. */
function problemIn(script: string, { cwd, env }: ReturnType<typeof layOut>): string {
  const load = JSON.stringify(join(projectRoot, "dist/sdk/resources/providerLocation"));
  put(script, `process.stdout.write(require(${load}).providerProblem() ?? "");`);
  const options = { cwd, env: { ...process.env, ...env }, encoding: "utf8" } as const;
  return execFileSync(join(projectRoot, "node_modules/.bin/node"), [join(folder, script)], options);
}

/** Whether the provider process of Pulumi finds the package. */
async function isLoaded(place: ReturnType<typeof layOut>): Promise<boolean> {
  const provider = await ProviderProcess.start(place);
  try {
    await provider.configure({});
    const __provider = 'exports.handler=()=>require("pulumi-aep/provider").resource("Dataset")';
    await provider.check("urn:pulumi:dev::p::pulumi-nodejs:dynamic/aep:Dataset::a", {}, { __provider });
    return true;
  } catch (error) {
    expect(String(error)).toContain("Cannot find module 'pulumi-aep/provider'");
    return false;
  } finally {
    await provider.kill();
  }
}

test.each(Object.entries(layouts))(
  "%s: there is an error if, and only if, Pulumi's provider process fails",
  async (name, layout) => {
    const place = layOut(layout);
    expect(await isLoaded(place)).toBe(!notFound.includes(name));
    const problem = notFound.includes(name)
      ? expect.stringContaining(`pulumi-aep cannot be loaded from ${place.cwd}, from which Pulumi loads`)
      : "";
    expect(problemIn(languageHost, place)).toEqual(problem);
  },
);

test.each([
  "deploy.js",
  "node_modules/jest/bin/jest.js",
  "node_modules/@pulumi/pulumi/cmd/run-policy-pack/index.js",
  "node_modules/@pulumi/pulumi/cmd/run-plugin/index.js",
])("there is no error in a process of %s: the provider process may run in another folder", (script) => {
  const place = layOut(layouts["a component library with a copy of its own"]!);
  expect(problemIn(script, place)).toBe("");
});

test("there is no error for a copy that exists but is not built", () => {
  const place = layOut({ packages: [] });
  put(
    "node_modules/pulumi-aep/package.json",
    JSON.stringify({ name: "pulumi-aep", exports: { "./provider": "./x.js" } }),
  );
  expect(problemIn(languageHost, place)).toBe("");
});

test("there is no error in the examples and folders of this repository", () => {
  const places = ["", "examples/amazon-s3", "tests/secrets/program"].map((path) => join(projectRoot, path));
  expect(places.map((cwd) => problemIn(languageHost, { cwd, env: { NODE_PATH: undefined } }))).toEqual([
    "",
    "",
    "",
  ]);
});
