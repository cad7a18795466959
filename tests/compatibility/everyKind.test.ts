import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { start, type Emulator } from "../emulator";
import { deployedObjectsOf } from "../engine/deployedObjects";
import { findPulumi } from "../engine/pulumiCli";
import { openWorkspace, type Workspace } from "../engine/workspace";
import { expectSuccess, platformEnvironment } from "../examples/exampleRun";
import { allKinds } from "../promises/kinds";
import { type Capture, captures, dataFolder, files, passphrase, switches } from "./captures";
import { intendedChanges } from "./intended";

/** Runs the stack with every kind with the real engine on the imported state. */

const sandbox = "dev";
const caseName = "every-kind";

describe.each(
  captures()
    .filter(({ name }) => name === caseName)
    .map((capture) => [capture.version, capture] as const),
)("every kind, with the state of %s", (_version, capture) => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await openScene(capture);
  });
  afterAll(() => scene.close());

  test("the state contains every kind", async () => {
    const stateKinds = deployedObjectsOf(await scene.workspace.exportState()).map(({ kind }) => kind);
    expect([...new Set(stateKinds)].sort()).toEqual(allKinds.map(({ type }) => type).sort());
  });

  test("preview shows no changes, with and without refresh", async () => {
    expect(await previewChanges(scene.workspace)).toEqual(intendedChanges(capture));
    expect(await previewChanges(scene.workspace, ["--refresh"])).toEqual(intendedChanges(capture));
    expect(scene.emulator.ledger.writes()).toEqual([]);
  });

  test("an update of each kind reaches the emulator, and a second preview shows no changes", async () => {
    const { emulator, workspace } = scene;
    await workspace.setConfig(`${caseName}:edited`, "true");
    expectSuccess(await workspace.up());
    const writes = emulator.ledger.writes();
    expect(new Set(writes.map(({ method }) => method))).toEqual(new Set(["PATCH", "PUT"]));
    const written = new Set(writes.map(({ id }) => id));
    const kinds = deployedObjectsOf(await workspace.exportState()).filter(({ id }) => written.has(id));
    // A ProfileEnablement has the id of its schema. Its update changes only the state.
    expect([...new Set(kinds.map(({ kind }) => kind))].sort()).toEqual(
      allKinds.map(({ type }) => type).sort(),
    );
    expect(await previewChanges(workspace, ["--refresh"])).toEqual([]);
  });

  test("destroy deletes all objects and empties the state", async () => {
    expectSuccess(await scene.workspace.destroy());
    expect(allKinds.flatMap(({ collection }) => scene.emulator.objects(sandbox, collection))).toEqual([]);
    expect(deployedObjectsOf(await scene.workspace.exportState())).toEqual([]);
  });
});

interface Scene {
  readonly emulator: Emulator;
  readonly workspace: Workspace;
  close(): Promise<void>;
}

async function openScene(capture: Capture): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-aep-compatibility-"));
  const data = join(folder, dataFolder);
  cpSync(join(capture.folder, dataFolder), data, { recursive: true });
  const emulator = await start({ data, switches });
  const workspace = await openWorkspace({
    cli: await findPulumi({ progress: (line) => process.stderr.write(`${line}\n`) }),
    folder: join(folder, "workspace"),
    program: capture.folder,
    stack: "dev",
    configFile: join(capture.folder, files.config),
    env: { ...platformEnvironment(emulator), PULUMI_CONFIG_PASSPHRASE: passphrase },
  });
  expectSuccess(await workspace.run(["stack", "import", "--file", join(capture.folder, files.state)]));
  const close = async (): Promise<void> => {
    await emulator.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { emulator, workspace, close };
}

/** The changes of a preview, such as `update Dataset customers`. */
async function previewChanges(workspace: Workspace, more: readonly string[] = []): Promise<string[]> {
  const preview = await workspace.preview(["--json", ...more]);
  expectSuccess(preview);
  const { steps } = JSON.parse(preview.stdout) as { steps: { op: string; urn: string }[] };
  const changes = steps.filter(({ op }) => ["create", "update", "replace", "delete"].includes(op));
  return changes.map(({ op, urn }) => `${op} ${urn.replace(/^.*:(\w+)::(.*)$/, "$1 $2")}`).sort();
}
