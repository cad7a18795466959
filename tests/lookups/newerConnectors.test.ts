import { parseConfig } from "../../provider/api/config";
import { ResourceProvider } from "../../provider/lifecycle/resourceProvider";
import { definitions } from "../../provider/resources";
import { createSession } from "../../provider/api/session";
import { connect, type Emulator, start } from "../emulator";
import { configFor } from "./lookUpScene";

/** What AEP has added to a connector after the catalogue was written. */

const path = "/data/foundation/flowservice/connectionSpecs";
const s3 = "ecadc60c-7455-4d87-84dc-2a0e293d997b";

let emulator: Emulator;
let warnings: jest.SpyInstance;

beforeEach(async () => {
  emulator = await start();
  warnings = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  const { body } = await connect(emulator, { sandbox: "dev" }).call("GET", path);
  const items = structuredClone(body["items"]) as Spec[];
  const spec = items.find(({ id }) => id === s3)!;
  spec.authSpec[0]!.spec.properties["roleSession"] = { type: "string" };
  spec.authSpec.push({ name: "Workload identity", spec: { properties: { audience: { type: "string" } } } });
  const text = JSON.stringify({ items });
  emulator.faults.add({
    path: /connectionSpecs/,
    times: Infinity,
    when: "after",
    act: { kind: "body", text, contentType: "application/json" },
  });
});
afterEach(async () => {
  warnings.mockRestore();
  await emulator.close();
});

interface Spec {
  readonly id: string;
  readonly authSpec: {
    readonly name: string;
    readonly spec: { readonly properties: Record<string, object> };
  }[];
}

async function reasons(connectors: string, auth: object): Promise<string[]> {
  const config = { ...configFor(emulator), "aep:connectors": connectors };
  const session = createSession(parseConfig(config, {}));
  const provider = new ResourceProvider(
    definitions.find(({ type }) => type === "BaseConnection")!,
    () => session,
  );
  await provider.configure({ config: { get: () => undefined } });
  const pulumi = { project: "ingestion", stack: "dev", name: "landing" };
  const { failures } = await provider.check(
    {},
    { connectionSpec: { id: s3 }, auth, sandbox: "dev", name: "landing", pulumi },
  );
  return failures.map(({ reason }) => reason);
}

const keys = { s3AccessKey: "access-key-1", s3SecretKey: "secret-key-1" };
const added = { specName: "Access Key", params: { ...keys, roleSession: "one" } };
const anotherWay = { specName: "Workload identity", params: { audience: "aep" } };

test.each([
  ["a parameter", added],
  ["a way to log in", anotherWay],
])("%s that the sandbox has is let through with aep:connectors live", async (_what, auth) => {
  expect(await reasons("live", auth)).toEqual([]);
});

test.each([
  ["a parameter", added, /roleSession is not a parameter/],
  ["a way to log in", anotherWay, /"Workload identity" is not an auth spec/],
])("%s that only the sandbox has is refused without it", async (_what, auth, text) => {
  expect((await reasons("catalogue", auth)).join()).toMatch(text);
});

test("what neither the catalogue nor the sandbox has is refused all the same", async () => {
  const wrong = { specName: "Access Key", params: { ...keys, roleSesion: "one" } };
  expect((await reasons("live", wrong)).join()).toMatch(/roleSesion is not a parameter/);
  expect((await reasons("live", { specName: "Workload", params: {} })).join()).toMatch(/is not an auth spec/);
});
