import { expectSuccess, openExample, type ExampleRun } from "./exampleRun";

/** The Schema Registry shows writes only after a while, as AEP's does. */
const switches = { registryLagSeconds: 2 };

const examples = [
  ["amazon-s3", { s3AccessKey: "planted-access-key", s3SecretKey: "planted-secret-key" }],
  ["amazon-redshift", { password: "planted-password" }],
] as const;

let run: ExampleRun;

afterEach(() => run.close());

test.each(examples)(
  "%s is deployed, unchanged and destroyed while the registry lags",
  async (name, secrets) => {
    run = await openExample(name, secrets, switches);
    const { emulator, workspace } = run;
    expectSuccess(await workspace.up());
    expectSuccess(await workspace.refresh(["--expect-no-changes"]));
    expectSuccess(await workspace.preview(["--expect-no-changes"]));
    const posts = emulator.ledger.writes().filter(({ method }) => method === "POST");
    expect(posts).toHaveLength(
      (await workspace.exportState()).deployment.resources!.filter(({ id }) => id).length,
    );
    expectSuccess(await workspace.destroy());
  },
);
