import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { defaultOrgId, start } from "../emulator";
import { findPulumi } from "../engine/pulumiCli";
import { projectRoot } from "../engine/projectRoot";
import { runCommand, type CommandResult } from "../engine/runCommand";
import { compilerOptions } from "../types/compile";
import { codeBlocks, fileIn, readDocument } from "./documents";

/** The guides on testing and on the Automation API: their programs run as a reader would run them. */

const testing = "sdk/guides/testing-your-program.md";
let folder: string;

beforeEach(() => {
  mkdirSync(join(projectRoot, ".demo"), { recursive: true });
  folder = mkdtempSync(join(projectRoot, ".demo", "guides-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes programs and their compiled form; returns the compiler's complaints. */
function compiled(programs: Record<string, string>): string[] {
  const paths = Object.entries(programs).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const { paths: _sources, ...options } = compilerOptions();
  const program = ts.createProgram(paths, { ...options, noEmit: false, outDir: folder, rootDir: folder });
  program.emit();
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

async function runNode(args: string[], env: NodeJS.ProcessEnv = {}): Promise<CommandResult> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(AEP_|PULUMI_|NODE_OPTIONS$|JEST_)/.test(name),
  );
  const { binFolder } = await findPulumi({ progress: (line) => process.stderr.write(`${line}\n`) });
  return runCommand(join(projectRoot, "node_modules/.bin/node"), args, {
    cwd: folder,
    env: {
      ...Object.fromEntries(inherited),
      PATH: [join(projectRoot, "node_modules/.bin"), binFolder, process.env["PATH"]].join(delimiter),
      PULUMI_HOME: join(folder, "home"),
      PULUMI_SKIP_UPDATE_CHECK: "true",
      NO_PROXY: "127.0.0.1",
      ...env,
    },
  });
}

it.each(["README.md", "sdk/guides/getting-started.md"])(
  "%s asks for the versions of Node and Pulumi that the package asks for",
  (document) => {
    const { engines, peerDependencies } = JSON.parse(
      readFileSync(join(projectRoot, "package.json"), "utf8"),
    ) as { engines: { node: string }; peerDependencies: Record<string, string> };
    const [node] = /\d+\.\d+/.exec(engines.node) ?? [];
    const [cli] = /\d+\.\d+/.exec(peerDependencies["@pulumi/pulumi"] ?? "") ?? [];
    const words = readDocument(document).replace(/\s+/g, " ");
    expect(words).toContain(`Node ${node} or newer`);
    expect(words).toMatch(new RegExp(`\\[Pulumi CLI\\]\\(\\S+\\) ${cli} or newer`));
  },
);

it("the unit test passes, and calls AEP never, whatever the environment says", async () => {
  const emulator = await start();
  const programs = {
    "customers.ts": fileIn(testing, "customers.ts"),
    "customers.test.ts": fileIn(testing, "customers.test.ts"),
  };
  expect(compiled(programs)).toEqual([]);
  const result = await runNode(["--test", "customers.test.js"], {
    AEP_ENDPOINT: emulator.url,
    AEP_IMS_ENDPOINT: emulator.url,
    AEP_ORG_ID: defaultOrgId,
    AEP_CLIENT_ID: "real",
    AEP_CLIENT_SECRET: "real",
    AEP_SANDBOX: "prod",
  });
  await emulator.close();
  expect(result).toMatchObject({ code: 0, stdout: expect.stringMatching(/pass 1\b/) as string });
  expect(emulator.requests).toEqual([]);
});

it("the test on the emulator passes with the program of the guide for beginners", async () => {
  const program = fileIn("sdk/guides/getting-started.md", "index.ts");
  writeFileSync(join(folder, "Pulumi.yaml"), "name: ingestion\nruntime: nodejs\nmain: index.js\n");
  const test = fileIn(testing, "deployment.test.ts");
  expect(compiled({ "index.ts": program, "deployment.test.ts": test })).toEqual([]);
  const result = await runNode(["--test", "deployment.test.js"]);
  expect(readdirSync(folder)).not.toContain("Pulumi.test.yaml");
  expect(result).toMatchObject({ code: 0, stdout: expect.stringMatching(/pass 4\b/) as string });
});

it("the test in the emulator's README passes", async () => {
  const [block] = codeBlocks("tests/emulator/README.md").filter(({ language }) => language === "ts");
  expect(compiled({ "emulator.test.ts": block!.text })).toEqual([]);
  const result = await runNode(["--test", "emulator.test.js"]);
  expect(result).toMatchObject({ code: 0, stdout: expect.stringMatching(/pass 1\b/) as string });
});

it("an inline program deploys to the sandbox of its workspace", async () => {
  const emulator = await start();
  const [block] = codeBlocks("sdk/guides/ci.md").filter(({ text }) =>
    text.includes("export async function deploy"),
  );
  expect(compiled({ "deploy.ts": block!.text })).toEqual([]);
  // The caller's environment has everything but the sandbox, which comes from the workspace alone.
  const script =
    'require("./deploy.js").deploy("stage").then(({ outputs }) => console.log(outputs.zone.value))';
  const result = await runNode(["-e", script], {
    AEP_ENDPOINT: emulator.url,
    AEP_IMS_ENDPOINT: emulator.url,
    AEP_ORG_ID: defaultOrgId,
    AEP_CLIENT_ID: "any",
    AEP_CLIENT_SECRET: "any",
    PULUMI_BACKEND_URL: pathToFileURL(folder).href,
    PULUMI_CONFIG_PASSPHRASE: "any",
  });
  const [zone] = emulator.objects("stage", "connections");
  await emulator.close();
  expect(result).toMatchObject({ code: 0, stdout: `${String(zone?.["id"])}\n` });
});
