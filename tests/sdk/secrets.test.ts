import * as pulumi from "@pulumi/pulumi";
import * as aep from "../../sdk";
import { connectors } from "../../provider/connectors";
import { withSecrets } from "../../sdk/resources/secrets";
import { inspect, onTheWire, secretMark, waitForOutputs, startRecording } from "./program";

let auth: { specName: string; params: Record<string, unknown> };

/** Records the inputs of a class as Pulumi sends them to the engine. */
const record: pulumi.CustomResourceOptions = {
  transformations: [
    ({ props }) => {
      sending = onTheWire({ auth: props.auth }).then((inputs) => (auth = inputs["auth"] as typeof auth));
      return undefined;
    },
  ],
};
let sending: Promise<unknown>;

beforeEach(async () => {
  pulumi.runtime.setAllConfig({ "aep:sandbox": "stage" });
  await startRecording();
});

/** The names of the auth params that reach the engine as secrets. */
async function secretsSent(): Promise<string[]> {
  await Promise.all([waitForOutputs(), sending]);
  return Object.entries(auth.params)
    .filter(
      ([, value]) => typeof value === "object" && value !== null && Object.keys(secretMark)[0]! in value,
    )
    .map(([name]) => name);
}

const params = {
  s3AccessKey: "id",
  s3SecretKey: "plain-key",
  s3SessionToken: "plain-token",
  bucketName: "b",
};

test("secret params, and no others, are marked, also if the program passes plain values", async () => {
  new aep.BaseConnection(
    "a",
    { connectionSpec: "amazon-s3", auth: { specName: "Access Key", params } },
    record,
  );
  expect(await secretsSent()).toEqual(["s3SecretKey", "s3SessionToken"]);
  expect(auth).toEqual({
    specName: "Access Key",
    params: {
      s3AccessKey: "id",
      s3SecretKey: { ...secretMark, value: "plain-key" },
      s3SessionToken: { ...secretMark, value: "plain-token" },
      bucketName: "b",
    },
  });
});

test("the catalogue also knows a connector by its id", async () => {
  const connectionSpec = { id: "ecadc60c-7455-4d87-84dc-2a0e293d997b", version: "1.0" };
  new aep.BaseConnection("a", { connectionSpec, auth: { specName: "Access Key", params } }, record);
  expect(await secretsSent()).toEqual(["s3SecretKey", "s3SessionToken"]);
});

test("for other connectors, the names of params decide, and more params than necessary are secret", async () => {
  const free = { host: "h", userName: "u", apiKey: "k", accessKeyId: "i", nested: { clientSecret: "s" } };
  new aep.BaseConnection(
    "a",
    {
      connectionSpec: { id: "00000000-0000-4000-8000-000000000000" },
      auth: { specName: "Basic Authentication", params: free },
    },
    record,
  );
  expect(await secretsSent()).toEqual(["apiKey", "accessKeyId", "nested"]);
});

test("for an id from another object, the names of params decide", async () => {
  new aep.BaseConnection(
    "a",
    {
      connectionSpec: { id: pulumi.output("ecadc60c-7455-4d87-84dc-2a0e293d997b") },
      auth: { specName: pulumi.output("Access Key"), params },
    },
    record,
  );
  expect(await secretsSent()).toEqual(["s3AccessKey", "s3SecretKey", "s3SessionToken"]);
});

test.each([
  ["auth", (): unknown => pulumi.output({ specName: "Access Key", params })],
  ["auth", (): unknown => Promise.resolve({ specName: "Access Key", params })],
  ["params", (): unknown => ({ specName: "Access Key", params: pulumi.output(params) })],
])("secret params are marked where %s as a whole is an Output or a promise", async (_what, auth) => {
  const marked = withSecrets("amazon-s3", auth());
  const whole = (pulumi.Output.isInstance(marked) ? (await inspect(marked)).value : marked) as {
    params: unknown;
  };
  const inner = pulumi.Output.isInstance(whole.params) ? await inspect(whole.params) : undefined;
  expect(inner?.secret ?? false).toBe(false);
  const leaves = (inner?.value ?? whole.params) as Record<string, unknown>;
  const secret = Object.keys(leaves).filter((name) => pulumi.Output.isInstance(leaves[name]));
  expect(secret).toEqual(["s3SecretKey", "s3SessionToken"]);
});

test("an unknown param does not make the others unknown or secret", () => {
  const later = pulumi.output(new Promise(() => undefined));
  const marked = withSecrets("sftp", {
    specName: "Basic Authentication for sftp",
    params: { host: later, userName: "u", password: "p" },
  }) as { specName: unknown; params: Record<string, unknown> };
  expect(marked.specName).toBe("Basic Authentication for sftp");
  expect(marked.params["userName"]).toBe("u");
  expect(marked.params["host"]).toBe(later);
});

test("omitted params stay omitted", () => {
  const marked = withSecrets("amazon-s3", { specName: "Access Key", params: { s3SessionToken: undefined } });
  expect(marked).toEqual({ specName: "Access Key", params: { s3SessionToken: undefined } });
});

test("a connection without auth has no auth", () => {
  expect(withSecrets("amazon-s3", undefined)).toBeUndefined();
});

const specs = connectors.flatMap(({ name, auth }) =>
  Object.entries(auth).map(([specName, known]) => [name, specName, known] as const),
);

test.each(specs)("the secrets of %s, %s, and no other params are marked", async (name, specName, known) => {
  const all = Object.fromEntries(Object.keys(known).map((param) => [param, `${param}-value`]));
  const marked = withSecrets(name, { specName, params: all }) as { params: Record<string, unknown> };
  const isMarked = Object.keys(marked.params).filter((param) =>
    pulumi.Output.isInstance(marked.params[param]),
  );
  expect(isMarked).toEqual(Object.keys(known).filter((param) => known[param]!.secret));
});
