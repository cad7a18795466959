import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { start, type Emulator } from "../emulator";
import { projectRoot } from "../engine/projectRoot";
import { projectName } from "../engine/workspace";
import { examplesFolder } from "../examples/exampleRun";
import { allKinds } from "../promises/kinds";
import { configFor } from "../wire/fixtures/aep";
import type { PropertyMap } from "../wire/propertyValue";
import type { ResourceState } from "../wire/resourceState";
import { ProviderProcess } from "../wire/providerProcess";
import { Stack } from "../wire/stack";
import type { Run } from "../wire/steps";
import { type CapturedStack, readStack } from "./capturedStack";
import { type Capture, captures, dataFolder, files, switches } from "./captures";
import { intendedChanges, intendedDifferences } from "./intended";
import { programOf, type Registration, registrationsOf } from "./replay";

/**
 * Runs stacks of released versions with the current code. Program, config, state and emulator data are those of the
 * release. The SDK, the provider process and the emulator are the current ones.
 */

const sandbox = "dev";

/** everyKind.test.ts runs the stack with every kind with the real engine. */
const examples = captures().filter(({ name }) => name !== "every-kind");

describe.each(examples.map((capture) => [`${capture.version} ${capture.name}`, capture] as const))(
  "%s",
  (_title, capture) => {
    let scene: Scene;

    beforeAll(async () => {
      scene = await openScene(capture);
    });
    afterAll(() => scene.close());

    test("the program registers the resources of the state", () => {
      const urns = (resources: readonly { urn: string }[]) => resources.map(({ urn }) => urn).sort();
      expect(urns(scene.registrations)).toEqual(urns(scene.captured.resources));
    });

    test("preview shows no changes, with and without refresh", async () => {
      const program = programOf(scene.registrations);
      expect(changesOf(await scene.stack.preview(program))).toEqual(intendedChanges(capture));
      expect(changesOf(await scene.stack.preview(program, { refresh: true }))).toEqual(
        intendedChanges(capture),
      );
      expect(scene.emulator.ledger.writes()).toEqual([]);
    });

    test("refresh finds no drift and keeps every output", async () => {
      const before = scene.stack.saveState();
      expect(changesOf(await scene.stack.refresh())).toEqual(intendedChanges(capture));
      const outputs = (resources: readonly ResourceState[]) => resources.map(comparableOutputs);
      expect(outputs(scene.stack.state)).toEqual(outputs(before));
      expect(changesOf(await scene.stack.preview(programOf(scene.registrations)))).toEqual(
        intendedChanges(capture),
      );
      scene.stack.restoreState(before);
    });

    const example = join(examplesFolder, capture.name, files.program);
    const testExample = existsSync(example) ? test : test.skip;
    testExample("the current example shows no changes with the old state", async () => {
      const registrations = await registrationsOf(example, projectName(capture.folder), scene.captured);
      expect(changesOf(await scene.stack.preview(programOf(registrations)))).toEqual(
        intendedChanges(capture),
      );
    });

    test("an update of each resource reaches the emulator, and a second preview shows no changes", async () => {
      const program = programOf(scene.registrations, edited);
      const managed = scene.captured.resources.filter(({ external }) => !external);
      expect(changesOf(await scene.stack.up(program))).toEqual(
        managed.map(({ kind, name }) => `update ${kind} ${name}`).sort(),
      );
      for (const { kind, id } of managed.filter((resource) => resource.kind !== "ProfileEnablement")) {
        expect(JSON.stringify(stored(scene.emulator, kind, id))).toMatch(editedText);
      }
      expect(changesOf(await scene.stack.preview(program, { refresh: true }))).toEqual([]);
    });

    test("destroy deletes all objects and empties the state", async () => {
      const run = await scene.stack.destroy();
      expect(run.errors).toEqual([]);
      expect(scene.stack.state).toEqual([]);
      expect(allKinds.flatMap(({ collection }) => scene.emulator.objects(sandbox, collection))).toEqual([]);
    });
  },
);

test("each intended difference belongs to a capture and is described in CHANGELOG", () => {
  const changelog = readFileSync(join(projectRoot, "CHANGELOG.md"), "utf8").replace(/\s+/g, " ");
  for (const { version, name, reason } of intendedDifferences) {
    expect(captures()).toContainEqual(expect.objectContaining({ version, name }));
    expect(changelog).toContain(reason);
  }
});

interface Scene {
  readonly captured: CapturedStack;
  readonly registrations: readonly Registration[];
  readonly emulator: Emulator;
  readonly stack: Stack;
  close(): Promise<void>;
}

async function openScene(capture: Capture): Promise<Scene> {
  const data = mkdtempSync(join(tmpdir(), "pulumi-aep-compatibility-"));
  cpSync(join(capture.folder, dataFolder), data, { recursive: true });
  const emulator = await start({ data, switches });
  const provider = await ProviderProcess.start();
  await provider.configure(configFor(emulator));
  const stored = readStack(capture);
  const captured = { ...stored, config: { ...stored.config, ...configFor(emulator) } };
  const project = projectName(capture.folder);
  const registrations = await registrationsOf(join(capture.folder, files.program), project, captured);
  const stack = new Stack({
    provider,
    project,
    state: captured.resources,
    inputsOf: (_kind, _name, inputs) => inputs,
    urnOf: (kind, name) => registrations.find((each) => each.kind === kind && each.name === name)?.urn,
  });
  const close = async (): Promise<void> => {
    await provider.kill();
    await emulator.close();
    rmSync(data, { recursive: true, force: true });
  };
  return { captured, registrations, emulator, stack, close };
}

function changesOf({ errors, changes }: Run): string[] {
  expect(errors).toEqual([]);
  return [...changes].sort();
}

/** A ProfileEnablement makes a new version of its schema after the schema's own outputs were written. */
function comparableOutputs({ urn, kind, outputs }: ResourceState): unknown {
  if (kind !== "Schema") return { urn, outputs };
  return {
    urn,
    outputs: { ...outputs, etag: expect.anything() as unknown, version: expect.anything() as unknown },
  };
}

const editedText = /Edited by the test|xdm:id/;

/** A change that AEP makes in place, for each kind. That of a ProfileEnablement concerns the state only. */
function edited(kind: string, inputs: PropertyMap): PropertyMap {
  if (kind === "MappingSet") return { ...inputs, name: "Edited by the test" };
  if (kind === "SchemaDescriptor") return { ...inputs, property: "xdm:id" };
  if (kind === "ProfileEnablement") return { ...inputs, primaryIdentity: null };
  return { ...inputs, description: "Edited by the test" };
}

/** The object as the emulator stores it. */
function stored({ world }: Emulator, kind: string, id: string): unknown {
  const place = world.sandboxes.find(({ name }) => name === sandbox)!;
  const collection = allKinds.find(({ type }) => type === kind)!.collection;
  return world.collection(place, collection).get(id);
}
