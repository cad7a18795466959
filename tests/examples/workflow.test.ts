import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { awkward, start, type Emulator, type LedgerEntry } from "../emulator";
import { projectRoot } from "../engine/projectRoot";
import { findPulumi } from "../engine/pulumiCli";
import { runCommand } from "../engine/runCommand";
import {
  applyEdit,
  copyInCheckout,
  examplesFolder,
  expectSuccess,
  filesOf,
  platformEnvironment,
} from "./exampleRun";
import { jobOf, readWorkflow, runJob, type Runner } from "./workflow";

const example = join(examplesFolder, "amazon-s3");
const stacks = ["dev", "stage", "prod"];
const values = { "vars.PULUMI_BACKEND_URL": "", "secrets.PULUMI_CONFIG_PASSPHRASE": "of the team" };
const planted = "planted-secret-of-";
const kinds = [
  ...["connections", "dataSets", "flows", "mappingSets", "schemas", "sourceConnections", "targetConnections"],
];

const filesBefore = filesOf(example);
let emulator: Emulator;
let scratch: string;
let repository: string;
let runner: Runner;

beforeAll(async () => {
  const cli = await findPulumi({ progress: (line) => process.stderr.write(`${line}\n`) });
  emulator = await start({ switches: awkward });
  scratch = mkdtempSync(join(tmpdir(), "pulumi-aep-workflow-"));
  repository = copyInCheckout(example);
  const backend = join(scratch, "backend");
  mkdirSync(backend);
  runner = {
    workflow: readWorkflow(join(repository, ".github", "workflows", "aep.yml")),
    folder: repository,
    environment: {
      PATH: [join(projectRoot, "node_modules", ".bin"), cli.binFolder, process.env["PATH"]].join(delimiter),
      HOME: scratch,
      CI: "true",
      NO_PROXY: "127.0.0.1",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    },
    values: { ...values, "vars.PULUMI_BACKEND_URL": pathToFileURL(backend).href },
  };
  for (const stack of stacks) await setUp(stack);
});

afterAll(async () => {
  await emulator.close();
  for (const folder of [scratch, repository]) rmSync(folder, { recursive: true, force: true });
});

/** Sets up a stack as described in the example's README. */
async function setUp(stack: string): Promise<void> {
  const platform = platformEnvironment(emulator);
  const plain = {
    "aep:endpoint": platform["AEP_ENDPOINT"],
    "aep:imsEndpoint": platform["AEP_IMS_ENDPOINT"],
    "aep:orgId": platform["AEP_ORG_ID"],
    "aep:clientId": platform["AEP_CLIENT_ID"],
  };
  const keys = ["aep:clientSecret", "s3AccessKey", "s3SecretKey", "s3SessionToken"];
  const secret = keys.map((key) => [key, `${planted}${stack}`]);
  const settings = [
    ...Object.entries(plain).map(([key, value]) => ["--plaintext", `${key}=${value}`]),
    ...secret.map(([key, value]) => ["--secret", `${key}=${value}`]),
  ].flat();
  await pulumi(["stack", "init", stack]);
  await pulumi(["config", "set-all", "--stack", stack, ...settings]);
}

async function pulumi(command: string[]): Promise<void> {
  const env = {
    ...runner.environment,
    PULUMI_BACKEND_URL: runner.values["vars.PULUMI_BACKEND_URL"],
    PULUMI_CONFIG_PASSPHRASE: runner.values["secrets.PULUMI_CONFIG_PASSPHRASE"],
  };
  expectSuccess(await runCommand("pulumi", command, { cwd: repository, env }));
}

/** Changes a stack file, as a pull request does. */
function changeStackFile(stack: string, from: string, to: string): void {
  applyEdit(join(repository, `Pulumi.${stack}.yaml`), [from, to]);
}

function editOutside(sandbox: string): void {
  const { id } = emulator.objects(sandbox, "connections")[0] as { id: string };
  emulator.edit(sandbox, "connections", id, (object) => (object["description"] = "edited by hand"));
}

async function writesOf(action: () => Promise<void>): Promise<LedgerEntry[]> {
  const before = emulator.ledger.writes().length;
  await action();
  return emulator.ledger.writes().slice(before);
}

test("every job runs for every stack with locked packages, and no shell script contains an expression", () => {
  for (const name of ["preview", "deploy", "drift"]) {
    const { strategy, steps } = jobOf(runner.workflow, name);
    expect(strategy.matrix.stack).toEqual(stacks);
    expect(steps.map(({ run }) => run).filter((run) => run?.startsWith("npm"))).toEqual(["npm ci"]);
    expect(steps.map(({ run }) => run ?? "").join("\n")).not.toContain("${{");
  }
});

test("the secrets of a stack are encrypted in its file", () => {
  for (const stack of stacks) {
    const text = readFileSync(join(repository, `Pulumi.${stack}.yaml`), "utf8");
    expect(text).not.toContain(planted);
    expect(text.match(/secure: /g)).toHaveLength(4);
  }
});

test("a merge deploys each stack to its own sandbox", async () => {
  for (const stack of stacks) {
    const writes = await writesOf(async () => expectSuccess(await runJob(runner, "deploy", stack)));
    expect(writes.map(({ sandbox, method, kind }) => `${sandbox} ${method} ${kind}`).sort()).toEqual(
      kinds.map((kind) => `${stack} POST ${kind}`),
    );
  }
});

test("the preview of a pull request shows its change and the drift, and writes nothing", async () => {
  changeStackFile("prod", "interval: 30", "interval: 60");
  editOutside("prod");
  const writes = await writesOf(async () => {
    const preview = await runJob(runner, "preview", "prod");
    expectSuccess(preview);
    expect(preview.stdout).toMatch(/~ interval: 30 => 60/);
    expect(preview.stdout).toMatch(/~ description: "edited by hand" => "Amazon S3 bucket/);
    expect(preview.stdout + preview.stderr).not.toContain(planted);
  });
  expect(writes).toEqual([]);
});

test("the merge makes exactly these two changes", async () => {
  const writes = await writesOf(async () => expectSuccess(await runJob(runner, "deploy", "prod")));
  expect(writes.map(({ method, kind, body }) => ({ method, kind, body }))).toEqual(
    expect.arrayContaining([
      {
        method: "PATCH",
        kind: "connections",
        body: [{ op: "replace", path: "/description", value: expect.stringMatching(/^Amazon S3/) as string }],
      },
      {
        method: "PATCH",
        kind: "flows",
        body: [{ op: "replace", path: "/scheduleParams/interval", value: expect.anything() as unknown }],
      },
    ]),
  );
  expect(writes).toHaveLength(2);
});

test("the preview of a pull request with an invalid schedule fails and reports the reason", async () => {
  changeStackFile("stage", "frequency: hour", "frequency: minute");
  const preview = await runJob(runner, "preview", "stage");
  changeStackFile("stage", "frequency: minute", "frequency: hour");
  expect(preview.code).not.toBe(0);
  expect(preview.stdout + preview.stderr).toMatch(/scheduleParams\.interval must be at least 15/);
});

test("the daily drift job passes without drift and fails after an edit outside Pulumi", async () => {
  expectSuccess(await runJob(runner, "drift", "dev"));
  editOutside("dev");
  const drift = await runJob(runner, "drift", "dev");
  expect(drift.code).not.toBe(0);
  expect(drift.stdout).toContain("edited by hand");
});

test("the example in the checkout is unchanged", () => {
  expect(filesOf(example)).toEqual(filesBefore);
});
