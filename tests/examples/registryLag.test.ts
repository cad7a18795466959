import { expectSuccess, openExample, type ExampleRun } from "./exampleRun";

/** The Schema Registry shows a write only after this time, as AEP's does. */
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
    const posts = emulator.ledger
      .writes()
      .map(({ method, kind, body }) => `${method} ${kind} ${JSON.stringify(body)}`);
    expect(posts).toEqual([...new Set(posts)]);
    expectSuccess(await workspace.refresh(["--expect-no-changes"]));
    expectSuccess(await workspace.preview(["--expect-no-changes"]));
    expect(emulator.ledger.writes()).toHaveLength(posts.length);
    expectSuccess(await workspace.destroy());
  },
);
